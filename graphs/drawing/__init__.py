"""Pictures: what is shown, where it stands, how lines run, and how it looks."""
