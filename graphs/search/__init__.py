"""The search for the shortest growth path."""
