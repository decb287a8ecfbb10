"""Many people at once: a row for each, and the answer that ``growth_path`` gives for each of them.

``files`` reads and writes tables, by ``readers`` and ``writers``, wherever their ``places`` are.
``headings`` tell what their columns hold, ``records`` makes a person of each row that differs.
``work`` cuts those into tasks, which a ``crew`` does: this process, several, or a cluster.
``sharing`` answers once for all who differ only in what cannot matter, each answer being a
``standing``; ``kept`` has what is done already. ``asking`` goes through all of it block by block,
and ``table`` puts the answers beside the rows: about one role in ``people``, about all in
``prospects``.
"""
