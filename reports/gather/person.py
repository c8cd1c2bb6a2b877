"""Phiếu dữ liệu cá nhân: all that is kept of one person is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AppError
from models.records.choices import NOTHING_CHOSEN
from reports.catalog import PERSON_SHEET
from reports.document import Document
from reports.gather.request import Request
from reports.kinds.person_sheet import SheetBy, person_sheet

if TYPE_CHECKING:
    from models.store.store import Store

REASON = "Cung cấp cho chính chủ thể dữ liệu theo Luật 91/2025/QH15 (mã {})"
"""Why the phone stands there in full; the log names nobody."""


def sheet_of_person(file: Store, request: Request) -> Document:
    """The sheet of the person that `request` names. Raises `AppError` when they are gone."""
    from models.campaign.rights.person_data import person_data
    from models.office.choices import choices_of, chosen
    from models.office.issuer import COMMITTEE, issuer_of
    from models.office.whose import the_commune

    if request.person_id is None:
        raise AppError("Chưa chọn người để lập phiếu.", "Hãy chọn một người trong danh sách.")
    kept = NOTHING_CHOSEN if request.as_usual else choices_of(file, request.kind)
    choices = chosen(kept, request.choices)
    issuer = issuer_of(file, choices.issuer or COMMITTEE, choices.signer)
    by = SheetBy(issuer, the_commune(file), file.clock().date(), request.issued_on)
    return person_sheet(person_data(file, request.person_id), by)


def sheet_request(person_id: int, uid: str) -> Request:
    """What asks for the sheet of that person."""
    return Request(PERSON_SHEET, masked=False, reason=REASON.format(uid), person_id=person_id)
