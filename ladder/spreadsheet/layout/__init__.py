"""Where in a table of cells the roles, the skills and the facts about them stand.

`find` puts it together. What a cell looks like is told by `kinds`, what a heading means by
`headings`. Pairs of columns, required and actual, become one by `pairs`, and legends are taken out
by `legend`, before `names` finds the lines with the names of roles and of skills; `orientation`
tells which is which. What stands beside the names, above them or between them are `bands` and
`sections`.
"""
