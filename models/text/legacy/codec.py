"""Old 8-bit Vietnamese text to Unicode and back.

A cell read from an old file shows each byte as a character of Latin-1, of Windows-1252, or, on
a machine with the Vietnamese code page, of Windows-1258; all three lead back to the byte.
Give these functions the cell as it was read: a normalised text has lost what they need.
"""

from __future__ import annotations

import re
from enum import StrEnum

from models.text.legacy.tables import (
    TCVN3_BYTES,
    VISCII_BYTES,
    VNI_PAIRS,
    VNI_SINGLES,
    VPS_BYTES,
)
from models.text.legacy.twice import decoded_once
from models.text.names import storage_form
from models.text.syllables import is_syllable


class LegacyEncoding(StrEnum):
    """Bảng mã: the encodings that old fonts used."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"
    VPS = "vps"
    TWICE = "twice"


ENCODING_NAMES: dict[LegacyEncoding, str] = {
    LegacyEncoding.TCVN3: "TCVN3 (ABC)",
    LegacyEncoding.VNI: "VNI-Windows",
    LegacyEncoding.VISCII: "VISCII",
    LegacyEncoding.VPS: "VPS",
    LegacyEncoding.TWICE: "Unicode mã hóa hai lần",
}
OLD_ENCODINGS = tuple(each for each in LegacyEncoding if each is not LegacyEncoding.TWICE)
"""Those of the old fonts; text that was encoded twice was in Unicode all the time."""


ONLY_UNICODE = re.compile("[\u1ea0-\u1ef9]")
VIETNAMESE_LETTERS = frozenset("ĂăĐđƠơƯưĨĩŨũ")
WORD_BORDERS = re.compile("[\x00-\x20!-@\\[-`{-~\u00a0]+")
_FONTS = {
    ".vn": LegacyEncoding.TCVN3,
    "vni": LegacyEncoding.VNI,
    "vi ": LegacyEncoding.VISCII,
    "viscii": LegacyEncoding.VISCII,
    "vps": LegacyEncoding.VPS,
}
_BYTE_TABLES = {
    LegacyEncoding.TCVN3: TCVN3_BYTES,
    LegacyEncoding.VISCII: VISCII_BYTES,
    LegacyEncoding.VPS: VPS_BYTES,
}
_TYPED_IN_CAPITALS = re.compile(r"^[^a-z]*[A-Z][A-Z]")


def decode_legacy(text: str, encoding: LegacyEncoding) -> str:
    """Old text as Unicode; characters that the encoding does not use stay as they are.

    TCVN3 has no accented capitals: for a font ending in H call `upper()` on the result.
    """
    if encoding is LegacyEncoding.TWICE:
        return decoded_once(text)
    if encoding is LegacyEncoding.VNI:
        plain = text.translate(_VNI_FROM_CODE_PAGE)
        return _VNI_LETTER.sub(lambda found: _VNI_DECODED[found[0]], plain)
    return text.translate(_DECODERS[encoding])


def encode(text: str, encoding: LegacyEncoding) -> str:
    """Unicode text as old bytes shown in Latin-1. A capital that has no byte becomes small."""
    return text.translate(_ENCODERS[encoding])


def convert(
    text: str, encoding: LegacyEncoding, *, capitals: bool = False, code_page: bool = False
) -> str:
    """One cell of a column that is known to be `encoding`; a cell in Unicode stays untouched.

    `capitals`: the cell's font drew small letters as capitals (`font_draws_capitals`). TCVN3
    words typed in capitals ("NGUYỄN" without its accented capital) are mended as well.
    `code_page`: `Detection.code_page`; then ă, đ, ơ, ư are no sign of Unicode.
    """
    if text.isascii() and not capitals:
        return text
    if encoding is LegacyEncoding.TWICE:
        return decoded_once(text)
    decoded = decode_legacy(text, encoding)
    if _is_unicode(text, decoded, code_page):
        return text
    typed_in_capitals = encoding is LegacyEncoding.TCVN3 and _TYPED_IN_CAPITALS.match(text)
    whole = typed_in_capitals and not re.search("[a-z]", text)
    return decoded.upper() if capitals or whole else decoded


def encoding_of_font(font: str) -> LegacyEncoding | None:
    """What a font's name hints at: .VnTime, VNI-Times, VI Times, VPS Times."""
    return next(
        (to for start, to in _FONTS.items() if font.strip().lower().startswith(start)), None
    )


def font_draws_capitals(font: str) -> bool:
    """Whether a font shows small letters as capitals: .VnTimeH, .VnArialH."""
    return encoding_of_font(font) is LegacyEncoding.TCVN3 and font.strip().endswith("H")


def words_of(text: str) -> list[str]:
    """The words of old text; its letters may look like signs, so only ASCII signs divide."""
    return [word for word in WORD_BORDERS.split(text) if word]


def reads_as_unicode(text: str) -> bool:
    """Whether every word is Vietnamese, or ASCII, as it stands."""
    return _reads_well(storage_form(text))


def _is_unicode(text: str, decoded: str, code_page: bool) -> bool:
    has_letters = not code_page and not VIETNAMESE_LETTERS.isdisjoint(text)
    if has_letters or ONLY_UNICODE.search(text):
        return True
    return not _reads_well(decoded) and reads_as_unicode(text)


def _reads_well(text: str) -> bool:
    return all(word.isascii() or is_syllable(word) for word in words_of(text))


def _seen_as(byte: int) -> set[str]:
    """Every character that a reader may show for a byte."""
    pages = (bytes([byte]).decode(page, "ignore") for page in ("latin-1", "cp1252", "cp1258"))
    return set(filter(None, pages))


def _decoder(table: dict[int, str]) -> dict[int, str]:
    return {ord(seen): letter for byte, letter in table.items() for seen in _seen_as(byte)}


def _with_small_for_capitals(table: dict[str, str]) -> dict[int, str]:
    capitals = {small.upper(): old for small, old in table.items()}
    return {ord(letter): old for letter, old in (capitals | table).items()}


def _vni_letters() -> dict[str, str]:
    """Every spelling of every VNI letter; the base letter's case decides."""
    small = dict(VNI_SINGLES)
    for base, (marks, letters) in VNI_PAIRS.items():
        small |= {base + mark: letter for mark, letter in zip(marks, letters, strict=True)}
    mixed = {old[0] + old[1:].upper(): letter for old, letter in small.items()}
    capital_base = {old[0].upper() + old[1:]: letter.upper() for old, letter in small.items()}
    capitals = {old.upper(): letter.upper() for old, letter in small.items()}
    return mixed | capital_base | small | capitals


_DECODERS = {encoding: _decoder(table) for encoding, table in _BYTE_TABLES.items()}
_VNI_DECODED = _vni_letters()
_VNI_LETTER = re.compile("|".join(sorted(_VNI_DECODED, key=len, reverse=True)))
_VNI_FROM_CODE_PAGE = {
    ord(seen): chr(byte)
    for byte in sorted(
        {ord(part) for old in _VNI_DECODED for part in old if part > "\x7f"} | {0xCC, 0xEC}
    )
    for seen in _seen_as(byte)
}
_ENCODERS = {
    encoding: _with_small_for_capitals({letter: chr(byte) for byte, letter in table.items()})
    for encoding, table in _BYTE_TABLES.items()
} | {
    LegacyEncoding.VNI: {
        ord(letter): old
        for old, letter in _VNI_DECODED.items()
        if old == (old.upper() if letter.isupper() else old.lower())
    }
}
