"""Answers and ladders as files: Markdown, CSV, JSON and others."""
