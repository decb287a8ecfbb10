"""What was measured, put into tables."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from statistics import median

from .crowds import LEAST_TIMES, MOST_MEGABYTES, Crews, Crowd
from .people import MOST_TIMES_MEDIAN, MOST_TIMES_TENTH, Answered, Surveyed
from .processes import Times
from .questions import Asked, Measured
from .reach import MOST_TIMES, Reached
from .subjects import Subject
from .table import at_least, limited, number, table
from .timing import ratio

MOST_UNPROVEN = 0.01
"""Of the questions to a ladder, so many may end at the time limit."""


def of_questions(subjects: Sequence[Subject], measured: Sequence[Measured]) -> str:
    """Compare with Dijkstra's algorithm, ladder by ladder."""
    headings = (
        "<\nladder",
        "Dijkstra\nmedian ms",
        "question\nmedian ms",
        "question\nworst ms",
        "<times Dijkstra\nin the median",
        "times\nat worst",
        "<at the limit\nof 100",
        "<peak\nMB",
    )
    return table(headings, [_row(*pair) for pair in zip(subjects, measured, strict=True)])


def _row(subject: Subject, measured: Measured) -> list[str]:
    asked = measured.asked
    ours, theirs = [item.seconds for item in asked], [item.plain for item in asked]
    unproven = sum(not item.proven for item in asked) / len(asked)
    return [
        subject.name,
        number(1e3 * median(theirs)),
        number(1e3 * median(ours)),
        number(1e3 * max(ours)),
        limited(ratio(ours, theirs), subject.most_times),
        number(max(item.seconds / item.plain for item in asked)),
        limited(100 * unproven, 100 * MOST_UNPROVEN),
        limited(measured.megabytes, subject.most_megabytes),
    ]


def of_growth(measured: Sequence[Measured]) -> str:
    """Show how labels and time grow from one organisation to the next larger one."""
    headings = (
        "\nroles",
        "\nmoves",
        "labels\nmedian",
        "labels\nworst",
        "median\nms",
        "worst\nms",
        "roles\ngrow by",
        "labels\ngrow by",
        "time\ngrows by",
    )
    rows = []
    before: Measured | None = None
    for one in measured:
        growth = ["", "", ""]
        if before is not None:
            growth = [
                f"x {number(now / then)}"
                for now, then in (
                    (one.roles, before.roles),
                    (_labels(one), _labels(before)),
                    (_seconds(one), _seconds(before)),
                )
            ]
        rows.append(
            [
                f"{one.roles:,}",
                f"{one.transitions:,}",
                f"{_labels(one):,.0f}",
                f"{max(item.labels for item in one.asked):,}",
                number(1e3 * _seconds(one)),
                number(1e3 * max(item.seconds for item in one.asked)),
                *growth,
            ]
        )
        before = one
    return table(headings, rows)


def _labels(measured: Measured) -> float:
    return median(item.labels for item in measured.asked)


def _seconds(measured: Measured) -> float:
    return median(item.seconds for item in measured.asked)


def of_unproven(measured: Sequence[Measured]) -> str:
    """List the questions that the time limit ended, with what is proven of each."""
    rows = [
        [one.subject, f"{item.source} to {item.target}", *_gap(item)]
        for one in measured
        for item in one.asked
        if not item.proven
    ]
    headings = ("<ladder", "<question", "months", "proven", "gap")
    return table(headings, rows) if rows else "none"


def _gap(item: Asked) -> tuple[str, str, str]:
    if item.months is None:
        return "no path", str(item.bound), ""
    gap = item.months - item.bound
    return str(item.months), str(item.bound), f"{gap} ({gap / max(1, item.months):.0%})"


