"""Tables of people: what their columns hold, what is answered in each row, and what is kept."""

from __future__ import annotations

import errno
import warnings
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pyarrow as pa
import pytest
from support.crowds import alone, crowd, in_table

from graphs import people
from graphs.staff.crew import LostProcess, NoCluster
from graphs.staff.headings.find import NoSuchTable, columns_of
from graphs.staff.kept import Kept
from graphs.staff.work import Answers, Errand, Worker, packed
from ladder import Ladder, LadderError, Person, bundled

SPM = "senior-product-manager"


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


def test_each_row_has_the_answer_to_that_person_alone(product_management: Ladder) -> None:
    staff = crowd(product_management, 150, Random(3), longest=60)
    rows = people(product_management, in_table(product_management, staff), to="SPM").to_pylist()
    assert [row["id"] for row in rows] == [f"e{place}" for place in range(150)]
    assert [row["Team"] for row in rows] == [f"t{place % 3}" for place in range(150)]
    for row, person in zip(rows, staff, strict=True):
        one = alone(product_management, SPM, person)
        assert row["problem"] is None
        assert row["proven"] is True
        told = (row["months"], row["months_fast"], row["months_slow"], row["moves"], row["cost"])
        assert told == (one.months, one.fast, one.slow, one.moves, one.cost)
        assert (row["next"], row["ready"]) == (one.next, one.ready)
        assert _levels(row["lacking"]) == dict(one.lacking)
        assert (row["begin"] or "") == "; ".join(one.begin)


def _levels(cell: str | None) -> dict[str, int]:
    pairs = (item.split("=") for item in (cell or "").split("; ") if item)
    return {name: int(level) for name, level in pairs}


def test_processes_give_the_same_table(
    product_management: Ladder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphs.staff.work.LEAST_TASK", 7)
    monkeypatch.setattr("graphs.staff.crew.PATIENCE", 0)
    staff = in_table(product_management, crowd(product_management, 40, Random(4)))
    alone_ = people(product_management, staff, to=SPM)
    assert people(product_management, staff, to=SPM, jobs=2).equals(alone_)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"role": "Prodct Manager"}, "did you mean product-manager"),
        ({"role": None}, "no role"),
        ({"months_in_role": "some"}, 'expected whole months from 0, found "some"'),
        ({"months_in_role": "-3"}, "expected whole months from 0"),
        ({"skills": "roadmaping=2"}, "did you mean roadmapping"),
        ({"skills": "roadmapping"}, 'expected name=value; …, found "roadmapping"'),
        ({"skills": "roadmapping=9"}, "no level 9"),
        ({"skills": "roadmapping=1; Roadmapping=2"}, "is there twice"),
        ({"done": "an mbaa"}, "no activity"),
        ({"learning": "mba=99"}, "list it under done"),
    ],
)
def test_a_bad_row_is_told_and_stops_nothing(
    product_management: Ladder, cells: dict[str, str | None], problem: str
) -> None:
    good = {"role": "APM", "months_in_role": "6", "skills": "", "done": "", "learning": ""}
    staff = pa.Table.from_pylist([good, good | cells, good])
    rows = people(product_management, staff, to=SPM).to_pylist()
    assert problem in rows[1]["problem"]
    assert (rows[1]["months"], rows[1]["proven"]) == (None, None)
    for row in (rows[0], rows[2]):
        assert row["problem"] is None
        assert row["months"] is not None


def test_all_that_is_wrong_with_a_row_is_told_at_once(product_management: Ladder) -> None:
    staff = pa.table({"role": ["x1"], "months_in_role": ["y1"], "skills": ["z1=2"]})
    problem = people(product_management, staff, to=SPM)["problem"][0].as_py()
    assert all(word in problem for word in ("x1", "y1", "z1"))


def test_a_column_for_each_skill_is_as_good_as_one_for_all(product_management: Ladder) -> None:
    apart = pa.table({"role": ["APM"], "Roadmapping": [3], "empathy": ["working"]})
    together = pa.table({"role": ["APM"], "skills": ["roadmapping=3; empathy=working"]})
    months = [people(product_management, one, to=SPM)["months"] for one in (apart, together)]
    assert months[0] == months[1]


def test_headings_are_known_in_several_languages_and_words(product_management: Ladder) -> None:
    known = columns_of(product_management, ["Personalnummer", "Poste", "Meses", "Ort"])
    assert known.fields == {"id": "Personalnummer", "role": "Poste", "months_in_role": "Meses"}
    assert known.carried == ("Ort",)


