"""What is odd about a ladder that is sound as a file: one rule for each kind of oddity."""
