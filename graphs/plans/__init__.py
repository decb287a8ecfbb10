"""Plans: a path as an answer, its steps and months, at another pace, and as it was kept in a file."""
