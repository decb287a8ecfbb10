"""A ladder that extends another."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from support.effort import within
from support.ladder_extension import extension
from support.ladder_strategies import ladders

from ladder import (
    FileProblems,
    Ladder,
    Problem,
    Track,
    UnreadableFile,
    bundled,
    bundled_names,
    dumps,
    load,
)
from ladder.files.loader import sound_document

COMPANY = """\
name: Company
levels: [low, high]
currency: USD
source: The board
skills: {sql: SQL, maps: {name: Road maps, about: What comes next}, old: Old}
tracks: {t: T, u: U}
roles:
  analyst: {aliases: [BA], track: t, rank: 1, develops_after: 12, develops: {sql: low, maps: low}}
  manager: {track: t, rank: 2, develops: {maps: {low: 3, high: 9}}}
  director: {track: t, rank: 3}
transitions:
  - {from: analyst, to: manager, kind: promotion, months: 6, requires: {sql: low, maps: low}}
  - {from: manager, to: director, months: 24}
  - {from: analyst, to: director, kind: entry, months: 90}
  - {from: analyst, to: director, kind: promotion, months: 70}
activities:
  course: {months: 2, cost: 100, develops: {sql: low, maps: low}}
"""
Write = Callable[..., Path]
Whole = Callable[[str], Ladder]
Told = Callable[..., list[str]]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files into the working folder."""
    monkeypatch.chdir(tmp_path)

    def files(**content: str) -> None:
        for name, text in content.items():
            Path(f"{name}.yaml").write_text(text, encoding="utf-8")

    return files


@pytest.fixture
def whole(write: Write) -> Whole:
    """Loads a ladder that extends the company's."""

    def extended(text: str) -> Ladder:
        write(company=COMPANY, ours=f"extends: company.yaml\n{text}")
        return load("ours.yaml")

    return extended


@pytest.fixture
def told(write: Write) -> Told:
    """Tells what is wrong with a ladder that extends the company's."""

    def problems(text: str, company: str = COMPANY) -> list[str]:
        write(company=company, ours=f"extends: company.yaml\n{text}")
        with pytest.raises(FileProblems) as caught:
            load("ours.yaml")
        return str(caught.value).splitlines()

    return problems


@pytest.fixture
def company(write: Write) -> Ladder:
    """The ladder that is extended."""
    write(company=COMPANY)
    return load("company.yaml")


def test_nothing_changed(whole: Whole, company: Ladder) -> None:
    """A file that only extends is the ladder that it extends."""
    assert whole("") == company


@pytest.mark.parametrize("name", bundled_names())
def test_a_bundled_ladder(write: Write, name: str) -> None:
    """A bundled ladder is extended by its name, also where it extends another."""
    write(ours=f"extends: {name}\nname: Ours\n")
    assert load("ours.yaml") == replace(bundled(name), name="Ours")


def test_keys_of_the_ladder_are_replaced(whole: Whole, company: Ladder) -> None:
    """What is said about the ladder takes the old one's place; the rest stays."""
    text = "name: Ours\ncurrency: EUR\nlevels: [low, mid, high]\nsource: Us\nignore: [L101]\n"
    ladder = whole(text)
    assert (ladder.name, ladder.currency, ladder.source) == ("Ours", "EUR", "Us")
    assert ladder.levels == ("low", "mid", "high")
    assert ladder.ignore == ("L101",)
    assert ladder.roles["manager"].develops == {"maps": {1: 3, 3: 9}}
    assert whole("source: ''\n") == replace(company, source=None)


def test_entries_are_added_after_those_there_are(whole: Whole) -> None:
    """What is new stands after what is old, in the order of its file."""
    ladder = whole(
        "skills: {new: New}\ntracks: {v: V}\nroles: {clerk: {}, boss: {track: v}}\n"
        "transitions: [{from: clerk, to: analyst, months: 1}]\nactivities: {talk: {months: 1}}\n"
    )
    assert list(ladder.roles) == ["analyst", "manager", "director", "clerk", "boss"]
    assert list(ladder.skills) == ["sql", "maps", "old", "new"]
    assert list(ladder.tracks) == ["t", "u", "v"]
    assert list(ladder.activities) == ["course", "talk"]
    assert [move.months for move in ladder.transitions] == [6, 24, 90, 70, 1]


