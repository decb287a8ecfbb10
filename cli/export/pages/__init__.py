"""Roles as pages of Markdown, one for each, and a folder of all of them.

``page`` writes one, ``folder`` all with their index, and ``blocks`` what is safe at the beginning
of a line.
"""
