"""The questions that can be asked of a ladder, one a file."""
