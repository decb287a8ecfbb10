"""Doubtful names: told all at once, or asked for where somebody can answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from support.occupations import SINGULARS

from cli.main import main
from cli.text.layout import cells
from ladder import FrozenDict, Ladder, Role, Skill, Track, bundled, bundled_names, dumps
from ladder.matching import to_id

WARDS = """
name: Wards
levels: [some, all]
skills: {care: Care of patients, calm: Staying calm}
tracks: {nursing: Nursing}
roles:
  nurse-midwives: {name: Nurse Midwives, track: nursing}
  registered-nurses: {name: Registered Nurses, aliases: [RN], track: nursing}
  physician-assistants: {name: Physician Assistants, expects: {care: all}}
  lawyers: {name: Lawyers, about: They speak for patients.}
transitions:
  - {from: registered-nurses, to: physician-assistants, months: 6}
  - {from: nurse-midwives, to: physician-assistants, months: 12}
activities: {course: {name: Course of patience, months: 3, develops: {care: all}}}
"""

Run = Callable[..., Result]


@pytest.fixture
def wards(run: Run, tmp_path: Path) -> Run:
    """Run a command line over a ladder in the folder."""
    (tmp_path / "ladder.yaml").write_text(WARDS, encoding="utf-8")
    return run


@pytest.mark.parametrize(
    "line",
    [
        ("path", "physician", "lawyers"),
        ("path", "rn", "physician"),
        ("gap", "nurse", "lawyer"),
        ("next", "nurse", "lawyer"),
        ("reach", "nurse"),
        ("into", "physician"),
        ("show", "nurse"),
        ("draw", "--around", "nurse", "-o", "x.svg"),
        ("draw", "--path", "nurse", "lawyer", "-o", "x.svg"),
        ("draw", "--gated-by", "patients", "-o", "x.svg"),
        ("path", "rn", "lawyer", "--skill", "patients=all"),
        ("path", "rn", "lawyer", "--without", "patience"),
        ("path", "rn", "lawyer", "--avoid", "midwives"),
        ("path", "rn", "lawyer", "--via", "midwives"),
    ],
)
def test_a_part_of_a_name_is_never_taken_for_it(
    line: tuple[str, ...], wards: Run, tmp_path: Path
) -> None:
    """Wherever a name is given, the answer is what may have been meant, and nothing is written."""
    done = wards(*line)
    assert done.exit_code == 2
    assert "did you mean" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "x.svg").exists()


def test_a_person_s_file_takes_no_part_of_a_name(wards: Run, tmp_path: Path) -> None:
    """Nor do names in a file."""
    (tmp_path / "me.yaml").write_text("role: nurse\ndone: [patience]\n", encoding="utf-8")
    done = wards("path", "lawyers", "--person", "me.yaml")
    assert done.exit_code == 2
    assert "me.yaml:1:7: no role" in done.stderr
    assert "me.yaml:2:8: no activity" in done.stderr


def test_all_doubtful_names_are_told_at_once(wards: Run) -> None:
    """Those of the options, too, each with its nearest."""
    done = wards("path", "nurse", "lawyrs", "--skill", "calmness=all", "--without", "xyzzy")
    assert done.exit_code == 2
    for told in (
        'no role "nurse"; did you mean registered-nurses or nurse-midwives?',
        'no role "lawyrs"; did you mean lawyers?',
        'no skill "calmness"; did you mean calm (Staying calm)?',
        'no activity "xyzzy"; "ladder activities" lists them',
    ):
        assert told in done.stderr


@pytest.fixture
def answering(wards: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command line as if somebody sat before it, who answers so."""
    monkeypatch.setattr("cli.naming._is_terminal", lambda: True)

    def run(answers: str, *line: str) -> Result:
        return CliRunner().invoke(main, list(line), input=answers, prog_name="ladder")

    return run


def test_one_is_asked_which_is_meant(answering: Callable[..., Result]) -> None:
    """The likeliest is the first; a number that is none of them is asked for again."""
    done = answering("7\n1\n", "path", "nurse", "physician assistants")
    assert done.exit_code == 0, done.output
    assert 'Which one is meant by "nurse"?\n  1  Registered Nurses\n  2  Nurse Mid' in done.stderr
    assert done.stdout.startswith("Registered Nurses → Physician Assistants")


def test_several_are_asked_one_after_another(answering: Callable[..., Result]) -> None:
    """Each doubtful name once, be it typed twice."""
    done = answering("2\n1\n", "gap", "nurse", "physician", "--avoid", "nurse")
    assert done.stderr.count("Which one is meant by") == 2
    assert "contradict each other" in done.stderr
    done = answering("2\n1\n", "gap", "nurse", "physician")
    assert done.exit_code == 0
    assert "Nurse Midwives" in done.stdout


def test_enter_gives_up(answering: Callable[..., Result]) -> None:
    """Then it ends as it does where nobody can be asked."""
    for answers in ("\n", ""):  # the second is what Ctrl-D says
        done = answering(answers, "show", "nurse")
        assert done.exit_code == 2
        assert 'no role "nurse"; did you mean registered-nurses' in done.stderr


