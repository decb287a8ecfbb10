"""Pages of roles: they say all there is, lead to one another, and replace nobody's file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import Result
from hypothesis import HealthCheck, example, given, settings
from support.markdown import LINKED, links, shown, structure
from support.odd_names import NEEDED, TRICKY, names, one_line, ordinary, renamed

from cli.errors import Refused
from cli.export.pages.blocks import blocks
from cli.export.pages.folder import INDEX, SIGN, index_page, page_files, write_pages
from cli.export.pages.page import role_page
from cli.text.prose import BULLET
from graphs import GrowthPath
from ladder import FrozenDict, Ladder, Role, Track, Transition, bundled

Run = Callable[..., Result]
PRODUCT = bundled("product-management")
fuzz = settings(
    max_examples=15,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def sections(page: str) -> dict[str, str]:
    """What stands under each title."""
    parts = re.split(r"^## (.*)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("role", PRODUCT.roles.values(), ids=lambda role: role.id)
def test_a_page_has_all_of_a_role(role: Role) -> None:
    """Names, text, each level with its text, what is developed, and both ends of its moves."""
    page = role_page(PRODUCT, role)
    parts = {title.removesuffix(r" \~"): text for title, text in sections(page).items()}
    assert page.startswith(f"# {role.name}\n")
    for told in (role.about, *role.aliases, PRODUCT.tracks[role.track or ""].name):
        assert (told or "") in shown(page)
    for skill, level in role.expects.items():
        text = PRODUCT.skills[skill].levels[level]
        line = f"- **{PRODUCT.skills[skill].name}**, at {PRODUCT.level_name(level)}: {text}"
        assert line in parts["Expects"].splitlines()
    for levels in role.develops.values():
        for after in levels.values():
            assert re.search(rf"after {after} month" if after else "on arrival", parts["Develops"])
    for move in PRODUCT.transitions:
        if move.from_role == role.id:
            leads = f"- to **{PRODUCT.roles[move.to_role].name}**: {move.kind} "
            assert leads in parts["Where it leads"]
        if move.to_role == role.id:
            assert f"**{PRODUCT.roles[move.from_role].name}**" in parts["Who gets in"]


def test_all_pages_lead_to_one_another(run: Run, tmp_path: Path) -> None:
    """Each link has its page, and the index leads to all."""
    ladder = PRODUCT
    result = run("show", "--all", "-o", "pages")
    assert result.exit_code == 0, result.output
    assert f"with {len(ladder.roles)} pages" in result.stderr
    pages = {file.name: file.read_text("utf-8") for file in (tmp_path / "pages").iterdir()}
    assert set(pages) == {f"{role}.md" for role in ladder.roles} | {"index.md"}
    for role in ladder.roles.values():
        page = pages[f"{role.id}.md"]
        assert page.startswith(SIGN)
        assert f"# {role.name}\n" in page
        ends = {unquote(link) for link in links(page)} - {role.url}
        assert ends <= set(pages)
        onward = {
            f"{move.to_role}.md"
            for move in ladder.transitions
            if role.id in move.from_roles or move.to_role == role.id
        }
        assert onward - {f"{role.id}.md"} <= ends
    assert sorted(links(pages["index.md"])) == sorted(f"{role}.md" for role in ladder.roles)


def test_pictures_lead_to_the_pages(run: Run, tmp_path: Path) -> None:
    """By the same names, in SVG and in Mermaid."""
    run("show", "--all", "-o", "pages")
    for file in ("a.svg", "a.mmd"):
        assert run("draw", "--link-template", "pages/{id}.md", "-o", file).exit_code == 0
        text = (tmp_path / file).read_text("utf-8")
        ends = re.findall(r'(?:<a |click r\d+ )href[= ]"([^"]*)"', text)
        assert len(ends) == len(PRODUCT.roles)
        assert all((tmp_path / unquote(end)).is_file() for end in ends)


def small(*ids: str) -> Ladder:
    return Ladder("Small", roles=FrozenDict({key: Role(key, key.upper()) for key in ids}))


def test_no_two_roles_share_a_file_and_none_takes_a_devices() -> None:
    """Nor the index's; an id of any script is its own name, however long."""
    long = "产" * 200
    ids = ("cook", "con", "nul", "com1", "lpt¹", "index", "产品经理", "prn-2", long, long[:-1])
    files = page_files(small(*ids))
    assert files["cook"] == "cook.md"
    assert files["产品经理"] == "产品经理.md"
    assert files["prn-2"] == "prn-2.md"
    for taken in ("con", "nul", "com1", "lpt¹", "index"):
        assert files[taken] == f"{taken}-.md"
    assert len({name.casefold() for name in files.values()}) == len(ids)
    assert max(len(name.encode()) for name in files.values()) <= 255 - len(".") - len(".01234567")


@pytest.mark.parametrize("role", ["../x", "a/b", ".", "", "a\\b", "A", "a.md", "a:b"])
def test_no_id_leads_out_of_the_folder(role: str) -> None:
    """A ladder made in Python may hold any id."""
    with pytest.raises(Refused):
        page_files(small(role))


