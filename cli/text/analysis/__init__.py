"""What a ladder does to people: in a dozen lines (``brief``), or in tables (``details``).

Both say changes, months and what it is about in the same ``words``.
"""
