"""Where one is against where a plan said, on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.commands.progress import _this_month
from cli.main import main
from cli.output import Look
from cli.text.layout import cells
from cli.text.progress import describe_progress
from graphs import GrowthPath, SearchLimit, progress
from ladder import Person

Run = Callable[..., Result]
ME = """\
role: analyst
done: [Study of emotional intelligence]
learning: {product-course: 1}
"""
MANAGER = "{role: product manager, months_in_role: 14, done: [stretch-work, product-course]}"


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Callable[..., str]:
    """Keeps a plan, and writes a person's file beside it."""

    def keep(*options: str, person: str = ME) -> str:
        result = run("path", "analyst", "spm", *options, "--format", "json")
        (tmp_path / "plan.json").write_text(result.stdout, encoding="utf-8")
        (tmp_path / "me.yaml").write_text(person, encoding="utf-8")
        return "plan.json"

    return keep


def compared(run: Run, *options: str) -> Any:
    """Ask for JSON."""
    result = run("progress", "plan.json", "--person", "me.yaml", *options, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def flat(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def test_what_is_late_done_and_next(run: Run, plan: Callable[..., str]) -> None:
    """Each step where it belongs, the verdict first, and the way from here last."""
    text = flat(run("progress", plan(), "--person", "me.yaml", "--month", "3"))
    assert "After month 3 of 48 (by --month): 1 month late." in text
    late = "Late 1 month Online product course with case studies (1 of 2 months in), by month 3"
    assert late in text
    assert "Done, 1 of 13 steps Study of emotional intelligence" in text
    assert "Next by month 6 Online course in user experience design" in text
    assert "now at awareness: Prioritisation" in text
    assert "46 months (3 years 10 months) to go, where the plan has 45 months" in text
    assert "Senior Product Manager after month 49, 1 month later than planned." in text


def test_the_month_is_the_one_that_is_given(run: Run, plan: Callable[..., str]) -> None:
    """By number, by a date, by today's, or by the months in the role, and it says which."""
    plan("--start", "2027-01", person=MANAGER)
    assert compared(run, "--month", "14")["month_from"] == "month"
    today = compared(run, "--today", "2028-03")
    assert (today["month"], today["month_from"]) == (14, "today")
    plan(person=MANAGER)
    role = compared(run)
    assert (role["month"], role["month_from"]) == (26, "role")


def test_the_present_month_counts_where_none_is_given(run: Run, plan: Callable[..., str]) -> None:
    """A plan with dates knows by itself."""
    plan("--start", "2027-01")
    args = ["progress", "plan.json", "--person", "me.yaml", "--format", "json"]
    today = {"progress": {"today": lambda: "2027-06"}}
    result = CliRunner().invoke(main, args, default_map=today)
    answer = json.loads(result.stdout)
    assert (answer["month"], answer["month_from"]) == (5, "today")
    before = date.today()
    assert str(before)[:7] <= _this_month() <= str(date.today())[:7]


def test_a_plan_that_has_not_begun(run: Run, plan: Callable[..., str]) -> None:
    """It is compared with its beginning, and this is said."""
    plan("--start", "2027-01")
    result = run("progress", "plan.json", "--person", "me.yaml", "--today", "2026-11")
    assert "The plan begins in January 2027" in result.stderr
    assert "After month 0 of 48, in January 2027 (by the calendar)" in flat(result)


def test_dates_in_a_comparison(run: Run, plan: Callable[..., str]) -> None:
    """Where the plan has them, months are called by them."""
    plan("--start", "2027-01")
    text = flat(run("progress", "plan.json", "--person", "me.yaml", "--month", "3"))
    assert "(1 of 2 months in), by Mar 2027" in text
    assert "Senior Product Manager in February 2031, 1 month later than planned." in text
    assert "by month" not in text.replace("by --month", "")


def test_as_json(run: Run, plan: Callable[..., str]) -> None:
    """The comparison, and the way from here as ladder path gives it."""
    plan("--start", "2027-01")
    answer = compared(run, "--month", "3")
    assert next(iter(answer)) == "format"
    assert answer["delay"] == 1
    assert answer["missing"]["roadmapping"] == {"planned": 1, "held": 0}
    assert answer["replanned"]["months"] == 46
    assert answer["replanned"]["begins"] == "2027-04"
    direct = run("path", "analyst", "spm", "--person", "me.yaml", "--format", "json")
    stays = [stay["end"] for stay in json.loads(direct.stdout)["stays"]]
    assert [stay["end"] for stay in answer["replanned"]["stays"]] == stays


def test_wishes_are_for_the_way_from_here(run: Run, plan: Callable[..., str]) -> None:
    """A way that is not to be had is told, and the comparison stands."""
    plan()
    ask = ("progress", "plan.json", "--person", "me.yaml", "--month", "3")
    text = flat(run(*ask, "--avoid", "product manager"))
    assert "From where you stand, no way leads to Senior Product Manager" in text
    assert "1 month late" in text
    assert "to go" in flat(run(*ask, "--via", "ux product manager"))
    text = flat(run(*ask, "--within", "40"))
    assert "no way to Senior Product Manager keeps within what you allow" in text
    assert "the least is 46 months (3 years 10 months) and USD" in text


def test_a_search_that_does_not_end_is_told(path: GrowthPath) -> None:
    """With what is proven, and a path that is not proven as no more than it is."""
    compared = progress(path, Person("apm", months_in_role=1), month=3)
    limit = SearchLimit(path.ladder, "apm", "pm", 20)
    text = " ".join(describe_progress(compared, limit, Look(), since="by --month").split())
    assert "was found within the time limit, and any takes at least 20 months" in text
    found = replace(path, optimal=False, bound=3)
    text = " ".join(describe_progress(compared, found, Look(), since="by --month").split())
    assert "From where you stand, at most 26 months" in text


def test_off_the_way_and_there(run: Run, plan: Callable[..., str]) -> None:
    """Both are said, and nothing more is to be gone where one is there."""
    plan(person="role: ux product manager")
    text = flat(run("progress", "plan.json", "--person", "me.yaml", "--month", "3"))
    assert "UX Product Manager is not on the plan's way." in text
    plan(person="role: spm")
    text = flat(run("progress", "plan.json", "--person", "me.yaml", "--month", "40"))
    assert "(by --month): you are there, 8 months early." in text
    assert "From where you stand" not in text


def test_late_or_early_is_an_answer(run: Run, plan: Callable[..., str]) -> None:
    """The exit code is 0 for both, and the verdict says which."""
    plan(person=MANAGER)
    early = run("progress", "plan.json", "--person", "me.yaml", "--month", "19")
    late = run("progress", "plan.json", "--person", "me.yaml", "--month", "45")
    assert (early.exit_code, late.exit_code) == (0, 0)
    assert " months early." in early.stdout
    assert " months late." in late.stdout


@pytest.mark.parametrize("width", ["50", "80"])
@pytest.mark.parametrize("month", ["0", "19", "60"])
def test_a_comparison_keeps_within_the_window(
    run: Run, plan: Callable[..., str], width: str, month: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever there is to say."""
    plan("--start", "2027-01", person=MANAGER)
    monkeypatch.setenv("COLUMNS", width)
    text = run("progress", "plan.json", "--person", "me.yaml", "--month", month).stdout
    assert max(map(cells, text.splitlines())) <= int(width)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "how many months into the plan is it? Give --month"),
        (("--person", "me.yaml"), "how many months into the plan is it? Give --month"),
        (("--person", "me.yaml", "--today", "2027-01"), "the plan has no dates"),
        (("--person", "me.yaml", "--today", "2027-01", "--month", "3"), "leave one of them out"),
        (("--person", "me.yaml", "--today", "soon"), "expected a month such as 2027-01"),
        (("--person", "me.yaml", "--month", "-3"), "expected a whole number of months"),
        (("--person", "nobody.yaml", "--month", "3"), "there is no file nobody.yaml"),
        (("--person", "me.yaml", "--month", "3", "--ladder", "none.yaml"), "no file none.yaml"),
        (
            ("--person", "me.yaml", "--ladder", "uk-digital-and-data", "--month", "3"),
            "the plan was made with the ladder",
        ),
    ],
)
def test_what_cannot_be_compared(
    run: Run, plan: Callable[..., str], options: tuple[str, ...], said: str
) -> None:
    """One message that says what to give, exit code 2, no answer."""
    result = run("progress", plan(), *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_months_in_the_role_that_do_not_tell(run: Run, plan: Callable[..., str]) -> None:
    """Who has said how long is not asked to say it again."""
    plan(person="{role: analyst, months_in_role: 6}")
    result = run("progress", "plan.json", "--person", "me.yaml")
    assert result.exit_code == 2
    assert "Give --month, as your months in the role do not tell" in result.stderr


def test_no_plan_no_answer(run: Run) -> None:
    """A file that is not there, and one that is something else."""
    assert "there is no file plan.json" in run("progress", "plan.json").stderr
    Path("plan.json").write_text("[]", encoding="utf-8")
    result = run("progress", "plan.json", "--person", "me.yaml")
    assert result.exit_code == 2
    assert "plan.json:1:1: expected a mapping, found a list" in result.stderr


def test_a_path_does_without_what_keeps_it() -> None:
    """What only plans need is not imported for an answer as text."""
    code = (
        "import sys; from cli.main import main\n"
        "try: main(['path', 'analyst', 'spm'])\n"
        "except SystemExit: pass\n"
        "known = {'csv', 'cli.export.plan_json', 'cli.export.plan_csv', "
        "'cli.export.plan_markdown', 'graphs.plans.month', 'graphs.plans.steps', "
        "'graphs.queries.progress', 'graphs.plans.plan_file', 'graphs.plans.ticked'}\n"
        "print(*known & sys.modules.keys(), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.splitlines()[-1] == ""
