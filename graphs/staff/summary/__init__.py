"""What is told of many people together, and not of anybody by themselves.

``roster`` reads a table row by row, and ``groups`` decides which rows are told of together:
everything else counts in those. ``succession`` counts who is how soon in a role, ``leaving`` what
is left when somebody goes, ``held`` who holds which skills, and ``changes`` what a change of the
ladder does to people.
"""
