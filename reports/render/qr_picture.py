"""A QR code as a picture, for the formats that take no squares."""

from __future__ import annotations

import struct
import zlib

from reports.render.qr import QUIET_ZONE, qr_modules

PIXELS = 8
"""The side of each square."""


def qr_picture(text: str) -> bytes:
    """The code with its quiet zone as a PNG in black and white, the same for the same text."""
    modules = qr_modules(text)
    side = (False,) * QUIET_ZONE
    empty = ((False,) * (len(modules) + 2 * QUIET_ZONE),) * QUIET_ZONE
    rows = (*empty, *((*side, *row, *side) for row in modules), *empty)
    lines = [
        b"\0" + b"".join((b"\0" if dark else b"\xff") * PIXELS for dark in row) for row in rows
    ]
    width = len(rows) * PIXELS
    head = struct.pack(">IIBBBBB", width, width, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(line * PIXELS for line in lines), 9)
    parts = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
