"""The pictures, one a module: each returns the text of a picture, for Graphviz or for Mermaid."""
