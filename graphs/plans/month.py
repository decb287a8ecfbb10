"""Months of the calendar, which a plan that has a beginning counts from."""

from __future__ import annotations

import re
from typing import NamedTuple

from ladder.whole import whole

_WRITTEN = re.compile(r"(\d{4})-(\d{2})")


class Month(NamedTuple):
    """A month of the calendar.

    Parameters
    ----------
    year : int
    month : int
        From 1 to 12.

    Examples
    --------
    >>> Month(2027, 1) < Month(2027, 2)
    True
    >>> print(Month(2027, 1))
    2027-01
    """

    year: int
    month: int

    @classmethod
    def read(cls, text: str) -> Month:
        """Read a month.

        Parameters
        ----------
        text : str
            Such as ``2027-01``.

        Returns
        -------
        Month

        Raises
        ------
        ValueError
            When it reads otherwise.

        Examples
        --------
        >>> Month.read("2027-01")
        Month(year=2027, month=1)
        """
        written = _WRITTEN.fullmatch(text) if text.isascii() else None
        if written is None or not 1 <= int(written[2]) <= 12 or not int(written[1]):
            raise ValueError(f"expected a month such as 2027-01, found {text!r}")
        return cls(int(written[1]), int(written[2]))

    def after(self, months: int) -> Month:
        """Month that comes so many months later.

        Parameters
        ----------
        months : int
            Earlier, where it is negative.

        Returns
        -------
        Month

        Examples
        --------
        >>> Month(2027, 1).after(14), Month(2027, 1).after(-1)
        (Month(year=2028, month=3), Month(year=2026, month=12))
        """
        years, month = divmod(self.month - 1 + whole(months), 12)
        return Month(self.year + years, month + 1)

    def since(self, earlier: Month) -> int:
        """Months from an earlier month to this one.

        Parameters
        ----------
        earlier : Month

        Returns
        -------
        int
            Negative where that comes later.

        Examples
        --------
        >>> Month(2028, 3).since(Month(2027, 1))
        14
        """
        return 12 * (self.year - earlier.year) + self.month - earlier.month

    @property
    def first_day(self) -> str:
        """Its first day, as ISO 8601 writes it.

        Examples
        --------
        >>> Month(2027, 1).first_day
        '2027-01-01'
        """
        return f"{self}-01"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"