def test_a_program_is_not_asked(answering: Callable[..., Result]) -> None:
    """Who wants JSON gets an error, and so does who asks for what is near nothing."""
    for line in (("show", "nurse", "--format", "json"), ("path", "nurse", "xyzzy")):
        done = answering("1\n", *line)
        assert done.exit_code == 2
        assert "Which one" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there is no pty on Windows")
def test_in_a_terminal(tmp_path: Path) -> None:
    """As a person sees it: asked, answered by a number, and told."""
    import pty

    (tmp_path / "ladder.yaml").write_text(WARDS, encoding="utf-8")
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.execv(sys.executable, [sys.executable, "-m", "cli", "show", "nurse"])
    seen = b""
    os.write(terminal, b"2\n")
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # Linux says so when the other end is gone
            break
        if not read:
            break
        seen += read
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    shown = click.unstyle(seen.decode())
    assert "Which one is meant by" in shown
    assert "nurse-midwives" in shown.partition("Enter for none")[2]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (("roles", "nurse"), {"nurse-midwives", "registered-nurses"}),
        (("roles", "NURSES", "regist"), {"registered-nurses"}),
        (("roles", "nursing"), {"nurse-midwives", "registered-nurses"}),
        (("roles", "patient"), {"lawyers"}),
        (("roles", "rn"), {"registered-nurses"}),
        (("roles", "assistant", "physician"), {"physician-assistants"}),
        (("roles", "xyzzy"), set()),
        (("skills", "patient"), {"care"}),
        (("skills", "care of patients"), {"care"}),
        (("skills", "c"), set()),
        (("skills", "ca"), {"care", "calm"}),
        (("activities", "patience"), {"course"}),
        (("activities", "courses"), {"course"}),
        (("activities", "patients"), set()),
    ],
)
def test_words_find_what_holds_them(line: tuple[str, ...], found: set[str], wards: Run) -> None:
    """All of the words, in a name, an alias, the track or what is said of it; 1 where none does."""
    done = wards(*line, "--format", "json")
    assert done.exit_code == (0 if found else 1)
    import json

    assert {one["id"] for one in json.loads(done.stdout)[line[0]]} == found
    text = wards(*line)
    assert text.exit_code == (0 if found else 1)
    if not found:
        assert text.stdout == ""
        assert "There is no" in text.stderr


def test_words_that_nothing_holds_get_the_nearest(run: Run) -> None:
    """Of skills, too, where the word is but a part of the name."""
    done = run("skills", "sqll")
    assert done.exit_code == 1
    assert 'There is no skill "sqll"; did you mean data-analysis (Data and SQL)?' in done.stderr


def test_a_skill_s_name_still_tells_what_its_levels_mean(run: Run) -> None:
    """One by its words, several by a name each."""
    assert "Data and SQL\ndata-analysis" in run("skills", "data", "and", "sql").stdout
    both = run("skills", "roadmapping", "finance").stdout
    assert both.count("What one can do") == 2


def _large() -> Ladder:
    """Occupations with the long names and the many other names that they have."""
    roles = [
        Role(
            to_id(title), title, (f"{place}-1011.00", one, f"Chief {one}", f"{place:x>24}"), "work"
        )
        for place, (title, one) in enumerate(SINGULARS.items())
    ]
    return Ladder(
        "Work",
        levels=("low",),
        skills=FrozenDict(a=Skill("a", "A")),
        tracks=FrozenDict(work=Track("work", "Work of every kind")),
        roles=FrozenDict({role.id: role for role in roles}),
    )


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("ladder", ["large", "product-management", "uk-digital-and-data"])
def test_a_list_of_roles_is_readable(
    ladder: str, width: int, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No line is wider than the window, no word is broken, and no role takes many lines."""
    name = ladder
    if ladder == "large":
        name = str(tmp_path / "large.json")
        Path(name).write_text(dumps(_large(), format="json"), encoding="utf-8")
    known = bundled(ladder) if ladder in bundled_names() else _large()
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("roles", "--ladder", name).stdout
    assert max(map(cells, shown.splitlines())) <= width
    words = {"Role", "Id", "Also", "and", "more"}
    for one in (*known.roles.values(), *known.tracks.values()):
        for text in (one.id, one.name, *getattr(one, "aliases", ())):
            words.update(word for word in text.split())
    found = {word.rstrip(",") for word in shown.split() if not word.isdecimal()}
    assert found <= {word.rstrip(",") for word in words}
    assert len(shown.splitlines()) < 6 * len(known.roles)


def test_the_alias_that_was_asked_for_is_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of many aliases a few are shown, those with the words first."""
    names = tuple(f"Name {number}" for number in range(20))
    ladder = Ladder("X", roles=FrozenDict(a=Role("a", "Whatever", (*names, "Ward sister"))))
    (tmp_path / "ladder.json").write_text(dumps(ladder, format="json"), encoding="utf-8")
    shown = run("roles", "sisters", "--ladder", "ladder.json").stdout
    assert "Ward sister, Name 0, Name 1 and 18 more" in shown
