"""What a poster needs: the units, and what each of them is called on the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AppError
from models.figures.board import of_entries_note
from reports.gather.request import PAPER_SIZES, Request, asked_unit, occasion_of
from reports.kinds.poster import poster
from reports.nothing import NothingToList
from reports.poster import Poster

if TYPE_CHECKING:
    from models.records import Unit
    from models.store.store import Store
    from reports.occasion import Occasion


def posters(file: Store, request: Request) -> Poster:
    """The sheet of one unit, or one for each unit in which people count."""
    from models.reconcile.slips import names_on_platform

    occasion = occasion_of(file, request)
    if request.paper not in PAPER_SIZES:
        raise AppError(
            f"Không có khổ giấy “{request.paper}”.", f"Hãy chọn {' hoặc '.join(PAPER_SIZES)}."
        )
    if note := of_entries_note(occasion.contest, occasion.contest.stage):
        raise NothingToList(
            note, "Áp phích dành cho chặng mà từng người tham gia; hãy chọn chặng ấy."
        )
    units = _units(file, request, occasion)
    names = names_on_platform(file, occasion.as_of)
    return poster(occasion, units, names, request.paper)


def _units(file: Store, request: Request, occasion: Occasion) -> list[Unit]:
    from models.roster.unit_tree import list_units

    asked = asked_unit(file, request)
    if asked is not None:
        return [asked]
    counted = {line.unit_id for line in occasion.figures.units if line.total}
    found = [unit for unit in list_units(file) if unit.id in counted]
    if not found:
        raise NothingToList(
            "Chưa có đơn vị nào có người thuộc đối tượng nên chưa có áp phích.",
            "Hãy nhập danh sách, hoặc chọn một đơn vị.",
        )
    return found
