"""How Teams, Zoom, Meet and the forms head their columns, in English and in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.intake.grid import Cell
from models.intake.shape.evidence.folding import fold_header

_TITLES = {
    "name": r"(?:full )?name(?: original name| user)?|participant(?: name)?|display name|user name"
    r"|(?:ho va )?ten(?: ten goc| goc| hien thi| day du| nguoi (?:dung|tham (?:gia|du)))?"
    r"|nguoi tham (?:gia|du)|attendee(?: name)?",
    "family": r"last name|surname|ho",
    "given": r"first name|given name",
    "email": r"(?:user |attendee )?e?mail(?: address)?|participant id(?: upn)?|upn"
    r"|(?:dia chi )?e?mail(?: nguoi dung)?|id nguoi tham (?:gia|du)(?: upn)?|thu dien tu",
    "join": r"(?:first )?join(?: time|ed(?: at)?)?|time joined|(?:thoi gian|lan|gio|thoi diem)"
    r" (?:tham gia|vao)(?: hop| dau tien| lan dau)?|gio vao",
    "leave": r"(?:last )?le(?:ave|ft)(?: time| at)?|time exited|exit time"
    r"|(?:thoi gian|lan|gio|thoi diem) (?:roi(?: khoi| di)?|ra)(?: hop| cuoi cung| cuoi)?",
    "duration": r"(?:total |in meeting |attendance )?duration(?: minutes| seconds| mins?)?"
    r"|time in (?:meeting|call|session)(?: minutes)?|attended minutes|(?:tong )?thoi luong"
    r"(?: (?:trong cuoc hop|tham (?:gia|du)))?(?: phut| giay)?|(?:tong )?(?:so )?(?:thoi gian|phut)"
    r" (?:tham du|tham gia|co mat|trong cuoc hop|hop)(?: phut)?",
    "action": r"user action|action|hanh dong(?: cua nguoi dung)?",
    "stamp": r"timestamp|time stamp|dau thoi gian|thoi gian",
    "start": r"start time|thoi gian bat dau|gio bat dau",
    "end": r"completion time|thoi gian hoan thanh|gio hoan thanh|submit time|thoi gian (?:nop|gui)",
}
_COMPILED = {field: re.compile(words) for field, words in _TITLES.items()}
_OF_A_TEST = re.compile(
    r"\b(?:grade|score|points?|status|state|attempt|diem|trang thai|tinh trang|ket qua|luot)\b"
)
"""What heads a column of an export of a platform, which tells of durations as well."""
_ENGLISH = re.compile(r"\b(?:name|join|leave|left|duration|timestamp|start|completion|email)\b")


@dataclass(frozen=True, slots=True)
class Titles:
    """The columns of one row of titles by what they hold; `english` as the titles are."""

    at: dict[str, int]
    english: bool
    in_seconds: bool = False
    of_test: bool = False

    @property
    def of_meeting(self) -> bool:
        """Whether these head a list of who was in a meeting, and for how long."""
        named = "name" in self.at or {"family", "given"} <= self.at.keys()
        stays = "duration" in self.at and {"join", "leave", "email"} & self.at.keys()
        spans = {"join", "leave"} <= self.at.keys()
        acts = {"action", "stamp"} <= self.at.keys()
        return named and not self.of_test and bool(stays or spans or acts)

    @property
    def of_form(self) -> bool:
        """Whether these head the answers of a form: it stamps each with its time."""
        stamped = self.at.get("stamp") == 0 and len(self.at) >= 1
        return stamped or {"start", "end"} <= self.at.keys()


def read_titles(row: Sequence[Cell]) -> Titles:
    """What the cells of a row head."""
    folded = [fold_header(cell) if isinstance(cell, str) else "" for cell in row]
    at: dict[str, int] = {}
    for index, text in enumerate(folded):
        for field, words in _COMPILED.items():
            if field not in at and words.fullmatch(text):
                at[field] = index
                break
    if "family" in at and "given" not in at and "name" in at:
        at["given"] = at.pop("name")
    duration = folded[at["duration"]] if "duration" in at else ""
    seconds = duration.endswith((" seconds", " giay"))
    of_test = any(map(_OF_A_TEST.search, folded))
    return Titles(at, any(map(_ENGLISH.search, folded)), seconds, of_test)
