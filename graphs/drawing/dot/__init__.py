"""A picture in the DOT language: its style, texts and tables; and drawn from it."""