def test_a_skill_or_track_is_changed_by_key(whole: Whole) -> None:
    """A text is short for a name, and leaves the rest as it is."""
    ladder = whole("skills: {maps: Maps, sql: {about: Queries}, old: Older}\ntracks: {t: Team}\n")
    assert (ladder.skills["maps"].name, ladder.skills["maps"].about) == ("Maps", "What comes next")
    assert (ladder.skills["sql"].name, ladder.skills["sql"].about) == ("SQL", "Queries")
    assert ladder.skills["old"].name == "Older"
    assert ladder.tracks["t"] == Track("t", "Team")


def test_a_role_is_changed_by_key_and_skill(whole: Whole, company: Ladder) -> None:
    """What it develops merges by skill; a list, and the levels of a skill, are replaced."""
    ladder = whole(
        "roles:\n"
        "  analyst: {aliases: [A], rank: 5, develops: {sql: high, old: low}}\n"
        "  manager: {develops: {maps: {high: 20}, sql: {low: 1}}}\n"
    )
    analyst, manager = ladder.roles["analyst"], ladder.roles["manager"]
    assert analyst.develops == {"sql": {2: 12}, "maps": {1: 12}, "old": {1: 12}}
    assert (analyst.aliases, analyst.rank, analyst.track) == (("A",), 5, "t")
    assert manager.develops == {"maps": {2: 20}, "sql": {1: 1}}
    assert ladder.roles["director"] == company.roles["director"]
    later = whole("roles: {analyst: {develops_after: 3}}\n").roles["analyst"]
    assert later.develops == {"sql": {1: 3}, "maps": {1: 3}}


def test_none_takes_a_skill_out(whole: Whole) -> None:
    """The level none takes a skill out of a gate, of a role, and of an activity."""
    ladder = whole(
        "roles: {analyst: {develops: {sql: none}}}\n"
        "transitions: [{from: analyst, to: manager, requires: {sql: 0}}]\n"
        "activities: {course: {develops: {sql: None}}}\n"
        "remove: {skills: [sql]}\n"
    )
    assert ladder.roles["analyst"].develops == {"maps": {1: 12}}
    assert ladder.transitions[0].requires == {"maps": 1}
    assert ladder.activities["course"].develops == {"maps": 1}
    assert "sql" not in ladder.skills


def test_an_activity_is_changed_by_key(whole: Whole) -> None:
    """Its months need not be said again."""
    course = whole("activities: {course: {cost: 0, requires: {old: low}}}\n").activities["course"]
    assert (course.months, course.cost) == (2, 0)
    assert (course.requires, course.develops) == ({"old": 1}, {"sql": 1, "maps": 1})


def test_the_only_move_between_two_roles_is_changed(whole: Whole, company: Ladder) -> None:
    """It keeps its place, and its gate merges by skill; its kind can be changed, too."""
    ladder = whole(
        "transitions: [{from: analyst, to: manager, kind: lateral, months: 9, "
        "requires: {sql: high}}]\n"
    )
    first, *others = ladder.transitions
    assert (first.months, first.kind, first.requires) == (9, "lateral", {"sql": 2, "maps": 1})
    assert tuple(others) == company.transitions[1:]


def test_one_of_several_moves_is_changed_by_its_kind(whole: Whole) -> None:
    """Where several lead from one role to another, the kind says which."""
    ladder = whole("transitions: [{from: analyst, to: director, kind: promotion, months: 50}]\n")
    assert [move.months for move in ladder.transitions] == [6, 24, 90, 50]


def test_an_alternative_is_added(whole: Whole, company: Ladder) -> None:
    """A move that says so stands beside the one there is, of whatever kind."""
    move = "{from: analyst, to: manager, kind: promotion, months: 12, alternative: true}"
    ladder = whole(f"transitions: [{move}]\n")
    assert ladder.transitions[:4] == company.transitions
    assert (ladder.transitions[4].months, ladder.transitions[4].requires) == (12, {})
    other = whole("transitions: [{from: manager, to: director, months: 9, alternative: false}]\n")
    assert [move.months for move in other.transitions] == [6, 9, 90, 70]


