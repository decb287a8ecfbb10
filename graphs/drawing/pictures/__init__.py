"""The pictures that can be had, one a file."""
