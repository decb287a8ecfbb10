"""Ladders that were only ever drawn, turned into ladder files.

`import_drawing` in `importer` is the way in: it finds the dialect of a file, by `dialects`, and
has it read into a `Drawing` (`drawing`) of boxes and arrows. What a label says beside a name, such
as months or a gate, is read by `labels`; one file each reads a family of dialects.
"""
