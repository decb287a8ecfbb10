"""A page for browsers, with the planner in it."""
