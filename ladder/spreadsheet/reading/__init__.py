"""A matrix read out of a file: the sheet that holds it, what others say of it, and how it is told.

`choice` takes the sheet that reads best, with the texts of `definitions` beside it, and `told` says
how it was read.
"""
