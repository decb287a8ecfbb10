"""How a gate is opened by learning: a bank of idle months, activities, and the ways to choose them.

``bank`` tells when skills came and which months are left, ``activities`` which of them give what
and what that takes at least, ``partial`` lays some of them, and ``ways`` goes through all choices.
"""
