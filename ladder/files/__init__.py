"""Files: the ladder's own in YAML or JSON, and the person's, the plan's and others of their kind.

From a file to a ladder: `text` makes safe text of its bytes, `reader` has it read as YAML or JSON
into a `document`, plain data in which everything has a place; `schema` finds what is wrong with the
shape, `validation` what makes no sense; `builder` makes the ladder. Where one file `extends`
another, the two are laid over one another by `merge` before. `loader` does all of that for a file
of anybody's, `bundled` less of it for the ladders that come with the package, which are in the
`catalogue`. `writer` leads back from a ladder to a text.
"""
