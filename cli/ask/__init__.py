"""Questions in plain words, understood."""
