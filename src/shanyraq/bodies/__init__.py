"""Bodies, posts and seats: who holds what, from when to when, by which act."""
