"""Answers in the words and the layout that a person reads, as lines for `cli.output.say`.

There is a module for each kind of answer, with a ``describe_`` function for each answer: that is
where its wording stands. ``tables`` has the tables: a column is a head and a cell for each row.
``words`` says months, money, levels and moments, so that all answers say them alike, and ``layout``
measures, wraps and indents. Lines are coloured; printing takes the colours away where none go.
"""
