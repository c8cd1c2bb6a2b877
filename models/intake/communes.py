"""A commune as lists write it: with or without its kind, the committee before it, or its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from models.text.names import match_key, search_fold, storage_form
from resources.catalog import communes

_PART = re.compile(r"\s*[,;/(–-]\s*")
_BEFORE = re.compile(
    r"^(?:(?:ubnd|hđnd|đảng ủy|đảng uỷ|ubmttq|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    r"(?:(?P<kind>xã|phường|đặc khu)\s+|(?:thị trấn|xa|phuong|dac khu)\s+|(?:x|p|tt|đk)\.\s*)?",
    re.IGNORECASE,
)


@lru_cache(4096)
def is_commune(text: str, full_name: str) -> bool:
    """Whether a text names a commune, with or without its kind; marks may be left out wholly."""
    said, meant = _bare(text), _bare(full_name)
    if search_fold(said) == said:
        return said == search_fold(meant)
    return match_key(said) == match_key(meant)


def is_of_the_city(text: str) -> bool:
    """Whether a text names one of the city's communes."""
    return any(is_commune(text, each.full_name) for each in communes())


@lru_cache(4096)
def commune_named(text: str) -> str:
    """ "Xã Bình Giang" for "Bình Giang"; a name with its kind as it stands, also one that is no
    commune's of the city by now; "" for what names none."""
    said = storage_form(text)
    found = _BEFORE.match(said)
    return said if found and found["kind"] else _by_bare_name().get(match_key(_bare(said)), "")


def _bare(text: str) -> str:
    return _BEFORE.sub("", _PART.split(text.strip(), maxsplit=1)[0]).strip().lower()


@cache
def _by_bare_name() -> Mapping[str, str]:
    """The full names by the bare ones, where that is one commune only."""
    found: dict[str, list[str]] = {}
    for each in communes():
        found.setdefault(match_key(each.name), []).append(each.full_name)
    return {name: full[0] for name, full in found.items() if len(full) == 1}
