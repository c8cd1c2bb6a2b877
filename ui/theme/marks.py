"""The small signs that the style sheet draws: ticks, dashes, chevrons, in the colours of the day.

A sheet takes pictures only by their place, and every palette wants them in its own colours. So they
are coloured in memory and given to Qt as resources of the program: no file is written, and another
palette needs no other sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from itertools import product
from struct import pack

from PySide6.QtCore import qRegisterResourceData, qUnregisterResourceData
from PySide6.QtGui import QPixmapCache

from resources import resource_path

_WAYS = ("down", "left", "right", "up")
MARKS = ("calendar", "cross", "dash", "dot", "tick", *(f"chevron-{way}" for way in _WAYS))
_VERSION, _FOLDER = 1, 2


class MarkTone(StrEnum):
    """What a sign stands on or for, which is what its colour depends on."""

    ON_ACCENT = "on-accent"
    TEXT = "text"
    QUIET = "quiet"
    OFF = "off"


_known: dict[str, tuple[bytes, bytes, bytes]] = {}
"""What Qt was given, by its name: it reads them where they lie, as long as it knows of them."""


def mark_place(name: str, tone: MarkTone) -> str:
    """Where a sheet finds `resources/marks/<name>.svg` in a tone."""
    return f":/{_file_name(name, tone)}"


def paint_marks(colours: Mapping[MarkTone, str]) -> None:
    """Draw all of them in these colours ("#rrggbb") from now on."""
    for name, tone in product(MARKS, MarkTone):
        _put(_file_name(name, tone), _source(name).replace(b"currentColor", colours[tone].encode()))
    QPixmapCache.clear()


def _put(file_name: str, content: bytes) -> None:
    parts = (_tree(), _name(file_name), pack(">I", len(content)) + content)
    old = _known.get(file_name)
    if old == parts:
        return
    if old is not None:
        qUnregisterResourceData(_VERSION, *old)
    _known[file_name] = parts
    if not qRegisterResourceData(_VERSION, *parts):
        raise RuntimeError(f"Qt does not take {file_name}")


def _file_name(name: str, tone: MarkTone) -> str:
    return f"mark-{name}-{tone}.svg"


@cache
def _source(name: str) -> bytes:
    return resource_path("marks", f"{name}.svg").read_bytes()


def _tree() -> bytes:
    """The root folder and in it one file of any language, as the compiler of resources says it."""
    root = pack(">IHII", 0, _FOLDER, 1, 1)
    return root + pack(">IHHHI", 0, 0, 0, 1, 0)


def _name(text: str) -> bytes:
    return pack(">HI", len(text), _hash(text)) + text.encode("utf-16-be")


def _hash(text: str) -> int:
    """By which Qt finds a name among those of a folder."""
    found = 0
    for letter in text:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
