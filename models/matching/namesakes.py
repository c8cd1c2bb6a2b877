"""What birth dates and the suffixes of namesakes say about two people.

A suffix is a birth ("1990", "90", "12/3/1990"), a label ("A", "2") or a note ("Trưởng thôn").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = re.compile(r"(?:19[3-9]|20[01])\d")
_SHORT_YEAR = re.compile(r"4[5-9]|[5-9]\d")
_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_LABEL = re.compile(r"[^\W\d_]{1,2}|\d{1,3}")


@dataclass(frozen=True, slots=True)
class SuffixMarks:
    """What tells one person from a namesake: `birth` is ISO text; `from_suffix` says whence."""

    birth: str = ""
    label: str = ""
    note: str = ""
    from_suffix: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """`contradiction` and `doubts` are in words; `full_birth` means the same day of birth.

    `open_suffix`: only one of the two carries a label; `unsettled`: only one carries a birth
    in its name, and the other's birth is unknown.
    """

    contradiction: str = ""
    doubts: tuple[str, ...] = ()
    full_birth: bool = False
    same_year: bool = False
    open_suffix: bool = False
    unsettled: bool = False


NOTHING_SAID = Agreement()


def birth_and_suffix(birth: str, suffix: str) -> SuffixMarks:
    """Read a birth and the suffix of a name."""
    if not suffix:
        return SuffixMarks(birth)
    if told := _birth_in(suffix):
        return SuffixMarks(birth or told, from_suffix=not birth)
    if _LABEL.fullmatch(suffix):
        return SuffixMarks(birth, label=suffix)
    return SuffixMarks(birth, note=suffix)


def agreement(a: SuffixMarks, b: SuffixMarks) -> Agreement:
    """What two sets of marks say about each other. Symmetric."""
    if a == b == SuffixMarks():
        return NOTHING_SAID
    if a.label and b.label and a.label != b.label:
        pair = " và ".join(sorted(f"“{mark.label.upper()}”" for mark in (a, b)))
        return Agreement(f"khác ký hiệu phân biệt người trùng tên: {pair}")
    if a.birth and b.birth and a.birth[:4] != b.birth[:4]:
        years = " và ".join(sorted((a.birth[:4], b.birth[:4])))
        return Agreement(f"khác năm sinh: {years}")
    both = bool(a.birth and b.birth)
    part = min(len(a.birth), len(b.birth))
    doubts: tuple[str, ...] = (
        ("khác ngày sinh, cùng năm sinh",) if a.birth[:part] != b.birth[:part] else ()
    )
    if a.note and b.note and a.note != b.note:
        doubts += ("phần ghi chú sau tên khác nhau",)
    return Agreement(
        doubts=doubts,
        full_birth=both and part >= 10 and a.birth == b.birth,
        same_year=both,
        open_suffix=bool(a.label) != bool(b.label),
        unsettled=not both and (a.from_suffix or b.from_suffix or bool(a.note) != bool(b.note)),
    )


def _birth_in(suffix: str) -> str:
    if _YEAR.fullmatch(suffix):
        return suffix
    if _SHORT_YEAR.fullmatch(suffix):
        return f"19{suffix}"
    if (written := _DATE.fullmatch(suffix)) and _YEAR.fullmatch(written[3]):
        return f"{written[3]}-{int(written[2]):02d}-{int(written[1]):02d}"
    return ""
