"""Which column of a table of people holds what, as told or by its heading.

``find`` takes each heading by its ``words``; ``tenure`` counts months from dates and years, and
``leavers`` finds rows of people who have left.
"""
