"""Plans that are kept: with their options, their ticks, and where somebody stands by them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from ladder import Person, bundled, load_person

Run = Callable[..., Result]
ASK = ("path", "analyst", "spm")
ME = "{months_in_role: 3, skills: {empathy: working}, done: [pmp], learning: {product-course: 1}}"
OPTIONS = [
    (),
    ("--skill", "roadmapping=working"),
    ("--skill", "communication=awareness", "--months-in-role", "4"),
    ("--months-in-role", "6"),
    ("--person", "me.yaml"),
    ("--by", "cost"),
    ("--by", "moves"),
    ("--via", "apm", "--via", "UX product manager"),
    ("--via", "apm", "--without", "MBA", "--max-cost", "5000"),
    ("--by", "cost", "--avoid", "apm"),
    ("--without", "Volunteering for stretch work"),
    ("--max-cost", "3500"),
    ("--by", "cost", "--within", "60"),
    ("--pace", "slow"),
    ("--pace", "fast", "--within", "40"),
    ("--time-limit", "30"),
    ("--start", "2027-01"),
]


@pytest.fixture
def kept(run: Run) -> Callable[..., str]:
    """Keeps a plan made with some options, in one form or the other."""
    Path("me.yaml").write_text(ME, encoding="utf-8")

    def keep(*options: str, form: str = "json") -> str:
        result = run(*ASK, *options, "--format", form)
        file = {"json": "plan.json", "markdown": "plan.md"}[form]
        Path(file).write_text(result.stdout, encoding="utf-8")
        return file

    return keep


def said(run: Run, *args: str) -> str:
    result = run("progress", *args)
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def data(run: Run, *args: str) -> Any:
    return json.loads(run("progress", *args, "--format", "json").stdout)


def tick(*names: str) -> None:
    """Tick the boxes of some steps, as one does by hand."""
    file = Path("plan.md")
    text = file.read_text(encoding="utf-8")
    for name in names:
        text, ticked = re.subn(rf"- \[ \] (?=\*\*{re.escape(name)}\*\*)", "- [x] ", text)
        assert ticked == 1, name
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_a_plan_is_as_planned_on_its_first_day(
    run: Run, kept: Callable[..., str], options: tuple[str, ...]
) -> None:
    """Whatever it was made with, by itself, in both forms, and with the same file."""
    day = ("--today", "2027-01") if "--start" in options else ("--month", "0")
    for args in (
        (kept(*options), *day),
        (kept(*options, form="markdown"), *day),
        ("plan.json", *day, *(("--person", "me.yaml") if "--person" in options else ())),
    ):
        text = said(run, *args)
        assert ": on time." in text
        assert ", as planned." in text


def test_a_file_that_names_the_role_alone_leaves_the_rest_to_the_plan(
    run: Run, kept: Callable[..., str]
) -> None:
    """What was said of oneself when the plan was made still holds."""
    kept("--months-in-role", "4", "--skill", "roadmapping=working")
    Path("me.yaml").write_text("role: analyst", encoding="utf-8")
    answer = data(run, "plan.json", "--month", "3", "--person", "me.yaml")
    assert answer["person"]["months_in_role"] == 7
    assert answer["person"]["skills"] == {"roadmapping": 2}


def test_what_is_spent_is_off_the_budget(run: Run, kept: Callable[..., str]) -> None:
    """And the months that have passed; what is typed counts from here."""
    plan = kept("--max-cost", "4000", "--within", "60")
    Path("me.yaml").write_text("{role: analyst, done: [emotional-intelligence]}", encoding="utf-8")
    here = (plan, "--person", "me.yaml", "--month", "1")
    text = said(run, *here)
    assert "as planned. Asked for from here: for USD 3,950 at most, within 59 months." in text
    text = said(run, *here, "--max-cost", "5000", "--by", "cost", "--avoid", "APM")
    wishes = "by cost, around Associate Product Manager, for USD 5,000 at most, within 59 months"
    assert f"Asked for from here: {wishes}." in text
    text = said(run, *here, "--within", "12")
    assert "no way to Senior Product Manager keeps within what you allow" in text
    assert "within 12 months." in text


def test_ticks_are_read_back(run: Run, kept: Callable[..., str]) -> None:
    """Activities done, the move made, and the months since; and it is said what was read."""
    plan = kept("--start", "2027-01", form="markdown")
    courses = (
        "Study of emotional intelligence",
        "Online product course with case studies",
        "Online course in user experience design",
        "Portfolio of side projects",
        "Volunteering for stretch work",
    )
    tick(*courses)
    early = data(run, plan, "--today", "2027-11")
    assert (early["role"], early["month"]) == ("business-analyst", 10)
    assert [step["state"] for step in early["steps"][:6]] == [*["done"] * 4, "early", "ahead"]
    tick("Move to Product Manager")
    result = run("progress", plan, "--today", "2028-03")
    assert "Read from the boxes: 6 of 13 steps done; in Product Manager for 2 months." in (
        result.stderr
    )
    assert "After month 14 of 48, in March 2028 (by the calendar): on time." in result.stdout
    assert "in January 2031, as planned" in " ".join(result.stdout.split())
    served = data(run, plan, "--today", "2028-03", "--months-in-role", "1")
    assert (served["person"]["months_in_role"], served["replanned"]["months"]) == (1, 35)


def test_a_ticked_plan_without_dates_is_told_the_month(run: Run, kept: Callable[..., str]) -> None:
    """By number, or by the months in the role."""
    plan = kept(form="markdown")
    assert "how many months into the plan is it?" in run("progress", plan).stderr
    tick("Move to Product Manager")
    assert data(run, plan, "--months-in-role", "3")["month"] == 15
    assert data(run, plan, "--month", "15")["person"]["months_in_role"] == 3


def test_what_one_says_of_oneself_counts_before_the_boxes(
    run: Run, kept: Callable[..., str]
) -> None:
    """In another role all of it; in the same one what is said."""
    plan = kept(form="markdown")
    tick("Move to Product Manager", "Study of emotional intelligence")
    me = Path("me.yaml")
    me.write_text("{role: analyst, learning: {product-course: 1}}", encoding="utf-8")
    result = run("progress", plan, "--person", "me.yaml", "--month", "2")
    assert "By the boxes you are in Product Manager; what you say yourself counts" in result.stderr
    answer = data(run, plan, "--person", "me.yaml", "--month", "2")
    assert answer["person"] == {"role": "business-analyst", "learning": {"product-course": 1}}
    me.write_text("{role: PM, learning: {emotional-intelligence: 0}}", encoding="utf-8")
    answer = data(run, plan, "--person", "me.yaml", "--month", "20")
    assert answer["person"]["months_in_role"] == 8
    assert "done" not in answer["person"]


def test_boxes_of_others_and_boxes_that_are_gone_are_told(
    run: Run, kept: Callable[..., str]
) -> None:
    """Nothing is dropped without a word."""
    plan = Path(kept(form="markdown"))
    lines = plan.read_text(encoding="utf-8").splitlines()
    left = [line for line in lines if "**Portfolio of side projects**" not in line]
    plan.write_text("\n".join(["- [x] buy flowers", "* [X] and cake", *left]), encoding="utf-8")
    result = run("progress", "plan.md", "--month", "0")
    assert "1 step of the plan has no box any more." in result.stderr
    assert "2 boxes are ticked that the plan does not know; not used." in result.stderr


def test_a_plan_off_github_and_out_of_editors_is_read(run: Run, kept: Callable[..., str]) -> None:
    """Other bullets, indentation, line ends, escapes and capitals, steps in another order."""
    plan = Path(kept(form="markdown"))
    tick("Study of emotional intelligence", "Online product course with case studies")
    text = plan.read_text(encoding="utf-8")
    before = data(run, "plan.md", "--month", "3")
    for old, new in (
        ("- [x]", "* [X]"),
        ("- [x]", "  1. \\[x\\]"),
        ("- [", "> - ["),
        ("\n", "\r\n"),
    ):
        plan.write_bytes(text.replace(old, new).encode())
        assert data(run, "plan.md", "--month", "3") == before
    steps = re.split(r"(?=- \[)", text.split("## ")[1])
    turned = text.replace("".join(steps[1:3]), "".join(steps[2:0:-1]))
    assert turned != text
    Path("copied.txt").write_text(turned, encoding="utf-8")
    assert data(run, "copied.txt", "--month", "3") == before


def test_where_one_stands_is_written(run: Run, kept: Callable[..., str]) -> None:
    """As a person's file, which says the same; never over another one unasked."""
    plan = kept(form="markdown")
    tick("Move to Product Manager", "Study of emotional intelligence")
    for file in ("you.yaml", "you.json"):
        result = run("progress", plan, "--month", "14", "--write", file)
        assert f"Written: {file}" in result.stderr
        person = load_person(file, bundled("product-management"))
        assert (person.role, person.months_in_role) == ("product-manager", 2)
        answer = data(run, plan, "--month", "14")
        assert Person(**answer["person"]) == person
        again = data(run, plan, "--month", "14", "--person", file)
        assert again["replanned"] == answer["replanned"]
    assert "decision-making: working" in Path("you.yaml").read_text(encoding="utf-8")
    before = Path("me.yaml").read_text(encoding="utf-8")
    for target, why in (
        ("me.yaml", "me.yaml is there already; --force replaces it"),
        ("no/me.yaml", "there is no folder no"),
        ("-", "--write needs the name of a file"),
    ):
        result = run("progress", plan, "--month", "14", "--write", target)
        assert (result.exit_code, result.stdout) == (2, "")
        assert why in result.stderr
    assert Path("me.yaml").read_text(encoding="utf-8") == before
    assert run("progress", plan, "--month", "14", "--write", "me.yaml", "--force").exit_code == 0
    assert Path("me.yaml").read_text(encoding="utf-8") != before


