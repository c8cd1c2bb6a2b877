"""The small signs that the style sheet draws: ticks, dashes, chevrons, in the colours of the day.

A sheet takes pictures only by their place, and every palette wants them in its own colours. So they
are coloured in memory and given to Qt as resources of the program; no file is written.
"""

from __future__ import annotations

from functools import cache
from struct import pack

from PySide6.QtCore import qRegisterResourceData

from resources import resource_path

NAMES = (
    "calendar",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "cross",
    "dash",
    "dot",
    "tick",
)
_VERSION = 1
_FOLDER = 2
_kept: list[tuple[bytes, bytes, bytes]] = []
"""Qt reads them where they lie, as long as the program runs."""


@cache
def mark_place(name: str, colour: str) -> str:
    """Where a sheet finds `resources/marks/<name>.svg` drawn in `colour` ("#rrggbb")."""
    file_name = f"mark-{name}-{colour.removeprefix('#')}.svg"
    drawn = _source(name).replace(b"currentColor", colour.encode())
    parts = (_tree(), _name(file_name), _data(drawn))
    _kept.append(parts)
    if not qRegisterResourceData(_VERSION, *parts):
        raise RuntimeError(f"Qt does not take {file_name}")
    return f":/{file_name}"


@cache
def _source(name: str) -> bytes:
    return resource_path("marks", f"{name}.svg").read_bytes()


def _tree() -> bytes:
    """The root folder and in it one file of any language, as the compiler of resources says it."""
    root = pack(">IHII", 0, _FOLDER, 1, 1)
    return root + pack(">IHHHI", 0, 0, 0, 1, 0)


def _name(text: str) -> bytes:
    return pack(">HI", len(text), _hash(text)) + text.encode("utf-16-be")


def _data(content: bytes) -> bytes:
    return pack(">I", len(content)) + content


def _hash(text: str) -> int:
    """By which Qt finds a name among those of a folder."""
    found = 0
    for letter in text:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