def test_things_are_removed(whole: Whole) -> None:
    """A role goes with the moves from and to it."""
    ladder = whole(
        "remove: {roles: [manager], skills: [old], tracks: [u], activities: [course],\n"
        "         transitions: [{from: analyst, to: director, kind: entry}]}\n"
    )
    assert list(ladder.roles) == ["analyst", "director"]
    assert list(ladder.skills) == ["sql", "maps"]
    assert list(ladder.tracks) == ["t"]
    assert not ladder.activities
    assert [move.months for move in ladder.transitions] == [70]


def test_all_moves_between_two_roles_are_removed(whole: Whole) -> None:
    """Without a kind, whatever leads from the one role to the other."""
    ladder = whole("remove: {transitions: [{from: analyst, to: director}]}\n")
    assert [move.months for move in ladder.transitions] == [6, 24]


def test_what_is_removed_and_given_is_replaced(whole: Whole) -> None:
    """Nothing of the old entry is kept; the moves of a role that stays do stay."""
    ladder = whole(
        "remove: {roles: [analyst], skills: [maps], activities: [course],\n"
        "         transitions: [{from: manager, to: director}]}\n"
        "roles: {analyst: {name: New}}\nskills: {maps: M}\nactivities: {course: {months: 9}}\n"
        "transitions: [{from: manager, to: director, months: 1}]\n"
    )
    analyst = ladder.roles["analyst"]
    assert (analyst.name, analyst.rank, analyst.develops) == ("New", None, {})
    assert (ladder.skills["maps"].name, ladder.skills["maps"].about) == ("M", None)
    assert (ladder.activities["course"].cost, ladder.activities["course"].develops) == (0, {})
    assert list(ladder.roles) == ["analyst", "manager", "director"]
    assert [move.months for move in ladder.transitions] == [6, 90, 70, 1]


def test_a_chain(write: Write) -> None:
    """One that extends may be extended, each file named as seen from its own folder."""
    os.makedirs("group/teams")
    write(company=COMPANY)
    Path("group/unit.json").write_text('{"extends": "../company.yaml", "name": "Unit"}')
    Path("group/teams/ours.yaml").write_text("extends: ../unit.json\nroles: {extra: {}}\n")
    ladder = load(Path("group") / "teams" / "ours.yaml")
    assert ladder.name == "Unit"
    assert list(ladder.roles) == ["analyst", "manager", "director", "extra"]


def test_aliases_are_not_changed_with_each_other(write: Write) -> None:
    """What YAML's aliases share in the base is changed only where the extension says so."""
    base = (
        "name: X\nlevels: [low]\nskills: {s: S}\nroles: {a: {}, b: {}, c: {}}\ntransitions:\n"
        "  - {from: a, to: b, months: 1, requires: &gate {s: low}}\n"
        "  - {from: b, to: c, months: 1, requires: *gate}\n"
    )
    move = "{from: a, to: b, requires: {s: none}}"
    write(base=base, ours=f"extends: base.yaml\ntransitions: [{move}]\n")
    assert [move.requires for move in load("ours.yaml").transitions] == [{}, {"s": 1}]


def test_another_way_of_reading(write: Write) -> None:
    """Every file comes through the reader that is handed over; a bundled ladder does not."""
    files = {"a/ours.yaml": "extends: ../b.yaml\nname: Ours\n", "b.yaml": COMPANY}
    files["pm.yaml"] = "extends: product-management\n"

    def read(path: str) -> bytes:
        try:
            return files[path.replace(os.sep, "/")].encode()
        except KeyError:
            raise UnreadableFile(f"no {path} in that version") from None

    assert load("a/ours.yaml", read=read).name == "Ours"
    assert load("pm.yaml", read=read).name == "Product management"
    del files["b.yaml"]
    with pytest.raises(FileProblems, match=r"ours\.yaml:1:10: no b\.yaml in that version"):
        load("a/ours.yaml", read=read)


