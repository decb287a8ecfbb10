"""What roles expect, and gates and developing that follow from it; moves from several roles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ladder import FileProblems, Ladder, Role, Skill, dumps, load

BASE = """\
name: Smithy
levels: [{name: low, about: Has seen it done.}, high]
skills:
  fire: {name: Fire, group: Craft, levels: {low: Lights one, high: Keeps one even}}
  trade: Trade
tracks: {forge: Forge, shop: Shop}
roles:
  apprentice: {track: forge, rank: 1, expects: {fire: low}}
  smith: {track: forge, rank: 2, expects: {fire: high, trade: low}, url: "https://example.org/s"}
  clerk: {track: shop, rank: 1, expects: {trade: low}, develops: expected, develops_after: 6}
  hand: {}
transitions:
- {from: apprentice, to: smith, kind: promotion, months: 24}
- {from: any, to: clerk, kind: entry, months: 12}
- {from: [smith, clerk], to: hand, months: 3}
- {from: [clerk, hand], to: apprentice, months: 1, requires: {}}
"""

Whole = Callable[..., Ladder]


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Whole:
    monkeypatch.chdir(tmp_path)
    Path("smithy.yaml").write_text(BASE, encoding="utf-8")

    def load_over(*layers: str) -> Ladder:
        """The ladder, each of the texts extending what comes before."""
        name = "smithy"
        for place, text in enumerate(layers):
            under, name = name, f"layer-{place}"
            Path(f"{name}.yaml").write_text(f"extends: {under}.yaml\n{text}", encoding="utf-8")
        return load(f"{name}.yaml")

    return load_over


def gates(ladder: Ladder) -> dict[tuple[str, str], dict[str, int]]:
    return {(source, move.to_role): dict(move.requires) for _, source, move in ladder.moves()}


def test_a_gate_is_what_its_target_expects(whole: Whole) -> None:
    asked = gates(whole())
    assert asked["apprentice", "smith"] == {"fire": 2, "trade": 1}
    assert asked["smith", "hand"] == {}
    assert asked["hand", "apprentice"] == {}


def test_any_is_all_roles_but_those_of_the_track(whole: Whole) -> None:
    ladder = whole("roles: {till: {track: shop}}\n")
    assert ladder.sources(ladder.transitions[1]) == ("apprentice", "smith", "hand")


def test_developing_what_is_expected(whole: Whole) -> None:
    assert whole().roles["clerk"].develops == {"trade": {1: 6}}


def test_texts(whole: Whole) -> None:
    ladder = whole("skills: {fire: {levels: {high: Keeps two}}}\n")
    assert ladder.levels == ("low", "high")
    assert ladder.levels_about == {1: "Has seen it done."}
    assert ladder.skills["fire"].group == "Craft"
    assert ladder.skills["fire"].levels == {1: "Lights one", 2: "Keeps two"}


def test_the_same_is_written(whole: Whole) -> None:
    ladder = whole()
    Path("again.yaml").write_text(dumps(ladder), encoding="utf-8")
    assert load("again.yaml") == ladder
    assert "kind: promotion, months: 24}" in dumps(ladder)  # with no gate written out


def test_a_level_raised_raises_the_gates(whole: Whole) -> None:
    ladder = whole("roles: {smith: {expects: {trade: high}}}\n")
    assert gates(ladder)["apprentice", "smith"] == {"fire": 2, "trade": 2}


def test_levels_over_what_is_expected(whole: Whole) -> None:
    """Single skills of a gate are changed; the others follow what is expected, layer by layer."""
    change = "transitions: [{from: apprentice, to: smith, requires: {fire: low, trade: none}}]\n"
    assert gates(whole(change))["apprentice", "smith"] == {"fire": 1}
    raised = "skills: {oil: Oil}\nroles: {smith: {expects: {oil: high, fire: low}}}\n"
    assert gates(whole(change, raised))["apprentice", "smith"] == {"fire": 1, "oil": 2}
    months = "transitions: [{from: apprentice, to: smith, months: 9}]\n"
    assert gates(whole(change, months, raised))["apprentice", "smith"] == {"fire": 1, "oil": 2}


def test_a_word_or_nothing_replaces(whole: Whole) -> None:
    given = "transitions: [{from: apprentice, to: smith, requires: %s}]\n"
    assert gates(whole(given % "{}"))["apprentice", "smith"] == {}
    again = whole(given % "{fire: low}", given % "expected")
    assert gates(again)["apprentice", "smith"] == {"fire": 2, "trade": 1}


def test_developing_over_what_is_expected(whole: Whole) -> None:
    ladder = whole("roles: {clerk: {expects: {fire: low}, develops: {fire: {high: 9}}}}\n")
    assert ladder.roles["clerk"].develops == {"fire": {2: 9}, "trade": {1: 6}}


def test_one_of_several_sources_is_split_off(whole: Whole) -> None:
    ladder = whole("transitions: [{from: clerk, to: hand, months: 5}]\n")
    months = {source: move.months for _, source, move in ladder.moves() if move.to_role == "hand"}
    assert months == {"smith": 3, "clerk": 5}
    assert len(ladder.transitions) == 5


def test_one_of_several_sources_is_removed(whole: Whole) -> None:
    ladder = whole("remove: {transitions: [{from: smith, to: hand}]}\n")
    assert [move.from_roles for move in ladder.transitions if move.to_role == "hand"] == [
        ("clerk",)
    ]
    ladder = whole("remove: {roles: [hand]}\n")
    assert [move.from_roles for move in ladder.transitions if move.to_role == "apprentice"] == [
        ("clerk",)
    ]


def test_a_move_open_to_all_goes_by_that_word(whole: Whole) -> None:
    ladder = whole("transitions: [{from: any, to: clerk, months: 2}]\n")
    assert [move.months for move in ladder.transitions if move.to_role == "clerk"] == [2]
    ladder = whole("remove: {transitions: [{from: any, to: clerk}]}\n")
    assert not [move for move in ladder.transitions if move.to_role == "clerk"]


def test_a_list_changes_what_there_is_and_adds_the_rest(whole: Whole) -> None:
    ladder = whole("transitions: [{from: [smith, apprentice], to: hand, months: 7}]\n")
    months = {source: move.months for _, source, move in ladder.moves() if move.to_role == "hand"}
    assert months == {"smith": 7, "clerk": 3, "apprentice": 7}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "roles: {any: {}}",
            '2:9: no role can have the id "any", as "from: any" means every role',
        ),
        (
            "transitions: [{from: [hand, hnd], to: smith, months: 1}]",
            '2:29: no role "hnd"; did you mean hand?',
        ),
        (
            "transitions: [{from: anyone, to: smith, months: 1}]",
            '2:22: no role "anyone"',
        ),
        (
            "transitions: [{from: [hand, smith], to: smith, months: 1}]",
            '2:41: a transition cannot lead from "smith" to itself',
        ),
        (
            "transitions: [{from: hand, to: smith, months: 1, requires: expcted}]",
            "2:60: requires: expected the word expected, or a mapping from skills to levels, "
            'found the text "expcted"',
        ),
        (
            "roles: {hand: {expects: {fire: 1}, develops: expected}}",
            "2:36: develops_after is missing: after how many months in the role are these levels "
            "held? Or give a level its own, as in {working: 18}",
        ),
        (
            "skills: {fire: {levels: {lw: x}}}",
            '2:26: no level "lw"; levels are 1 low, 2 high (0 is none); did you mean low?',
        ),
        (
            "roles: {hand: {url: 'javascript:alert(1)'}}",
            "2:21: url: expected an address that begins with http:// or https://, "
            'found the text "javascript:alert(1)"',
        ),
    ],
)
def test_one_fault(whole: Whole, line: str, problem: str) -> None:
    with pytest.raises(FileProblems) as error:
        whole(f"{line}\n")
    assert [str(one).split(":", 1)[1] for one in error.value.problems] == [problem]


def test_a_source_twice(tmp_path: Path) -> None:
    (tmp_path / "twice.yaml").write_text(BASE.replace("[clerk, hand]", "[hand, hand]"))
    with pytest.raises(FileProblems, match='"hand" was listed before'):
        load(tmp_path / "twice.yaml")


def test_a_long_name_of_a_level_is_not_broken(tmp_path: Path) -> None:
    """It stands before its text, where YAML takes no break."""
    name = "knows what " * 30 + "it is"
    skill = Skill("fire", "Fire", levels={1: "Lights one, " * 20 + "and keeps it"})
    ladder = Ladder("Smithy", (name,), {"fire": skill}, roles={"smith": Role("smith", "Smith")})
    (tmp_path / "smithy.yaml").write_text(dumps(ladder), encoding="utf-8")
    assert load(tmp_path / "smithy.yaml") == ladder
