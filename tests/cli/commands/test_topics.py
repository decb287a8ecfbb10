"""``ladder help``, ``ladder --version`` and ``python -m ladder``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("called", [("path",), ("import", "ddat"), ()])
def test_of_a_command_it_is_what_the_command_says_of_itself(
    called: tuple[str, ...], run: Run
) -> None:
    assert run("help", *called).stdout == run(*called, "--help").stdout


@pytest.mark.parametrize("called", ["L504", "l504", "role-develops-less", "E001"])
def test_of_a_code_it_is_what_check_explains(called: str, run: Run) -> None:
    assert run("help", called).stdout == run("check", "--explain", called).stdout


@pytest.mark.parametrize(
    ("called", "hint"),
    [
        (("pth",), 'no help on "pth"; did you mean path?'),
        (("import", "dat"), 'no help on "import dat"'),
        (("L594",), "did you mean"),
    ],
)
def test_what_there_is_no_help_on_is_refused(called: tuple[str, ...], hint: str, run: Run) -> None:
    result = run("help", *called)
    assert result.exit_code == 2
    assert hint in result.output


def test_the_version_comes_with_what_a_report_needs(run: Run) -> None:
    assert run("--version").stdout == f"ladder {version('career-ladder')}\n"
    for order in (("--version", "--format", "json"), ("--format", "json", "--version")):
        told = json.loads(run(*order).stdout)
        assert told["ladder"] == version("career-ladder")
        assert told["libraries"]["networkx"] == version("networkx")
        assert {"pytest", "sphinx", "twine"}.isdisjoint(told["libraries"])


def test_a_format_before_a_command_is_told_where_it_belongs(run: Run) -> None:
    result = run("--format", "json", "path", "analyst", "spm")
    assert result.exit_code == 2
    assert "ladder path ... --format json" in result.output


def test_python_runs_the_package() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ladder", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"ladder {version('career-ladder')}\n"
