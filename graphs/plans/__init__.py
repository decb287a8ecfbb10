"""Plans: what they are made of, a path as an answer, its steps and months, and plans in files.

From the bottom: `schedule` has the stays and the learning; `origins` tells where its levels come
from, `retiming` follows it at another pace, `steps` takes it apart; `path` is the answer. Read
back from a file, `plan_file`, it is held against the ladder by `plan_fit`; `ticked` is what its
Markdown carries for that.
"""
