"""The questions that can be asked of a ladder, one a file, named as its function is.

`question` makes one ready and asks the search; `survey` is what those about all roles have in
common. Of a plan that is kept, `progress` compares it with where somebody stands, which `standing`
tells by what is ticked in it, and `replan` asks its question anew from there.
"""
