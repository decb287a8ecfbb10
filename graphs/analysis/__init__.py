"""What a ladder does to people: where they wait, what would help them most, and what all hangs on.

``ways`` answers for everybody that is asked about, exactly, with the ``waits`` on each way; all the
rest is told from those answers and from the same questions in a changed ladder. ``walls`` are the
gates at which people wait, ``entry`` sets the ways in beside each other. ``changes`` are all the
single changes to a ladder, ``trials`` makes them in a ladder of integers, ``chances`` tells which
are plainly of no use to a way, and ``levers`` what each of the others does. ``single_points`` tells
what closes ways if it goes, ``parts`` which roles one does not get out of. ``analyze`` puts them
together.
"""
