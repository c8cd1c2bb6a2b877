"""The seal of a file at rest: what stands behind its last page, where SQLite does not look.

It tells by a checksum that the file is byte for byte what was closed, also where SQLite sees no
damage; it holds the slots of the key of an encrypted file, so that the file can be carried around
alone; and the facts of a kept copy, so that a list of copies opens none. Written twice, as a spoilt
byte in it must not cost the key. The first write to the file makes it void.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from models.store.header import header_of, log_holds_changes
from models.store.limits import MOST
from models.store.raw import opened_bytes

_MAGIC = b"TienDo\x00\x01"
_HEAD = struct.Struct(">8sII")
LARGEST = 64 * 1024
"""Bytes that a seal, or the key beside an open file, has at most."""
_AT_ONCE = 1 << 20
_HEADER = 100
_NOT_COUNTED = -1
"""What a copy says that was made of a file locked up."""

KeyTold = Mapping[str, Any]
"""The slots of a key as they are written, with `turn`: how often they were changed."""


class CopyFacts(NamedTuple):
    """What is known of a kept copy without opening it; moments are ISO texts.

    `link` is the head of the journal's chain, by which an unchanged file is told.
    """

    made_at: str
    reason: str
    people: int
    files: int
    revision: str
    link: str
    proven_at: str


class Seal(NamedTuple):
    """What a seal says: the state and size of the file and the checksum of its bytes."""

    state: int
    size: int
    crc: int
    key: KeyTold | None = None
    copy: CopyFacts | None = None


class SealKind(Enum):
    """What a seal says of the file that bears it."""

    WHOLE = auto()
    """Each byte is what it was when the file was closed."""
    NONE = auto()
    """Nothing can be said: there is none, or newer changes stand in the log."""
    BROKEN = auto()
    """Bytes have changed since, though not by this program."""


def read_seal(path: Path) -> Seal | None:
    """The seal of the file at `path`; None without one. Raises `OSError`."""
    with opened_bytes(path) as file:
        return _seal_in(_tail(file))


def seal_file(path: Path, key: KeyTold | None = None, copy: CopyFacts | None = None) -> None:
    """Seal the file at `path`, whose log is empty, as it is now. Raises `OSError`."""
    with opened_bytes(path, to_write=True) as file:
        header = header_of(file.read(_HEADER))
        assert header is not None
        size = header.pages * header.page_size
        seal = Seal(header.state, size, _checksum(file, size), key, copy)
        file.truncate(size)
        file.seek(size)
        file.write(packed_twice(_told(seal)))
        os.fsync(file.fileno())


def seal_kind(path: Path) -> SealKind:
    """What the seal of the file at `path` says. Reads all of the file; raises `OSError`."""
    if log_holds_changes(path):
        return SealKind.NONE
    with opened_bytes(path) as file:
        header = header_of(file.read(_HEADER))
        seal = _seal_in(_tail(file))
        if header is None or seal is None:
            return SealKind.NONE
        fits = seal.state == header.state and seal.size == header.pages * header.page_size
        whole = fits and _checksum(file, seal.size) == seal.crc
    return SealKind.WHOLE if whole else SealKind.BROKEN


def packed_twice(told: Mapping[str, Any]) -> bytes:
    """`told` as bytes, twice."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return (_HEAD.pack(_MAGIC, len(text), zlib.crc32(text)) + text) * 2


def unpacked(data: bytes) -> dict[str, Any] | None:
    """The last whole one of what `packed_twice` wrote, wherever it stands in `data`: before it
    there may be pages, and in them whatever somebody brought in."""
    at = data.rfind(_MAGIC)
    while at >= 0:
        told = _block_at(data, at)
        if told is not None:
            return told
        at = data.rfind(_MAGIC, 0, at + len(_MAGIC) - 1)
    return None


def _block_at(data: bytes, at: int) -> dict[str, Any] | None:
    if len(data) < at + _HEAD.size:
        return None
    _, length, crc = _HEAD.unpack_from(data, at)
    text = data[at + _HEAD.size : at + _HEAD.size + length]
    if len(text) != length or zlib.crc32(text) != crc:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _tail(file: BinaryIO) -> bytes:
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - LARGEST))
    return _whole_read(file, min(end, LARGEST))


def _checksum(file: BinaryIO, size: int) -> int:
    file.seek(0)
    crc, left = 0, size
    while left > 0 and (part := file.read(min(_AT_ONCE, left))):
        crc, left = zlib.crc32(part, crc), left - len(part)
    return crc


def _whole_read(file: BinaryIO, size: int) -> bytes:
    parts = []
    while size > 0 and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _told(seal: Seal) -> dict[str, Any]:
    told: dict[str, Any] = {"state": seal.state, "size": seal.size, "crc": seal.crc}
    if seal.key is not None:
        told["key"] = dict(seal.key)
    if seal.copy is not None:
        told["copy"] = seal.copy._asdict()
    return told


def _seal_in(tail: bytes) -> Seal | None:
    told = unpacked(tail)
    if told is None:
        return None
    state, size, crc = (told.get(name) for name in ("state", "size", "crc"))
    if not (isinstance(state, int) and isinstance(size, int) and isinstance(crc, int)):
        return None
    key = told.get("key")
    return Seal(state, size, crc, key if isinstance(key, dict) else None, _facts(told.get("copy")))


def _facts(told: object) -> CopyFacts | None:
    """The facts of a copy, if all are there and of their kind: a copy may come from anywhere."""
    if not isinstance(told, dict) or set(told) != set(CopyFacts._fields):
        return None
    numbers = [told.pop(name) for name in ("people", "files")]
    if not all(isinstance(each, int) and _NOT_COUNTED <= each <= MOST for each in numbers):
        return None
    people, files = numbers
    words = all(isinstance(each, str) for each in told.values())
    return CopyFacts(people=people, files=files, **told) if words else None
