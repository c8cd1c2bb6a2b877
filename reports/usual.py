"""What of a kind of document can be chosen, and what stands there while nothing was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import AppError
from models.office.recipient_lines import is_archive
from models.records.choices import PARTS, DocumentChoices
from reports.catalog import PDF, ReportKind, kind_of
from reports.example import example_of
from reports.gather.request import Request

if TYPE_CHECKING:
    from models.store.store import Store

LETTER, REPORT = "CV", "BC"


@dataclass(frozen=True, slots=True)
class UsualLines:
    """Kính gửi and Nơi nhận of a kind as they usually are, and the line of the archive.

    `addressees` or `recipients` is None where the kind has none. `parts` are the codes of the
    texts that the officer writes. `unknown` says why what is usual cannot be told now.
    """

    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    archive: str = ""
    parts: tuple[str, ...] = ()
    unknown: str = ""


def usual_lines(file: Store, code: str, issuer: str | None = None) -> UsualLines:
    """What the kind says when `issuer` makes it and nothing was chosen.

    Raises `AppError` for a kind that is not there.
    """
    kind = kind_of(code)
    if kind.formats == (PDF,):
        return UsualLines()
    parts = PARTS if kind.type_code == REPORT else ()
    asked = Request(code, choices=DocumentChoices(issuer=issuer), as_usual=True)
    try:
        document = example_of(file, asked)
    except AppError as error:
        return UsualLines(_none_known(kind), (), "", parts, str(error))
    # What goes to each unit is addressed to it, and to nobody else.
    addressees = None if kind.only_units else document.addressees or _none_known(kind)
    told = tuple(line for line in document.recipients if not is_archive(line))
    archive = next(filter(is_archive, document.recipients), "")
    return UsualLines(addressees, told if document.recipients else None, archive, parts)


def _none_known(kind: ReportKind) -> tuple[str, ...] | None:
    """A letter and a report can be addressed; a table, a list and what goes to each unit cannot."""
    return () if kind.type_code in {LETTER, REPORT} and not kind.only_units else None