def test_a_heading_is_a_skill_by_its_whole_name_alone() -> None:
    """A team is no skill in team dynamics; who says that it is one is believed."""
    ladder = bundled("uk-digital-and-data")
    headings = ["role", "Team", "Team dynamics and collaboration"]
    known = columns_of(ladder, headings)
    assert known.rated == {"team-dynamics-and-collaboration": headings[2]}
    assert known.carried == ("Team",)
    told = columns_of(ladder, headings, {"team-dynamics-and-collaboration": "Team"})
    assert told.rated == {"team-dynamics-and-collaboration": "Team"}
    assert told.carried == (headings[2],)


@pytest.mark.parametrize(
    ("headings", "told", "message"),
    [
        (["id", "team"], {}, "no column for the role"),
        (["role", "Job"], {}, 'say which: --map "role=role" or --map "role=Job"'),
        (["role", "role"], {}, "two columns are called"),
        (["role"], {"id": "Numbr"}, 'there is no column "Numbr"'),
    ],
)
def test_a_table_of_another_kind_is_refused(
    product_management: Ladder, headings: list[str], told: dict[str, str], message: str
) -> None:
    with pytest.raises(NoSuchTable, match=message):
        columns_of(product_management, headings, told)


def test_two_people_with_one_id_are_refused(product_management: Ladder) -> None:
    staff = pa.table({"id": ["a", "b", "a"], "role": ["APM"] * 3})
    with pytest.raises(NoSuchTable, match='the id "a"'):
        people(product_management, staff, to=SPM)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet", ".jsonl", ".xlsx"])
def test_files_of_each_format_hold_the_same(
    product_management: Ladder, tmp_path: Path, suffix: str
) -> None:
    from graphs.staff.files import read_people, write_people

    staff = in_table(product_management, crowd(product_management, 12, Random(8)))
    write_people(staff, tmp_path / f"staff{suffix}")
    out = tmp_path / f"out{suffix}"
    people(product_management, tmp_path / f"staff{suffix}", to=SPM, out=out)
    asked = people(product_management, staff, to=SPM)
    again = read_people(out).rows
    assert again.column_names == asked.column_names
    assert [str(one) for one in again["months"].to_pylist()] == [
        str(one) for one in asked["months"].to_pylist()
    ]
    assert list(tmp_path.glob("*.parts")) == []


def test_lines_are_counted_as_the_file_has_them_and_ragged_ones_told(
    product_management: Ladder, tmp_path: Path
) -> None:
    from graphs.staff.files import read_people

    file = tmp_path / "staff.csv"
    file.write_text('id;role;note\n1;APM;"two\nlines"\n\n2;APM\n3;PM;x\n')
    staff = read_people(file)
    assert [staff.where(place) for place in range(3)] == ["line 2", "line 5", "line 6"]
    rows = people(product_management, file, to=SPM).to_pylist()
    assert [row["problem"] for row in rows] == [None, "expected 3 cells, found 2", None]


