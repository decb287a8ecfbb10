"""Each rule of the check finds its fault, at its place, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from support.effort import within
from support.ladder_strategies import ladders

import graphs
from graphs import Finding, check
from graphs.lint.engine import rule_named, selected
from graphs.lint.names import NEAR, alike
from graphs.lint.rules import RULES, UNSOUND
from ladder import FrozenDict, Ladder, Skill, UnknownName, bundled, dumps
from ladder.files.builder import build_ladder
from ladder.files.loader import sound_document
from ladder.files.reader import read_document

OWN = ("L0", "L5", "L6", "L7", "L8")
"""The rules that look at what is written, not at what follows from it."""

CLEAN = """\
name: Kitchen
levels: [awareness, working, practitioner]
currency: EUR
skills:
  cooking: Cooking
  menus: {name: Menu planning}
  leading: Leading
tracks: {kitchen: Kitchen, office: Office}
roles:
  cook:
    name: Cook
    aliases: [line cook]
    track: kitchen
    rank: 1
    develops: {cooking: {working: 6, practitioner: 24}}
    source: a guess
  sous-chef:
    name: Sous-chef
    aliases: [second]
    track: kitchen
    rank: 2
    develops: {leading: {working: {typical: 12, range: [6, 24]}}}
    source: a guess
  head-chef:
    name: Head Chef
    track: kitchen
    rank: 3
    final: true
  clerk: {name: Clerk, track: office, rank: 1}
transitions:
  - {from: cook, to: sous-chef, kind: promotion, months: 12, source: a guess,
     requires: {cooking: practitioner, menus: awareness}}
  - {from: sous-chef, to: head-chef, kind: promotion, months: {typical: 24, range: [12, 36]},
     requires: {cooking: practitioner, leading: working}, source: a guess}
  - {from: head-chef, to: clerk, months: 0, source: a guess}
activities:
  evening-course:
    {name: Evening course, months: 3, cost: 400, develops: {menus: awareness}, source: a guess}
