"""Skill matrices and whole ladders in CSV and in workbooks: read, guessed, written."""
