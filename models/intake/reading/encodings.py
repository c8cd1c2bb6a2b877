"""From the bytes of a text to its letters; a byte that is none spoils its own cell only."""

from __future__ import annotations

import re

SPOILT = "\ufffd"
"""Stands where a byte was no letter in the encoding of its text."""

_UTF8_BOM = b"\xef\xbb\xbf"
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_GOOD_FOR_ONE_BAD = 4


def decode_bytes(data: bytes) -> str:
    """The text in the encoding that its bytes betray; Windows-1258 when nothing else fits.

    Text in UTF-8 stays so when single bytes of it are broken: each becomes `SPOILT`. Bytes that
    code page 1258 leaves open keep their number as character, so that a text in an old
    Vietnamese encoding loses nothing on the way. A NUL between letters is a broken byte too.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").lstrip("\ufeff")
    sample = data[:65536].rstrip(b"\0")
    if sample[1::2].count(0) * 3 > len(sample) // 2 > 0:
        return data.decode("utf-16-le", "replace")
    if sample[0::2].count(0) * 3 > len(sample) // 2 > 0:
        return data.decode("utf-16-be", "replace")
    text = _in_single_bytes(data.rstrip(b"\0"))
    return text.replace("\0", SPOILT)


def _in_single_bytes(data: bytes) -> str:
    announced = data.startswith(_UTF8_BOM)
    bare = without_byte_order_marks(data)
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        if announced or _is_broken_utf8(bare):
            return bare.decode("utf-8", "replace")
        return "".join(_CP1258[byte] for byte in bare)


def without_byte_order_marks(data: bytes) -> bytes:
    """The bytes without the marks of UTF-8 at their beginning; some systems write several."""
    while data.startswith(_UTF8_BOM):
        data = data[len(_UTF8_BOM) :]
    return data


def _is_broken_utf8(data: bytes) -> bool:
    """Whether far more letters are whole in UTF-8 than bytes are none: it is no accident."""
    whole = _SEQUENCE.findall(data)
    beyond_ascii = len(data) - len(data.translate(None, bytes(range(128, 256))))
    bad = beyond_ascii - sum(map(len, whole))
    return bool(whole) and bad * _GOOD_FOR_ONE_BAD <= len(whole)


def _code_page_1258() -> list[str]:
    characters = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode("cp1258"))
        except UnicodeDecodeError:
            characters.append(chr(byte))
    return characters


_CP1258 = _code_page_1258()
