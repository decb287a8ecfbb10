"""What is told of a table of people, on a terminal."""
