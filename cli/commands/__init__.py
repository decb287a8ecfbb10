"""The commands, one a file, each named as it is typed: it parses, calls and prints, and no more.

What several of them take is in `cli.options`, as decorators that hand over one value; what several
of them do with an answer is in `cli.answers`; how an answer reads is in `cli.text`.
"""