"""

# Which code comes of what change; ¶ marks the place of the finding, and is not in the file.
PLANTED = {
    "an unknown code is ignored": ("L001", "name: Kitchen", "name: Kitchen\nignore: [¶L999]"),
    "a promotion leads down": (
        "L501",
        "{from: head-chef, to: clerk,",
        "{from: head-chef, to: ¶cook, kind: promotion,",
    ),
    "a promotion leads to a role beside": (
        "L502",
        "{from: head-chef, to: clerk, months: 0,",
        "{from: line-cook, to: ¶cook, kind: promotion, months: 9,",
    ),
    "a gate asks for less than the one below": (
        "L503",
        "{cooking: practitioner, leading",
        "{cooking: ¶working, leading",
    ),
    "a role develops less than the one below": (
        "L504",
        "develops: {leading:",
        "develops: {cooking: ¶{awareness: 3}, leading:",
    ),
    "a role develops less than is expected below": (
        "L504",
        "rank: 1\n    develops: {cooking: {working: 6, practitioner: 24}}",
        "rank: 1\n    expects: {cooking: practitioner}",
        "develops: {leading:",
        "develops: {cooking: ¶{working: 3}, leading:",
    ),
    "a gate asks for less than is expected below": (
        "L503",
        "rank: 2\n",
        "rank: 2\n    expects: {leading: practitioner}\n",
        "{cooking: practitioner, leading: working}",
        "{cooking: practitioner, leading: ¶working}",
    ),
    "less is expected than in the role below": (
        "L505",
        "rank: 1\n    develops",
        "rank: 1\n    expects: {menus: working}\n    develops",
        "rank: 2\n",
        "rank: 2\n    expects: {menus: ¶awareness}\n",
    ),
    "a promotion asks for two levels more than the role below has": (
        "L506",
        "leading: {working: {typical: 12, range: [6, 24]}}",
        "leading: {awareness: {typical: 12, range: [6, 24]}}",
        "leading: working}",
        "leading: ¶practitioner}",
    ),
    "a promotion asks for the highest level of what the role below has none of": (
        "L506",
        "menus: awareness}}\n  - {from: sous",
        "menus: ¶practitioner}}\n  - {from: sous",
    ),
    "a promotion leaves out a rung": (
        "L507",
        "{from: cook, to: sous-chef, kind: promotion",
        "{from: cook, to: ¶head-chef, kind: promotion",
        "{from: head-chef, to: clerk, months: 0,",
        "{from: clerk, to: sous-chef, months: 0,",
        "{cooking: practitioner, leading: working}",
        "{leading: working}",
    ),
    "a promotion is misspelt": (
        "L605",
        "{from: head-chef, to: clerk,",
        "{from: head-chef, to: clerk, kind: ¶promtion,",
    ),
    "a kind begins with a capital": (
        "L605",
        "{from: head-chef, to: clerk,",
        "{from: head-chef, to: clerk, kind: ¶Lateral,",
    ),
    "a kind of activity is misspelt": (
        "L605",
        "{name: Evening course,",
        "{name: Evening course, kind: ¶certificaton,",
    ),
    "a kind of one's own is misspelt": (
        "L605",
        "transitions:\n",
        "transitions:\n  - {from: clerk, to: cook, months: 0, kind: secondment, source: a guess}\n"
        "  - {from: clerk, to: sous-chef, months: 0, kind: secondment, source: a guess}\n",
        "{from: head-chef, to: clerk,",
        "{from: head-chef, to: clerk, kind: ¶secodment,",
    ),
    "two roles have one name": (
        "L601",
        "  head-chef:\n    name: Head Chef",
        "  ¶head-chef:\n    name: SOUS CHEF",
    ),
    "two skills have one name": ("L601", "leading: Leading", "¶leading: cook-ing"),
    "a name is the id of another": ("L601", "leading: Leading", "¶leading: Menus"),
    "two tracks have one name": ("L601", "office: Office", "¶office: kitchen"),
    "two activities have one name": (
        "L601",
        "activities:\n  evening",
        "activities:\n"
        "  first: {name: Evening-course, months: 1, develops: {menus: working}, source: a guess}\n"
        "  ¶evening",
    ),
    "a skill in the plural": ("L602", "leading: Leading", "¶leading: Menus planning"),
    "a skill turned round": ("L602", "leading: Leading", "¶leading: The planning of a menu"),
    "a skill misspelt": (
        "L602",
        "leading: Leading",
        "¶leading: Restaurent hygiene",
        "{name: Menu planning}",
        "{name: Restaurant hygiene}",
    ),
    "an alias in the plural": ("L602", "[second]", "[second, ¶line cooks]"),
    "a role is named as a skill": (
        "L603",
        "  head-chef:\n    name: Head Chef",
        "  ¶head-chef:\n    name: Leading",
    ),
    "an alias is that of a skill": ("L603", "[second]", "[second, ¶Leading]"),
    "an alias says nothing": ("L604", "[second]", "[second, ¶Sous chef]"),
    "an alias comes twice": ("L604", "[second]", "[Second one, ¶second-one]"),
    "a move takes a life": ("L701", "promotion, months: 12", "promotion, months: ¶181"),
    "a course takes many years": ("L701", "course, months: 3", "course, months: ¶61"),
    "a role takes a life": (
        "L701",
        "{working: 6, practitioner: 24}",
        "¶{working: 6, practitioner: 181}",
    ),
    "the range of a move says nothing": (
        "L702",
        "{typical: 24, range: [12, 36]}",
        "¶{typical: 24, range: [7, 36]}",
    ),
    "the range of a role says nothing": (
        "L702",
        "{working: {typical: 12, range: [6, 24]}}",
        "¶{working: {typical: 12, range: [0, 24]}}",
    ),
    "the range of an activity says nothing": (
        "L702",
        "course, months: 3",
        "course, months: ¶{typical: 3, range: [1, 16]}",
    ),
    "a cost has no currency": ("L703", "currency: EUR\n", "# none\n", "cost: 400", "cost: ¶400"),
    "a skill is asked for nowhere": ("L801", "skills:\n", "skills:\n  ¶carving: Carving\n"),
    "only its own courses ask for a skill": (
        "L801",
        "skills:\n",
        "skills:\n  ¶carving: Carving\n",
        "activities:\n",
        "activities:\n"
        "  knives: {months: 1, develops: {carving: awareness}, source: a guess}\n"
        "  fish: {months: 1, requires: {carving: awareness}, develops: {carving: working},\n"
        "         source: a guess}\n",
    ),
    "a track has no roles": ("L802", "office: Office}", "office: Office, ¶bakery: Bakery}"),
    "a level has no use": ("L803", "practitioner]", "practitioner, ¶expert]"),
    "a level in use has no text": (
        "L805",
        "menus: {name: Menu planning}",
        "menus: {name: Menu planning, ¶levels: {working: Plans a week}}",
    ),
    "a role has no source": (
        "L804",
        "  cook:\n",
        "  ¶cook:\n",
        "24}}\n    source: a guess",
        "24}}",
    ),
    "a move has no source": (
        "L804",
        "- {from: head-chef, to: clerk, months: 0, source: a guess}",
        "- ¶{from: head-chef, to: clerk, months: 0}",
    ),
    "an activity has no source": (
        "L804",
        "  evening-course:",
        "  ¶evening-course:",
        "{menus: awareness}, source: a guess}",
        "{menus: awareness}}",
    ),
}

# What comes close to a fault, and is none.
NEAR_MISSES: list[tuple[str, ...]] = [
    ("L001", "name: Kitchen", "name: Kitchen\nignore: [L804]"),
    ("L501", "to: clerk, months: 0", "to: clerk, kind: promotion, months: 0"),
    (
        "L502",
        "track: office, rank: 1",
        "track: office, rank: 3",
        "clerk, months",
        "clerk, kind: promotion, months",
    ),
    ("L503", "{cooking: practitioner, leading: working}", "{leading: working}"),
    ("L504", "develops: {leading:", "develops: {cooking: {practitioner: 3}, leading:"),
    (  # a level more, and two that the role below develops in time
        "L506",
        "leading: {working: {typical",
        "leading: {practitioner: {typical",
        "menus: awareness}}\n  - {from: sous",
        "menus: working}}\n  - {from: sous",
    ),
    (  # who leaves out a rank jumps
        "L506",
        "rank: 3\n",
        "rank: 4\n",
        "leading: working}",
        "leading: working, menus: practitioner}",
    ),
    (  # a side move may ask for anything
        "L506",
        "{from: head-chef, to: clerk, months: 0,",
        "{from: head-chef, to: clerk, months: 0, requires: {menus: practitioner},",
    ),
    (  # a short cut beside the way by the rung between
        "L507",
        "{from: head-chef, to: clerk, months: 0,",
        "{from: cook, to: head-chef, kind: promotion, months: 48,",
    ),
    ("L507", "rank: 3\n", "rank: 4\n"),  # a rank that nobody has
    (  # other words, of which none is another's slip
        "L605",
        "{from: head-chef, to: clerk,",
        "{from: head-chef, to: clerk, kind: demotion,",
        "{name: Evening course,",
        "{name: Evening course, kind: Practical,",
    ),
    (  # what the role above leaves out has not fallen, nor what another track expects
        "L505",
        "rank: 1\n    develops",
        "rank: 1\n    expects: {menus: working}\n    develops",
        "office, rank: 1}",
        "office, rank: 1, expects: {menus: awareness}}",
        "{from: head-chef, to: clerk, months: 0,",
        "{from: cook, to: clerk, kind: promotion, months: 0,",
    ),
    (  # other levels than the one in use need no text, nor does a skill without any
        "L805",
        "menus: {name: Menu planning}",
        "menus: {name: Menu planning, levels: {awareness: Reads a menu}}",
    ),
    (  # a role expects it
        "L801",
        "skills:\n",
        "skills:\n  carving: Carving\n",
        "office, rank: 1}",
        "office, rank: 1, expects: {carving: working}}",
    ),
    ("L803", "practitioner]", "practitioner, expert]", "rank: 1}", "rank: 1, expects: {menus: 4}}"),
    ("L601", "evening-course:\n    {name: Evening course", "menus:\n    {name: Cooking"),
    (
        "L602",
        "leading: Leading",
        "leading: {name: Heading}",
        "[second]",
        "[second, Cook II, Cook III]",
    ),
    ("L603", "[second]", "[second, Leader]", "name: Evening course", "name: Leading"),
    ("L604", "[second]", "[second, Under-chef, sous-chef de cuisine]"),
    ("L701", "promotion, months: 12", "promotion, months: 180", "months: 3,", "months: 60,"),
    ("L702", "range: [12, 36]", "range: [8, 36]", "range: [6, 24]", "range: [0, 15]"),
    ("L703", "currency: EUR\n", "", "cost: 400", "cost: 0"),
    (
        "L801",
        "skills:\n",
        "skills:\n  carving: Carving\n",
        "months: 3,",
        "months: 3, requires: {carving: 1},",
    ),
    ("L802", "track: office, rank: 1", "track: office"),
    (
        "L803",
        "practitioner]",
        "practitioner, expert]",
        "{menus: awareness}, source",
        "{menus: expert}, source",
    ),
    ("L804", "name: Clerk", 'about: "Develops nothing, and needs no source"'),
    (  # of two ways in, one asks for no more
        "L503",
        "{cooking: practitioner, leading",
        "{cooking: working, leading",
        "transitions:\n",
        "transitions:\n  - {from: clerk, to: sous-chef, kind: entry, months: 0, source: a guess,\n"
        "     requires: {cooking: working}}\n",
    ),
    (  # a side move into the role below may ask for anything
        "L503",
        "{cooking: practitioner, menus",
        "{cooking: working, menus",
        "transitions:\n",
        "transitions:\n  - {from: clerk, to: cook, months: 0, source: a guess,\n"
        "     requires: {cooking: practitioner}}\n",
    ),
    ("L602", "[line cook]", "[line cook, line cooks]"),  # of one role
    (  # no gate asks for anything
        "L801",
        ",\n     requires: {cooking: practitioner, menus: awareness}}",
        "}",
        "\n     requires: {cooking: practitioner, leading: working},",
        "",
    ),
]


def changed(pairs: Iterable[str]) -> str:
    """Replace in the clean file, each time exactly one place."""
    text = CLEAN
    pairs = list(pairs)
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def found(folder: Path, text: str) -> list[tuple[str, int, int]]:
    """Codes of what is found in a file, and where."""
    file = folder / "ladder.yaml"
    file.write_text(text, encoding="utf-8")
    document = sound_document(file)
    findings = check(build_ladder(document.root), select=OWN)
    problems = document.locate(finding.fault for finding in findings)
    return [
        (finding.rule.code, problem.line, problem.column)
        for finding, problem in zip(findings, problems, strict=True)
    ]


def test_the_clean_ladder_is_clean(tmp_path: Path) -> None:
    """So that whatever is found in a changed one comes of the change."""
    assert found(tmp_path, CLEAN) == []


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_gives_its_code_at_its_place(
    planted: tuple[str, ...], tmp_path: Path
) -> None:
    """Exactly that code, once, and the line and column that an editor jumps to."""
    code, *pairs = planted
    marked = changed(pairs)
    if code == "L502":
        marked = marked.replace(
            "  clerk:", "  line-cook: {track: kitchen, rank: 1}\n  clerk:"
        ).replace("[line cook]", "[grill cook]")
    before, _, after = marked.partition("¶")
    assert "¶" not in after
    lines = before.splitlines()
    if before.endswith("\n"):
        lines.append("")
    assert found(tmp_path, before + after) == [(code, len(lines), len(lines[-1]) + 1)]


@pytest.mark.parametrize("near", NEAR_MISSES, ids=lambda near: near[0])
def test_a_near_miss_is_no_finding(near: tuple[str, ...], tmp_path: Path) -> None:
    """What only looks like the fault gives nothing of its code."""
    code, *pairs = near
    assert code not in [each for each, *_ in found(tmp_path, changed(pairs))]


def test_every_own_rule_is_planted_and_nearly_missed() -> None:
    """A rule without a test of its own would go unnoticed."""
    own = {rule.code for rule in selected(["ALL"]) if rule.code.startswith(OWN)}
    assert {code for code, *_ in PLANTED.values()} == own == {code for code, *_ in NEAR_MISSES}


@pytest.mark.parametrize("rule", [UNSOUND, *RULES], ids=lambda rule: rule.code)
def test_a_rule_tells_why_and_how(rule: graphs.Rule) -> None:
    """In sentences; the code says what it is about, and the name reads as words."""
    for text in (rule.why, rule.mend, rule.more):
        assert len(text) > 20
        assert text.endswith(".")
        assert text[0].isupper()
    assert re.fullmatch(r"[EL]\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.severity in ("error", "warning")


def test_codes_and_names_are_unique_and_in_order() -> None:
    """A code never means two things."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@given(ladder=ladders())