def test_files_of_others_are_kept(run: Run, tmp_path: Path) -> None:
    """All are named, nothing is written; pages of ours are replaced, and --force replaces all."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "index.md").write_text("mine")
    (pages / "graduate.md").write_text("mine, too")
    (pages / "notes.md").write_text("not in the way")
    refused = run("show", "--all", "-o", "pages")
    assert refused.exit_code == 2
    assert "graduate.md" in refused.stderr
    assert "index.md" in refused.stderr
    assert sorted(file.name for file in pages.iterdir()) == ["graduate.md", "index.md", "notes.md"]
    assert run("show", "--all", "-o", "pages", "--force").exit_code == 0
    assert (pages / "index.md").read_text("utf-8").startswith(SIGN)
    assert (pages / "notes.md").read_text() == "not in the way"
    (pages / "old.md").write_text(f"{SIGN}\nof a role that is gone")
    again = run("show", "--all", "-o", "pages")
    assert again.exit_code == 0
    assert "of no role of this ladder: old.md" in again.stderr
    assert not [file for file in pages.iterdir() if not file.name.endswith(".md")]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show",), "which role?"),
        (("show", "--all"), "Name a folder"),
        (("show", "pm", "--all", "-o", "x"), "leave out pm"),
        (("show", "pm", "-o", "x"), "--format markdown > FILE"),
        (("show", "--all", "-o", "x/y"), "there is no folder x"),
        (("show", "--all", "-o", "file"), "file is a file"),
        (("show", "--all", "--format", "csv", "-o", "x"), "leave out --format csv"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    """With what would, and no folder is made."""
    (tmp_path / "file").write_text("")
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_page_of_the_web_is_linked_and_others_are_not() -> None:
    """A ladder made in Python may hold any address."""
    role = Role("cook", "Cook", url="https://e.org/cook")
    assert links(role_page(Ladder("Kitchen", roles=FrozenDict(cook=role)), role)) == [role.url]
    bad = replace(role, url="javascript:alert(1)")
    assert links(role_page(Ladder("Kitchen", roles=FrozenDict(cook=bad)), bad)) == []


@fuzz
@given(given=names(NEEDED + 1))
@example(given=(TRICKY * 2)[1 : NEEDED + 2])
@example(given=(TRICKY * 2)[-NEEDED - 1 :])
@example(given=[f"{number}. <!-- {number}" for number in range(NEEDED + 1)])
@example(given=[f"{number}) x" for number in range(NEEDED + 1)])
@example(given=[f"{'=' * number}" for number in range(1, NEEDED + 2)])
def test_no_name_is_read_as_markup(path: GrowthPath, given: list[str]) -> None:
    """Whatever the names and texts, pages have the same titles, lists and links."""
    text = one_line(given[-1])
    text = f"x {text}" if BULLET.match(text) else text  # which is a list in a text of several lines
    found = []
    for ladder, told in ((renamed(path, given).ladder, text), (ordinary(path).ladder, "text")):
        full = clad(ladder, told)
        files = page_files(full)
        pages = [role_page(full, role, files) for role in full.roles.values()]
        found.append([*pages, index_page(full, files)])
        assert all(set(links(page)) <= {*files.values(), f"{INDEX}.md"} for page in found[-1])
    for odd, plain in zip(*found, strict=True):
        assert structure(odd) == structure(plain)
        assert not LINKED.search(odd)


def clad(ladder: Ladder, text: str) -> Ladder:
    """The same, with a text wherever there can be one, and a move that is open to all."""
    level = {1: text, 2: text, 3: text}
    skills = {
        key: replace(one, about=text, group=text, levels=level if key == "analysis" else {})
        for key, one in ladder.skills.items()
    }
    facts = {"about": text, "aliases": (text,), "track": "t", "source": text}
    expects = {"analysis": 2, "research": 1}
    roles = {key: replace(one, **facts, expects=expects) for key, one in ladder.roles.items()}
    opened = Transition("any", "pm", 12, text, {"analysis": 2}, text)
    return replace(
        ladder,
        name=text,
        about=text,
        source=text,
        skills=FrozenDict(skills),
        roles=FrozenDict(roles),
        levels_about=level,
        transitions=(*ladder.transitions, opened),
        tracks=FrozenDict(t=Track("t", text, family=text)),
    )


LINES = ["1. x", "2) x", "- x", "Can:\n- 1. x\n- # y", "===\nx", "x\n==="]


@pytest.mark.parametrize("text", [*TRICKY, *LINES])
def test_a_text_of_several_lines_is_paragraphs_and_lists_of_words(text: str) -> None:
    """Nothing in it is a title, a rule, code, a link or a list of numbers."""
    found = {token for token, *_ in structure("\n\n".join(["x", *blocks(text)]))}
    allowed = {"paragraph", "bullet_list", "list_item"}
    assert {token.rsplit("_", 1)[0] for token in found} - {"inline"} <= allowed


def test_a_dash_within_a_text_is_kept() -> None:
    """Only one that begins a point is left out: "3 - 5 years" are not "3 5 years"."""
    move = replace(PRODUCT.transitions[0], source="Three - 5 years – as they say")
    ladder = replace(PRODUCT, transitions=(move, *PRODUCT.transitions[1:]))
    page = role_page(ladder, ladder.roles[move.to_role])
    assert "source: Three - 5 years – as they say" in page


def test_an_interrupted_folder_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which pages are there is told, as there is no index yet."""
    written = []

    def write(target: str, content: bytes) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(target)

    monkeypatch.setattr("cli.export.pages.folder.write", write)
    with pytest.raises(KeyboardInterrupt):
        write_pages(PRODUCT, str(tmp_path / "pages"), force=False)
    assert "Interrupted: 2 of 14 pages written, and no index.md" in capsys.readouterr().err
