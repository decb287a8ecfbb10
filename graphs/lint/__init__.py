"""What is odd about a ladder that is sound as a file: one rule for each kind of oddity.

`rules` lists the rules, `selection` chooses from them, and `checking` looks for them in a ladder.
"""
