"""Skill matrices: roles beside skills with a level in each cell, as spreadsheets have them."""
