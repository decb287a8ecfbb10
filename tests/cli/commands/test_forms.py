"""The forms of an answer, on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from click.testing import Result

from cli.text.layout import cells

Run = Callable[..., Result]
ASK = ("path", "analyst", "spm")


def undated(answer: Any) -> Any:
    """Leave out of an answer what dates add."""
    if isinstance(answer, list):
        return [undated(one) for one in answer]
    if not isinstance(answer, dict):
        return answer
    added = ("begins", "start_date", "end_date", "range_dates", "dates", "cost_by_calendar_year")
    return {key: undated(value) for key, value in answer.items() if key not in added}


@pytest.mark.parametrize("ask", [ASK, ("ask", "from analyst to spm")])
def test_both_commands_have_every_form(run: Run, ask: tuple[str, ...]) -> None:
    """Text, Markdown, JSON and CSV all tell of the same path."""
    months = json.loads(run(*ask, "--format", "json").stdout)["months"]
    assert f"{months} months" in run(*ask).stdout
    assert f"\n{months} months" in run(*ask, "--format", "markdown").stdout
    table = csv.DictReader(StringIO(run(*ask, "--format", "csv").stdout))
    assert [row["end"] for row in table][-1] == str(months)


@pytest.mark.parametrize("more", [(), ("--alternatives", "2"), ("--frontier",)])
def test_dates_add_to_the_answer_and_change_nothing(run: Run, more: tuple[str, ...]) -> None:
    """Without the keys for dates, the answer is the one without dates."""
    plain = json.loads(run(*ASK, *more, "--format", "json").stdout)
    dated = json.loads(run(*ASK, *more, "--start", "2027-11", "--format", "json").stdout)
    assert undated(dated) == plain
    for path in dated.get("paths", [dated]):
        assert path["begins"] == "2027-11"
        assert path["stays"][0]["start_date"] == "2027-11-01"
        assert path["stays"][-1]["end_date"] == path["end_date"]
        for item in path["learning"]:
            assert [len(dates) for dates in item["dates"]] == [2] * len(item["periods"])


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
@pytest.mark.parametrize("more", [(), ("--alternatives", "2"), ("--frontier",)])
def test_every_form_has_dates(run: Run, form: str, more: tuple[str, ...]) -> None:
    """The year is nowhere without a beginning, and in each form with one."""
    assert "2027" not in run(*ASK, *more, "--format", form).stdout
    result = run(*ASK, *more, "--format", form, "--start", "2027-11")
    assert result.exit_code == 0
    assert "2027" in result.stdout or "in November 2031" in result.stdout


def test_what_it_would_take_has_dates(run: Run) -> None:
    """The paths beside a no are paths."""
    result = run(*ASK, "--within", "1", "--format", "json", "--start", "2027-11")
    assert json.loads(result.stdout)["least"][0]["begins"] == "2027-11"


@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_a_no_is_no_document(run: Run, form: str) -> None:
    """The reasons go where they do not end up in a file."""
    result = run("path", "spm", "analyst", "--format", form)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "No way leads from Senior Product Manager to Business Analyst" in result.stderr


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2027-01-15", "months are the unit here, so give 2027-01"),
        ("2027", 'expected a month such as 2027-01, found "2027"'),
        ("2027-13", "expected a month such as 2027-01"),
        ("next year", 'found "next year"'),
        ("", "expected a month such as 2027-01"),
    ],
)
def test_a_beginning_that_is_no_month(run: Run, start: str, said: str) -> None:
    """One message, exit code 2, no path."""
    result = run(*ASK, "--start", start)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("width", ["50", "80"])
def test_ways_with_dates_keep_within_the_window(
    run: Run, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Longer totals are wrapped."""
    monkeypatch.setenv("COLUMNS", width)
    text = run(*ASK, "--alternatives", "3", "--start", "2027-11").stdout
    assert max(map(cells, text.splitlines())) <= int(width)
