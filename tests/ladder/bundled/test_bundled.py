"""The ladders that come with the package."""

from pathlib import Path

import pytest

import ladder
from ladder import UnknownName, bundled, bundled_names, load

FOLDER = Path(ladder.__file__).parent / "data"


@pytest.mark.parametrize("name", bundled_names())
def test_every_check_passes(name):
    """The bundled ladders pass all checks; loading them by name relies on it, and skips them."""
    (path,) = (path for path in FOLDER.iterdir() if path.stem == name and path.suffix != ".md")
    assert bundled(name) == load(path)


def test_names():
    """They go by the names of their files, however these are written."""
    assert "product-management" in bundled_names()
    assert bundled("Product Management") == bundled("product-management")


@pytest.mark.parametrize("name", ["product-managment", "prodct management"])
def test_near_miss(name):
    """A misspelt one is answered with the nearest."""
    with pytest.raises(UnknownName, match=r"did you mean product-management\?$") as caught:
        bundled(name)
    assert caught.value.suggestions == ("product-management",)


@pytest.mark.parametrize("name", ["", "../model", "/etc/passwd", "product-management.yaml"])
def test_only_names(name):
    """A path is no name."""
    with pytest.raises(UnknownName, match=r"there are .*product-management"):
        bundled(name)
