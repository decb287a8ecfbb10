"""Two versions of a ladder side by side: what changed, and what that does to people.

`alignment` puts both into the same words, `parts` takes their things apart, `changes` compares
them; `routes` asks both, but for those that `untouched` leaves out, and `causes` tells through
which change.
"""
