"""What is wished of a way: one value, from whoever asks down to the search.

A new wish is a field of ``Wishes``, a key below for those functions that take it, and a line in the
docstring of ``growth_path``; ``Question`` says what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import wraps
from inspect import Parameter, signature
from typing import Any, ParamSpec, TypedDict, TypeVar

from ladder import Ladder, find_activity, find_role
from ladder.whole import make_whole

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is wished of a way.

    Parameters
    ----------
    by : {"months", "moves", "cost"}
        What is to be least.
    via, avoid : iterable of str
        Roles to be entered on the way, in this order, and roles not to be entered.
    without : iterable of str
        Activities that are out of the question.
    max_cost : float, optional
        The most that the activities may cost.
    within : int, optional
        The most months that it may take.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> wishes = Wishes(by="moves", avoid=["director-of-product"])
    >>> product = bundled("product-management")
    >>> growth_path(product, "analyst", "spm", **wishes.taken_by(growth_path)).moves
    2
    """

    by: str = "months"
    via: Sequence[str] = ()
    avoid: Iterable[str] = ()
    without: Iterable[str] = ()
    max_cost: float | None = None
    within: int | None = None

    def __post_init__(self) -> None:
        for what in ("via", "avoid", "without"):
            names = getattr(self, what)
            if isinstance(names, str):  # by itself it would be taken letter by letter
                raise TypeError(f"{what} takes several names, as in {what}=[{names!r}]")
            object.__setattr__(self, what, tuple(names))
        make_whole(self, "within", "max_cost")

    def taken_by(self, function: Callable[..., object]) -> dict[str, Any]:
        """Those wishes that a function takes, as its keywords.

        Parameters
        ----------
        function : callable
            Such as ``growth_path`` or ``reach``.

        Returns
        -------
        dict of str to object

        Examples
        --------
        >>> from graphs import frontier
        >>> sorted(Wishes(within=3).taken_by(frontier))
        ['avoid', 'via', 'without']
        """
        taken = signature(function).parameters
        return {name: getattr(self, name) for name in _FIELDS if name in taken}

    def by_ids(self, ladder: Ladder) -> Wishes:
        """Name roles and activities by their ids.

        Parameters
        ----------
        ladder : Ladder
            What the names mean.

        Returns
        -------
        Wishes

        Raises
        ------
        UnknownName
            Something is not in the ladder.

        Examples
        --------
        >>> from ladder import bundled
        >>> Wishes(via=["APM"]).by_ids(bundled("product-management")).via
        ('associate-product-manager',)
        """
        if not (self.via or self.avoid or self.without):
            return self
        return replace(
            self,
            via=[role_id(ladder, role) for role in self.via],
            avoid=[role_id(ladder, role) for role in self.avoid],
            without=[find_activity(ladder, name).id for name in self.without],
        )

    def to_dict(self) -> dict[str, Any]:
        """What is wished, as plain data.

        Examples
        --------
        >>> Wishes(via=["apm"], max_cost=500).to_dict()
        {'via': ['apm'], 'max_cost': 500}
        """
        said = {name: getattr(self, name) for name in _FIELDS}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in said.items()
            if value != _FIELDS[name].default
        }


def role_id(ladder: Ladder, text: str) -> str:
    """Id of the role that somebody means."""
    if not isinstance(text, str):
        raise TypeError(f"a role goes by its id, name or alias, and not by {text!r}")
    return text if text in ladder.roles else find_role(ladder, text).id


NO_WISHES = Wishes()

_FIELDS = {field.name: field for field in fields(Wishes)}


class WishedAround(TypedDict, total=False):
    """What may be wished of any way."""

    avoid: Iterable[str]
    without: Iterable[str]


class WishedOfMany(WishedAround, total=False):
    """What may be wished of the ways between one role and all others."""

    max_cost: float | None
    within: int | None


class WishedOfAll(WishedAround, total=False):
    """What may be wished where all plans are looked at that there are."""

    via: Sequence[str]


class WishedOfShortest(WishedOfAll, WishedOfMany, total=False):
    """What may be wished where the fewest months are looked for."""


class WishedOfBest(WishedOfShortest, total=False):
    """What may be wished of the best way."""

    by: str


def wishing(taken: type) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Show the wishes that a function takes as keywords of its own, and refuse all others.

    So ``help`` and completion tell of each, although the function hands them on unread.
    """
    wishes = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)
        for name, field in _FIELDS.items()
        if name in taken.__annotations__
    ]

    def shown(function: Callable[P, R]) -> Callable[P, R]:
        own = signature(function)
        named = [one for one in own.parameters.values() if one.kind is not Parameter.VAR_KEYWORD]
        place = [one.name for one in named].index("time_limit")
        named[place:place] = wishes
        known = {one.name for one in named}

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            if unknown := kwargs.keys() - known:
                raise TypeError(
                    f"{function.__name__}() got an unexpected keyword argument {min(unknown)!r}"
                )
            return function(*args, **kwargs)

        asked.__signature__ = own.replace(parameters=named)  # type: ignore[attr-defined]
        return asked

    return shown
