"""What is installed is what is in the checkout."""

import tomllib
from pathlib import Path

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
