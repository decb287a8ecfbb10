"""Roles that nobody can reach, and roles that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladder import Ladder
from ladder.files.document import Fault
from ladder.wording import short

from .flow import Flow, flow_of, lines_of, lowest_of_tracks
from .rule import Rule
from .wording import roles_named


def _unreachable(ladder: Ladder) -> Iterable[Fault]:
    flow = flow_of(ladder)
    for component in flow.components:
        if flow.unreached.issuperset(component) and not _entered(flow, component):
            yield _shut_off(flow, component)


def _entered(flow: Flow, component: Iterable[str]) -> bool:
    """Tell whether any transition leads into some roles from another."""
    encoded = flow.encoded
    inside = {encoded.number[role] for role in component}
    return any(
        any(edge.source not in inside for edge in encoded.own_entering[role])
        or any(
            source not in door.closed_to and source not in inside
            for door in encoded.doors_to.get(role, ())
            for source in range(len(encoded.roles))
        )
        for role in inside
    )


def _shut_off(flow: Flow, component: Iterable[str]) -> Fault:
    """Roles that lead to one another, and into which nothing leads."""
    inside = set(component)
    circle = [role for role in flow.ladder.roles if role in inside]
    behind = flow.behind(circle[0]) - inside
    in_order = [role for role in flow.ladder.roles if role in behind]
    led_to = (
        f", nor what only they lead to ({roles_named(flow.ladder, in_order)})" if behind else ""
    )
    message = (
        f"nobody can reach {roles_named(flow.ladder, circle)}{led_to}, as "
        "transitions lead into these roles only from one another"
    )
    return Fault(("roles", circle[0]), message, at_key=True)


def _nowhere(ladder: Ladder) -> Iterator[Fault]:
    left, entered = _linked(ladder)
    open_ = any(move.from_any for move in ladder.transitions)
    but = "but what is open to all " if open_ else ""
    for role in ladder.roles.values():
        if role.id in entered and role.id not in left and not role.final:
            message = (
                f"no transition {but}leads on from {short(role.name)}, and it is not marked as "
                "`final: true`"
            )
            yield Fault(("roles", role.id), message, at_key=True)


def _isolated(ladder: Ladder) -> Iterator[Fault]:
    left, entered = _linked(ladder)
    if not ladder.transitions:
        yield Fault(("roles",), "no transition leads from any role to another", at_key=True)
        return
    for role in ladder.roles.values():
        if role.id not in left and role.id not in entered:
            message = f"no transition leads into {short(role.name)} or on from it"
            yield Fault(("roles", role.id), message, at_key=True)


def _unentered(ladder: Ladder) -> Iterator[Fault]:
    """Roles above others of their track that lead on, and into which nothing leads.

    What they lead to is not told as out of reach: somebody holds them, hired from outside.
    """
    left, entered = _linked(ladder)
    hired = {role for role, move in lines_of(ladder) if move.kind == "entry"}
    unentered = left - entered - hired - lowest_of_tracks(ladder.roles.values())
    for role in ladder.roles.values():
        ranked = role.track is not None and role.rank is not None
        if ranked and role.id in unentered:
            message = (
                f"no transition leads into {short(role.name)}, though others of its track rank "
                "below it"
            )
            yield Fault(("roles", role.id), message, at_key=True)


def _linked(ladder: Ladder) -> tuple[set[str], set[str]]:
    """Roles that transitions lead from, and those that they lead to.

    What is open to all leads into a role, but on from none: nobody says so of that role.
    """
    left = {role for role, _ in lines_of(ladder)}
    return left, {move.to_role for move in ladder.transitions}


RULES: tuple[Rule, ...] = (
    Rule(
        code="L101",
        name="unreachable-role",
        severity="warning",
        why="A role that nobody can come to is no step in anybody's career.",
        mend=(
            "Add a transition into it from where people come from, or give the role in which "
            "careers begin there the lowest rank of its track."
        ),
        more="""\
Careers begin in a role that no transition leads into, such as a graduate's, or only one that is \
open to all. Of roles that lead \
to one another, and that nothing else leads into, they begin in those of the lowest rank of their \
track and in those that an `entry` leaves. What is left over is reported once, with the roles \
that only it leads to. A role whose transitions all have gates that nothing opens is told of by \
L201, at the gate.

Here nobody becomes a baker or a confectioner, as each comes only from the other:

    roles: {apprentice: {}, cook: {}, baker: {}, confectioner: {}}
    transitions:
      - {from: apprentice, to: cook, months: 24}
      - {from: baker, to: confectioner, months: 12}
      - {from: confectioner, to: baker, months: 12}

Mended by one more transition:

      - {from: apprentice, to: baker, months: 24}

Ignore it where people are hired into such roles from outside, and neither ranks nor entries are \
to say so.""",
        find=_unreachable,
    ),
    Rule(
        code="L102",
        name="dead-end-role",
        severity="warning",
        why="Who asks what comes after the role gets no answer.",
        mend="Add a transition that leads on, or mark the role with `final: true`.",
        more="""\
The top of a track, and a role that leads out of the ladder, are meant to lead nowhere; `final: \
true` says so, and tells the reader of the file too. That other roles are open to all, and so from \
here, is no way on that somebody thought of.

Here it is forgotten:

    roles: {cook: {}, head-chef: {}}
    transitions:
      - {from: cook, to: head-chef, months: 36}

Mended:

    roles: {cook: {}, head-chef: {final: true}}

Ignore it while the upper part of a ladder is still to be written.""",
        find=_nowhere,
    ),
    Rule(
        code="L103",
        name="isolated-role",
        severity="warning",
        why="There is no way from the role or to it, so no question about it has an answer.",
        mend="Add the transitions that lead into the role and on from it, or remove the role.",
        more="""\
To mark the role with `final: true` does not help, as nothing leads to it either. A ladder \
without any transitions is reported once, at its roles.

Here the baker stands apart:

    roles: {cook: {}, baker: {}, head-chef: {final: true}}
    transitions:
      - {from: cook, to: head-chef, months: 36}

Mended by a transition into the role and one that leads on:

      - {from: cook, to: baker, months: 12}
      - {from: baker, to: head-chef, months: 36}

Ignore it in a ladder that is a list of profiles so far.""",
        find=_isolated,
    ),
    Rule(
        code="L104",
        name="unentered-role",
        severity="warning",
        why="Nobody on the ladder can come to it, and careers hardly begin so high up.",
        mend="Add a transition into it, or correct its rank.",
        more="""\
A role is reported that has a track and a rank, with others of the track below it, and that \
transitions lead on from, while none leads into it. What it leads to is taken to be open to those \
who are hired into it, and is not reported with it; L103 tells of roles without any transition. \
Where a transition of the kind `entry` leaves the role, careers are said to begin there.

Here nobody becomes a chef:

    tracks: {kitchen: Kitchen}
    roles:
      cook: {track: kitchen, rank: 1}
      chef: {track: kitchen, rank: 2}
      host: {final: true}
    transitions:
      - {from: cook, to: host, months: 12}
      - {from: chef, to: host, months: 12}

Mended by one more transition:

      - {from: cook, to: chef, kind: promotion, months: 24}

Ignore it where people are hired into such roles from outside.""",
        find=_unentered,
    ),
)
