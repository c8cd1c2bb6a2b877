"""What the clerk fills in by hand after a document was issued: its number and its day."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"(số:?) ?/(?=\S)", re.IGNORECASE)
_DAY = re.compile(r"ngày (?=tháng )")


def filled_in(issued: str, returned: str) -> str | None:
    """What was written into the gaps of `issued`, "" for nothing; None: something else differs.

    Both as they are compared. "Số: /BC-UBND" has a gap, and so has "ngày tháng 6 năm 2026".
    """
    pattern = _gaps(issued)
    found = pattern.fullmatch(returned) if pattern else None
    if found is None:
        return None
    return ", ".join(each for each in found.groups() if each)


@lru_cache(256)
def _gaps(issued: str) -> re.Pattern[str] | None:
    if not (_NUMBER.search(issued) or _DAY.search(issued)):
        return None
    # Signs that no text has stand for the gaps while the rest is made literal.
    marked = _DAY.sub("\x02", _NUMBER.sub("\\1\x01", issued))
    told = re.escape(marked).replace("\x01", r" ?(?:(\d{1,6}[a-zđ]?) ?)?/")
    return re.compile(told.replace("\x02", r"ngày (?:(\d{1,2}) )?"))
