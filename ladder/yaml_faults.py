"""What a YAML reader says about bad syntax, in plain words."""

from __future__ import annotations

import yaml

from .errors import Problem

# Parts of what PyYAML's two readers (C and Python) say, and what to say instead.
PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        'a ":" is not expected here: indent the line like its neighbours, '
        'or quote a text that holds ": "',
    ),
    ("',' or ']'", 'expected "," or "]": a list is not closed'),
    ("',' or '}'", 'expected "," or "}": a mapping is not closed'),
    ("expected ':'", 'expected ":" after the key'),
    ("unexpected end of stream", "the quotes are not closed"),
    ("unknown escape", 'unknown escape: write "\\\\" for a backslash, or use single quotes'),
    ("cannot start any token", "a text cannot start with this character; put it in quotes"),
    ("'-' indicator", 'expected "-" or less indentation'),
    ("expected key", "expected a key here: indent the line like its neighbours"),
    ("expected <block end>", "expected a key or an item: indent the line like its neighbours"),
    ("incompatible YAML", "only YAML 1.1 and 1.2 can be read"),
)


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Problem for an error that PyYAML raised.

    Parameters
    ----------
    error : yaml.YAMLError
    text : str
        What was read.
    file : str
        Its name.

    Returns
    -------
    Problem
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(file, 1, 1, "not YAML: " + " ".join(str(error).split()))
    line, column = mark.line + 1, mark.column + 1
    lines = text.splitlines()
    here = lines[mark.line] if mark.line < len(lines) else ""
    indentation = here[: len(here) - len(here.lstrip())]
    if "\t" in indentation:
        return Problem(file, line, indentation.index("\t") + 1, "indented with a tab; use spaces")
    said = getattr(error, "problem", None) or str(error)
    plain = next((words for part, words in PLAIN_WORDS if part in said), f"not YAML: {said}")
    opened = getattr(error, "context_mark", None)
    if "not closed" in plain and opened is not None:
        plain += f" (opened in line {opened.line + 1})"
    return Problem(file, line, column, plain)
