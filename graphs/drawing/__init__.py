"""Pictures of ladders and plans: from a ladder to DOT, and from DOT to SVG, PNG and PDF.

How a ladder becomes a picture (``pictures.diagram``, step by step):

1. ``view`` chooses what of the ladder is shown, and in which order.
2. ``gates`` finds which transitions pass one gate; with ``labels`` it writes what stands in the
   boxes, whose sizes are known from then on (``dot.metrics``, ``dot.table``).
3. ``marks`` may change each label, look, line and tooltip, and the heading: the shades of a
   survey (``shading``), the gates that are open to its person (``standing``), the letters of
   several paths (``ways``). ``squares`` stand for moves that are counted, by ``groups`` of roles.
4. ``layout`` gives each box its place and each line its corners: columns and lanes, heights,
   distances from the left, lines; and it can break a picture into parts below one another.
5. ``drafts`` does steps 2 to 4 for each form that the picture may have, and chooses the one that
   can be read at the width at which it is shown (``dot.legible``).
6. ``dot.canvas`` writes all of it as DOT, below a ``heading`` with its ``key``.
7. ``dot.render`` runs Graphviz, which draws every box where it is told.

The other pictures put their boxes on a canvas themselves. A picture is a module in ``pictures``
whose one public function returns the text of a picture; it is named in ``graphs.__init__``, and
drawn by a command or an option of ``ladder draw``.

Where to look: how a gate is drawn is in ``gates``, and its frame in ``dot.style``; the colours of
a theme are in ``dot.theme``, and how a file changes them in ``dot.theme_file``; thickness, dashes
and sizes of letters are in ``dot.style``; distances between boxes stand above the modules of
``layout``.
"""
