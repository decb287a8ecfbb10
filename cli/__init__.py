"""The command ``ladder``: parse what was typed, put it to the graphs, print what comes of it.

``main`` names the commands, and each waits in a module of `cli.commands` until it is wanted. To add
one: a module there that holds it as ``command``, and a line in ``main.COMMANDS``.

====================  ==============================================================================
`cli.options`         what can be typed, and what is said where it makes no sense
`cli.ask`             a question in plain words
`cli.ladders`         which ladder answers
`cli.answers`         questions put to the graphs, printed, drawn, and ended with their exit code
`cli.text`            the wording and layout of answers for a person
`cli.export`          answers and ladders as files: Markdown, CSV, JSON and others
`cli.checking`        what is wrong or odd in a ladder's file
`cli.io`              files written whole or not at all
`cli.output`          the screen: how wide it is, which signs it shows, and printing to it
`cli.errors`          whatever goes wrong, as one message and one exit code
`cli.streams`         standard output and errors, closed, full or without a reader though they be
====================  ==============================================================================
"""

import atexit
import gc

# Most commands are over before any garbage matters. Looking for it while modules are loaded, and
# again at the end, takes a tenth of the time of a question.
gc.set_threshold(50_000)
atexit.register(gc.freeze)
