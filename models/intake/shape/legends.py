"""What the title of a column says that its signs mean: "(x: chưa)", "1: có, 0: không", "Đ/C"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from models.text.names import search_fold

TICK = "x"
"""Stands for every sign that ticks."""
BLANK = ""
_ANY_TITLE = "Đăng ký"
_UNMISTAKABLE = frozenset({"x", "v", "1", "0", BLANK})
_TICKS = frozenset("xv✓✔√☑☒✅🗸") | {"ü", "þ"}
_SIGN = r"[xv✓✔√☑☒✅01okcdrny]"
_DRAWN = (
    rf"(?:(?:danh dau|danh|dau|tich|tick|ghi|dien|chon|ky hieu)\s+)+[“\"']?{_SIGN}[”\"']?"
    rf"(?:\s+vao(?: o)?)?(?!\w)|(?<![\w/])(?<!vao )[“\"']?{_SIGN}[”\"']?(?![\w/])"
    r"|(?:de |bo )?trong|danh dau|tich(?: vao)?|tick"
)
_NO = r"chua|khong|ko|no|not|sai"
_YES = r"da|co|roi|dat|xong|hoan thanh|dang ky|tham gia|yes|dung"
_SAID = rf"(?P<said>(?:{_NO}|{_YES})\b[^,;()|\n=:/]*?)"
_NEXT = rf"(?=\s*(?:$|[,;()|\n/.]|[“\"']?(?<!\w){_SIGN}[”\"']?\s*[:=]))"
_LINK = r"\s*(?:[:=→]|->|-|–|\bla\b|\bnghia la\b|\btuc la\b|\bneu\b|\bkhi\b|\bvoi\b|\bcho\b)\s*"
_WHOM = r"(?:(?:neu|nguoi|nhung|ai|cac|dong chi|can bo|truong hop|o|vao|la)\s+)*"
_SIGN_FIRST = re.compile(rf"(?P<sign>{_DRAWN}){_LINK}{_WHOM}{_SAID}{_NEXT}")
_WORD_FIRST = re.compile(
    rf"(?:\bneu\s+)?(?P<said>\b(?:{_NO}|{_YES})\b[^,;()|\n=:]{{0,30}}?)"
    rf"(?:\s*(?:[:=→]|->|\bthi\b)\s*|\s+(?=(?:danh|ghi|tich|tick|dien|de trong|bo trong)\b))"
    rf"(?P<sign>{_DRAWN})(?![\w/])"
)
_PAIR = re.compile(r"(?:\(\s*|[:\s-])([a-z])\s*/\s*([a-z])\s*\)?\s*$")
_PAIRS = {
    ("d", "c"), ("r", "c"), ("c", "k"), ("d", "k"), ("r", "k"), ("y", "n"), ("t", "f"), ("x", "o"),
    ("v", "x"), ("x", "k"), ("v", "o"), ("p", "f"), ("d", "s"),
}  # fmt: skip
_DENIES = re.compile(rf"\b(?:{_NO})\b")


class SignLegend(NamedTuple):
    """The title without its legend, and what each sign means by it; `BLANK` is an empty cell."""

    rest: str
    signs: Mapping[str, bool]


@lru_cache(2048)
def legend_of(title: str) -> SignLegend:
    """The legend in a title. Without one `rest` is the title as it is."""
    folded = _folded(title)
    if len(folded) != len(title):
        return SignLegend(title, {})
    signs: dict[str, bool] = {}
    cut: list[tuple[int, int]] = []
    for pattern in (_SIGN_FIRST, _WORD_FIRST):
        for found in pattern.finditer(folded):
            if any(found.start() < end and start < found.end() for start, end in cut):
                continue
            if pattern is _WORD_FIRST and not _in_brackets(folded, found.start()):
                continue
            signs[_sign(found["sign"])] = not _DENIES.search(found["said"])
            cut.append(found.span())
    if not signs and (pair := _PAIR.search(folded)) and (pair[1], pair[2]) in _PAIRS:
        signs = {pair[1]: True, pair[2]: False}
        cut.append(pair.span())
    if not signs:
        return SignLegend(title, {})
    kept = list(title)
    for start, end in (_with_brackets(folded, *span) for span in cut):
        kept[start:end] = " " * (end - start)
    rest = " ".join("".join(kept).split()).strip(" ,;:-–(")
    return SignLegend(rest, signs) if rest else SignLegend(title, {})


def signs_above(rows: Sequence[Sequence[object]]) -> tuple[tuple[str, bool], ...]:
    """What signs mean by the lines above a table: "(x là chưa đăng ký)"."""
    found: dict[str, bool] = {}
    for cell in (cell for row in rows for cell in row if isinstance(cell, str)):
        signs = legend_of(f"{_ANY_TITLE} ({cell.strip('() ')})").signs
        found |= {sign: said for sign, said in signs.items() if sign in _UNMISTAKABLE}
    return tuple(found.items())


def sign_in(cell: str) -> str:
    """The sign of a cell as legends name it: one that ticks is `TICK` unless it is named itself."""
    return _folded(cell.strip()).strip(" .“”\"'")


def legend_meaning(cell: str, signs: Mapping[str, bool]) -> bool | None:
    """What a cell means by a legend; None where the legend does not speak of it."""
    sign = sign_in(cell)
    if sign in signs:
        return signs[sign]
    if sign not in _TICKS:
        return None
    told = {said for each, said in signs.items() if each in _TICKS}
    if len(told) == 1:
        return told.pop()
    return not signs[BLANK] if BLANK in signs and not told else None


def _sign(drawn: str) -> str:
    if "trong" in drawn:
        return BLANK
    found = re.findall(rf"(?<!\w){_SIGN}(?!\w)", drawn)
    return found[0] if found else TICK


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with all that stands in the same brackets."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return start, end
    closed = text.find(")", end)
    return opened, closed + 1 if closed >= 0 else len(text)


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at) or at == 0 or text[at - 1] in ",;|\n"


def _folded(text: str) -> str:
    return "".join(search_fold(letter)[:1] or letter for letter in text)
