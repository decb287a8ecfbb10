"""What can be reached, from where one gets in, and what skills alone open, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import unstyle
from click.testing import Result
from support.clocks import Clock

from cli.export.tables.surveys import openings_report
from cli.export.tables.writers import report_markdown
from cli.output import PLAIN, Look
from cli.text.survey import describe_openings, describe_survey, expect_more, rows_of
from graphs import Reach, Undecided, Way, growth_path, into, openings, reach
from ladder import Ladder, Person, Role, Skill, Transition, bundled

PRODUCT = bundled("product-management")


def flat(result: Result) -> str:
    return " ".join(result.stdout.split())


def listed(result: Result) -> list[tuple[int, str]]:
    """Months and roles in a table, in the order in which they stand there."""
    names = {role.name: role.id for role in PRODUCT.roles.values()}
    entries: list[str] = []
    for line in result.stdout.splitlines():
        if line.startswith(" ") and line.split()[0].isdecimal():
            entries.append(line)
        elif line.startswith(" "):  # a name goes on
            entries[-1] += f" {line.strip()}"
    return [
        (int(entry.split()[0]), names[max((one for one in names if f" {one}" in entry), key=len)])
        for entry in entries
    ]


@pytest.mark.parametrize("columns", ["40", "80", "100"])
def test_every_role_within_reach_is_in_the_table(run, columns, monkeypatch):
    """However narrow: all of them, the soonest first, with the library's months."""
    monkeypatch.setenv("COLUMNS", columns)
    for args, survey in (
        (("reach", "analyst"), reach(PRODUCT, "analyst")),
        (("into", "cpo"), into(PRODUCT, "cpo")),
    ):
        result = run(*args)
        assert result.exit_code == 0
        assert listed(result) == [
            (way.months, way.role) for way in survey.ways if way.role != survey.about
        ]
        for role in survey.unreached:
            assert PRODUCT.roles[role].name in flat(result)
        assert max(map(len, result.stdout.splitlines())) <= int(columns)
        assert not any(line != line.rstrip() for line in result.stdout.splitlines())


def test_roles_stand_under_their_years(run):
    """A role that takes 36 months is reached within 3 years, one of 37 within 4."""
    years = None
    for line in run("reach", "analyst").stdout.splitlines():
        if line.startswith("Within"):
            years = int(line.split()[1])
        elif line[:1] == " ":
            months = int(line.split()[0])
            assert 12 * (years - 1) < months <= 12 * years


def test_the_data_are_the_library_s(run):
    """As JSON, the command prints what the library finds, and adds nothing."""
    wishes = ("--avoid", "apm", "--without", "mba", "--max-cost", "5000", "--within", "60")
    kept = {"avoid": ["apm"], "without": ["mba"], "max_cost": 5000.0, "within": 60}
    result = run("reach", "analyst", *wishes, "--format", "json")
    assert json.loads(result.stdout) == reach(PRODUCT, "analyst", **kept).to_dict()
    result = run("into", "spm", *wishes, "--format", "json")
    assert json.loads(result.stdout) == into(PRODUCT, "spm", **kept).to_dict()
    result = run("reach", "--skill", "roadmapping=2", "--without", "cspo", "--format", "json")
    found = openings(PRODUCT, Person(skills={"roadmapping": 2}), without=["cspo"])
    assert json.loads(result.stdout) == found.to_dict()


def test_the_person_counts(run, tmp_path: Path):
    """Skills, months and a file change the answer, as they change a path."""
    (tmp_path / "me.yaml").write_text(
        "role: analyst\nmonths_in_role: 0\nskills: {roadmapping: working}\n", encoding="utf-8"
    )
    person = Person("business-analyst", 0, {"roadmapping": 2, "empathy": 2})
    result = run("reach", "--person", "me.yaml", "--skill", "empathy=2", "--format", "json")
    found = json.loads(result.stdout)
    assert found["start"]["months_in_role"] == 0
    by_role = {way["role"]: way["months"] for way in found["ways"]}
    for target in ("product-manager", "senior-product-manager"):
        assert by_role[target] == growth_path(PRODUCT, "analyst", target, person=person).months
    refused = run("reach", "graduate", "--person", "me.yaml")
    assert refused.exit_code == 2
    assert "Business Analyst" in refused.stderr


def test_within_says_what_it_leaves_out(run):
    """Only what is reached by then; the others are named, and not called unreachable."""
    result = run("reach", "analyst", "--within", "24")
    assert all(months <= 24 for months, _ in listed(result))
    assert "within 24 months (2 years)" in flat(result)
    assert "Not within that, or not at all (9): Chief Product Officer" in flat(result)
    assert "however long" not in flat(result)


