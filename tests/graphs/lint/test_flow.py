"""Oddities that follow from the flow through a ladder: each one planted, at its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from graphs.lint import activities, gates, reach, transitions
from graphs.lint.flow import flow_of
from ladder import Ladder, bundled
from ladder.files.builder import build_ladder
from ladder.files.reader import read_document
from ladder.files.schema import shape_faults
from ladder.files.validation import sense_faults

MODULES = (reach, gates, activities, transitions)
RULES = [rule for module in MODULES for rule in module.RULES]

CLEAN = """\
name: Craft
levels: [low, middle, high]
skills: {sql: SQL, talk: Talking, plan: Planning}
tracks: {craft: Craft}
roles:
  junior: {track: craft, rank: 1, develops_after: 12, develops: {sql: low, talk: low}}
  mid: {track: craft, rank: 2, develops_after: 12, develops: {sql: middle, plan: low}}
  aide: {track: craft, rank: 2}
  senior: {track: craft, rank: 3, final: true}
  # more roles
transitions:
  - {from: junior, to: mid, kind: promotion, months: 12, requires: {sql: low}}
  - {from: mid, to: aide, kind: lateral, months: 6, requires: {sql: low}}
  - {from: aide, to: mid, kind: lateral, months: 6}
  - {from: mid, to: senior, kind: promotion, months: 24, requires: {sql: middle, talk: middle}}
  # more transitions
activities:
  talk-course: {months: 2, cost: 100, requires: {talk: low}, develops: {talk: middle}}
  talk-club: {months: 4, develops: {talk: middle}}
  # more activities
