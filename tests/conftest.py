"""How hypothesis searches: the same examples on every run, unless a long search is asked for."""

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("slow", deadline=None, print_blob=True)
settings.load_profile("ci")
