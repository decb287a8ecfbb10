"""Tables out of text: CSV and its like, web pages and Markdown, and what is no text at all.

Each takes the text of a file and gives grids; `ladder.spreadsheet.sources` knows which to ask.
"""
