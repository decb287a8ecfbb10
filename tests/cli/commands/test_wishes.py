"""What one may want of the way, on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.answers import print_choices
from cli.options.common import Form
from graphs import Choices, growth_path
from ladder import bundled

ASK = ("path", "analyst", "spm")


def answer(run, *options: str) -> dict:
    """Ask for JSON; the answer is a path, without what somebody new would need."""
    result = run(*ASK, *options, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    found.pop("newcomer", None)
    return found


def roles(found: dict) -> list[str]:
    return [stay["role"] for stay in found["stays"]]


def test_through_a_role_and_around_another(run):
    """The path goes where it is told to, and not where it is told not to."""
    assert "ux-product-manager" in roles(answer(run, "--via", "UX product manager"))
    without = ("--without", "Volunteering for stretch work")
    assert "associate-product-manager" in roles(answer(run, *without))
    assert run(*ASK, *without, "--avoid", "apm").exit_code == 1
    assert "associate-product-manager" in roles(answer(run, "--via", "apm"))
    assert "associate-product-manager" not in roles(answer(run, "--avoid", "apm"))


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (("--via", "apm", "--avoid", "pm"), "through {apm} and around {pm}."),
        (("--via", "ux product manager", "--via", "apm"), "through {ux}, then {apm}."),
        (("--avoid", "pm", "--avoid", "apm"), "around {apm} and {pm}."),
    ],
)
def test_wishes_that_leave_no_transitions_are_named(run, wishes, said):
    """The answer is no, and says which roles make it so."""
    result = run(*ASK, *wishes)
    names = {
        "apm": "Associate Product Manager",
        "pm": "Product Manager",
        "spm": "Senior Product Manager",
        "ux": "UX Product Manager",
    }
    assert result.exit_code == 1
    assert said.format(**names) in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("path", "pm", "spm", "--via", "apm", "--avoid", "APM"), "--avoid APM and --via apm"),
        (("path", "pm", "spm", "--avoid", "SPM"), "--avoid SPM and the role to get to"),
        (
            ("path", "pm", "spm", "--avoid", "product manager"),
            "--avoid product manager and the role to start from",
        ),
        (
            ("path", "pm", "spm", "--frontier", "--avoid", "spm"),
            "--avoid spm and the role to get to",
        ),
        (("next", "pm", "spm", "--avoid", "spm"), "--avoid spm and the role to get to"),
        (("gap", "pm", "spm", "--avoid", "spm"), "--avoid spm and the role to get to"),
        (("draw", "--path", "pm", "spm", "--avoid", "spm"), "--avoid spm and the role to get to"),
        (("ask", "from pm to spm", "--avoid", "spm"), "--avoid spm and the role to get to"),
        (("reach", "pm", "--avoid", "pm"), "--avoid pm and the role to start from"),
        (("into", "spm", "--avoid", "spm"), "--avoid spm and the role to get to"),
        (
            ("progress", "plan.json", "--person", "me.yaml", "--avoid", "spm"),
            "--avoid spm and the role to get to",
        ),
    ],
)
def test_a_wish_that_contradicts_itself_is_refused(run, command, said):
    """Bad input, not a no: both that differ are named, and the role that they are."""
    Path("plan.json").write_text(run(*ASK, "--format", "json").stdout, encoding="utf-8")
    Path("me.yaml").write_text("role: pm\nmonths_in_role: 3\n", encoding="utf-8")
    result = run(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{said} contradict each other: both are " in result.stderr


def test_a_budget_is_kept(run):
    """The best path that costs no more is given."""
    dear = answer(run)
    cheap = answer(run, "--max-cost", "3500")
    assert cheap["cost"] <= 3500 < dear["cost"]
    assert cheap["months"] > dear["months"]


def test_too_few_months_are_answered_with_what_it_would_take(run):
    """The answer is no, with exit code 1, and names the least."""
    least = answer(run)["months"]
    assert answer(run, "--within", str(least))["months"] == least
    result = run(*ASK, "--within", str(least - 1))
    assert result.exit_code == 1
    assert f"{least} months" in result.stdout
    as_json = json.loads(run(*ASK, "--within", str(least - 1), "--format", "json").stdout)
    assert as_json["status"] == "unreachable"
    assert [path["months"] for path in as_json["least"]] == [least]


def test_other_ways_stand_side_by_side(run):
    """Each with what it takes more and what it spares, the best first."""
    told = json.loads(run(*ASK, "--alternatives", "3", "--format", "json").stdout)
    found, single = told["paths"], answer(run)
    assert found[0] == single
    keys = ("format", "ladder", "status", "optimal", "from", "to")
    assert {key: told[key] for key in keys} == {key: single[key] for key in keys}
    assert len({tuple(roles(path)) for path in found}) == 3
    assert sorted(path["months"] for path in found) == [path["months"] for path in found]
    text = run(*ASK, "--alternatives", "3").stdout
    more = found[1]["months"] - found[0]["months"]
    assert f"{more} month" in text
    assert "spares" in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_frontier_trades_months_for_cost(run):
    """From the quickest to the cheapest, each slower and cheaper than the one before."""
    found = json.loads(run(*ASK, "--frontier", "--format", "json").stdout)["paths"]
    totals = [(path["months"], path["cost"]) for path in found]
    assert len(totals) > 1
    assert totals == sorted(totals)
    assert [cost for _, cost in totals] == sorted((cost for _, cost in totals), reverse=True)
    assert totals[0][0] == answer(run)["months"]
    assert totals[-1][1] == answer(run, "--by", "cost")["cost"]
    assert run(*ASK, "--frontier").exit_code == 0


def test_a_frontier_takes_no_other_order(run):
    """It weighs months against cost by itself."""
    result = run(*ASK, "--frontier", "--by", "cost")
    assert result.exit_code == 2
    assert "--by" in result.stderr


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--via", "nobody", "nobody"),
        ("--avoid", "nobody", "nobody"),
        ("--without", "nothing", "nothing"),
        ("--max-cost", "-1", "expected an amount"),
        ("--max-cost", "nan", "expected an amount"),
        ("--within", "soon", "whole number of months"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(run, option, value, said):
    """One message, exit code 2, no path."""
    result = run(*ASK, option, value)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("proven", [True, False])
def test_what_the_time_did_not_suffice_for_is_said(proven, capsys):
    """In every form: that there may be more, and whether the last one is the best."""
    best = growth_path(bundled("product-management"), "analyst", "spm")
    choices = Choices((best, replace(best, optimal=proven)), complete=False)
    said = "proven, but there may be more" if proven else "the last one is not proven to be the"
    for kind in ("text", "markdown", "csv"):
        print_choices(choices, Form(kind))
        printed = capsys.readouterr()
        assert said in " ".join((printed.err if kind == "csv" else printed.out).split())
    print_choices(choices, Form("json"))
    assert json.loads(capsys.readouterr().out)["complete"] is False


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_proof_says_what_was_asked_for(run, form):
    """A way that is shorter and does not keep to it may well be there."""
    options = ("--avoid", "cpo", "--without", "mba", "--max-cost", "800", "--format", form)
    told = " ".join(run("path", "marketer", "pm", *options).stdout.split())
    asked = "around Chief Product Officer, without Master of Business Administration, for USD 800"
    assert f"Asked for: {asked} at most." in told
    assert "no way there that keeps to this is shorter" in told
    free = " ".join(run("path", "marketer", "pm", "--format", form).stdout.split())
    assert "Asked for" not in free
    assert "no way there is shorter" in free
