"""The pages of a role over all chapters: what waits for whom, and what a Session shows to whom."""
