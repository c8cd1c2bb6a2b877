"""The many hyphens that Word, phones and web pages write where a keyboard has one."""

from __future__ import annotations

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
"""Hyphen, non-breaking hyphen, figure dash, the dashes, minus, and their wide and small forms."""

_ONE_HYPHEN = str.maketrans(dict.fromkeys(HYPHENS, "-"))


def plain_hyphens(text: str) -> str:
    """The text with every kind of hyphen as "-", for keys and for reading; never for showing.

    U+00AD is left alone: in text of the old TCVN3 fonts it is a letter.
    """
    return text if text.isascii() else text.translate(_ONE_HYPHEN)
