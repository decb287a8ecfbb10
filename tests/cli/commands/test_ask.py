"""``ladder ask``: it runs a command, says which, hands options on, and asks for what is missing."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.questions import PRODUCT

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    from graphs.plans.month import Month

    monkeypatch.setattr("cli.commands.ask._this_month", lambda: Month(2026, 11))


def line_of(result: Result) -> list[str]:
    """The command line that was said."""
    said = [line for line in result.stderr.splitlines() if line.startswith("→ ladder ")]
    assert len(said) == 1, result.stderr
    return shlex.split(said[0].removeprefix("→ ladder "))


@pytest.mark.parametrize(
    "question",
    [
        "cheapest way from analyst to SPM",
        "what can a graduate become",
        "who can become SPM by 2030",
        "what does a product marketing manager do",
        "compare PM with SPM",
        "what should I learn next as APM to become PM",
        "what does roadmapping mean?",
        "what roles are there",
        "I've been a PM for two years with roadmapping at expert. How to SPM avoiding APM?",
    ],
)
def test_the_line_said_is_the_line_run(run: Run, question: str) -> None:
    """Whoever types what is said has the same answer, byte for byte."""
    asked = run("ask", question)
    typed = run(*line_of(asked))
    assert (asked.stdout, asked.exit_code) == (typed.stdout, typed.exit_code)
    assert asked.exit_code == 0
    assert asked.stderr.count("Ladder: ") == 1


def test_options_are_handed_on(run: Run, tmp_path: Path) -> None:
    """Those typed beside the question, the ladder among them, and files with spaces."""
    (tmp_path / "my own.yaml").write_text("role: analyst\nmonths_in_role: 3\n", encoding="utf-8")
    options = ("--person", "my own.yaml", "--format", "json", "--ladder", "product-management")
    asked = run("ask", "how do I become PM by 2040", *options)
    line = line_of(asked)
    assert line[:2] == ["path", "product-manager"]
    assert set(options) <= set(line)
    assert json.loads(asked.stdout)["start"]["months_in_role"] == 3
    assert asked.stdout == run(*line).stdout
    assert "Ladder: " not in asked.stderr


def test_dates_count_from_the_start(run: Run) -> None:
    """Where a start is given, as an option or in words, that is when "by 2030" counts from."""
    question = "from PM to SPM by 2030"
    assert line_of(run("ask", question, "--start", "2027-01"))[3:5] == ["--within", "36"]
    line = line_of(run("ask", f"{question} starting in January 2027"))
    assert line[3:] == ["--start", "2027-01", "--within", "36"]


@pytest.mark.parametrize(
    ("question", "options", "complaint"),
    [
        ("PM for 2 years to SPM", "--months-in-role 3", "--months-in-role 24 in other words"),
        (
            "from PM to SPM with roadmapping at working",
            "--skill roadmapping=expert",
            "Roadmapping is given twice: at working, and at expert",
        ),
        ("PM to SPM within 5 years", "--within 36", "--within 60 in other words"),
        ("PM to SPM for under 500 dollars", "--max-cost 9", "--max-cost 500"),
        ("cheapest way from PM to SPM", "--by moves", "--by cost"),
        ("PM to SPM via VP of product", "--via apm", "--via vp-of-product"),
        ("PM to SPM via CPO avoiding CPO", "", "contradict each other"),
        ("what does a PM do", "--skill roadmapping=1", "ladder show, which answers this, has no"),
        ("what does a PM do without the MBA", "", "ladder show has no --without"),
        ("what is a PM and how much does it cost", "", "tells no cost"),
        ("who can become SPM via PM", "", "ladder into has no --via"),
        ("cheapest way to find out who can become SPM", "", "ladder into has no --by"),
        ("what does a PM do", "--start 2027-01", "has no --start"),
    ],
)
def test_what_contradicts_or_cannot_be_used_here(
    run: Run, question: str, options: str, complaint: str
) -> None:
    """Neither of two that differ is taken, and no option is dropped by a command without it."""
    result = run("ask", question, *options.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


def test_the_same_said_twice_does_no_harm(run: Run) -> None:
    """By the question and by an option."""
    for question, option in (
        ("PM for 2 years to SPM", "--months-in-role 24"),
        ("PM to SPM via UX PM", "--via ux-product-manager"),
        ("PM to SPM for under 5000 dollars", "--max-cost 5000.00"),
    ):
        once = run("ask", question)
        twice = run("ask", question, *option.split())
        assert (once.exit_code, once.stdout) == (twice.exit_code, twice.stdout)


def test_the_quickest_is_named_beside_the_cheapest(run: Run) -> None:
    """In one line, with the figures of ladder path; and where the cost is asked, the cheapest."""
    path = {
        by: json.loads(run("path", "analyst", "spm", "--by", by, "--format", "json").stdout)
        for by in ("months", "cost")
    }
    for question, by in (
        ("cheapest way from analyst to SPM", "months"),
        ("how much does it cost to get from analyst to SPM", "cost"),
    ):
        said = run("ask", question).stderr.splitlines()[-1]
        assert f"{path[by]['months']} months and costs USD {path[by]['cost']:,}" in said
        assert said.endswith(f"--by {by}")
    assert "quickest" not in run("ask", "from analyst to SPM").stderr


def test_the_budget_is_kept_by_the_quickest_too(run: Run) -> None:
    """What is named beside the cheapest way keeps the other wishes."""
    question = "cheapest way from analyst to SPM for at most USD 3,400"
    dear = run("ask", question.partition(" for ")[0]).stderr.splitlines()[-1]
    assert run("ask", question).stderr.splitlines()[-1] != dear


def test_a_budget_for_each_year_is_refused_with_what_each_costs(run: Run) -> None:
    """The planner cannot keep it; the plan's costs by year, which add up, are there to compare."""
    result = run("ask", "at most USD 1,000 a year, from analyst to SPM")
    assert (result.exit_code, result.stdout) == (2, "")
    said = result.stderr.splitlines()[-1]
    path = json.loads(run("path", "analyst", "spm", "--format", "json").stdout)
    costs = [int(cost.replace(",", "")) for cost in re.findall(r"USD ([\d,]+) in year", said)]
    assert len(costs) > 1
    assert sum(costs) == path["cost"]
    assert "Its plan" not in run("ask", "who can become SPM for USD 900 a year").stderr


