"""Text in UTF-8 that was taken for an old code page and encoded once more: "Nguyá»…n".

Bytes of UTF-8 hardly ever come about by accident, so that whatever can be taken back was so made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.text.names import VOWELS
from models.text.syllables import is_syllable

MOST_TIMES = 3
"""A file may have gone through the wrong hands more than once."""

_LEADS = re.compile("[\u00c2-\u00c6\u00e1\u00e2\u0102\u0103]")
"""What the first byte of a Vietnamese letter looks like in the code pages."""

_IN_VIETNAMESE = re.compile(
    f"[\x00-\x7f{VOWELS}{VOWELS.upper()}đĐ\u0080-\u00bf\u0300-\u0323\u2010-\u203a\ufeff"
    "\u00c2-\u00c6\u00e1\u00e2\u0102\u0103\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u20ac\u2122]*"
)
"""Vietnamese text with its signs, also such as has to be taken back once more."""

_LOST_BLANK = re.compile("([\u00c3\u0102\u00c6]|\u00e1[\u00ba\u00bb]) ")


def how_many_mended(texts: Iterable[str]) -> int:
    """How many of the texts were encoded twice; most hold a letter that no byte looks like."""
    suspects = [text for text in texts if not _NO_BYTE.search(text)]
    return sum(1 for text in suspects if decoded_once(text) != text)


def decoded_once(text: str) -> str:
    """The text as it was before; the same text where it was not encoded twice."""
    for _ in range(MOST_TIMES):
        once = _once(text)
        if once == text:
            break
        text = once
    return text


def _once(text: str) -> str:
    if text.isascii() or not _LEADS.search(text) or _NO_BYTE.search(text):
        return text
    if (plain := _decoded(text)) is not None:
        return plain
    # The second byte of "à" is a hard blank, which many programs make a plain one.
    hard = _LOST_BLANK.sub("\\1\u00a0", text)
    plain = _decoded(hard) if hard != text else None
    return plain if plain is not None and all(map(_reads, plain.split())) else text


def _reads(word: str) -> bool:
    return word.isascii() or not word.isalpha() or is_syllable(word)


def _decoded(text: str) -> str | None:
    try:
        plain = bytes(_BYTES[letter] for letter in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    # Letters of VNI, too, may be bytes of UTF-8 by accident, but then of another alphabet.
    return plain if plain != text and _IN_VIETNAMESE.fullmatch(plain) else None


def _bytes_by_letter() -> dict[str, int]:
    """Every letter that a reader may show for a byte, in Latin-1 and the two code pages."""
    found: dict[str, int] = {chr(byte): byte for byte in range(256)}
    for page in ("cp1258", "cp1252"):
        for byte in range(128, 256):
            letter = bytes([byte]).decode(page, "ignore")
            if letter:
                found[letter] = byte
    return found


_BYTES = _bytes_by_letter()
_NO_BYTE = re.compile(f"[^{re.escape(''.join(_BYTES))}]")
