"""Roles that nobody can reach, and roles that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladder import Ladder
from ladder.document import Fault
from ladder.wording import short

from .flow import Flow, flow_of
from .rule import Rule
from .saying import roles_named


def _unreachable(ladder: Ladder) -> Iterable[Fault]:
    flow = flow_of(ladder)
    for component in flow.components:
        if flow.unreached.issuperset(component) and not _entered(flow, component):
            yield _shut_off(flow, component)


def _entered(flow: Flow, component: Iterable[str]) -> bool:
    """Tell whether any transition leads into some roles from another."""
    inside = set(component)
    number, roles = flow.encoded.number, flow.encoded.roles
    sources = {
        roles[edge.source]
        for role in component
        for edge in flow.encoded.entering[number[role]]
        if edge.place < len(flow.moves)
    }
    return not sources <= inside


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
    for role in ladder.roles.values():
        if role.id in entered and role.id not in left and not role.final:
            message = (
                f"no transition leads on from {short(role.name)}, and it is not marked "
                "as `final: true`"
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


def _linked(ladder: Ladder) -> tuple[set[str], set[str]]:
    """Roles that transitions lead from, and those that they lead to."""
    left = {move.from_role for move in ladder.transitions}
    return left, {move.to_role for move in ladder.transitions}


RULES: tuple[Rule, ...] = (
    Rule(
        code="L101",
        name="unreachable-role",
        severity="error",
        why="A role that nobody can come to is no step in anybody's career.",
        mend=(
            "Add a transition into it from where people come from, or give the role in which "
            "careers begin there the lowest rank of its track."
        ),
        more=(
            "Careers begin in a role that no transition leads into, such as Graduate. Of roles "
            "that lead to one another, such as two side by side that one can change between, they "
            "begin in those of the lowest rank of their track and in those that an `entry` "
            "leaves. What is reported are roles that lead to one another and that cannot be "
            "entered from anywhere else, named once, with the roles that only they lead to. A "
            "role whose transitions all have gates that nothing can open is reported as L201, at "
            "the gate, where it can be mended."
        ),
        find=_unreachable,
    ),
    Rule(
        code="L102",
        name="dead-end-role",
        severity="warning",
        why="Who asks what comes after the role gets no answer.",
        mend="Add a transition that leads on, or mark the role with `final: true`.",
        more=(
            "The top of a track, and a role that leads out of the ladder, such as Founder, are "
            "meant to lead nowhere; `final: true` says so, and tells the reader of the file too."
        ),
        find=_nowhere,
    ),
    Rule(
        code="L103",
        name="isolated-role",
        severity="warning",
        why="There is no way from the role or to it, so no question about it has an answer.",
        mend="Add the transitions that lead into the role and on from it, or remove the role.",
        more=(
            "To mark it with `final: true` does not help, as nothing leads to it either. A ladder "
            "without any transitions is reported once. It is right to ignore this while a ladder "
            "is being written."
        ),
        find=_isolated,
    ),
)