def of_people(answered: Sequence[Answered]) -> str:
    """Compare what people ask with Dijkstra's algorithm."""
    times = sorted(one.times for one in answered)
    tenth = times[ceil(0.9 * len(times)) - 1]
    headings = (
        "\npeople",
        "Dijkstra\nmedian ms",
        "question\nmedian ms",
        "question\nworst ms",
        "<times Dijkstra\nin the median",
        "<times, for\nnine in ten",
        "times\nat worst",
        "<at the\nlimit",
    )
    row = [
        str(len(answered)),
        number(1e3 * answered[0].plain),
        number(1e3 * median(one.seconds for one in answered)),
        number(1e3 * max(one.seconds for one in answered)),
        limited(median(times), MOST_TIMES_MEDIAN),
        limited(tenth, MOST_TIMES_TENTH),
        number(times[-1]),
        limited(sum(not one.proven for one in answered), 0),
    ]
    return table(headings, [row])


def of_surveys(names: Sequence[str], surveyed: Sequence[Surveyed]) -> str:
    """How long all roles together take, and whether all of them are decided."""
    headings = ("<all roles", "median s", "worst s", "<undecided")
    rows = [
        [name, number(median(one.seconds)), number(max(one.seconds)), limited(one.undecided, 0)]
        for name, one in zip(names, surveyed, strict=True)
    ]
    return table(headings, rows)


def of_reach(name: str, reached: Sequence[Reached]) -> list[str]:
    """Compare the answer for all roles with the one for the farthest of them."""
    ours, theirs = [item.seconds for item in reached], [item.single for item in reached]
    undecided = sum(item.undecided for item in reached)
    what = f"reach from one role, {name}"
    if undecided:
        what += f" ({undecided} undecided)"
    return of_times(what, "a question to its farthest role", (ours, theirs), MOST_TIMES)


def of_times(what: str, against: str, times: Times, most: float | None) -> list[str]:
    """Compare two things that are measured alike."""
    ours, theirs = times
    return [
        what,
        against,
        number(1e3 * median(ours)),
        number(1e3 * median(theirs)),
        limited(ratio(ours, theirs), most),
    ]


def of_others(rows: Sequence[Sequence[str]]) -> str:
    """Put such comparisons below each other."""
    return table(("<", "<against", "ms", "ms", "<times"), rows)


LIMITED_FROM = 100_000
"""People in tables of whom something is promised."""


def of_crowds(crowds: Sequence[Crowd]) -> str:
    """Compare tables of people with single questions."""
    headings = (
        "<\nladder",
        "<\nknown",
        "\npeople",
        "\nmeasured",
        "CPU\ns",
        "people\na second",
        "one question\nms",
        "<times\nas many",
        "<peak\nMB",
    )
    rows = []
    for one in crowds:
        promised = one.people >= LIMITED_FROM
        least = LEAST_TIMES.get((one.ladder, one.rated)) if promised else None
        rows.append(
            [
                one.ladder,
                "months, skills" if one.rated else "months",
                f"{one.people:,}",
                f"{one.asked:,}",
                number(one.seconds),
                f"{one.a_second:,.0f}",
                number(1e3 * one.single),
                at_least(one.times, least),
                "" if one.megabytes is None else limited(one.megabytes, MOST_MEGABYTES),
            ]
        )
    return table(headings, rows)


MOST_CPU = 1.15
"""How many times the CPU time of one process several may take together."""


def of_crews(crews: Crews) -> str:
    """Compare those who can work on a table, by the clock and in CPU time."""
    alone = next(iter(crews.taken.values()))
    headings = (
        "<",
        "\ns",
        "times\nas quick",
        "CPU s,\nwho asks",
        "CPU s,\nothers",
        "<CPU, times\nas much",
    )
    rows = []
    for name, one in crews.taken.items():
        row = [name, number(one.seconds), number(alone.seconds / one.seconds), number(one.asking)]
        if one.others is not None:
            most = limited((one.asking + one.others) / alone.asking, MOST_CPU)
            row += [number(one.others), most]
        rows.append([*row, "", ""][: len(headings)])
    same = "All wrote the same bytes." if crews.same else "They did not write the same bytes !"
    return f"{table(headings, rows)}\n\n{same}"