MANY = '2 moves lead from "analyst" to "director", of kind "entry" and "promotion": name the '


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("remove: {roles: [analist]}", '2:18: no role "analist" to remove; did you mean analyst?'),
        (
            "remove: {activities: [corse]}",
            '2:23: no activity "corse" to remove; did you mean course?',
        ),
        (
            "remove: {transitions: [{from: analist, to: manager}]}",
            '2:31: no role "analist"; did you mean analyst?',
        ),
        (
            "remove: {transitions: [{from: manager, to: analyst}]}",
            '2:24: no move from "manager" to "analyst" to remove',
        ),
        (
            "remove: {transitions: [{from: analyst, to: manager, kind: entry}]}",
            '2:59: no move from "analyst" to "manager" is of kind "entry"; there is "promotion"',
        ),
        (
            "remove: {tracks: [t]}",
            '2:19: the track "t" is still used, in company.yaml:8:35, company.yaml:9:20 and '
            "company.yaml:10:21; change or remove that too",
        ),
        (
            "remove: {skills: [sql]}",
            '2:19: the skill "sql" is still used, in company.yaml:8:78, company.yaml:12:73 and '
            "company.yaml:17:45; change or remove that too",
        ),
        (
            "roles: {x: {develops: {old: {low: 1}}}}\nremove: {skills: [old]}",
            '2:24: no skill "old": it is removed in line 3',
        ),
        (
            "remove: {roles: [manager]}\ntransitions: [{from: manager, to: analyst, months: 1}]",
            '3:22: no role "manager": it is removed in line 2',
        ),
        ("remove: {role: [a]}", '2:10: unknown key "role"; did you mean roles?'),
        ("remove: [a]", "2:9: remove: expected a mapping, found a list"),
        (
            "remove: {transitions: [{from: analyst}]}",
            "2:24: to is missing: a move needs from and to",
        ),
        (
            "transitions: [{from: manager, to: analyst}]",
            "2:15: months is missing: a transition needs months",
        ),
        (
            "transitions: [{to: analyst, months: 1}]",
            "2:15: from is missing: a transition needs from and to",
        ),
        ("activities: {talk: {}}", "2:20: months is missing: an activity needs months"),
        (
            "transitions: [{from: analyst, to: director, months: 1}]",
            f"2:15: {MANY}kind of the one to change, or remove them and give them anew; to add one "
            "more, give it alternative: true",
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 1}, {from: analyst, to: manager}]",
            "2:56: the move between these roles is changed above already; to add one more, give it "
            "alternative: true",
        ),
        (
            "levels: [low, top]",
            "1:10: what is changed here does not fit company.yaml:9:58: "
            'no level "high"; levels are 1 low, 2 top (0 is none)',
        ),
        (
            "roles: {x: {name: BA}}",
            "1:10: what is changed here does not fit company.yaml:8:23: "
            'the alias "BA" is also the name of x',
        ),
        (
            "remove: {roles: [analyst, manager, director]}",
            "1:10: what is changed here does not fit company.yaml:8:3: "
            "roles: expected at least one entry, found none",
        ),
        ("roles: {x: {track: v}}", '2:20: no track "v"'),
        ("roles: {analyst: {track: v}}", '2:26: no track "v"'),
        ("skills: {sql: {nam: S}}", '2:16: unknown key "nam"; did you mean name?'),
        (
            "activities: {course: {develops: {sql: false}}}",
            "2:39: sql: expected a level, by name or number, found false",
        ),
        ("roles: [a]", "2:8: roles: expected a mapping, found a list"),
    ],
)
def test_one_fault(told: Told, line: str, problem: str) -> None:
    """Each fault is told once, in the file where it can be mended."""
    expected = [f"ours.yaml:{problem}"]
    found = told(line)
    assert [each for each in found if "fit company" not in each or "fit" in problem] == expected


def test_what_a_base_has_none_of_cannot_be_removed(told: Told) -> None:
    """A misspelt id is told also where the base has nothing of its group."""
    remove = "{tracks: [t], activities: [a], transitions: [{from: a, to: b}]}"
    assert told(f"remove: {remove}\n", "name: X\nroles: {a: {}, b: {}}\n") == [
        'ours.yaml:2:19: no track "t" to remove',
        'ours.yaml:2:36: no activity "a" to remove',
        'ours.yaml:2:54: no move from "a" to "b" to remove',
    ]


def test_a_base_that_is_not_right_is_told_itself(told: Told) -> None:
    """Its faults are told in its file, once, and those of the extension beside them."""
    company = COMPANY.replace("to: manager, kind", "to: manger, kind")
    found = told("roles: {x: {rank: high, track: v}}\n", company)
    assert found == [
        'company.yaml:12:25: no role "manger"; did you mean manager?',
        'ours.yaml:2:19: rank: expected a whole number, found the text "high"',
        'ours.yaml:2:32: no track "v"',
    ]


