"""Answers and ladders as files: plans and differences to keep, and ladders for other programs.

``ladder`` has the formats of ``ladder export``, and writes what an import made.
"""
