"""What it costs, as ratios measured in one run: ``make bench``."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Sequence

from ladder import bundled

from . import report
from .crowds import SIZES, Crowd, measure_crews, measure_crowds
from .pages import VISITS, measure_pages, missing
from .people import measure_people, measure_surveys
from .processes import checking, drawing, loading, start_up
from .questions import Measured, cold, measure, progress
from .reach import measure_reach
from .subjects import GOVERNMENT, PRODUCT, SEED, SUBJECTS, Subject

SECTIONS = (
    "questions",
    "people",
    "cold",
    "reach",
    "start-up",
    "loading",
    "checking",
    "drawing",
    "crowds",
    "page",
)
SURVEYED = 10
MOST_SECONDS = 5.0
"""To draw the government's framework as a whole."""


def main() -> None:
    """Print every ratio that the project promises."""
    wanted = _arguments()
    sections = wanted.sections or SECTIONS
    print(f"Python {platform.python_version()}, seed {SEED}, time limit {wanted.time_limit:g} s")
    subjects = [subject for subject in SUBJECTS if wanted.ladder in subject.name]
    if "questions" in sections:
        _questions(subjects, wanted.pairs, wanted.time_limit)
    if "people" in sections:
        _people(wanted.pairs, wanted.time_limit)
    if "crowds" in sections:
        _crowds(wanted.crowds, whole=wanted.whole)
    if "page" in sections:
        _pages(wanted.pairs)
    rows = _others(sections, subjects, wanted.pairs, wanted.time_limit)
    if rows:
        print(f"\nMedians against medians\n\n{report.of_others(rows)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=main.__doc__)
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all by default"
    )
    parser.add_argument("--pairs", type=int, default=100, help="questions to each ladder")
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds for a question")
    parser.add_argument("--ladder", default="", help="only ladders with this in their name")
    parser.add_argument(
        "--crowds", type=int, nargs="+", default=SIZES, metavar="PEOPLE", help="sizes of tables"
    )
    parser.add_argument(
        "--whole", action="store_true", help="ask about all in the tables, and not about a part"
    )
    wanted = parser.parse_args()
    if unknown := set(wanted.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(sorted(unknown))}; they are {', '.join(SECTIONS)}")
    if not any(wanted.ladder in subject.name for subject in SUBJECTS):
        names = "; ".join(subject.name for subject in SUBJECTS)
        parser.error(f"no ladder has {wanted.ladder!r} in its name; they are {names}")
    if wanted.pairs < 1:
        parser.error("at least one pair is needed")
    return wanted


def _questions(subjects: Sequence[Subject], pairs: int, time_limit: float) -> None:
    measured = [measure(subject, pairs, time_limit) for subject in subjects]
    print(
        "\nA question, warm, against networkx.dijkstra_path on the same graph without gates; "
        f"{pairs} random\nconnected pairs each, every ladder in a process of its own\n"
    )
    print(report.of_questions(subjects, measured))
    growing: list[Measured] = [
        one for subject, one in zip(subjects, measured, strict=True) if subject.organisation
    ]
    if len(growing) > 1:
        print("\nHow labels and time grow with the roles of an organisation\n")
        print(report.of_growth(growing))
    print("\nQuestions that the time limit ended\n")
    print(report.of_unproven(measured))


def _pages(pairs: int) -> None:
    if why := missing():
        print(f"\nThe page is not measured: {why}.")
        return
    progress("pages")
    print(
        f"\nThe page in Chromium, from the beginning of navigation; medians of {VISITS} visits "
        f"with {pairs} random\nquestions each. What is promised is for a machine that has nothing "
        "else to do\n"
    )
    print(measure_pages([bundled(PRODUCT), bundled(GOVERNMENT)], pairs))


def _people(number: int, time_limit: float) -> None:
    ladder = bundled(GOVERNMENT)
    answered = measure_people(ladder, number, time_limit)
    surveyed = measure_surveys(ladder, min(number, SURVEYED), time_limit)
    progress("")
    print(
        "\nPeople who have been in a role for any months and state three skills at random, DDaT, "
        "against\nnetworkx.dijkstra_path on the same graph without gates, entries written out\n"
    )
    print(report.of_people(answered))
    print(
        f"\nEvery role from one, and into one from every role; {len(surveyed[0].seconds)} roles\n"
    )
    print(report.of_surveys(("reach", "into"), surveyed))


CREW_PEOPLE = 60_000
"""Of the table that different crews work on."""


def _crowds(sizes: Sequence[int], *, whole: bool) -> None:
    measured: list[Crowd] = []
    for name in (PRODUCT, GOVERNMENT):
        measured += measure_crowds(name, sizes, whole=whole)
    progress("")
    print(
        "\nTables of people, from file to file on one core, against one growth_path with its range "
        "for each;\nwhere fewer people were measured, all others are taken to be as quick\n"
    )
    print(report.of_crowds(measured))
    crews = measure_crews(min(CREW_PEOPLE, max(sizes)))
    progress("")
    print(f"\nWho works on {crews.number:,} people with up to three skills, {PRODUCT}\n")
    print(report.of_crews(crews))


def _others(
    sections: Sequence[str], subjects: Sequence[Subject], pairs: int, time_limit: float
) -> list[list[str]]:
    rows = []
    if "cold" in sections:
        progress("first questions")
        times = cold(bundled(GOVERNMENT), min(pairs, 20), time_limit)
        rows.append(report.of_times("first question, DDaT", "Dijkstra without gates", times, None))
    if "reach" in sections:
        for subject in subjects:
            progress(f"{subject.name}: reach")
            reached = measure_reach(subject.make(), subject.sources, time_limit)
            rows.append(report.of_reach(subject.name, reached))
    if "start-up" in sections:
        progress("start-up")
        rows.append(report.of_times("ladder path analyst spm", "import networkx", start_up(), 0.7))
    if "loading" in sections:
        progress("loading")
        times = loading(bundled(GOVERNMENT))
        rows.append(report.of_times("loading DDaT as YAML", "bare yaml.load, in C", times, 2))
    if "checking" in sections:
        progress("checking")
        times = checking(bundled(GOVERNMENT))
        rows.append(report.of_times("ladder check, DDaT as YAML", "loading it", times, 3))
    if "drawing" in sections:
        progress("drawing")
        bare = "bare Graphviz on the same DOT"
        rows.append(report.of_times("ladder draw, bundled", bare, drawing(PRODUCT), None))
        whole = drawing(GOVERNMENT)
        rows.append(report.of_times("ladder draw, DDaT whole", bare, whole, None))
        limit = (whole[0], [MOST_SECONDS])
        rows.append(report.of_times("ladder draw, DDaT whole", "the time it may take", limit, 1))
    progress("")
    return rows


if __name__ == "__main__":
    main()