def test_a_base_without_its_shape(told: Told) -> None:
    """Nothing is said to be missing that stands under a misspelt key of the base."""
    found = told("roles: {x: {rank: high, track: t}}\n", COMPANY.replace("tracks:", "trcks:"))
    assert 'company.yaml:6:1: unknown key "trcks"; did you mean tracks?' in found
    assert [each for each in found if each.startswith("ours")] == [
        'ours.yaml:2:19: rank: expected a whole number, found the text "high"'
    ]


SECRETS = {
    "no YAML": "password: [hunter2\n",
    "broken JSON": '{"password": hunter2}',
    "another encoding": "password: hunter2 \xff",
    "a list": "- hunter2\n",
    "a text": "hunter2\n",
    "a key twice": "hunter2: 1\nhunter2: 2\n",
    "tags and anchors": "password: !hunter2 *hunter2\n",
    "settings": "name: Shop\npassword: hunter2\n",
    "settings that extend": "extends: hunter2\npassword: hunter2\n",
    "settings with roles": "roles: {admin: hunter2}\nusers: {hunter2: {}}\npassword: hunter2\n",
    "empty": "",
}


@pytest.mark.parametrize("content", SECRETS.values(), ids=SECRETS)
def test_a_base_that_is_no_ladder(write: Write, content: str) -> None:
    """It is not said what is in it: whoever reads the message may not be allowed to see that."""
    Path("secret.yaml").write_bytes(content.encode("latin-1"))
    write(
        middle="extends: secret.yaml\n",
        ours="extends: middle.yaml\n",
        other="extends: secret.yaml\n",
    )
    for file, place in (("ours.yaml", "middle.yaml:1:10"), ("other.yaml", "other.yaml:1:10")):
        (problem,) = problems_of(file)
        assert str(problem) == f"{place}: secret.yaml is no ladder; check it by itself to see why"


def test_a_key_twice(told: Told) -> None:
    """The problems of both texts are told."""
    found = told("name: A\nname: B\n", COMPANY + "name: C\n")
    assert found == [
        'company.yaml:18:1: the key "name" was given before, in line 1',
        'ours.yaml:3:1: the key "name" was given before, in line 2',
    ]


def test_a_place_in_the_middle_of_a_chain(write: Write) -> None:
    """The file that broke it is named, and not those on either side."""
    write(
        company=COMPANY,
        unit="extends: company.yaml\nremove: {tracks: [t]}\n",
        ours="extends: unit.yaml\nname: Ours\n",
    )
    with pytest.raises(FileProblems) as caught:
        load("ours.yaml")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column) == ("unit.yaml", 2, 19)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("compny.yaml", "there is no file compny.yaml; did you mean company.yaml?"),
        ("own.yaml", "there is no file own.yaml"),  # the suffix alone is alike
        ("./compny.yaml", "there is no file compny.yaml; did you mean ./company.yaml?"),
        ("no/company.yaml", f"there is no file {Path('no/company.yaml')}"),
        (
            "product-managment",
            "there is no file product-managment, nor a bundled ladder of that name; there are "
            "product-management, product-management-large-company, product-management-start-up, "
            "uk-digital-and-data; did you mean product-management, product-management-start-up or "
            "product-management-large-company?",
        ),
        (
            "sub/compny.yaml",
            f"there is no file {Path('sub/compny.yaml')}; "
            "did you mean sub/company-2.yaml or sub/company-1.yaml?",
        ),
        (".", ". is a folder; give a file"),
        (
            '"com\\tpany.yaml"',
            '"com pany.yaml" has characters in it that cannot be shown, such as a tab',
        ),
        ("ours.yaml", "these extend each other in a circle: ours.yaml → ours.yaml"),
        ("''", "extends: expected some text, found none"),
        ("[company.yaml]", "extends: expected text, found a list"),
        (
            "https://example.org/company.yaml",
            "a ladder extends a file or a bundled ladder, not an address; save it beside this one "
            "first",
        ),
        (
            "//server/company.yaml",
            "a ladder extends a file or a bundled ladder, not an address; save it beside this one "
            "first",
        ),
    ],
)
def test_no_such_base(write: Write, value: str, problem: str) -> None:
    """A base that is not there is told at the word that names it."""
    os.mkdir("sub")
    write(company=COMPANY, ours=f"extends: {value}\n")
    write(**{"sub/company-1": COMPANY, "sub/company-2": COMPANY})
    with pytest.raises(FileProblems) as caught:
        load("ours.yaml")
    assert str(caught.value) == f"ours.yaml:1:10: {problem}"


