"""What is told of a ladder as a whole: what is wrong or odd about it, and what has changed."""
