"""The commands of `shanyraq`, one module a family."""