@pytest.mark.skipif(sys.platform == "win32", reason="devices have other names on Windows")
@pytest.mark.parametrize("name", ["/dev/tty", "link.yaml"])
def test_a_device_is_not_read(write: Write, name: str) -> None:
    """A ladder from a stranger cannot make one wait for a device."""
    Path("link.yaml").symlink_to("/dev/zero")
    write(ours=f"extends: {name}\n")
    with pytest.raises(FileProblems, match=r"ours\.yaml:1:10: .* is a device"):
        load("ours.yaml")


def test_a_circle(write: Write) -> None:
    """The circle is named, where it closes."""
    write(a="extends: b.yaml\n", b="name: B\nextends: c.yaml\n", c="extends: ./b.yaml\n")
    with pytest.raises(FileProblems) as caught:
        load("a.yaml")
    assert str(caught.value) == (
        "c.yaml:1:10: these extend each other in a circle: b.yaml → c.yaml → b.yaml"
    )


def test_a_long_chain(write: Write) -> None:
    """Ten in a row are enough for any company; more is a mistake, or a trick."""
    write(l0=COMPANY, **{f"l{n}": f"extends: l{n - 1}.yaml\n" for n in range(1, 12)})
    assert load("l10.yaml").name == "Company"
    with pytest.raises(FileProblems, match=r"l1\.yaml:1:10: more than 10 ladders"):
        load("l11.yaml")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "remove: {roles: [b]}",
            "3:1: remove leaves out parts of the ladder that this one extends; extends is missing",
        ),
        (
            "transitions: [{from: a, to: b, months: 1, alternative: true}]",
            "3:43: alternative has a meaning only where a ladder extends another; here all moves "
            "between the same two roles are alternatives",
        ),
    ],
)
def test_keys_for_extending_alone(
    problems: Callable[[str], list[str]], line: str, problem: str
) -> None:
    """Where nothing is extended, they would say nothing."""
    assert problems(f"name: X\nroles: {{a: {{}}, b: {{}}}}\n{line}\n") == [problem]


def test_every_place_is_known(write: Write) -> None:
    """Each entry of the whole has the place where somebody wrote it."""
    write(
        company=COMPANY,
        ours=(
            "extends: company.yaml\nskills: {maps: Maps}\n"
            "roles: {x: {rank: 1}, analyst: {rank: 2}}\n"
            "transitions: [{from: x, to: analyst, months: 3, alternative: true}]\n"
        ),
    )
    document = sound_document("ours.yaml")
    places = document.places()
    waiting = [document.data]
    files = {"company.yaml": COMPANY, "ours.yaml": Path("ours.yaml").read_text()}
    count = 0
    while waiting:
        held = waiting.pop()
        items = held.items() if isinstance(held, dict) else enumerate(held)
        for step, value in items:
            entry = places[id(held)][step]
            lines = files[entry.file].splitlines()
            there = lines[entry.value.line][entry.value.column :]
            if isinstance(held, dict) and (entry.key != entry.value or step != "name"):
                key_there = lines[entry.key.line][entry.key.column :]
                assert key_there.startswith(str(step)) or value == "Maps"
            if isinstance(value, dict | list):
                waiting.append(value)
            else:
                assert there.startswith(str(value))
            count += 1
    assert count > 60


fuzz = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def same(found: Ladder, wanted: Ladder) -> bool:
    """Whether two ladders are the same, whatever the order of their transitions.

    One from several roles is the same as one from each of them.
    """
    moves = [
        Counter(
            replace(move, from_roles=source)
            for move in ladder.transitions
            for source in move.from_roles or ((),)
        )
        for ladder in (found, wanted)
    ]
    return moves[0] == moves[1] and replace(found, transitions=()) == replace(
        wanted, transitions=()
    )


