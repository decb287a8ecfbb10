"""A dictionary that cannot be changed, so that values which hold one are frozen throughout."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NoReturn, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A read-only ``dict``: the same look-ups at the same speed, hashable, and safe to pickle.

    Parameters
    ----------
    *args, **kwargs
        What ``dict`` takes.

    Examples
    --------
    >>> levels = FrozenDict(sql=2)
    >>> levels["sql"]
    2
    >>> levels["sql"] = 3
    Traceback (most recent call last):
        ...
    TypeError: a FrozenDict cannot be changed; make a dict of it first
    """

    __slots__ = ()

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("a FrozenDict cannot be changed; make a dict of it first")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)
