"""How a picture of a ladder is laid out: what it shows, where it stands, how lines run."""
