"""Lists: a row for each skill of each role, as personnel systems export frameworks.

`words` knows what headings and cells are usually called, `columns` finds by them which tables a
file holds and what stands in which column. `rows` takes a table's rows apart, `contents` makes
roles and skills of those, `moves` and `activities` read the tables that may come with a list, and
`importer` makes a ladder of it all.
"""
