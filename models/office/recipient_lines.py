"""To whom a document goes, as officers type it: without the signs that the document sets itself."""

from __future__ import annotations

import re

from models.text.names import match_key, storage_form

_BEFORE = re.compile(
    r"^(?:(?:kính gửi|nơi nhận) ?:|[-–—−•‣▪●○*+·]|\d{1,2}[.)](?= ))[ ]*", re.IGNORECASE
)
_AFTER = re.compile(r"(?:\./|[;,. ])+$")
_ARCHIVE = re.compile(r"^lưu(?: ?:| vt\b)", re.IGNORECASE)


def recipient_line(typed: str) -> str:
    """One recipient without dash, number, closing mark and "Kính gửi:" before it; "" for none.

    Taking a line twice changes nothing more.
    """
    line, before = storage_form(typed), None
    while line != before:
        before, line = line, _AFTER.sub("", _BEFORE.sub("", line))
    return line


def recipients_typed(text: str) -> tuple[str, ...]:
    """The recipients of a text, one of each line, each once.

    The line of the archive is left out: documents have their own.
    """
    told: dict[str, str] = {}
    for line in filter(None, map(recipient_line, text.splitlines())):
        if not is_archive(line):
            told.setdefault(match_key(line), line)
    return tuple(told.values())


def is_archive(line: str) -> bool:
    """Whether a line of Nơi nhận is that of the archive: "Lưu: VT, VHXH"."""
    return _ARCHIVE.match(line) is not None
