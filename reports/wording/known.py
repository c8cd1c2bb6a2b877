"""All places there are, found by their names; and the nearest ones of a name that is none."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from models.text.names import search_fold
from reports.wording.places import COUNTED_PLACES, WordingPlace, place_key
from reports.wording.values.all import COMMON_PLACES
from reports.wording.values.awards import AWARD_PLACES
from reports.wording.values.guidance import GUIDANCE_PLACES
from reports.wording.values.letters import LETTER_PLACES
from reports.wording.values.own_parts import OWN_PART_PLACES
from reports.wording.values.results import RESULT_PLACES

PLACES: tuple[WordingPlace, ...] = (
    *COMMON_PLACES,
    *LETTER_PLACES,
    *GUIDANCE_PLACES,
    *RESULT_PLACES,
    *OWN_PART_PLACES,
    *AWARD_PLACES,
    *COUNTED_PLACES,
)
MOST_NEAR = 3


def places_of(kind: str) -> tuple[WordingPlace, ...]:
    """The places that have a value in documents of this kind, in the order they are offered."""
    return tuple(place for place in PLACES if place.is_of(kind))


def known_place(name: str) -> WordingPlace | None:
    """The place of this name, whatever the kind; None when there is none."""
    return _by_key().get(place_key(name))


def nearest_places(kind: str, name: str) -> tuple[str, ...]:
    """The names of this kind that are written most like `name`, the likest first."""
    by_fold = {search_fold(place.code): place.code for place in places_of(kind)}
    near = get_close_matches(search_fold(name), by_fold, MOST_NEAR, 0.6)
    return tuple(by_fold[each] for each in near)


@cache
def _by_key() -> dict[str, WordingPlace]:
    return {place_key(place.code): place for place in PLACES}
