"""What is odd about a ladder that is sound as a file: one rule for each kind of oddity.

`engine` chooses among the rules that `rules` lists, and looks for them. Each other module has one
family of rules, or what several of them ask: `flow` what people can reach and hold, `circles` what
can be gone around in, `rivals` what beats what. A new rule is written into its family's ``RULES``.
"""
