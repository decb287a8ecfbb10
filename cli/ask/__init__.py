"""A question in plain words, understood: who asks, what they wish, and from which role to which.

Read in this order: ``vocabulary`` makes words of the question; ``understand`` hears what they say
of the person, and has ``times`` and ``wishes`` take out theirs; ``roles`` finds in the rest the two
roles that it is about. Only what has one reading is taken; what is not used is said.
"""
