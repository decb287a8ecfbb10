"""Answers laid out for a person in a terminal."""