def test_no_ladder_is_too_odd(ladder: Ladder) -> None:
    """Any ladder can be checked, and each finding stands somewhere in its file."""
    findings = check(ladder, select=["ALL"])
    for file, text in (("l.yaml", dumps(ladder)), ("l.json", dumps(ladder, format="json"))):
        document = read_document(text.encode(), file)
        problems = document.locate(finding.fault for finding in findings)
        assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
        assert all("\n" not in problem.message for problem in problems)


def lowered_promotions(ladder: Ladder) -> list[tuple[str, str, dict[str, tuple[int, int]]]]:
    """Count anew, from the plain data of the file, which steps up lower what is asked for."""
    plain = json.loads(dumps(ladder, format="json"))
    level = {name: number for number, name in enumerate(ladder.levels, 1)}

    def profile(role: str) -> dict[str, int]:
        return {skill: level[name] for skill, name in plain["roles"][role]["expects"].items()}

    lowered = []
    for move in plain["transitions"]:
        if move.get("kind") == "promotion":
            below, above = profile(move["from"]), profile(move["to"])
            falls = {
                skill: (below[skill], above[skill])
                for skill in below.keys() & above.keys()
                if above[skill] < below[skill]
            }
            if falls:
                lowered.append((move["from"], move["to"], falls))
    return lowered


