"""Numbers as people type them: "1.234" people, "87,5" or "87.5" points.

A dot stands between thousands, a comma before decimals, and most hands put a dot there too. What
can be both is not guessed: it is no number, and a sentence says which two it could be.
"""

from __future__ import annotations

import re
from math import inf

from models.text.patterns import later

MOST_DIGITS = 15
_WHOLE = later(r"[0-9]+|[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\1[0-9]{3})*")
_DECIMAL = later(r"-?[0-9]+(?:[.,][0-9]+)?")
_WITH_THOUSANDS = later(r"(-?)([1-9][0-9]{0,2}([. ])[0-9]{3}(?:\3[0-9]{3})*)(?:,([0-9]+))?")
_BOTH = later(r"-?([1-9][0-9]{0,2})[.,]([0-9]{3})")


def read_whole(text: str) -> int | None:
    """The whole number from 0 on: "1234", "1.234", "1 234"; None for "1,5", "12.34", words."""
    typed = _plain(text)
    digits = re.sub(r"\D", "", typed)
    return int(digits) if _WHOLE.fullmatch(typed) and len(digits) <= MOST_DIGITS else None


def read_decimal(text: str, most: float = inf) -> float | None:
    """The number: "87,5", "87.5", "1.234,5"; None for what is none, and for what may be either
    of two numbers, neither above `most`: "1.234"."""
    typed = _plain(text)
    if two_readings(typed, most) or len(typed) > 2 * MOST_DIGITS:
        return None
    if _DECIMAL.fullmatch(typed):
        return float(typed.replace(",", "."))
    found = _WITH_THOUSANDS.fullmatch(typed)
    if found is None:
        return None
    return float(f"{found[1]}{read_whole(found[2])}.{found[4] or 0}")


def two_readings(text: str, most: float = inf) -> tuple[str, str] | None:
    """Which two numbers a text may be, neither above `most`: ("1234", "1,234"); None where it may
    be one at most."""
    found = _BOTH.fullmatch(_plain(text))
    if found is None or int(found[1] + found[2]) > most:
        return None
    return found[1] + found[2], f"{found[1]},{found[2]}".rstrip("0").rstrip(",")


def doubt_words(text: str, most: float = inf) -> str:
    """Which two numbers a text may be, and how each is written; "" where there is no doubt."""
    readings = two_readings(text, most)
    if readings is None:
        return ""
    whole, part = readings
    return (
        f"“{_plain(text)}” có thể là {whole}, cũng có thể là {part}. Hãy ghi liền {whole}, hoặc "
        "ghi không quá hai chữ số sau dấu phẩy."
    )


def _plain(text: str) -> str:
    """With one blank where there are several, or one that cannot be broken at."""
    return " ".join(text.split())