"""

ROLES, MOVES, ACTIVITIES = "  # more roles", "  # more transitions", "  # more activities"
CLUB = "  talk-club: {months: 4, develops: {talk: middle}}\n"
THERE, BACK = (
    "{from: mid, to: aide, kind: lateral, months: 6, requires: {sql: low}}",
    "{from: aide, to: mid, kind: lateral, months: 6}",
)
ISLAND = {
    ROLES: "  @left: {develops_after: 6, develops: {talk: middle}}\n  right: {}",
    MOVES: (
        "  - {from: left, to: right, months: 6}\n"
        "  - {from: right, to: left, months: 6}\n"
        "  - {from: right, to: mid, months: 6}"
    ),
}

# By a name: the code, and what is put in the place of what; "@" marks where the fault is found.
PLANTED: dict[str, tuple[str, dict[str, str]]] = {
    "two roles that only lead to each other": ("L101", ISLAND),
    "an island with a role behind it": (
        "L101",
        {
            ROLES: "  @left: {}\n  right: {}\n  cellar: {final: true}",
            MOVES: (
                "  - {from: left, to: right, months: 6}\n"
                "  - {from: right, to: left, months: 6}\n"
                "  - {from: right, to: cellar, months: 6}"
            ),
        },
    ),
    "a top that is not marked": ("L102", {"  senior: ": "  @senior: ", ", final: true": ""}),
    "a role apart": ("L103", {ROLES: "  @hermit: {}"}),
    "a role apart that is final": ("L103", {ROLES: "  @hermit: {final: true}"}),
    "a dead end, though another role is open to all": (
        "L102",
        {
            ROLES: "  @porter: {}",
            MOVES: (
                "  - {from: junior, to: porter, months: 6}\n"
                "  - {from: any, to: junior, kind: entry, months: 6}"
            ),
        },
    ),
    "a role apart, though another one is open to all": (
        "L103",
        {
            ROLES: "  @hermit: {}",
            MOVES: "  - {from: any, to: junior, kind: entry, months: 6}",
        },
    ),
    "a gate that one of two roles never opens": (
        "L201",
        {
            ROLES: "  clerk: {final: true}",
            MOVES: "  - {from: [junior, mid], to: clerk, months: 6, requires: {sql: @middle}}",
        },
    ),
    "a gate open to all that nobody opens": (
        "L201",
        {
            ROLES: "  clerk: {final: true}",
            MOVES: "  - {from: any, to: clerk, months: 6, requires: {plan: @high}}",
        },
    ),
    "a transition from one of the roles of a quicker one": (
        "L401",
        {
            ROLES: "  clerk: {final: true}",
            MOVES: (
                "  - {from: [junior, mid], to: clerk, months: 6}\n"
                "  - @{from: mid, to: clerk, months: 6}"
            ),
        },
    ),
    "a role high up that nothing leads into": (
        "L104",
        {
            ROLES: "  @star: {track: craft, rank: 3}",
            MOVES: "  - {from: star, to: senior, months: 6}",
        },
    ),
    "a level that nothing gives": (
        "L201",
        {THERE: "{from: mid, to: aide, months: 6, requires: {plan: @high}}"},
    ),
    "a level that only a later role gives": (
        "L201",
        {
            "rank: 3": "rank: 3, develops: {plan: {middle: 3}}",
            THERE: "{from: mid, to: aide, months: 6, requires: {sql: low, plan: @middle}}",
        },
    ),
    "levels that no one way brings": (
        "L201",
        {
            ROLES: (
                "  east: {develops: {plan: {middle: 1}}}\n"
                "  west: {develops: {sql: {high: 1}}}\n"
                "  both: {final: true}\n  goal: {final: true}"
            ),
            MOVES: (
                "  - {from: junior, to: east, months: 1}\n"
                "  - {from: junior, to: west, months: 1}\n"
                "  - {from: east, to: both, months: 1}\n"
                "  - {from: west, to: both, months: 1}\n"
                "  - {from: both, to: goal, months: 1, @requires: {plan: middle, sql: high}}"
            ),
        },
    ),
    "a closed gate, whatever follows it": (
        "L201",
        {
            "requires: {sql: middle, talk: middle}}": "requires: {plan: @high, talk: middle}}",
            "rank: 3, final: true": "rank: 3, develops: {plan: {high: 6}}",
            ROLES: "  head: {final: true}",
            MOVES: "  - {from: senior, to: head, months: 6, requires: {plan: high}}",
        },
    ),
    "one activity alone": ("L202", {CLUB: "", "talk: middle}}\n  #": "talk: @middle}}\n  #"}),
    "one activity alone, for two gates": (
        "L202",
        {
            CLUB: "",
            THERE: "{from: mid, to: aide, months: 6, requires: {talk: @middle}}",
        },
    ),
    "one activity alone, as another asks for what it gives": (
        "L202",
        {
            CLUB: "",
            "talk: middle}}\n  #": "talk: @middle}}\n  #",
            ACTIVITIES: (
                "  lab: {months: 1, requires: {talk: middle}, develops: {talk: high, sql: middle}}"
            ),
        },
    ),
    "one activity alone, as a role gives the same too late": (
        "L202",
        {
            CLUB: "",
            "talk: middle}}\n  #": "talk: @middle}}\n  #",
            "rank: 3,": "rank: 3, develops: {talk: {middle: 3}},",
        },
    ),
    "one role to the side alone": (
        "L202",
        {
            "aide: {track: craft, rank: 2}": "aide: {develops: {plan: {middle: 12}}}",
            "{sql: middle, talk: middle}}\n": "{plan: @middle, talk: middle}}\n",
        },
    ),
    "an activity that asks for what nobody holds": (
        "L301",
        {ACTIVITIES: "  lab: {months: 1, requires: {plan: @high}, develops: {talk: middle}}"},
    ),
    "an activity that asks for what only it gives": (
        "L301",
        {
            ACTIVITIES: (
                "  lab: {months: 1, requires: {plan: @middle}, "
                "develops: {plan: middle, talk: middle}}"
            )
        },
    ),
    "an activity for which no gate asks": (
        "L302",
        {ACTIVITIES: "  @planning: {months: 1, develops: {plan: high}}"},
    ),
    "an activity that gives what it asks for": (
        "L302",
        {ACTIVITIES: "  @again: {months: 1, requires: {talk: middle}, develops: {talk: middle}}"},
    ),
    "an activity that develops nothing": ("L302", {ACTIVITIES: "  @leisure: {months: 1}"}),
    "a slower activity": (
        "L303",
        {
            ACTIVITIES: (
                "  @talk-school: {months: 3, cost: 100, requires: {talk: low}, "
                "develops: {talk: middle}}"
            )
        },
    ),
    "a twin": ("L303", {ACTIVITIES: "  @talk-circle: {months: 4, develops: {talk: middle}}"}),
    "an activity as quick that gives less": (
        "L303",
        {
            "  talk-club": "  @talk-club",
            ACTIVITIES: "  talk-lab: {months: 4, develops: {talk: high}}",
        },
    ),
    "an activity that gives the same, sooner and for money": (
        "L304",
        {ACTIVITIES: "  @talk-class: {months: 3, cost: 100, develops: {talk: middle}}"},
    ),
    "a transition that asks for more": (
        "L401",
        {
            MOVES: (
                "  - @{from: mid, to: senior, months: 24, "
                "requires: {sql: middle, talk: middle, plan: low}}"
            )
        },
    ),
    "a transition that asks for less, and comes later": (
        "L401",
        {
            "- {from: junior": "- @{from: junior",
            MOVES: "  - {from: junior, to: mid, kind: promotion, months: 11, requires: {sql: low}}",
        },
    ),
    "a transition that asks for the same": (
        "L401",
        {MOVES: "  - @{from: junior, to: mid, kind: promotion, months: 12, requires: {sql: low}}"},
    ),
    "a transition that takes longer at one end": (
        "L401",
        {MOVES: "  - @{from: aide, to: mid, months: {typical: 6, range: [6, 9]}}"},
    ),
    "there and back in no time": (
        "L402",
        {
            THERE: "{from: mid, to: aide, months: 0, requires: {sql: low}}",
            BACK: "{from: aide, to: mid, months: @0}",
        },
    ),
    "a promotion back down": (
        "L403",
        {MOVES: "  - {from: senior, to: mid, kind: @promotion, months: 6}"},
    ),
}

NEAR_MISSES: dict[str, dict[str, str]] = {
    "nothing": {},
    "a circle in which careers begin, by its rank": {
        **ISLAND,
        ROLES: "  left: {track: craft, rank: 1}\n  right: {track: craft, rank: 2}",
    },
    "a circle in which careers begin, by its entry": {
        **ISLAND,
        ROLES: "  left: {}\n  right: {}",
        MOVES: ISLAND[MOVES].replace("to: mid", "to: mid, kind: entry"),
    },
    "a circle that something leads into": {
        **ISLAND,
        MOVES: ISLAND[MOVES] + "\n  - {from: junior, to: left, months: 6}",
        ROLES: "  left: {}\n  right: {}",
    },
    "a role that is open to all, and that nothing else leads into": {
        ROLES: "  clerk: {expects: {sql: middle}, final: true}",
        MOVES: "  - {from: any, to: clerk, months: 6}",
    },
    "a first role that expects what it does not develop": {
        "develops_after: 12, develops: {sql: low, talk: low}": "expects: {sql: low, talk: low}",
    },
    "an activity alone that anybody can do anywhere": {
        CLUB: "",
        "{months: 2, cost: 100,": "{months: 2, kind: practice,",
    },
    "a transition from more roles than a quicker one": {
        ROLES: "  clerk: {final: true}",
        MOVES: (
            "  - {from: mid, to: clerk, months: 6}\n  - {from: [junior, mid], to: clerk, months: 9}"
        ),
    },
    "another role in which careers begin": {
        ROLES: "  trainee: {}",
        MOVES: "  - {from: trainee, to: junior, months: 6}",
    },
    "a level that the role gives itself": {
        THERE: "{from: mid, to: aide, months: 6, requires: {plan: low}}"
    },
    "a level that only one role gives, which everybody comes through": {
        ROLES: "  head: {final: true}",
        "rank: 3, final: true": "rank: 3",
        MOVES: "  - {from: senior, to: head, months: 6, requires: {plan: low}}",
    },
    "levels that one way brings, though not the shortest": {
        "aide: {track: craft, rank: 2}": "aide: {develops: {plan: {middle: 12}}}",
        "{sql: middle, talk: middle}}\n": "{plan: middle, talk: middle}}\n",
        ACTIVITIES: "  planning: {months: 9, develops: {plan: middle}}",
    },
    "an activity that asks for what is learnt elsewhere": {
        ACTIVITIES: "  lab: {months: 1, requires: {plan: low}, develops: {talk: middle}}"
    },
    "an activity that only another activity needs": {
        ACTIVITIES: (
            "  planning: {months: 1, develops: {plan: middle}}\n"
            "  lab: {months: 1, requires: {plan: middle}, develops: {talk: middle}}"
        )
    },
    "a slower activity that costs less": {
        ACTIVITIES: (
            "  talk-school: {months: 3, cost: 50, requires: {talk: low}, develops: {talk: middle}}"
        )
    },
    "a slower activity that may be quicker": {
        ACTIVITIES: (
            "  talk-school: {months: {typical: 3, range: [1, 5]}, requires: {talk: low}, "
            "develops: {talk: middle}}"
        )
    },
    "a transition that takes longer and asks for less": {
        MOVES: "  - {from: mid, to: senior, months: 36, requires: {talk: middle}}"
    },
    "a transition that takes longer, but may be quicker": {
        MOVES: "  - {from: aide, to: mid, months: {typical: 9, range: [5, 12]}}"
    },
    "one of two moves in no time": {BACK: "{from: aide, to: mid, months: 0}"},
    "two moves in no time, one after another": {
        BACK: "{from: aide, to: mid, months: 0}",
        "to: senior, kind: promotion, months: 24": "to: senior, kind: promotion, months: 0",
    },
    "promotions that part and meet again": {
        MOVES: "  - {from: junior, to: aide, kind: promotion, months: 12}",
        BACK: "{from: aide, to: mid, kind: promotion, months: 6}",
    },
}


def planted(changes: dict[str, str]) -> str:
    text = CLEAN
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


def found(text: str, also: str = "") -> list[tuple[str, int, int]]:
    """What is found in a file, unasked and of one more code: codes and places."""
    document = read_document(text.encode(), "planted.yaml")
    document.check([*shape_faults("ladder", document.root), *sense_faults(document.root)])
    ladder = build_ladder(document.root)
    rules = [rule for rule in RULES if rule.by_default or rule.code == also]
    findings = [(rule.code, fault) for rule in rules for fault in rule.find(ladder)]
    problems = document.locate(fault for _, fault in findings)
    return [
        (code, problem.line, problem.column)
        for (code, _), problem in zip(findings, problems, strict=True)
    ]


def messages(changes: dict[str, str]) -> list[str]:
    text = planted(changes).replace("@", "")
    ladder = build_ladder(read_document(text.encode(), "planted.yaml").root)
    return [fault.message for rule in RULES for fault in rule.find(ladder)]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_at_its_place(name):
    """Exactly that code there, and nothing else anywhere."""
    code, changes = PLANTED[name]
    text = planted(changes)
    before = text[: text.index("@")].split("\n")
    assert found(text.replace("@", ""), code) == [(code, len(before), len(before[-1]) + 1)]


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_what_only_looks_like_a_fault_is_none(name):
    """Nothing is found where a ladder is as it should be."""
    assert found(planted(NEAR_MISSES[name]).replace("@", "")) == []


@pytest.mark.parametrize(
    "activity",
    [
        "{kind: mentoring, months: 3, cost: 9, develops: {talk: middle}}",
        "{months: 3, cost: 9, requires: {sql: low}, develops: {talk: middle}}",
        "{months: 3, cost: 9, develops: {talk: low}}",
        "{months: 5, develops: {talk: middle}}",  # which is beaten, as that rule says
    ],
)
def test_activities_that_give_the_same_are_of_a_kind(activity):
    """What is of another kind, asks or gives something else, or is beaten, is no second one."""
    text = planted({ACTIVITIES: f"  other: {activity}"}).replace("@", "")
    assert "L304" not in {code for code, *_ in found(text, "L304")}


def test_every_rule_has_been_planted():
    assert {code for code, _ in PLANTED.values()} == {rule.code for rule in RULES}


def test_rules_are_told_in_sentences():
    """Codes are in their ranges, and what is told ends in a full stop."""
    for number, module in enumerate(MODULES, start=1):
        assert all(rule.code.startswith(f"L{number}") for rule in module.RULES)
    for rule in RULES:
        for text in (rule.why, rule.mend, rule.more):
            assert text[0].isupper()
            assert text.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_tells_an_example_of_itself(rule):
    """The first example breaks the rule, and what mends it stands after it."""
    example = next(part for part in rule.more.split("\n\n") if part.startswith("    "))
    frame = {
        "roles": "roles: {cook: {}, baker: {}}",
        "transitions": "transitions: [{from: cook, to: baker, months: 12}]",
    }
    lines = [line for key, line in frame.items() if f"    {key}:" not in example]
    levels = "name: Kitchen\nlevels: [low, high]\nskills: {baking: Baking}"
    text = "\n".join([levels, *lines, dedent(example), ""])
    assert rule.code in {code for code, *_ in found(text, rule.code)}
    assert rule.more.split("\n\n")[-1].startswith("Ignore it ")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "a level that nothing gives",
            "nobody comes to this gate with Planning at high, at best with low: no role and no "
            "activity develops Planning to high; so nobody reaches Aide",
        ),
        (
            "a closed gate, whatever follows it",
            "nobody comes to this gate with Planning at high, at best with low: Senior would "
            "develop it, but cannot be reached first; so nobody reaches Senior, nor what is behind "
            "it",
        ),
        (
            "levels that no one way brings",
            "each level that this gate asks for can be had before it, but not all on one way: who "
            "has the others lacks SQL at high; so nobody reaches Goal",
        ),
        (
            "an island with a role behind it",
            "nobody can reach Left and Right, nor what only they lead to (Cellar), as transitions "
            "lead into these roles only from one another",
        ),
        (
            "one activity alone, for two gates",
            "only Talk course gives Talking at middle: without it, this gate and 1 more stay shut",
        ),
        (
            "a slower activity",
            "Talk course beats Talk school in everything: it takes less time, and is no worse "
            "otherwise",
        ),
        (
            "a transition that asks for the same",
            "nobody needs this transition from Junior to Mid, as the 1st transition of the file, "
            "between the same roles, asks for the same",
        ),
        (
            "there and back in no time",
            "one can go from Mid to Aide and back, again and again, in no time",
        ),
        (
            "a promotion back down",
            "promotions lead in a circle, from Mid to Senior and back",
        ),
    ],
)
def test_a_finding_says_what_it_is(name, words):
    """In the ladder's names, with what follows from it."""
    assert messages(PLANTED[name][1]) == [words]


