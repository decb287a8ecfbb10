"""A question in plain words, understood: the command that answers it, with all that it says.

Every word of a question is accounted for: it is used, it is one of a closed list of words without
meaning here, or the question is refused. So no condition can get lost.

Read in this order: ``words`` and ``names`` make words of the question and mark the names in it;
``skills``, ``dates``, ``times`` and ``wishes`` cut out of the ``sentence`` what they understand;
``kinds`` has the table of what can be asked, and which command answers; ``ends`` and ``parts`` find
in the rest the roles that it is about, past the ``vocabulary`` of words that say nothing; and
``leftover`` says of what remains what could be said instead. ``understand`` puts it together.
"""
