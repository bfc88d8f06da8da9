"""A span of time that a view is limited to."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from coldgraph.errors import QueryError


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``since`` to ``until``, both included; '' leaves an end open."""

    since: str = ""
    until: str = ""

    def holds(self, earliest: str, latest: str) -> bool:
        """Whether something that lies between two days touches the window; the undated only where the window is open.

        >>> Window("1965-01-01", "1965-12-31").holds("1965-02-06", "1965-02-10")
        True
        >>> Window("1965-01-01").holds("", "")
        False
        """
        if not self.since and not self.until:
            return True
        first, last = earliest or latest, latest or earliest
        return bool(first) and (not self.since or last >= self.since) and (not self.until or first <= self.until)


def window(since: str | None = None, until: str | None = None) -> Window:
    """A window from years, months or days.

    >>> window("1965", "1966-02")
    Window(since='1965-01-01', until='1966-02-28')

    Raises QueryError for anything else, and where the window ends before it begins.
    """
    found = Window(_day(since, last=False), _day(until, last=True))
    if found.since and found.until and found.until < found.since:
        raise QueryError(f"the time ends ({until}) before it begins ({since})", advice="exchange the two")
    return found


def _day(text: str | None, last: bool) -> str:
    parts = [p for p in str(text or "").split("-") if p]
    if not parts:
        return ""
    try:
        year, month, day = _numbers(parts, last)
    except ValueError as error:
        raise QueryError(f"{text!r} is no year, month or day", advice="write 1965, 1965-02 or 1965-02-06") from error
    return f"{year:04d}-{month:02d}-{day:02d}"


def _numbers(parts: list[str], last: bool) -> tuple[int, int, int]:
    year, *rest = (int(part) for part in parts)
    month = rest[0] if rest else (12 if last else 1)
    final = calendar.monthrange(year, month)[1]
    day = rest[1] if len(rest) > 1 else (final if last else 1)
    if not 1 <= day <= final or len(rest) > 2:
        raise ValueError(parts)
    return year, month, day
