"""Where boxes stand and how lines run between them.

A layered drawing with orthogonal lines, as for the wires of a circuit: layers are ranks, and lines
are routed in channels between the columns and in corridors between the lanes. Each module knows
what the one before has settled: ``parts`` columns and lanes, also of a picture that is broken into
parts, ``wires`` channels and corridors, ``grid`` what stands where, ``rows`` heights, ``columns``
distances from the left, ``lines`` the corners; ``layout`` runs them and turns a picture that goes
down. There is no search: everything is where its rank, its track and the file's order put it, so
that a small change of a ladder is a small change of its picture.
"""