def test_nothing_is_written_where_there_is_no_answer(run: Run, kept: Callable[..., str]) -> None:
    """Not half a file, and none for a question that is refused."""
    kept()
    assert run("progress", "plan.json", "--write", "you.yaml").exit_code == 2
    assert not Path("you.yaml").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: "# Notes\n", "plan.md:1:1: there is no plan in it"),
        (lambda text: text.replace("-->\n", "\n"), "the comment with the plan has no end"),
        (lambda text: text + text, "a second plan; keep each in a file of its own"),
        (lambda text: text.replace('"months":48', '"months":49'), "months: the last stay ends"),
        (lambda text: text.replace('"months":48', '"months":'), "not JSON"),
        (
            lambda text: text + "- [x] <!-- learning 1 -->\n",
            "this step is there twice, once ticked and once not; remove one",
        ),
        (lambda text: text + "- [x] <!-- learning 99 -->\n", "the plan has no such step any more"),
    ],
)
def test_what_is_no_ticked_plan(
    run: Run, kept: Callable[..., str], change: Callable[[str], str], said: str
) -> None:
    """One message with its line, and no answer."""
    plan = Path(kept(form="markdown"))
    text = change(plan.read_text(encoding="utf-8"))
    plan.write_text(text, encoding="utf-8")
    result = run("progress", "plan.md", "--month", "0")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    line = int(re.findall(r"plan\.md:(\d+):", result.stderr)[0])
    assert 1 <= line <= len(text.splitlines())
