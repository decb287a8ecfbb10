"""What people write into the cells of a matrix, each kind in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ladder import FileProblems, dumps, load
from ladder.importers.assumptions import Imported
from ladder.matching import Hints, fold
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.mapping import load_mapping
from ladder.spreadsheet.matrix import matrix_of
from ladder.spreadsheet.scale import Scale, find_scale, level_texts, prose_scale

CELLS = Path(__file__).parents[2] / "data" / "frameworks" / "cells"
REFUSED = CELLS / "refused"
FIVE = ("level 1", "level 2", "level 3", "level 4", "level 5")
DDAT = ("awareness", "working", "practitioner", "expert")

# The levels, then skill by skill the level of each role, the most junior first.
READ: Mapping[str, tuple[tuple[str, ...], list[list[int]]]] = {
    "points": (("10 points", "30 points", "60 points"), [[1, 2, 3], [1, 1, 2], [0, 0, 1]]),
    "milestones": (
        ("5 points", "12 points", "36 points", "88 points", "135 points"),
        [[1, 2, 3], [0, 1, 4], [2, 3, 5]],
    ),
    "percent": (("10 %", "30 %", "60 %"), [[2, 3], [1, 0]]),
    "proportions": (("25 %", "50 %", "75 %", "100 %"), [[1, 4], [2, 3]]),
    "unused": (FIVE, [[1, 4], [2, 5]]),
    "number-text": (FIVE[:3], [[1, 2, 2], [1, 2, 3]]),
    "named-text": (("basic", "good", "very good", "expert"), [[1, 2, 4], [1, 1, 2]]),
    "bracketed-text": (DDAT, [[1, 2], [0, 3]]),
    "named-numbers": (("Looks on", "level 2", "Does it alone"), [[1, 3], [1, 1]]),
    "ticks": (("held",), [[1, 1], [0, 1], [0, 1]]),
    "stars": (("★", "★★", "★★★"), [[1, 2], [0, 3]]),
    "stars-alone": (("★", "★★", "★★★"), [[1, 2], [0, 3]]),
    "dots": (("●", "●●", "●●●"), [[1, 2], [0, 3]]),
    "circles": (("◔", "◑", "◕", "●"), [[1, 4], [0, 2]]),
    "lights": (("red", "amber", "green"), [[2, 3], [1, 2]]),
    "ampel": (("rot", "gelb", "grün"), [[2, 3], [1, 2]]),
    "roman": (("I", "II", "III", "IV"), [[1, 4], [2, 3]]),
    "languages": (("A1", "A2", "B1", "B2", "C1", "C2"), [[2, 5], [0, 3]]),
    "heights": (("low", "medium", "high"), [[1, 3], [1, 2]]),
    "ranges": (FIVE[:4], [[1, 3], [1, 3], [0, 2]]),
    "word-ranges": (DDAT, [[1, 3], [1, 2]]),
    "of-five": (FIVE, [[2, 4], [1, 3]]),
    "dates": (FIVE[:4], [[1, 2, 4], [1, 1, 3], [0, 1, 2]]),
    "german": (("Grundkenntnisse", "Fortgeschritten", "Experte"), [[1, 3], [0, 2]]),
    "german-umlauts": (("Anfänger", "Fortgeschritten", "Experte"), [[1, 2], [1, 3]]),
    "french": (("débutant", "intermédiaire", "avancé", "expert"), [[1, 3], [1, 2]]),
    "french-notions": (("notions", "maîtrise", "expertise"), [[1, 3], [0, 2]]),
    "spanish": (("básico", "intermedio", "avanzado", "experto"), [[1, 4], [0, 3]]),
}

SAID = {
    "points": "The numbers 10, 30, 60 are taken for a level each.",
    "ticks": "✗ is taken to ask for nothing.",
    "circles": "○ is taken to ask for nothing.",
    "lights": 'red is taken for the lowest level; where it asks for nothing, say so in a mapping '
    'file: empty: ["red"].',
    "ranges": "Of a range such as 1–2 the lower level is expected (3 cells).",
    "word-ranges": "Of a range such as awareness–working the lower level is expected (2 cells).",
    "dates": "01-Feb and the like were ranges of levels before a spreadsheet program took them for "
    "dates; the lower level is expected (3 cells).",
    "number-text": '6 cells say what a level means there, such as "answers questions".',
}  # fmt: skip

ASKED = {
    "letters": "letters.csv:2:18: cannot tell whether A is the best or the least; say which in a "
    "mapping file: levels: [C, B, A] where A is the best, levels: [A, B, C] where it is the least "
    "(C in 2:18, 2:20; A in 3:18; B in 3:20)",
    "words": "words.csv:2:18: cannot tell the order of the levels splendid, dazzling and so so; "
    "list them in a mapping file, the lowest first, such as levels: [splendid, dazzling, so so] "
    "(so so in 2:18; splendid in 2:24, 3:18; dazzling in 3:27)",
    "open-circles": "open-circles.csv:2:18: ○ may be a level below ●, or ask for nothing; say "
    'which in a mapping file: levels: ["○", "●"] or empty: ["○"] (○ in 2:18)',
    "mixed-units": "cannot tell which levels the numbers 2, 3, 30%, 60% are, as they are not of "
    "one kind",
    "two-wholes": "cannot tell which levels the numbers 1/3, 2/3, 2/5, 4/5 are",
    "scores": "there are 36 different numbers from 3 to 102, too many for a level each; say in a "
    "mapping file from which number on each level is, such as bands: {basic: 3, ",
    "last-trained": "most cells hold dates, such as 2022-11-11",
    "zero": '0 is called "looks on", but level 0 asks for nothing; say in a mapping file which it '
    'is: empty: ["0 - looks on"] where it asks for nothing, or else levels: [looks on, helps, '
    'leads] and names: {"0 - looks on": 1, "1 - helps": 2, "2 - leads": 3}',
    "many": "5 texts are no levels: ",
    "late-date": '"15-Mar" is a date; write the level in its place, or say in a mapping file which '
    'one it stands for, such as names: {"15-Mar": 1}',
    "years": "cannot tell the order of the levels 1 year, 2 years, 3 years and 5 years",
}

# What the message says, taken over into a mapping file, and what comes out then.
ANSWERED = [
    ("letters", "levels: [C, B, A]", [[1, 3], [1, 2]]),
    ("letters", "levels: [A, B, C]", [[3, 1], [3, 2]]),
    ("words", "levels: [so so, splendid, dazzling]", [[1, 2], [2, 3]]),
    ("open-circles", 'levels: ["○", "●"]', [[1, 2], [2, 2]]),
    ("open-circles", 'empty: ["○"]', [[0, 1], [1, 1]]),
    ("scores", "bands: {basic: 3, good: 30, expert: 80}", None),
    ("zero", 'empty: ["0 - looks on"]', [[0, 2], [1, 1]]),
    (
        "zero",
        "levels: [looks on, helps, leads]\n"
        'names: {"0 - looks on": 1, "1 - helps": 2, "2 - leads": 3}',
        [[1, 3], [2, 2]],
    ),
    ("optional", 'empty: [tbd, "2 (optional)"]', [[1, 3], [0, 0]]),
    ("optional", 'empty: [tbd]\nnames: {"2 (optional)": 2}', [[1, 3], [0, 2]]),
    ("late-date", 'names: {"15-Mar": 1}', [[1, 3], [2, 1]]),
    ("mixed-units", 'levels: [a, b, c]\nnames: {"30%": 1, "60%": 2}', [[1, 2], [2, 3]]),
]


def levels(made: Imported) -> list[list[int]]:
    """Skill by skill the level of each role, by rank."""
    matrix = matrix_of(made.ladder)
    roles = sorted(matrix.roles, key=lambda role: role.rank or 0)
    return [[role.profile.get(skill, 0) for role in roles] for skill in matrix.skills]


def refused(file: Path, mapping: Path | None = None) -> list[str]:
    with pytest.raises(FileProblems) as raised:
        import_matrix(file, load_mapping(mapping) if mapping else None)
    return [str(problem).replace(f"{REFUSED}/", "") for problem in raised.value.problems]


def test_every_file_is_tried() -> None:
    """None lies there unread."""
    assert {file.stem for file in CELLS.glob("*.csv")} == set(READ)
    assert {file.stem for file in REFUSED.glob("*.csv")} == {*ASKED, "optional"}


@pytest.mark.parametrize("name", READ)
def test_cells_as_people_write_them(name: str, tmp_path: Path) -> None:
    """Each cell is the level that its writer meant, and the ladder loads as it was made."""
    made = import_matrix(CELLS / f"{name}.csv")
    names, expected = READ[name]
    assert levels(made) == expected
    assert made.ladder.levels == names
    (tmp_path / "ladder.yaml").write_text(dumps(made.ladder), encoding="utf-8")
    assert load(tmp_path / "ladder.yaml") == made.ladder
    if name in SAID:
        assert SAID[name] in made.remarks


@pytest.mark.parametrize("name", ASKED)
def test_what_is_doubtful_is_asked_once(name: str) -> None:
    """One message, with what was found, where, and the line that answers."""
    problems = refused(REFUSED / f"{name}.csv")
    assert len(problems) == 1
    assert ASKED[name] in problems[0]


@pytest.mark.parametrize(("name", "mapping", "expected"), ANSWERED)
def test_the_line_of_the_message_answers(
    name: str, mapping: str, expected: list[list[int]] | None, tmp_path: Path
) -> None:
    """Copied into a mapping file, it is all that was missing."""
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    made = import_matrix(REFUSED / f"{name}.csv", load_mapping(tmp_path / "map.yaml"))
    if expected is not None:
        assert levels(made) == expected
    else:
        assert {max(row) for row in levels(made)} == {1, 2, 3}


def test_many_odd_texts_are_one_message() -> None:
    """With the places of each, and lines that are YAML."""
    (problem,) = refused(REFUSED / "many.csv")
    assert problem.startswith("many.csv:2:34: 5 texts are no levels: ")
    assert '"so so" (2:34), "fair" (3:32), "splendid" (4:32), "dazzling" (5:23)' in problem
    line = problem.partition("such as ")[2].partition("}")[0] + "}"
    assert list(yaml.safe_load(line)["names"]) == ["so so", "fair", "splendid", "dazzling", "quite"]


def test_what_may_not_be_required_is_asked_about() -> None:
    """In optional cells, each with its line for either answer."""
    assert refused(REFUSED / "optional.csv") == [
        'optional.csv:2:20: "tbd" leaves open whether a level is required; write one, or say in a '
        "mapping file that none is: empty: [tbd]",
        'optional.csv:3:20: "2 (optional)" leaves open whether that is required; say so in a '
        'mapping file: names: {"2 (optional)": 2} where it is, empty: ["2 (optional)"] where it is '
        "not",
    ]


def scale(*cells: str, **given: object) -> Scale:
    found = find_scale(cells, **given)  # type: ignore[arg-type]
    assert isinstance(found, Scale), found
    return found


BESIDE = {
    "2 – joins": "joins",
    "2: joins": "joins",
    "2. joins": "joins",
    "2) joins": "joins",
    "2 = joins": "joins",
    "2 (joins)": "joins",
    "L2 - joins": "joins",
    "2\njoins": "joins",
    "2-joins": "joins",
    "Level 2 — joins, unions: all": "joins, unions: all",
    "2": None,
    "2 joins": None,
    "-": None,
}


@pytest.mark.parametrize(("cell", "text"), BESIDE.items())
def test_a_text_beside_a_number(cell: str, text: str | None) -> None:
    """However it is set apart; a mere space is not enough, as "2 years" is no level."""
    found = scale("2 – joins", "2 – unions", "1 – reads", "3 – tunes", "2 – speaks")
    assert found.text_of(cell) == text
    assert found.read(cell) == {"-": 0, "2 joins": None}.get(cell, 2)


def test_names_beside_numbers_are_no_texts() -> None:
    """Cells that agree name the level; what follows the name is the text, and slips are faults."""
    found = scale(
        "2 - Working", "2 - Working", "3 - Expert: tunes", "3 - Expert", "2 - working: joins"
    )
    assert found.levels == ("level 1", "Working", "Expert")
    assert (found.read("2 - working: joins"), found.text_of("2 - working: joins")) == (2, "joins")
    assert found.read("2 - Expert") is None
    plain = scale("1 - Aware", "1 - Aware", "2 - Working", "2 - Working", "2 - Workin")
    assert plain.read("2 - Workin") is None


def test_longer_texts_are_kept_of_several() -> None:
    """And how many others there were is said."""
    cells = ["2 – joins", "2 – joins and unions", "2 – JOINS", "1 – reads"]
    found = scale(*cells, "2 – speaks", "2 – hires", "1 – listens")
    texts = level_texts(found, [("sql", cell) for cell in cells])
    assert texts.of == {"sql": {1: "reads", 2: "joins and unions"}}
    assert texts.remarks == (
        "1 text of levels left out: another cell says something longer of the same skill and "
        "level.",
    )


def test_an_ordinary_scale_is_no_steps() -> None:
    """What a level is by its number stays so; only high numbers with gaps are one each."""
    assert len(scale("1", "2", "4", "5").levels) == 5
    assert len(scale("2", "4").levels) == 4
    assert len(scale("3", "7", "10").levels) == 10
    assert scale("2", "4", "6", "8", "10").levels[0] == "2 points"
    assert len(scale(*map(str, range(1, 13))).levels) == 12


def test_prose_has_the_levels_of_its_columns() -> None:
    """A text that is said again asks for no more than where it was said first."""
    read = prose_scale(
        ["Junior", "Senior", "3", "Senior"],
        [
            ["Writes queries.", "Tunes queries.", "as before", "Teaches others."],
            ["Answers questions.", "-", "", "Answers questions."],
        ],
    )
    assert read.scale.levels == ("Junior", "Senior", "level 3", "level 4")
    assert read.levels == ((1, 2, 2, 4), (1, 0, 0, 4))
    assert read.texts[0] == {1: "Writes queries.", 2: "Tunes queries.", 4: "Teaches others."}


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("bands: {a: 1, b: 1}", "map.yaml:1:18: the level \"a\" begins at the same number"),
        ("levels: [a, b]\nbands: {a: 1}", 'no number for the level "b"'),
        ("levels: [a, b]\nbands: {a: 9, b: 1}", "the bands do not rise as the levels do"),
        ("levels: [a, b]\nbands: {a: 1, c: 9}", 'map.yaml:2:15: no level "c"'),
        ("bands: {a: -1}", "map.yaml:1:12: "),
    ],
)  # fmt: skip
def test_bands_are_checked(mapping: str, told: str, tmp_path: Path) -> None:
    """Where they stand."""
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    problems = refused(REFUSED / "scores.csv", tmp_path / "map.yaml")
    assert told in "\n".join(problems).replace(f"{tmp_path}/", "")


WRITTEN: Mapping[str, Callable[[int, str], str]] = {
    "by number": lambda level, _: str(level),
    "by letter and number": lambda level, _: f"L{level}",
    "as a part": lambda level, _: f"{level}/4",
    "as a part in words": lambda level, _: f"{level} of 4",
    "in Roman": lambda level, _: ("I", "II", "III", "IV")[level - 1],
    "in stars": lambda level, _: "★" * level,
    "in all stars": lambda level, _: "★" * level + "☆" * (4 - level),
    "in dots": lambda level, _: "●" * level + "○" * (4 - level),
    "in pluses": lambda level, _: "+" * level,
    "in words": lambda level, _: DDAT[level - 1],
    "in French": lambda level, _: ("débutant", "INTERMEDIAIRE", "Avancé", "expert")[level - 1],
    "by both": lambda level, _: f"{level} - {DDAT[level - 1]}",
    "the other way round": lambda level, _: f"{DDAT[level - 1].title()} ({level})",
    "in percent": lambda level, _: f"{25 * level} %",
    "in points": lambda level, _: str(30 * level),
    "with texts": lambda level, text: f"{level} – {text}",
    "in words with texts": lambda level, text: f"{DDAT[level - 1]}: {text}",
    "in brackets with texts": lambda level, text: f"{DDAT[level - 1].title()} ({text})",
    "in stars with texts": lambda level, text: "★" * level + f" – {text}",
}
TEXTS = st.sampled_from(
    ["joins", "tunes queries", "speaks to customers, too", "hires: all of it", "leads (with help)"]
)


@pytest.mark.parametrize("way", WRITTEN)
@given(cells=st.lists(st.tuples(st.integers(0, 4), TEXTS), max_size=12))
def test_the_same_levels_however_they_are_written(way: str, cells: list[tuple[int, str]]) -> None:
    """No way of writing gives another level; texts come back with theirs, or are asked about."""
    whole = [*enumerate(["reads", "joins", "tunes queries", "teaches"], start=1), *cells]
    said = [WRITTEN[way](level, text) if level else "-" for level, text in whole]
    found = scale(*said, "")
    for cell, (level, text) in zip(said, whole, strict=True):
        read = found.read(cell)
        assert read == level or (read is None and "texts" in way)
        if read and "texts" in way:
            assert found.text_of(cell) == text or text in found.levels


PIECES = st.sampled_from(
    ["2", "L3", "30%", "2/5", "1–2", "01-Feb", "2024-01-02", "★★☆", "●", "○", "x", "✗", "II", "A",
     "B1", "red", "Good", "Working", "splendid", "joins", "-", ":", " ", " - ", " – ", "(", ")",
     "\n", ".", ",", "+", "0", "tbd", "1E+00", "²", "½", "٣", "none", "\u0301", "🟢", "keine"]
)  # fmt: skip


@given(cells=st.lists(st.lists(PIECES | st.text(max_size=3), max_size=5).map("".join), max_size=6))
def test_any_cells_give_levels_or_a_question(cells: list[str]) -> None:
    """A text has a level, and every level of a cell is one of the scale, with a name that loads."""
    found = find_scale(cells)
    if isinstance(found, str):
        assert found
        return
    assert len({fold(name) for name in found.levels}) == len(found.levels)
    for cell in cells:
        level = found.read(cell)
        assert level is None or 0 <= level <= len(found.levels)
        assert level or found.text_of(cell) is None
        assert level is not None or found.fault(cell, Hints())
