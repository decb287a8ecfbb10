"""Career frameworks published elsewhere, turned into ladders: one module for each framework."""
