"""What is installed is what is in the checkout, and what a package shows is what it has."""

import tomllib
from pathlib import Path
from pkgutil import iter_modules

import pytest

import graphs
import ladder

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


@pytest.mark.parametrize("package", [ladder, graphs])
def test_a_package_shows_its_public_names(package):
    """Also those that wait until somebody asks; and no module is in the place of one."""
    assert dir(package) == sorted(package.__all__)
    modules = {module.name for module in iter_modules(package.__path__)}
    assert modules.isdisjoint(package.__all__)


def test_an_old_name_still_works():
    """The graph of networkx had another name before."""
    assert graphs.build is graphs.to_networkx
