"""ESCO, the European classification of occupations and skills, turned into a ladder.

`import_esco` in `importer` is the way in. `files` finds the tables of a folder in one language,
`tables` reads and checks them, `isco` knows the skill levels of ISCO's groups, `names` tells which
labels mean one occupation only, `groups` sorts skills into groups, and `moves` says which
occupation leads to which.
"""
