"""Career frameworks and graphs published elsewhere, turned into ladders: a module for each.

Each has one way in, a function such as `import_onet`: it takes the paths of the files and the
figures that those do not give, which are assumed where they are left out, and returns the ladder;
where it had to guess as well, an `Imported` with sentences on what was guessed and left out. Faults
are told with their places in the files.

What most frameworks need is here already, so that a new one is little more than its tables:
`tables` reads CSV and the like, `growth` makes roles, `moves` between them and ways to learn of
what each level of a role expects, by the figures of `assumptions`, and `told` says which these
were. What is a graph already is made into the data of a
ladder file, and built by `ladder.files`, as in `node_link`. Spreadsheets have a package of their
own.
"""