def test_what_is_done_is_kept_and_not_done_again(
    product_management: Ladder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphs.staff.work.LEAST_TASK", 5)
    asked_about: list[int] = []
    do = Worker.do

    def counted(worker: Worker, some: Sequence[Person]) -> Answers:
        asked_about.append(len(some))
        return do(worker, some)

    monkeypatch.setattr(Worker, "do", counted)
    staff = in_table(product_management, crowd(product_management, 30, Random(9)))
    whole = people(product_management, staff, to=SPM)
    everybody = sum(asked_about)
    asked_about.clear()
    out, parts = tmp_path / "out.csv", tmp_path / "out.csv.parts"

    def interrupted(done: int, total: int) -> None:
        if len(asked_about) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        people(product_management, staff, to=SPM, out=out, progress=interrupted)
    assert len(list(parts.iterdir())) == 3
    assert not out.exists()
    assert not any("e1" in part.read_text() or "t1" in part.read_text() for part in parts.iterdir())
    assert people(product_management, staff, to=SPM, out=out).equals(whole)
    assert sum(asked_about) == everybody
    assert out.exists()
    assert not parts.exists()


def test_answers_to_another_question_are_not_taken(
    product_management: Ladder, tmp_path: Path
) -> None:
    person = Person(role="product-manager")
    kept, same, other = (
        Kept(Errand(product_management, role, time_limit=5), str(tmp_path / "parts"))
        for role in (SPM, SPM, "chief-product-officer")
    )
    answers = packed([alone(product_management, SPM, person)])
    kept.put(kept.name([person]), answers)
    assert same.get(same.name([person])) == answers
    assert other.get(other.name([person])) is None


def test_a_full_disk_on_the_way_keeps_what_was_done(
    product_management: Ladder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphs.staff.work.LEAST_TASK", 5)
    staff = in_table(product_management, crowd(product_management, 20, Random(9)))
    out, parts = tmp_path / "out.csv", tmp_path / "out.csv.parts"
    write = Path.write_bytes

    def full(place: Path, content: bytes) -> int:
        if len(list(parts.glob("*.json"))) == 2:
            write(place, content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(place, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(LadderError, match="no space is left there"):
        people(product_management, staff, to=SPM, out=out)
    assert len(list(parts.iterdir())) == 2
    monkeypatch.setattr(Path, "write_bytes", write)
    whole = people(product_management, staff, to=SPM)
    assert people(product_management, staff, to=SPM, out=out).equals(whole)
    assert not parts.exists()


def test_a_process_that_ends_by_itself_is_told(
    product_management: Ladder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphs.staff.crew.PATIENCE", 0)
    monkeypatch.setattr("graphs.staff.crew._begin", int)  # which no errand is
    staff = in_table(product_management, crowd(product_management, 20, Random(9)))
    with pytest.raises(LostProcess, match="fewer --jobs need less"):
        people(product_management, staff, to=SPM, jobs=2)


def test_broken_answers_are_not_taken(product_management: Ladder, tmp_path: Path) -> None:
    kept = Kept(Errand(product_management, SPM), str(tmp_path))
    for number, text in enumerate(["", "[]", '{"different": [], "places": [3]}', "{", '{"a": 1}']):
        (tmp_path / f"{number}.json").write_text(text)
        assert kept.get(f"{number}.json") is None


def test_a_cluster_that_is_not_there_is_told(product_management: Ladder) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NoCluster, match="there is no cluster at nowhere"):
        people(product_management, pa.table({"role": ["PM"]}), to=SPM, scheduler="nowhere")


def test_a_file_that_cannot_be_written_is_told_first(
    product_management: Ladder, tmp_path: Path
) -> None:
    with pytest.raises(LadderError, match="suffix should say the format"):
        people(product_management, pa.table({"role": ["PM"]}), to=SPM, out=tmp_path / "x.doc")


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Monate in der Stelle", True),
        ("Monate in aktueller Position", True),
        ("Months in current role", True),
        ("Time in role (months)", True),
        ("Mois dans la fonction", True),
        ("Monate im Unternehmen", False),
        ("Months in company", False),
        ("Months since last raise", False),
    ],
)
def test_months_are_those_in_the_role_or_asked_about(
    product_management: Ladder, heading: str, known: bool
) -> None:
    """Months that may be others are never taken, and never passed over."""
    columns = columns_of(product_management, ["role", heading, "Month of birth?", "Team"])
    assert (columns.fields.get("months_in_role") == heading) is known
    assert (columns.doubtful.get(heading) == "months_in_role") is not known
    assert "Team" not in columns.doubtful


def test_python_is_warned_of_columns_that_are_not_used(product_management: Ladder) -> None:
    """What a command says on the screen; whoever says what they hold is told nothing."""
    staff = pa.table({"role": ["PM"], "Months here": [3], "Roadmaping": ["working"]})
    with pytest.warns(UserWarning, match="not used: the column") as told:
        people(product_management, staff, to="spm")
    assert [str(one.message).partition("columns=")[2] for one in told] == [
        "{'months_in_role': 'Months here'}",
        "{'Roadmapping': 'Roadmaping'}",
    ]
    assert all(one.filename == __file__ for one in told)
    columns = {"months_in_role": "Months here", "Roadmapping": "Roadmaping"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        people(product_management, staff, to="spm", columns=columns)


def test_each_id_that_several_have_is_told_with_its_rows(product_management: Ladder) -> None:
    staff = pa.table({"id": [7, 8, 7, 9, 8], "role": ["PM"] * 5})
    with pytest.raises(NoSuchTable, match=r'"7" \(rows 1, 3\) and "8" \(rows 2, 5\)'):
        people(product_management, staff, to="spm")
