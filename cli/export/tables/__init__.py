"""Answers as tables: each told once, and written as CSV for programs or Markdown for people.

``report`` says what a table is, ``columns`` what its cells may hold, ``writers`` writes it. The
others tell the tables of each answer.
"""
