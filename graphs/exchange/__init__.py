"""A ladder's graph in the formats of other programs."""
