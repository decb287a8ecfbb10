"""A ladder for other programs, and back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from click.testing import Result

from cli.export.ladder import EXPORTS, Export
from ladder import bundled, dumps, load

Run = Callable[..., Result]
PRODUCT = bundled("product-management")


@pytest.mark.parametrize("file", ["out.yaml", "out.YML", "out.json"])
def test_a_ladder_file_is_the_same_ladder(run: Run, file: str, tmp_path: Path) -> None:
    """In a set order, so that an export of an export is the same bytes."""
    result = run("export", "-o", file)
    assert result.exit_code == 0, result.stderr
    assert f"{len(PRODUCT.roles)} roles" in result.stderr
    assert "Left out" not in result.stderr
    assert result.stdout == ""
    assert load(tmp_path / file) == PRODUCT
    assert run("export", "--ladder", file, "-o", "again" + file).exit_code == 0
    assert (tmp_path / ("again" + file)).read_bytes() == (tmp_path / file).read_bytes()


def test_standard_output_gets_yaml_unless_told(run: Run) -> None:
    """With -o - or without; what is said of it goes elsewhere."""
    assert run("export").stdout == run("export", "-o", "-").stdout == dumps(PRODUCT)
    assert json.loads(run("export", "--format", "json").stdout)["name"] == PRODUCT.name


def test_a_graph_comes_back(run: Run, tmp_path: Path) -> None:
    """By way of node-link JSON, with nothing guessed; .json alone means the ladder file."""
    assert run("export", "-o", "graph.json", "--format", "node-link").exit_code == 0
    data = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    assert set(networkx.node_link_graph(data, edges="edges")) == PRODUCT.roles.keys()
    result = run("import", "node-link", "graph.json", "-o", "back.yaml")
    assert result.exit_code == 0, result.stderr
    assert "Guessed" not in result.stderr
    assert (tmp_path / "back.yaml").read_text(encoding="utf-8") == dumps(PRODUCT)


def test_graphml(run: Run, tmp_path: Path) -> None:
    """By its suffix; what of a ladder it cannot hold is told."""
    result = run("export", "-o", "ladder.graphml")
    assert result.exit_code == 0
    assert "Left out, as graphml has no place for them: activities" in result.stderr
    graph = networkx.read_graphml(tmp_path / "ladder.graphml", force_multigraph=True)
    assert set(graph) == PRODUCT.roles.keys()
    assert graph.number_of_edges() == len(PRODUCT.transitions)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-o", "out.txt"), "the suffix should say the format, one of .yaml, .yml, .json"),
        (("-o", "out"), "or give --format"),
        (("-o", "none/out.yaml"), "there is no folder none"),
        (("-o", "."), "suffix should say the format"),
        (("-o", ".", "--format", "json"), "is a folder"),
        (("-o", "out.graphml", "--format", "node-link"), "ends in .graphml, but --format says"),
        (("-o", "out.yaml", "--ladder", "nowhere.yaml"), "there is no file nowhere.yaml"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, args: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    """In words, and no file is left behind."""
    result = run("export", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not os.listdir(tmp_path)


def test_a_format_named_needs_no_suffix(run: Run, tmp_path: Path) -> None:
    """A suffix that no format has says nothing against it."""
    assert run("export", "-o", "graph.txt", "--format", "graphml").exit_code == 0
    assert (tmp_path / "graph.txt").read_bytes().startswith(b"<?xml")


def test_nothing_is_replaced_unasked(run: Run, tmp_path: Path) -> None:
    """Least of all the ladder that is exported."""
    (tmp_path / "ladder.yaml").write_text(f"# mine\n{dumps(PRODUCT)}", encoding="utf-8")
    result = run("export", "-o", "ladder.yaml")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "ladder.yaml").read_text(encoding="utf-8").startswith("# mine")
    assert run("export", "-o", "ladder.yaml", "--force").exit_code == 0
    assert (tmp_path / "ladder.yaml").read_text(encoding="utf-8") == dumps(PRODUCT)


def test_bytes_are_kept_from_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would only mess it up; into a pipe they go."""
    monkeypatch.setitem(EXPORTS, "yaml", Export((".yaml",), lambda ladder: b"\0", binary=True))
    assert run("export").stdout_bytes == b"\0"
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    result = run("export")
    assert result.exit_code == 2
    assert "no use in a terminal" in result.stderr


def test_a_foreign_graph_is_imported_with_what_was_guessed(run: Run, tmp_path: Path) -> None:
    """Told beside the file, which is a ladder; where months are missing, an option gives them."""
    graph = {"nodes": [{"id": "A"}, {"id": "B"}], "links": [{"source": "A", "target": "B"}]}
    (tmp_path / "ours.json").write_text(json.dumps(graph), encoding="utf-8")
    result = run("import", "node-link", "ours.json", "-o", "out.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("ours.json:1:49: months is missing")
    assert "--months" in result.stderr
    assert not (tmp_path / "out.yaml").exists()
    result = run("import", "node-link", "ours.json", "-o", "out.yaml", "--months", "12")
    assert result.exit_code == 0, result.stderr
    assert "Guessed: ids of 2 roles, such as a for" in result.stderr
    assert run("path", "a", "b", "--ladder", "out.yaml").exit_code == 0
    result = run("import", "node-link", "ours.json", "-o", "out.json", "--months", "-1")
    assert result.exit_code == 2
    assert "--months must be a whole number from 0 to 1200, not -1" in result.stderr


def test_only_who_exports_a_graph_waits_for_networkx() -> None:
    """A ladder file is written without it."""
    code = "import sys, cli.main; cli.main.main(['export'], standalone_mode=False)"
    code += "; print('networkx' in sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stderr.endswith("False\n")
