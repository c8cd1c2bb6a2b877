"""Letters that web systems write as entities into plain cells: "Nguy&#7877;n", "Nguy&ecirc;n"."""

from __future__ import annotations

import html
import re

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def with_letters(text: str) -> str:
    """The text with its entities as letters; an ampersand that begins none stays."""
    if "&" not in text:
        return text
    once = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    # Written through a form it may have been escaped once more: "&amp;#7877;".
    return ENTITY.sub(lambda found: html.unescape(found[0]), once)
