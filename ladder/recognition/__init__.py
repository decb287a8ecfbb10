"""What kind of framework files hold, told by what is in them; or what they are instead.

`recognise` in `kinds` is the way in. It looks at tables with `tables`, at JSON and YAML with
`data`, and refuses what is no framework, by `no_framework`, before an import makes a ladder of it.
"""