def test_the_government_framework_lowers_a_dozen_requirements() -> None:
    """Each step up that lowers one is found once, with each skill, and nothing else is."""
    ladder = bundled("uk-digital-and-data")
    findings = check(ladder, select=OWN, ignore=["L506", "L804"])
    lowered = lowered_promotions(ladder)
    assert len(lowered) == 12
    assert [finding.rule.code for finding in findings] == ["L505"] * 12
    for (below, above, falls), finding in zip(lowered, findings, strict=True):
        group, role, part, skill = finding.fault.steps
        assert (group, role, part) == ("roles", above, "expects")
        assert skill in falls
        message = finding.fault.message
        assert f"from {ladder.roles[below].name} to {ladder.roles[above].name} " in message
        for key, (high, low) in falls.items():
            levels = f"from {ladder.level_name(high)} to {ladder.level_name(low)}"
            assert f"{ladder.skills[key].name} {levels}" in message


def test_the_government_framework_has_steps_up_of_two_levels() -> None:
    """Promotions in a track that ask for one, counted anew, and nothing else."""
    ladder = bundled("uk-digital-and-data")
    plain = json.loads(dumps(ladder, format="json"))
    level = {name: number for number, name in enumerate(ladder.levels, 1)}
    high: set[int] = set()
    higher: set[int] = set()
    for place, move in enumerate(plain["transitions"]):
        if move.get("kind") != "promotion":
            continue
        below, above = (plain["roles"][move[end]] for end in ("from", "to"))
        if below["track"] == above["track"]:
            has = {skill: level[name] for skill, name in below["expects"].items()}
            asks = {skill: level[name] for skill, name in above["expects"].items()}
            beneath = [
                {skill: level[name] for skill, name in role["expects"].items()}
                for role in plain["roles"].values()
                if role["track"] == below["track"] and role["rank"] <= below["rank"]
            ]
            most = {skill: max(one.get(skill, 0) for one in beneath) for skill in has}
            if any(asks[skill] > most[skill] + 1 for skill in asks.keys() & has.keys()):
                high.add(place)
            if any(asks[skill] > has.get(skill, 1) + 1 for skill in asks):
                higher.add(place)
    found = {finding.fault.steps[1] for finding in check(ladder, select=["L506"])}
    assert high
    # On the way to the role below, more may have been asked for than that names.
    assert high <= found <= higher
    assert len(found) < len(ladder.transitions) / 50