@pytest.mark.parametrize("args", [("reach", "founder"), ("into", "graduate")])
def test_nothing_is_a_no(run, args):
    """Where no way leads anywhere, or in from nowhere, the exit code says so."""
    result = run(*args)
    assert result.exit_code == 1
    assert "none of 13 other roles" in flat(result)
    assert json.loads(run(*args, "--format", "json").stdout)["status"] == "unreachable"


def test_the_limit_is_told(run):
    """What is not decided in time is neither left out nor called unreachable."""
    args = ("business-analyst", "--ladder", "uk-digital-and-data", "--time-limit", "0")
    result = run("reach", *args)
    found = json.loads(run("reach", *args, "--format", "json").stdout)
    assert found["status"] == "limit"
    assert found["undecided"]
    assert result.exit_code == (0 if any(one["best"] for one in found["undecided"]) else 3) or (
        len(found["ways"]) > 1
    )
    assert "time limit" in flat(result)


def survey(*undecided: Undecided, ways: tuple[Way, ...] = ()) -> Reach:
    known = {one.role for one in (*undecided, *ways)}
    return Reach(
        ladder=PRODUCT,
        source="business-analyst",
        ways=(Way("business-analyst", 0, 0, 0), *ways),
        unreached=tuple(sorted(PRODUCT.roles.keys() - known - {"business-analyst"})),
        undecided=undecided,
    )


def test_what_is_not_proven_is_a_range():
    """From what is proven to what was found; in its place by what was found."""
    found = survey(
        Undecided("product-manager", 4, Way("product-manager", 14, 1, 0)),
        Undecided("product-founder", 9),
        ways=(Way("graduate", 12, 1, 0), Way("ux-product-manager", 15, 1, 0)),
    )
    assert [row.way.role for row in rows_of(found)] == [
        "graduate",
        "product-manager",
        "ux-product-manager",
    ]
    text = describe_survey(found, Look(80))
    assert "4–14      1  Product Manager" in text
    assert "Product Founder (from 9)" in " ".join(text.split())
    assert "Where one figure stands, it is proven" in " ".join(text.split())
    assert "4-14" in describe_survey(found, Look(80, PLAIN))
    describe_survey(found, Look(80, PLAIN)).encode("ascii")
    assert "From Business Analyst, at least 3 of 13 other roles can be reached." in unstyle(text)
    nothing = survey(Undecided("product-manager", 4))
    text = unstyle(describe_survey(nothing, Look(80)))
    assert "Proven" not in text
    assert "No way from Business Analyst to any of 13 other roles has been found so far." in text


def test_months_that_are_proven_are_one_figure():
    """Where the fewest months are known, and only moves and cost are not."""
    found = survey(Undecided("product-manager", 14, Way("product-manager", 14, 1, 0)))
    text = unstyle(describe_survey(found, Look(80)))
    assert "    14      1  Product Manager" in text
    assert "From Business Analyst, 1 of 13 other roles can be reached." in text


def test_no_time_is_no_answer(run):
    """The role that one stands in is none of those that can be reached."""
    result = run("reach", "analyst", "--time-limit", "0")
    assert result.exit_code == 3
    assert "to any of 13 other roles has been found so far" in flat(result)
    assert "Product Manager (from 12)" in flat(result)
    result = run("into", "spm", "--time-limit", "0")
    assert result.exit_code == 3
    assert "from any of 13 other roles has been found so far" in flat(result)


def test_only_unproven_ways_exit_with_3(run, monkeypatch):
    """The limit came before any path."""
    found = survey(Undecided("product-manager", 4))
    monkeypatch.setattr("cli.commands.reach.reach", lambda *_, **__: found)
    assert run("reach", "analyst").exit_code == 3


