"""Khen thưởng: the prizes given and the authors of their entries are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.document import Document
from reports.gather.request import Request, occasion_of, refuse_nameless
from reports.gather.wording import records_of, wording_in_force
from reports.kinds.award_decision import award_decision
from reports.kinds.award_list import AwardsGiven, award_list, awards_by
from reports.occasion import Occasion
from reports.wording.values.all import common_values
from reports.wording.values.awards import values_of_awards

if TYPE_CHECKING:
    from models.store.store import Store


def awards_given(file: Store, request: Request) -> Document:
    """Danh sách khen thưởng."""
    occasion = occasion_of(file, request)
    return award_list(_given(file, occasion), occasion)


def decision_drafted(file: Store, request: Request) -> Document:
    """Quyết định khen thưởng, a draft."""
    occasion = occasion_of(file, request)
    given = _given(file, occasion)
    values = {
        **common_values(occasion, records_of(file)),
        **values_of_awards(occasion, given),
    }
    return award_decision(given, occasion, wording_in_force(file, request.kind), values)


def _given(file: Store, occasion: Occasion) -> AwardsGiven:
    """What was given by the day. Raises `AppError` where the names of whom are gone."""
    from models.campaign.awards import award_book

    awards = awards_by(award_book(file).awards, occasion.as_of)
    if any(award.unit_id is None for award in awards):
        refuse_nameless(occasion.contest)
    return AwardsGiven(awards, _authors(file))


def _authors(file: Store) -> dict[int, tuple[str, ...]]:
    from models.campaign.entry_rows import entry_book

    first = entry_book(file)
    found: dict[int, tuple[str, ...]] = {}
    for stage in first.stages if first is not None else ():
        book = entry_book(file, stage)
        for entry in book.entries if book is not None else ():
            found[entry.id] = tuple(author.name for author in entry.authors)
    return found