@pytest.mark.parametrize(
    ("question", "answers", "line"),
    [
        ("how do i become a product manager", "analist\nanalyst\n", PRODUCT["engineer to pm"]),
        ("from engineer with finance, to pm", "sometimes\nworking\n", "--skill finance=working"),
        ("before I am 40 from engineer to pm", "old\n35\n", "--within 48"),
        ("PM", "chef\nshow\n", "show product-manager"),
        ("what am I missing?", "ba\npm\n", "gap business-analyst product-manager"),
    ],
)
def test_in_a_terminal_what_is_missing_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, question: str, answers: str, line: str
) -> None:
    """Until the answer is one; elsewhere it is an error with an example."""
    from cli.main import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    refused = CliRunner().invoke(main, ["ask", question])
    assert refused.exit_code == 2
    monkeypatch.setattr("cli.naming._is_terminal", lambda: True)
    result = CliRunner().invoke(main, ["ask", question], input=answers)
    said = " ".join(line_of(result))
    assert line.replace("software-engineer", "business-analyst") in said
    assert result.stderr.count("Error: ") == len(answers.split()) - (2 if "ba" in answers else 1)


def test_of_one_role_alone_other_commands_are_named(run: Run) -> None:
    """Each of which works."""
    said = run("ask", "how do I become SPM").stderr
    lines = [line.split("  ")[1] for line in said.splitlines() if line.startswith("  ladder ")]
    assert [line.split()[1] for line in lines] == ["show", "into", "reach"]
    for line in lines:
        assert run(*line.split()[1:]).exit_code == 0


def test_a_no_is_a_no(run: Run) -> None:
    """The exit code is the command's."""
    assert run("ask", "how do I get from analyst to graduate").exit_code == 1
    assert run("ask", "from analyst to SPM within 2 months").exit_code == 1