@fuzz
@given(ladder=ladders())
def test_an_empty_extension_changes_nothing(write: Write, ladder: Ladder) -> None:
    """Any ladder, extended by nothing, is itself to the order of its transitions."""
    write(base=dumps(ladder), ours="extends: base.yaml\n")
    assert load("ours.yaml") == ladder
    assert list(load("ours.yaml").roles) == list(ladder.roles)


@fuzz
@given(base=ladders(), wanted=ladders(), data=st.data())
def test_any_ladder_can_be_made_of_any_other(
    write: Write, base: Ladder, wanted: Ladder, data: st.DataObject
) -> None:
    """What differs between two ladders, written as an extension of one, gives the other."""
    if data.draw(st.booleans()):  # near each other, so that there is something to change
        wanted = data.draw(near(base, wanted))
    file = extension(base, wanted, "base.yaml")
    for key in file:
        event(key)
    write(base=dumps(base))
    Path("ours.json").write_text(json.dumps(file), encoding="utf-8")
    kept = replace(
        wanted,
        currency=wanted.currency or base.currency,
        levels=wanted.levels or base.levels,
        levels_about=wanted.levels_about if wanted.levels else base.levels_about,
    )
    assert same(load("ours.json"), kept)


@st.composite
def near(draw: st.DrawFn, base: Ladder, other: Ladder) -> Ladder:
    """The first ladder with some moves, activities and roles changed as the other has them."""
    numbers = st.integers(1, 1200)

    def shift(item: object) -> object:
        if not draw(st.booleans()):
            return item
        return replace(item, months=draw(numbers), months_range=None, source=other.source)

    moves = [shift(move) for move in base.transitions if draw(st.integers(0, 4))]
    moves += [shift(move) for move in base.transitions if not draw(st.integers(0, 4))]
    activities = {
        key: shift(item) for key, item in base.activities.items() if draw(st.integers(0, 4))
    }
    roles = {
        key: replace(
            role,
            rank=draw(st.none() | numbers),
            develops=type(role.develops)(
                (skill, levels) for skill, levels in role.develops.items() if draw(st.booleans())
            ),
            develops_ranges=type(role.develops)(),
        )
        for key, role in base.roles.items()
    }
    frozen: type[Mapping] = type(base.roles)
    return replace(
        base, transitions=tuple(moves), activities=frozen(activities), roles=frozen(roles)
    )


KEYS = [
    *("name", "levels", "skills", "tracks", "roles", "transitions", "activities", "remove"),
    *(
        "analyst",
        "manager",
        "sql",
        "course",
        "from",
        "to",
        "kind",
        "months",
        "requires",
        "develops",
    ),
    *("alternative", "low", "t"),
]
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(KEYS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=20,
)
files = st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS[:8], values))


@fuzz
@given(base=files | st.none(), middle=files, top=files)
def test_any_shapes(write: Write, base: object, middle: object, top: object) -> None:
    """Whatever the files hold, each problem has a place in one of them."""
    write(company=COMPANY if base is None else json.dumps(base))
    for name, file, under in (("middle", middle, "company.yaml"), ("top", top, "middle.json")):
        text = json.dumps({"extends": under, **file}, indent=1)  # type: ignore[dict-item]
        Path(f"{name}.json").write_text(text, encoding="utf-8")
    for problem in problems_of("top.json"):
        lines = Path(problem.file).read_text(encoding="utf-8").splitlines()
        assert problem.column <= len(lines[problem.line - 1]) + 1
        assert len(str(problem)) < 1000


def problems_of(file: str) -> tuple[Problem, ...]:
    try:
        load(file)
    except FileProblems as error:
        return error.problems
    return ()


def test_many_moves(write: Write) -> None:
    """Thousands of moves between two roles are told apart in seconds."""
    count = 3_000
    moves = "".join(f"- {{from: a, to: b, kind: k{n}, months: 1}}\n" for n in range(count))
    write(base=f"name: X\nroles: {{a: {{}}, b: {{}}}}\ntransitions:\n{moves}")
    write(ours=f"extends: base.yaml\ntransitions:\n{moves.replace('months: 1', 'months: 2')}")
    with within(10):
        assert {move.months for move in load("ours.yaml").transitions} == {2}
        write(ours=f"extends: base.yaml\ntransitions:\n{moves.replace('kind: k', 'kind: x')}")
        with pytest.raises(FileProblems):
            load("ours.yaml")
