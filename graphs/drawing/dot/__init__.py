"""Pictures as text for Graphviz: colours, looks, texts, tables, a canvas; and the program's run.

The package ``graphviz`` writes the statements and quotes the attributes. Texts and tables are
written here, since its labels take markup as it is, and every size must be known before Graphviz
runs. It lays out nothing: it is given all places.
"""