def test_the_bundled_ladder_is_clean() -> None:
    """What the program ships is what it advises."""
    assert check(bundled("product-management"), select=OWN, ignore=["L804"]) == ()


# Names that differ, though little.
APART = [
    ("Lead Engineer", "Head Engineer"),
    ("Developer I", "Developer II"),
    ("Engineer 1", "Engineer 2"),
    ("Level 1 to level 2", "Level 2 to level 1"),
    ("Trainer", "Trainee"),
    ("Policy officer", "Police officer"),
    ("Cooking", "Cooling"),
    ("Coaching", "Caching"),
    ("Costing", "Hosting"),
    ("C", "C++"),
    ("C#", "C++"),
    ("Programme manager", "Programmer manager"),
    ("Business to consumer", "Consumer to business"),
    ("Grade A", "Grade B"),
    ("产品经理", "产品总监"),
    ("Sales", "Sale of shares"),
]
TOGETHER = [
    ("Modelling", "Modeling"),
    ("Prioritisation", "Prioritization"),
    ("Behavioural design", "Behavioral design"),
    ("Director of Product", "Product Director"),
    ("Manager, Products", "Product Manager"),
    ("Stakeholder management", "Stakeholders' management"),
    ("Prodcut strategy", "Product strategy"),
    ("Strategies", "Strategy"),
    ("Διευθυντής προϊόντος", "Διευθυντς προϊόντος"),
]


