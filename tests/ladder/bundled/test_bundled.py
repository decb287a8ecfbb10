"""The ladders that come with the package."""

from pathlib import Path

import pytest
from support.bundled import parsed_files

import ladder
from ladder import UnknownName, bundled, bundled_names, load
from ladder.person import held_in_role

FOLDER = Path(ladder.__file__).parent / "data"


@pytest.mark.parametrize("name", bundled_names())
def test_every_check_passes(name):
    """The bundled ladders pass all checks; loading them by name relies on it, and skips them."""
    (path,) = (path for path in FOLDER.iterdir() if path.stem == name and path.suffix != ".md")
    assert bundled(name) == load(path)


def developing() -> list[str]:
    return [
        name for name in bundled_names() if any(r.develops for r in bundled(name).roles.values())
    ]


@pytest.mark.parametrize("name", developing())
def test_who_is_new_in_a_role_holds_what_every_way_into_it_asks(name):
    """Nobody who says how long they have been in a role has to say how they got in as well."""
    company = bundled(name)
    for role in company.roles.values():
        gates = [move.requires for move in company.transitions if move.to_role == role.id]
        held = held_in_role(role, 0)
        for skill in set.intersection(*map(set, gates)) if gates else ():
            asked = min(gate[skill] for gate in gates)
            assert held.get(skill, 0) >= asked, (role.id, skill)
            assert role.expects.get(skill, 0) >= asked, (role.id, skill)


@pytest.mark.parametrize("name", developing())
def test_a_role_gives_on_arrival_what_it_expects(name):
    """And no more, where a way leads into it, so that nobody is given what no gate has asked."""
    company = bundled(name)
    entered = {move.to_role for move in company.transitions}
    for role in (company.roles[each] for each in entered):
        for skill, levels in role.develops.items():
            given = max((level for level, after in levels.items() if after == 0), default=0)
            assert given == role.expects.get(skill, 0), (role.id, skill)


@pytest.mark.parametrize(("file", "text"), parsed_files().items())
def test_what_a_file_was_read_as_is_what_it_says(file, text):
    """Where this fails, ``make bundled`` reads it anew."""
    assert file.read_text(encoding="utf-8") == text


def test_what_an_older_file_was_read_as_does_not_count(monkeypatch, tmp_path: Path):
    """A changed file is read itself, whatever lies beside it."""
    name, parsed = ("product-management.yaml", "product-management.yaml.parsed.json")
    content = (FOLDER / name).read_bytes()
    (tmp_path / name).write_bytes(content.replace(b"Product management", b"Other", 1))
    (tmp_path / parsed).write_bytes((FOLDER / parsed).read_bytes())
    monkeypatch.setattr("ladder.files.catalogue._files", lambda: {"other": str(tmp_path / name)})
    assert bundled("other").name == load(tmp_path / name).name == "Other"


def test_what_was_read_of_an_older_base_does_not_count(monkeypatch, tmp_path: Path):
    """A ladder that extends another is read anew where that one has changed."""
    names = ("product-management", "product-management-start-up")
    for file in (path for path in FOLDER.iterdir() if path.name.startswith(names)):
        content = file.read_bytes()
        (tmp_path / file.name).write_bytes(content.replace(b"currency: USD", b"currency: EUR"))
    files = {name: str(tmp_path / f"{name}.yaml") for name in names}
    monkeypatch.setattr("ladder.files.catalogue._files", lambda: files)
    assert [bundled(name).currency for name in names] == ["EUR", "EUR"]


def test_names():
    """They go by the names of their files, however these are written."""
    assert "product-management" in bundled_names()
    assert bundled("Product Management") == bundled("product-management")


@pytest.mark.parametrize("name", ["product-managment", "prodct management"])
def test_near_miss(name):
    """A misspelt one is answered with the nearest, and those that go on as it does."""
    with pytest.raises(UnknownName, match="did you mean product-management, product-m") as caught:
        bundled(name)
    nearest, *longer = caught.value.suggestions
    assert nearest == "product-management"
    assert set(longer) == {each for each in bundled_names() if each.startswith(f"{nearest}-")}


@pytest.mark.parametrize("name", ["", "../model", "/etc/passwd", "product-management.yaml"])
def test_only_names(name):
    """A path is no name."""
    with pytest.raises(UnknownName, match=r"there are .*product-management"):
        bundled(name)
