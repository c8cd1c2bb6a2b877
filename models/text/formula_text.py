"""Which texts a spreadsheet could take for a formula: the one rule for all that goes to cells."""

from __future__ import annotations

import re
import unicodedata

TEXT_MARK = "'"
STARTS = frozenset("=+-@|\u2212")
CONTROLS = frozenset("\t\r\n")
_UNSEEN = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
_PLAIN_NUMBER = re.compile(r"[+-]\d[\d .]*")


def may_run(text: str) -> bool:
    """Whether a cell with this text could run as a formula in some program.

    Excel, LibreOffice, WPS and Google Sheets begin formulas with = + - @ (also in full width, as
    East Asian keyboards type them) and pass over blanks and signs without width before them; a
    DDE call ("=cmd|…") begins alike. A tab or a line end at the start moves what follows into a
    cell of its own.
    """
    if not text:
        return False
    first = text[0]
    if first.isalnum():
        return False
    if first in STARTS or first in CONTROLS:
        return True
    for letter in text:
        if letter in CONTROLS:
            return True
        if unicodedata.category(letter) not in _UNSEEN:
            return unicodedata.normalize("NFKC", letter)[0] in STARTS
    return False


def pasted_text(text: str) -> str:
    """A cell of tab-separated text: in one line, and with ' before what could run.

    Whoever pastes it has the ' taken off again, as when it is typed. A phone with its + and a
    negative number stay exactly as they are: they are numbers at worst.
    """
    line = " ".join(text.split())
    return f"{TEXT_MARK}{line}" if may_run(line) and not _PLAIN_NUMBER.fullmatch(line) else line


def as_typed(text: str) -> str:
    """A cell as it was meant: without the ' that only says that it is text."""
    inside = text.removeprefix(TEXT_MARK)
    return inside if may_run(inside) else text
