"""Text made fit for paper: composed letters, no control characters, and gaps that stay."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufff0-\uffff\ud800-\udfff]+")
_FORMLESS = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f]+")
_GAP = re.compile(" {2,}")
_END = re.compile(r" +(?=\./\.)")
NO_BREAK = "\u00a0"


def printable(text: str) -> str:
    """Composed letters, no control characters or marks of direction, gaps that stay gaps.

    The "./." that ends a document stays with the word before it.
    """
    text = _FORMLESS.sub("", unicodedata.normalize("NFC", text))
    text = _UNPRINTABLE.sub(" ", text).strip(" ")
    if "  " in text:
        text = _GAP.sub(lambda gap: NO_BREAK * len(gap[0]), text)
    return _END.sub(NO_BREAK, text) if "./." in text else text