def _nearly_the_same(*names: str) -> bool:
    skills = {f"s{place}": Skill(f"s{place}", name) for place, name in enumerate(names)}
    return bool(list(NEAR.find(Ladder("Names", skills=FrozenDict(skills)))))


@pytest.mark.parametrize("names", APART, ids=" / ".join)
def test_names_that_tell_the_difference_are_apart(names: tuple[str, str]) -> None:
    """A false alarm teaches people to look away."""
    assert not _nearly_the_same(*names)


@pytest.mark.parametrize("names", TOGETHER, ids=" / ".join)
def test_names_that_mean_one_thing_come_together(names: tuple[str, str]) -> None:
    """The plural, a slip inside a long word, and the order of words, in many a script."""
    assert _nearly_the_same(*names)


def test_slips_of_slips_come_together() -> None:
    """Whatever the order in which they are met."""
    found = alike(["behaviour", "behavoir", "behaviuor", "behavior", "behaviors"])
    assert len(set(found.values())) == 1
    assert len(set(alike(["organnisattion", "organisattion", "organnisation"]).values())) == 1


@pytest.mark.parametrize(("count", "length"), [(10_000, 20), (50_000, 20), (10_000, 100)])
def test_names_take_time_as_they_grow(count: int, length: int) -> None:
    """Ten thousands of names, or of long ones, take no time with the square of their number."""
    letters = Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=count * length)
    names = ["".join(letters[length * n : length * (n + 1)]) for n in range(count)]
    with within(5):  # all pairs would take minutes
        assert not _nearly_the_same(*names)


def test_what_is_selected() -> None:
    """By code, by the beginning of one, by name, and all of it."""
    codes = [rule.code for rule in selected(["L50", "near-name"], ["l503"])]
    assert codes == ["L501", "L502", "L504", "L505", "L506", "L507", "L602"]
    assert selected(["all"]) == RULES
    assert set(RULES) - set(selected()) == {rule for rule in RULES if not rule.by_default}
    assert rule_named("L804") not in selected()
    assert rule_named("L804") in selected(["L8"])
    assert selected(["L504"], ["L5"]) == ()


@pytest.mark.parametrize(("text", "near"), [("L509", "L501"), ("gate-asks-les", "gate-asks-less")])
def test_what_is_no_code_is_answered_with_the_nearest(text: str, near: str) -> None:
    """In what is selected and in what is ignored."""
    for select, ignore in (([text], []), ([], [text])):
        with pytest.raises(UnknownName) as raised:
            check(Ladder("Empty"), select=select, ignore=ignore)
        assert near in str(raised.value)
        assert near in raised.value.suggestions
    with pytest.raises(UnknownName):
        check(Ladder("Empty"), select=[""])


def test_a_file_says_what_to_ignore() -> None:
    """Its list takes away what is looked for unasked; what is selected is looked for."""
    text = changed(["leading: Leading", "leading: Menus planning"])
    ladder = build_ladder(read_document(f"{text}ignore: [L602]\n".encode(), "l.yaml").root)

    def codes(ladder: Ladder) -> set[str]:
        return {finding.rule.code for finding in check(ladder)}

    assert codes(replace(ladder, ignore=())) - codes(ladder) == {"L602"}
    for select in ("L602", "L6", "near-name", "ALL"):
        found = {finding.rule.code for finding in check(ladder, select=[select])}
        assert "L602" in found, select
    assert check(ladder, select=["L6"], ignore=["L602"]) == ()


def test_a_finding_knows_its_rule() -> None:
    """So that whoever calls from Python can tell why."""
    ladder = bundled("uk-digital-and-data")
    first = check(ladder, select=["L505"])[0]
    assert isinstance(first, Finding)
    assert first.rule is rule_named("role-expects-less")
