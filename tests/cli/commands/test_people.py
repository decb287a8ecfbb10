"""Summaries of a table of people: ``people``, ``skills --people``, ``diff --people``."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support.markdown import tables

from graphs import changed_people, held_skills, people, succession
from ladder import bundled

Run = Callable[..., Result]
PRODUCT = bundled("product-management")
ROLES = ["analyst", "APM", "PM", "PM", "SPM"]
TEAMS = [*["Payments"] * 9, *["Platform"] * 6, *["Legal"] * 3, *["Search"] * 4]
SMALL = "Legal", "Search"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Twenty-two people in two teams that are large enough and two that are not."""
    lines = ["id,role,months_in_role,team"]
    for place, team in enumerate(TEAMS):
        lines.append(f"WHO{place:02},{ROLES[place % 5]},{place * 2},{team}")
    lines.append("WHO99,nobody knows,3,Payments")
    file = tmp_path / "staff.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def counts(text: str) -> list[dict[str, str]]:
    """Read as a program does."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def as_json(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


SUMMARIES = (
    ("people", "staff.csv", "--to", "spm", "--group-by", "team", "--jobs", "1"),
    ("skills", "--people", "staff.csv", "--group-by", "team"),
    ("skills", "--people", "staff.csv", "--group-by", "team", "--to", "spm"),
    (
        *("diff", "product-management", "product-management-large-company"),
        *("--people", "staff.csv", "--to", "spm", "--group-by", "team"),
    ),
)


@pytest.mark.parametrize("args", SUMMARIES)
@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_a_summary_names_nobody_and_no_small_group(
    run: Run, staff: Path, args: tuple[str, ...], form: str
) -> None:
    if args[0] == "diff" and form == "csv":
        pytest.skip("a difference is no table")
    result = run(*args, "--format", form)
    assert result.exit_code == 0, result.output
    told = result.stdout.partition("\nNearest\n")[0]  # a list by id, in the text alone
    assert "WHO" not in told
    assert not any(name in told for name in SMALL)
    assert "Payments" in told
    assert "WHO" not in result.stderr


@pytest.mark.parametrize("args", SUMMARIES)
def test_small_groups_are_named_where_that_is_asked(
    run: Run, staff: Path, args: tuple[str, ...]
) -> None:
    told = run(*args, "--small-groups").stdout
    assert all(name in told for name in SMALL)


@pytest.mark.parametrize("args", SUMMARIES)
def test_of_fewer_than_five_nothing_is_told(run: Run, staff: Path, args: tuple[str, ...]) -> None:
    lines = staff.read_text(encoding="utf-8").splitlines()
    staff.write_text("\n".join(lines[:5]), encoding="utf-8")
    result = run(*args)
    assert result.exit_code == 0
    assert "Fewer than 5 people" in result.stdout
    assert "Payments" not in result.stdout.partition("\nNearest\n")[0]
    told = as_json(run(*args, "--format", "json"))
    told = told.get("people", told) if args[0] == "diff" else told
    assert (told["everybody"], told["groups"]) == (None, [])


def test_every_form_of_a_succession_has_the_same_figures(run: Run, staff: Path) -> None:
    found = succession(people(PRODUCT, staff, to="spm"), by="team")
    args = SUMMARIES[0]
    told = as_json(run(*args, "--format", "json"))
    assert told["to"] == "senior-product-manager"
    assert {key: told[key] for key in found.to_dict()} == json.loads(json.dumps(found.to_dict()))
    assert found.everybody is not None
    expected = [
        [group.people, group.incumbents, *group.within, group.later, group.no_way]
        for group in (found.everybody, *found.groups)
    ]
    rows = counts(run(*args, "--format", "csv").stdout)
    heads = [
        "people",
        "incumbents",
        "now",
        "within_12",
        "within_24",
        "within_36",
        "later",
        "no_way",
    ]
    assert [[int(row[head]) for head in heads] for row in rows] == expected
    assert [row["part"] for row in rows] == ["everybody", *["group"] * len(found.groups)]
    whole, apart = tables(run(*args, "--format", "markdown").stdout)
    assert [[int(one) for one in row.values()] for row in whole] == expected[:1]
    assert [[int(one) for one in [*row.values()][1:]] for row in apart] == expected[1:]
    text = run(*args).stdout
    lines = [line.split() for line in text.splitlines() if line.startswith(("Payments", "Platf"))]
    assert [[int(one) for one in line[1:]] for line in lines] == expected[1:3]


def test_the_rows_and_the_picture_are_written_together(
    run: Run, staff: Path, tmp_path: Path
) -> None:
    result = run(*SUMMARIES[0], "-o", "rows.csv", "-o", "bars.svg")
    assert result.exit_code == 0, result.output
    rows = counts((tmp_path / "rows.csv").read_text(encoding="utf-8-sig"))
    assert [row["id"] for row in rows] == [*(f"WHO{n:02}" for n in range(22)), "WHO99"]
    picture = (tmp_path / "bars.svg").read_text(encoding="utf-8")
    assert "Payments" in picture
    assert not any(name in picture for name in ("WHO", *SMALL))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("people", "staff.csv", "-o", "a.svg"), "count those on the way to one role"),
        (("people", "staff.csv", "--to", "spm", "-o", "staff.csv"), "is the table itself"),
        (("people", "staff.csv", "--to", "spm", "-o", "a.svg", "-o", "b.png"), "one for the"),
        (("people", "staff.csv", "--leaves", "WHO01", "-o", "a.csv"), "leave it or --leaves out"),
        (("people", "staff.csv", "--leaves", "WHO77"), 'no row has the id "WHO77"'),
        (("people", "staff.csv", "--leaves", "WHO99"), "line 24 cannot be read: no role"),
        (
            ("people", "staff.csv", "--to", "spm", "--group-by", "tem", "--jobs", "1"),
            "did you mean team",
        ),
        (("skills", "--group-by", "team"), "add --people"),
        (("skills", "roadmapping", "--people", "staff.csv"), "leave words"),
        (("skills", "--people", "staff.csv", "--by-person", "--to", "spm"), "without groups"),
        (("diff", "product-management", "product-management", "--people", "staff.csv"), "one --to"),
        (("diff", "product-management", "product-management", "-o", "a.csv"), "add --people"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, staff: Path, args: tuple[str, ...], message: str
) -> None:
    before = staff.read_bytes()
    result = run(*args)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert staff.read_bytes() == before


@pytest.mark.parametrize("args", SUMMARIES)
def test_a_column_is_known_whatever_its_case(run: Run, staff: Path, args: tuple[str, ...]) -> None:
    """The answer has the name that the table has; of two that are alike, one is to be named."""
    expected = run(*args, "--format", "json").stdout
    shouted = tuple("TEAM " if one == "team" else one for one in args)
    assert run(*shouted, "--format", "json").stdout == expected
    lines = staff.read_text(encoding="utf-8").splitlines()
    rows = [f"{lines[0]},Team", *(f"{line},x" for line in lines[1:])]
    staff.write_text("\n".join(rows), encoding="utf-8")
    refused = run(*shouted)
    assert refused.exit_code == 2
    assert "did you mean team or Team" in refused.stderr


def test_pictures_have_a_theme(run: Run, staff: Path, tmp_path: Path) -> None:
    for args in SUMMARIES[:2]:
        pictures = []
        for theme in ("light", "dark"):
            assert run(*args, "-o", "a.svg", "--theme", theme).exit_code == 0
            pictures.append((tmp_path / "a.svg").read_text(encoding="utf-8"))
        assert pictures[0] != pictures[1]
    refused = run(*SUMMARIES[0], "--theme", "dark")
    assert refused.exit_code == 2
    assert "add -o FILE" in refused.stderr
    assert "did you mean dark" in run(*SUMMARIES[0], "-o", "a.svg", "--theme", "drk").stderr


def test_what_is_said_of_a_table_fits_the_window(run: Run, tmp_path: Path) -> None:
    """And names what may be wrong with it: dates are read, leavers told, ids missed."""
    headings = "Role,In role since,Left on,Cost centre of the department,Manager of the manager"
    rows = ["PM,2024-03-15,,1,x", "PM,2024-03-15,2026-05-31,1,x", "APM,31.02.2024,,1,x"]
    (tmp_path / "odd.csv").write_text("\n".join([headings, *rows]), encoding="utf-8")
    args = ("people", "odd.csv", "--to", "spm", "--jobs", "1", "--as-of", "2026-11-29")
    result = run(*args, "-o", "out.csv")
    assert result.exit_code == 0
    said = result.stderr.partition("odd.csv:")[0]
    assert max(map(len, said.splitlines())) <= 80
    told = " ".join(result.stderr.split())
    assert "rows by their numbers" in told
    assert "months_in_role counted from In role since, up to 2026-11-29" in told
    assert '1 person seems to have left, by the column "Left on" (line 3)' in told
    assert "odd.csv: line 4: In role since: expected a date" in told
    written = counts((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))
    assert [row["months_in_role"] for row in written] == ["32", "32", ""]
    asked = run(*args[:-2], "--as-of", "soon")
    assert asked.exit_code == 2
    assert "a day such as 2026-12-31" in " ".join(asked.stderr.split())


def test_dates_that_may_begin_with_the_month_are_asked_about(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("Role,Role since\nPM,03/04/2024\n", encoding="utf-8")
    result = run("people", "odd.csv", "--to", "spm")
    assert result.exit_code == 2
    assert "03/04/2024, may begin with the day or with the month" in " ".join(result.stderr.split())


@pytest.mark.parametrize("args", SUMMARIES[2:])
def test_several_processes_tell_the_same(
    run: Run, staff: Path, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphs.staff.crew.PATIENCE", 0)
    one, two = (run(*args, "--jobs", jobs, "--format", "json") for jobs in ("1", "2"))
    assert one.exit_code == two.exit_code == 0
    assert one.stdout == two.stdout


def test_who_follows_on_whoever_leaves(run: Run, staff: Path) -> None:
    """The counts are of the others, and of a small team no skills are told."""
    result = run("people", "staff.csv", "--leaves", "WHO04", "--group-by", "team", "--jobs", "1")
    assert result.stdout.startswith("If WHO04 leaves\n")
    assert "Who could follow as Senior Product Manager: 21 people left" in result.stdout
    assert "Skills of Payments: 8 people left" in result.stdout
    told = as_json(
        run("people", "staff.csv", "--leaves", "WHO15", "--jobs", "1", "--format", "json")
    )
    assert told["followers"][0]["to"] == "business-analyst"
    small = run(
        "people", "staff.csv", "--leaves", "WHO15", "--group-by", "team", "--jobs", "1"
    ).stdout
    assert "Skills of Legal" not in small
    assert "In Legal fewer than 5 people are left" in " ".join(small.split())


def test_every_form_of_leaving_has_the_same_skills(run: Run, staff: Path) -> None:
    args = ("people", "staff.csv", "--leaves", "WHO04", "--group-by", "team", "--jobs", "1")
    told = as_json(run(*args, "--format", "json"))
    rows = counts(run(*args, "--format", "csv").stdout)
    for part, gone in (("skills", told["everybody"]), ("group skills", told["groups"][0])):
        of = [row for row in rows if row["part"] == part and row["skill"]]
        lost = {
            row["skill"]: [int(row["level"]), int(row["left"] or 0)]
            for row in of
            if row["what"] in ("gone", "lower")
        }
        assert lost == gone["lost"]
        assert {row["skill"] for row in of if row["what"] == "alone"} == gone["alone"].keys()
        assert all(int(row["people"]) == gone["people"] for row in of)
    assert next(int(row["people"]) for row in rows if row["to"]) == 21


def test_every_form_of_held_skills_has_the_same_figures(run: Run, staff: Path) -> None:
    args = SUMMARIES[1]
    found = held_skills(PRODUCT, staff, by="team")
    groups = found.all_groups
    told = as_json(run(*args, "--format", "json"))
    assert [one["name"] for one in told["groups"]] == [group.name for group in found.groups]
    assert told["everybody"]["alone"] == found.everybody.alone  # type: ignore[union-attr]
    rows = iter(counts(run(*args, "--format", "csv").stdout))
    for group in groups:
        for skill in found.skills:
            row = next(rows)
            assert row["skill"] == skill
            assert int(row["half"] or 0) == group.level(skill)
            at = tuple(int(row[f"at_{level}"]) for level in range(1, 5))
            assert at == group.held.get(skill, (0, 0, 0, 0))
            lack = group.lacking.get(skill)
            assert int(row["lacking"]) == (lack.people if lack else 0)
    first = tables(run(*args, "--format", "markdown").stdout)[0]
    names = {PRODUCT.skills[skill].name: skill for skill in found.skills}
    for line in first:
        skill, *levels = line.values()
        assert [int(one or 0) for one in levels] == [one.level(names[skill]) for one in groups]
    text = run(*args).stdout
    line = next(line for line in text.splitlines() if line.startswith("Roadmapping"))
    assert [int(one) for one in line.split()[1:]] == [one.level("roadmapping") for one in groups]


def test_who_holds_what_is_listed_by_id_where_that_is_asked(run: Run, staff: Path) -> None:
    args = ("skills", "--people", "staff.csv", "--by-person")
    rows = counts(run(*args, "--format", "csv").stdout)
    people_ = as_json(run(*args, "--format", "json"))["people"]
    assert {row["id"] for row in rows} == {one["id"] for one in people_ if one["skills"]}
    assert len(people_) == 22
    for one in people_:
        of = {row["skill"]: int(row["level"]) for row in rows if row["id"] == one["id"]}
        assert of == one["skills"]
    assert "WHO04" in run(*args).stdout


def test_a_map_of_skills_is_drawn(run: Run, staff: Path, tmp_path: Path) -> None:
    assert run(*SUMMARIES[1], "-o", "map.svg").exit_code == 0
    picture = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Payments" in picture
    assert not any(name in picture for name in ("WHO", *SMALL))
    assert run(*SUMMARIES[1], "-o", "map.csv").exit_code == 0
    assert len(counts((tmp_path / "map.csv").read_text(encoding="utf-8"))) > 20


def test_what_a_change_does_is_counted_and_written_by_id(
    run: Run, staff: Path, tmp_path: Path
) -> None:
    result = run(*SUMMARIES[3], "-o", "changes.csv", "--format", "json")
    told = as_json(result)["people"]
    large = bundled("product-management-large-company")
    found = changed_people(PRODUCT, large, staff, to="spm", by="team")
    assert told == json.loads(json.dumps(found.to_dict()))
    assert found.everybody is not None
    assert found.everybody.turns["same"] < found.everybody.people  # there is something to tell
    rows = counts((tmp_path / "changes.csv").read_text(encoding="utf-8-sig"))
    assert [row["months_more"] for row in rows] == [
        "" if more is None else str(more) for more in found.rows["months_more"].to_pylist()
    ]
    text = run(*SUMMARIES[3]).stdout
    (same,) = [line.split() for line in text.splitlines() if line.startswith("As before")]
    assert int(same[-1]) == found.everybody.turns["same"] > 0


def test_what_is_wrong_alike_is_told_once_with_its_lines(run: Run, tmp_path: Path) -> None:
    """So that one slip in many rows does not hide the others."""
    rows = [*["Prodct Manager"] * 30, "nobody knows", "PM"]
    text = "\n".join(["id,role", *(f"{place},{role}" for place, role in enumerate(rows))])
    (tmp_path / "staff.csv").write_text(text, encoding="utf-8")
    told = run("people", "staff.csv", "--to", "spm", "-o", "answers.csv").stderr
    slip = 'lines 2, 3, 4, 5, 6 and 25 more: no role "Prodct Manager"'
    assert told.count("Prodct Manager") == 1
    assert slip in told
    assert 'line 32: no role "nobody knows"' in told
    assert "cannot be read" not in told


@pytest.mark.parametrize(
    ("args", "known"),
    [
        (("people", "odd.csv", "--to", "spm", "-o", "answers.csv"), False),
        (("analyze", "--people", "odd.csv", "--to", "spm"), False),
        (
            (
                *("analyze", "--people", "odd.csv", "--to", "spm"),
                *("--map", "months_in_role=Months here", "--map", "Roadmapping=Roadmaping"),
            ),
            True,
        ),
    ],
)
def test_columns_that_would_change_the_answers_are_not_passed_over_silently(
    run: Run, tmp_path: Path, args: tuple[str, ...], known: bool
) -> None:
    lines = ["Role,Months here,Roadmaping,Team", *["PM,3,working,Red"] * 6]
    (tmp_path / "odd.csv").write_text("\n".join(lines), encoding="utf-8")
    result = run(*args)
    assert result.exit_code == 0, result.output
    for option in ("months_in_role=Months here", "Roadmapping=Roadmaping"):
        assert (f'--map "{option}"' in result.stderr) is not known
    assert '"Team"' not in result.stderr
    assert ("months_in_role from Months here" in result.stderr) is known


def test_map_without_people_is_refused(run: Run) -> None:
    result = run("analyze", "--map", "role=Role")
    assert result.exit_code == 2
    assert "add --people" in result.stderr


def test_an_analysis_goes_into_a_page(run: Run, tmp_path: Path) -> None:
    """The same as is printed; what stands around its place stays."""
    args = ("analyze", "--to", "chief product officer")
    printed = run(*args, "--format", "markdown").stdout.strip()
    page = tmp_path / "wiki.md"
    page.write_text("mine\n<!-- ladder:begin -->\nold\n<!-- ladder:end -->\n", encoding="utf-8")
    assert run(*args, "-o", "wiki.md").exit_code == 0
    written = page.read_text(encoding="utf-8")
    assert written.startswith("mine\n")
    assert printed in written
    assert "old\n" not in written


def test_rows_are_no_page(run: Run, staff: Path) -> None:
    result = run("people", staff.name, "--to", "spm", "-o", "counts.md")
    assert result.exit_code == 2
    assert "--format markdown > counts.md" in result.stderr