def test_a_ladder_without_transitions_is_told_once():
    text = "name: Profiles\nroles:\n  junior: {}\n  senior: {}\n"
    assert found(text) == [("L103", 2, 1)]


def test_a_ladder_that_is_one_circle_is_no_island():
    """Where nothing says in which role careers begin, they may begin in any."""
    text = (
        "name: Round\nroles: {left: {}, right: {}}\ntransitions:\n"
        "  - {from: left, to: right, months: 6}\n  - {from: right, to: left, months: 6}\n"
    )
    assert found(text) == []


def test_many_needless_activities_are_told_once():
    """Ten are told one by one; of eleven the first stands for all."""
    lines = [f"  lab-{place}: {{months: 1, develops: {{plan: high}}}}" for place in range(11)]
    for count, told in ((10, 10), (11, 1)):
        codes = [code for code, *_ in found(planted({ACTIVITIES: "\n".join(lines[:count])}))]
        assert codes.count("L302") == told


def test_a_circle_is_told_once_by_a_shortest_way_around():
    """Circles that share roles are one finding, whatever the number of ways around."""
    extra = (
        "  - {from: senior, to: aide, kind: promotion, months: 6}\n"
        "  - {from: aide, to: junior, kind: promotion, months: 6}\n"
        "  - {from: senior, to: mid, kind: promotion, months: 6}"
    )
    told = [line for line in messages({MOVES: extra}) if "circle" in line]
    assert told == ["promotions lead in a circle, from Mid to Senior and back"]


def test_all_bundled_findings_are_known():
    """What is found in the bundled ladders is one of the kinds that were looked at and judged."""

    def codes(ladder: Ladder) -> set[str]:
        return {rule.code for rule in RULES if list(rule.find(ladder))}

    assert codes(bundled("product-management")) == {"L202"}  # which the file says to ignore
    assert codes(bundled("uk-digital-and-data")) == set()


def test_the_flow_is_worked_out_once_for_a_ladder():
    """And anew for another one that is equal, as it is known by its identity."""
    ladder = bundled("product-management")
    assert flow_of(ladder) is flow_of(ladder)
    assert flow_of(bundled("product-management")) is not flow_of(ladder)
