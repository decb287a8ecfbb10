"""The questions that can be asked of a ladder, one a file, named as its function is.

`question` makes one ready and asks the search; `wishes` is what may be wished of any of them;
`survey` is what those about all roles have in common.
"""
