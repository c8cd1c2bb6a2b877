"""Reads Qt's compiled translations (qtranslator.cpp): which context says what."""

from __future__ import annotations

import struct
from pathlib import Path

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69
END, OBSOLETE, SOURCE, CONTEXT = 1, 5, 6, 7


def sources(path: Path) -> set[tuple[str, str]]:
    """The (context, source) pairs that the file translates."""
    data = path.read_bytes()
    assert data[: len(MAGIC)] == MAGIC
    sections, at = {}, len(MAGIC)
    while at < len(data):
        tag, length = struct.unpack_from(">BI", data, at)
        sections[tag] = data[at + 5 : at + 5 + length]
        at += 5 + length
    offsets = [pair[1] for pair in struct.iter_unpack(">II", sections.get(HASHES, b""))]
    return {_message(sections[MESSAGES], offset) for offset in offsets}


def _message(block: bytes, at: int) -> tuple[str, str]:
    found = {CONTEXT: b"", SOURCE: b""}
    while (tag := block[at]) != END:
        if tag == OBSOLETE:
            at += 5
            continue
        (length,) = struct.unpack_from(">i", block, at + 1)
        at += 5
        found[tag] = block[at : at + max(length, 0)]
        at += max(length, 0)
    return found[CONTEXT].decode(), found[SOURCE].decode()
