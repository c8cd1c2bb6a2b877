"""A document of a kind as an example, whatever it needs; and what its wording is filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import AppError
from reports.catalog import kind_of
from reports.compose import compose_document
from reports.document import Document, DocumentBlock
from reports.gather.request import Request, occasion_of
from reports.nothing import NothingToList

if TYPE_CHECKING:
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class PresentPlaces:
    """What the places of a kind come to now, by their names; `unknown` says why some do not."""

    values: Mapping[str, str | tuple[DocumentBlock, ...]]
    unknown: str = ""


def example_of(file: Store, request: Request) -> Document:
    """The document that is asked for; of a kind that is always of one unit, the first there is.

    Raises `AppError` as `compose`.
    """
    from models.roster.unit_tree import list_units

    if not kind_of(request.kind).only_units or request.unit_id is not None:
        return compose_document(file, request)
    for unit in list_units(file):
        if unit.people:
            try:
                return compose_document(file, replace(request, unit_id=unit.id))
            except NothingToList:
                continue
    return compose_document(file, request)


def present_places(file: Store, code: str) -> PresentPlaces:
    """What stands in the places of a kind today; where it cannot be made, what all kinds know."""
    from reports.gather.wording import records_of
    from reports.wording.values.all import common_values

    try:
        return PresentPlaces(example_of(file, Request(code)).places)
    except AppError as error:
        unknown = error
    try:
        occasion = occasion_of(file, Request(code))
        return PresentPlaces(common_values(occasion, records_of(file)), str(unknown))
    except AppError:
        return PresentPlaces({}, str(unknown))
