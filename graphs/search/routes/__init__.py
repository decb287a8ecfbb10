"""The search by routes: first which roles a plan goes through, then what it learns on the way.

``outlines`` finds the routes that may be in time, ``one_route`` the plans along one of them, and
``by_routes`` asks the most promising first.
"""
