"""Two versions of a ladder side by side: what changed, and what that does to routes."""
