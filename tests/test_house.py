"""What is installed is what is in the checkout."""

import tomllib
from pathlib import Path

import graphs

ROOT = Path(__file__).parents[1]


def test_every_package_is_installed():
    """A new folder of code is listed in pyproject.toml, or an installed ladder would lack it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {
        ".".join(file.parent.relative_to(ROOT).parts)
        for top in ["ladder", "graphs", "cli"]
        for file in (ROOT / top).rglob("*.py")
    }
    assert set(project["tool"]["setuptools"]["packages"]) == found


def test_every_public_name_can_be_had():
    """What is read only when it is asked for is there, too, and nothing else is."""
    assert all(getattr(graphs, name).__name__ == name for name in graphs.__all__)
    assert not hasattr(graphs, "nothing")
