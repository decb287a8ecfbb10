"""The search for the best growth path.

The problem
-----------
Somebody is in a role and wants to be in another. Moves ask for months served and for skills, which
roles give those who stay and activities those who learn, a month of one activity at a time, beside
the job (docs/explanation/growth.md). Wanted is the plan of the fewest months; among those, of the
fewest moves; among those, of the least cost. That is a shortest path with resources (skills, and
idle months to learn in) that decide which edges are open, and Dijkstra's algorithm [1]_ is wrong
for it: it keeps one way into each role, but a later or longer way may bring the skill that the next
gate asks for. It is NP-hard, as learning must be scheduled along the way.

It is solved by label setting, as resource constrained shortest paths are [2]_ [3]_: forwards, from
labels, taken by the least total that they can still come to [4]_, those being dropped that another
dominates (Pareto dominance). What is learnt is chosen only where a gate asks for it, and laid
backwards, into idle months of the stays before: deciding at once what to learn in idle time would
try every subset of activities, and searching from the target backwards every source of each skill.

The words
---------
role, edge, gate : a role by number, a transition, and the skill levels that it requires, as bits.
door : an edge that is open to all roles but those of its target's track: one for all of them, which
    Dijkstra's algorithm takes once, from the first role it meets, as later ones come to no more.
milestone : months of a stay after which the role gives something, and what.
label : the arrival in a role at the end of a partial plan, pointing to the label before it: month,
    moves, cost, bits held, the bank, and where on its route the plan is.
bank : idle months so far, as a number; they are interchangeable, so it needs no calendar.
late : which bits came after some of those months, and so cannot be used for learning in them.
wanted : the bits that can still matter to a label; in nothing else need it be compared.
tie : what decides between equal plans: roles, transitions, activities by gate, departures.
dominance : one label makes another superfluous, as whatever can be made of that, it can do better.
way : a choice of activities that opens a gate, laid into the bank; what does not fit lengthens the
    stay.
itinerary : the rules of a route, through some roles, around others, as a machine fed with roles.
foresight : what is told a search of what lies ahead, as a ``Corridor`` (any route within so many
    months) or ``Along`` a single one: which bits matter, and whether there is time to learn.
route, outline : the roles of a plan; and such a route with all learning left open, which tells the
    least that its plans take.
bound : months that every plan is proven to need.
beam : a search that keeps few labels in each role, to find some plan soon, without proof.

What holds
----------
- Nothing is unlearned, and who is earlier can wait. So a label in the same role and state that is
  earlier, holds what matters of the other's bits, came to them no later, and has learnt for no more
  months, can do all that the other can. What it lacks it may also catch up with while it waits.
- What is added up ahead of a label (months, moves, work, price) is never more than any plan takes,
  so that the first plan to be taken up is the best.
- What all gates into a role ask for, that role gives nobody anew who moves in; so what no role
  gives in any other way, and the end asks for, must be learnt, whatever detour is made. Somebody's
  first role is apart: nobody had to pass its gates.
- Whatever is left out, in a corridor, an outline or a beam, is left out only where no plan as good
  can need it; a beam's plans alone are not proven.
- Every answer is proven or says that it is not, and gives what is: months that are needed at least.
- The same question gives the same plan whichever way it is searched, since the tie decides.

From a question to a plan
-------------------------
====================  ============================================================================
``encoding``          the ladder in integers: roles by number, skills as bits
``problem``           the question in integers: ``Start``, ``Itinerary``, ``Order``, ``Limits``
``planner``           what questions about a ladder share, kept: encoding, bounds, corridors
``solver``            which searches answer a question: a plain one (``astar``), at length where
                      learning decides, as its bound sees that; where that takes long, months are
                      allowed step by step, and for each number of them routes and labels are tried
                      in turn; at last the best of the shortest
``astar``             one search by labels (``labels``, ``dominance``), as ``strategies`` names it
``learning``          how a gate is opened: the bank, the activities, the ways to choose them
``routes``            one search by routes: outlines first, then the plans along each
``bounds``            the least that lies between roles, gates ignored
``ending``            what the last gates ask and no role gives: months of learning at least
``lookahead``         the foresights
``reachability``      whether there is any plan, however long
``one_to_all``        all roles as targets in one search
``reconstruct``       the plan in months, from the label at its end, learning as early as can be
``blockers``          why there is no plan
====================  ============================================================================

References
----------
.. [1] E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
   1959.
.. [2] M. Desrochers, F. Soumis, "A generalized permanent labelling algorithm for the shortest path
   problem with time windows", INFOR 26(3), 1988.
.. [3] S. Irnich, G. Desaulniers, "Shortest path problems with resource constraints", in: Column
   Generation, Springer, 2005.
.. [4] P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination of
   minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4(2), 1968.
"""
