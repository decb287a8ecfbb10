"""The page in a browser: what people do on it, and that its answers are those of ``graphs``."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.people import somebody
from support.odd_names import TRICKY, one_line
from support.pictures import HOSTILE

from cli.export.plan_markdown import plan_markdown
from graphs import NoGrowthPath, growth_path, load_plan
from graphs.site.engine import lacking
from graphs.site.page import page
from ladder import (
    Activity,
    FrozenDict,
    Ladder,
    LadderError,
    Person,
    Role,
    Skill,
    Track,
    Transition,
    bundled,
    load,
    load_person,
)

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent / "site"
SCENARIOS = (
    *("search", "role", "way", "assessment", "reach", "compare", "no", "share", "keyboard"),
    *("phone", "old", "looks", "german", "http", "memory", "sentence", "fold", "axe"),
    *("plan", "telling", "around", "typing", "still", "fingers", "whole", "link", "heard", "wish"),
)


class Node:
    """Runs a script over a page in Chromium."""

    def __init__(self, program: str, chromium: str) -> None:
        self._program, self._chromium = program, chromium

    def __call__(self, script: str, file: Path, *names: str, told: str = "") -> str:
        done = subprocess.run(
            [self._program, HERE / script, self._chromium, file, *names],
            input=told,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout


@pytest.fixture(scope="session")
def node() -> Node:
    """Node with playwright, and a Chromium."""
    program = shutil.which("node")
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if not (program and chromium and (HERE.parent / "node_modules" / "playwright-core").exists()):
        pytest.skip("node, playwright-core or a Chromium is missing here")
    return Node(program, chromium)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write the page of a ladder."""
    if why := lacking():
        pytest.skip(f"the planner's parts are {why}; make planner makes them")

    def write(ladder: Ladder, **how: Any) -> Path:
        file = tmp_path_factory.mktemp("site") / "career.html"
        file.write_text(page(ladder, **how), encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def product(written: Callable[..., Path]) -> Path:
    return written(bundled("product-management"))


def question(source: str, target: str, person: Person | None = None) -> dict[str, Any]:
    said = person.to_dict() if person else {}
    said.pop("role", None)
    return {"ask": "path", "from": source, "to": target, "person": said}


def expected(ladder: Ladder, asked: dict[str, Any], person: Person | None = None) -> Any:
    """The answer of ``graphs``, as JSON has it."""
    try:
        found = growth_path(ladder, asked["from"], asked["to"], person=person).to_dict()
    except NoGrowthPath as no:
        found = no.to_dict()
    return json.loads(json.dumps(found))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_somebody_uses_it(node, product, scenario):
    """Each says what is done in ``site/scenarios.mjs``."""
    node("scenarios.mjs", product, scenario)


def test_no_scenario_is_left_out(node, product):
    """Those that stand there run here; ``keep`` has a test of its own."""
    listed = json.loads(node("scenarios.mjs", product, "list"))
    assert sorted(listed) == sorted([*SCENARIOS, "keep", "light", "hostile", "germanLarge"])


def test_it_answers_as_graphs_does_for_everybody(node, product):
    """All pairs of the bundled ladder for established holders, and 500 people with histories."""
    ladder = bundled("product-management")
    rng = Random(20)
    asked = [(question(source, to), None) for source in ladder.roles for to in ladder.roles]
    for _ in range(500):
        source, to = rng.choices([*ladder.roles], k=2)
        person = replace(somebody(ladder, rng), role=None)
        asked.append((question(source, to, person), person))
    told = node("questions.mjs", product, told=json.dumps([one for one, _ in asked]))
    answers = json.loads(told)["answers"]
    assert [answer["status"] for answer in answers].count("found") > 300
    for (one, person), answer in zip(asked, answers, strict=True):
        assert answer == expected(ladder, one, person), one


def test_it_answers_as_graphs_does_over_a_large_ladder(node, written):
    """200 random questions over DDaT."""
    ladder = bundled("uk-digital-and-data")
    rng = Random(21)
    asked = [question(*rng.sample([*ladder.roles], 2)) for _ in range(200)]
    told = node("questions.mjs", written(ladder), told=json.dumps(asked))
    answers = json.loads(told)["answers"]
    assert [answer["status"] for answer in answers].count("found") > 100
    assert answers == [expected(ladder, one) for one in asked]


def test_it_is_small(product, written):
    """As mail allows."""
    assert product.stat().st_size <= 8_000_000
    assert written(bundled("product-management"), light=True).stat().st_size <= 700_000
    assert written(bundled("uk-digital-and-data"), light=True).stat().st_size <= 4_000_000


def test_what_is_kept_is_read_back(node, product, tmp_path):
    """The plan by ``ladder progress``, the person by ``--person``; and the calendar has all."""
    ladder = bundled("product-management")
    files = json.loads(node("scenarios.mjs", product, "keep"))
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    plan = load_plan(tmp_path / "plan.json", ladder)
    person = load_person(tmp_path / "me.yaml", ladder)
    assert person == Person(role="business-analyst", months_in_role=6, skills={"roadmapping": 2})
    best = growth_path(ladder, "business-analyst", "senior-product-manager", person=person)
    assert (plan.path.months, plan.path.cost, plan.path.roles) == (
        best.months,
        best.cost,
        best.roles,
    )
    assert str(plan.begins) == "2027-03"
    assert files["plan.md"] == plan_markdown(plan.path, begins=plan.begins)
    assert load_plan(tmp_path / "plan.md", ladder).path == plan.path
    periods = sum(len(item.periods) for item in plan.path.learning)
    lines = files["plan.ics"].split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == plan.path.moves + periods
    ends = plan.begins.after(plan.path.months).first_day.replace("-", "")
    assert f"DTSTART;VALUE=DATE:{ends}" in lines


def test_a_light_page_answers_too(node, written):
    """For established holders; of others it says what is missing."""
    node("scenarios.mjs", written(bundled("product-management"), light=True), "light")


def test_the_map_of_a_large_ladder_is_german_too(node, written):
    """By its families, and each of these."""
    node("scenarios.mjs", written(bundled("uk-digital-and-data"), light=True), "germanLarge")


def test_names_from_strangers_stay_text(node, written):
    """Whatever stands in a ladder: nothing of it becomes an element, and nothing is run."""
    node("scenarios.mjs", written(hostile()), "hostile")


def test_ladders_of_the_other_tests_stay_text(node, tmp_path):
    """Every hostile name that pictures are tried with, and every file of the fuzzers that loads."""
    ladders = [named(name) for name in HOSTILE]
    for file in sorted((Path(__file__).parents[1] / "data" / "fuzz").glob("ladder_*/*")):
        with suppress(LadderError):
            ladders.append(load(file))
    assert len(ladders) > len(HOSTILE)
    pages = []
    for place, ladder in enumerate(ladders):
        file = tmp_path / f"{place}.html"
        file.write_text(page(ladder, light=True), encoding="utf-8")
        first, *_, last = ladder.roles
        pages.append(
            {
                "file": str(file),
                "names": [role.name for role in ladder.roles.values()],
                "hashes": [
                    "#roles",
                    f"#role={first}",
                    f"#from={first}",
                    f"#from={first}&to={last}",
                    f"#compare={first}&compare={last}",
                ],
            }
        )
    node("strangers.mjs", file, told=json.dumps(pages))


def named(name: str) -> Ladder:
    """A ladder in which everything is called the same."""
    skill = Skill("s", name, about=name, group=name, levels=FrozenDict({1: name}))
    course = Activity("c", name, kind=name, months=1, cost=1, develops=FrozenDict({"s": 1}))
    return Ladder(
        name,
        about=name,
        source=name,
        currency=name,
        levels=(name,),
        skills=FrozenDict({"s": skill}),
        tracks=FrozenDict({"t": Track("t", name, name)}),
        roles=FrozenDict(
            {
                "a": Role("a", name, aliases=(name.upper(),), track="t", about=name),
                "b": Role("b", name, track="t", source=name),
            }
        ),
        activities=FrozenDict({"c": course}),
        transitions=(Transition("a", "b", 1, name, FrozenDict({"s": 1}), source=name),),
    )


def hostile() -> Ladder:
    """The bundled ladder, in which every text is of the kind that becomes markup elsewhere."""
    ladder = bundled("product-management")
    evil = ["<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "<b>", "<!--"]
    evil += ["&lt;", "${x}", "{name}", *TRICKY]

    def text(number: int) -> str:
        return f"{one_line(evil[number % len(evil)])} {number}"

    def renamed(part: str, **also: Any) -> Any:
        things = getattr(ladder, part).items()
        return FrozenDict(
            {
                key: replace(one, name=text(number), about=text(number + 7), **also)
                for number, (key, one) in enumerate(things)
            }
        )

    return replace(
        ladder,
        name=text(1),
        about=text(0),
        source=text(1),
        currency="<b>",
        levels=tuple(text(number + 50) for number, _ in enumerate(ladder.levels)),
        skills=renamed("skills", group="</style><script>alert(3)</script>"),
        tracks=renamed("tracks", family=None),
        roles=renamed("roles", aliases=(), url="javascript:alert(4)"),
        activities=renamed("activities", url="javascript:alert(5)"),
    )
