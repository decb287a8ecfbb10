"""Plans: a path as an answer, its steps and months, at another pace, and as kept in a file."""
