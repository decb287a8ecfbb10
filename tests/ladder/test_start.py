"""What starting costs."""

import subprocess
import sys

import pytest

import ladder

HEAVY = ["yaml", "fastjsonschema", "networkx", "graphviz", "click", "rich", "difflib", "csv"]


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_import_is_light():
    """Importing the package loads nothing that only some uses need."""
    assert loaded_after("import ladder") == set()


@pytest.mark.parametrize("name", ladder.bundled_names())
def test_bundled_needs_no_check(name: str) -> None:
    """A bundled ladder is loaded without what checks strangers' files, or reads YAML."""
    assert loaded_after(f"import ladder; ladder.bundled({name!r})") == set()