def test_skills_alone(run):
    """What is open, what is nearest and lacks what, and what only a role gives."""
    result = run("reach", "--skill", "roadmapping=working", "--skill", "prioritisation=2")
    assert result.exit_code == 0
    text = flat(result)
    assert "You hold at working: Prioritisation · Roadmapping" in text
    assert "Gates that you hold: Product Manager" in text
    assert "careers begin there: Graduate · Software Engineer" in text
    assert (
        "UX Product Manager after 4 months and USD 650, by the gate from Product Manager "
        "lacks at working: Empathy · User-centred design" in text
    )
    assert (
        "Product Marketing Manager, by the gate from Product Manager only a role gives at "
        "working: Go-to-market learning gives at working: Product marketing" in text
    )
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_gate_without_skills_and_a_skill_that_nothing_gives(run, tmp_path: Path):
    """Said as such."""
    (tmp_path / "own.yaml").write_text(
        "name: Own\nlevels: [low]\nskills: {magic: Magic}\nroles: {a: {}, b: {}, c: {}}\n"
        "transitions:\n- {from: a, to: b, months: 9}\n"
        "- {from: a, to: c, months: 0, requires: {magic: low}}\n",
        encoding="utf-8",
    )
    (tmp_path / "me.yaml").write_text("{}\n", encoding="utf-8")
    text = flat(run("reach", "--person", "me.yaml", "--ladder", "own.yaml"))
    assert "You hold nothing" in text
    assert "Gates that ask for no skill: B" in text
    assert "careers begin there: A" in text
    assert "C, by the gate from A nothing gives Magic" in text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("reach",), "from which role"),
        (("reach", "analist"), "analyst"),
        (("reach", "nobody"), "nobody"),
        (("into", "senior prodct manager"), "senior-product-manager"),
        (("into",), "ROLE"),
        (("reach", "business", "analyst"), "analyst"),
        (("reach", "analyst", "--avoid", "nobody"), "nobody"),
        (("into", "spm", "--without", "nothing"), "nothing"),
        (("reach", "analyst", "--within", "soon"), "whole number of months"),
        (("reach", "analyst", "--by", "cost"), "--by"),
        (("into", "spm", "--skill", "roadmapping=2"), "--skill"),
        (("reach", "--months-in-role", "3"), "from which role"),
        (
            ("reach", "--skill", "roadmapping=2", "--within", "3"),
            "--within can be asked only of a role",
        ),
        (
            ("reach", "--skill", "roadmapping=2", "--avoid", "spm", "-o", "a.svg"),
            "--avoid and --output can be asked only of a role",
        ),
        (("reach", "--skill", "roadmaping=2"), "roadmapping"),
        (("reach", "analyst", "-o", "picture"), ".svg, .png, .pdf, .dot"),
        (("reach", "analyst", "-o", "picture.gif"), ".svg, .png, .pdf, .dot"),
        (("reach", "analyst", "-o", "-"), "write the picture to a file"),
        (("reach", "analyst", "-o", "."), "folder"),
        (("reach", "analyst", "-o", "none/a.svg"), "none"),
    ],
)
def test_what_makes_no_sense_is_refused(run, tmp_path: Path, args, said):
    """One message, exit code 2, no answer, and no file."""
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_months_in_no_role_are_refused(run, tmp_path: Path):
    """A file that says months, but not where."""
    (tmp_path / "me.yaml").write_text("months_in_role: 3\n", encoding="utf-8")
    result = run("reach", "--person", "me.yaml")
    assert result.exit_code == 2
    assert "me.yaml: months_in_role" in result.stderr


@pytest.mark.parametrize(
    ("suffix", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("dot", b"digraph")]
)
def test_a_picture_comes_with_the_table(run, tmp_path: Path, suffix, begins):
    """The suffix says the format; the answer is printed all the same."""
    for args in (("reach", "analyst"), ("into", "spm")):
        result = run(*args, "-o", f"picture.{suffix}")
        assert result.exit_code == 0
        assert result.stdout == run(*args).stdout
        assert f"Drawn: picture.{suffix}" in result.stderr
        assert (tmp_path / f"picture.{suffix}").read_bytes().startswith(begins)


def test_a_bar_only_for_those_who_wait(monkeypatch, capsys):
    """Nothing within a second, nothing without a terminal; then a bar that goes away."""
    from cli.output import waiting

    class Terminal:
        def __init__(self) -> None:
            self.text = ""

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

        def flush(self) -> None:
            pass

    clock = Clock()
    monkeypatch.setenv("TERM", "xterm")
    for seconds, shown in ((0.9, False), (1.1, True)):
        clock.now, terminal = 0.0, Terminal()
        monkeypatch.setattr("sys.stderr", terminal)
        with waiting("Asking role by role", lambda: clock.now) as progress:
            progress(0, 7)
            clock.now = seconds
            progress(1, 7)
            progress(7, 7)
        assert ("Asking role by role" in terminal.text) == shown
        assert ("7/7" in terminal.text) == shown
    monkeypatch.undo()
    with waiting("Asking") as progress:
        progress(1, 1)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("held", "expecting"),
    [({}, []), ({"sums": 1}, ["Clerk"]), ({"sums": 1, "words": 2}, []), ({"words": 2}, [])],
)
def test_a_gate_that_asks_less_than_its_role_expects_is_told(
    held: dict[str, int], expecting: list[str]
) -> None:
    """It is open to skills alone, and yet not meant for whoever holds no more than these."""
    skills = {key: Skill(key, key.capitalize()) for key in ("sums", "words")}
    clerk = Role("clerk", "Clerk", expects={"sums": 1, "words": 2})
    ladder = Ladder(
        "Office",
        levels=("low", "high"),
        skills=skills,
        roles={"boy": Role("boy", "Errand boy"), "clerk": clerk},
        transitions=(Transition("boy", "clerk", 0, requires={"sums": 1}),),
    )
    found = openings(ladder, Person(skills=held))
    assert expect_more(found) == expecting
    for told in (describe_openings(found, Look()), report_markdown(openings_report(found))):
        assert ("more than you hold: Clerk" in " ".join(told.split())) == bool(expecting)
