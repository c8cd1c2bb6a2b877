"""A document leaves: its figures are frozen, and each of its files is kept to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.figures.digest import figures_digest
from models.records.issued import IssuedAs
from models.records.moment import as_moment
from models.version import VERSION
from reports.catalog import ReportKind, file_name, kind_of
from reports.compose import compose_document
from reports.document import Document
from reports.gather.request import Request, asked_unit, settled
from reports.publish import render_document
from reports.wording.originals import original_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.papers.issuing import ToIssue
    from models.records.documents import DocumentDraft
    from models.records.frozen import FrozenReport
    from models.store.store import Store

PLACE = "Văn bản đã phát hành"
TRIES = 3
"""How often a document is composed anew when somebody writes meanwhile."""


def issue(
    file: Store,
    request: Request,
    formats: Sequence[str] | None = None,
    *,
    replaces: int | None = None,
    register: bool = True,
) -> FrozenReport:
    """Issue the document that `request` asks for: as one change that cannot be undone.

    `formats` are those that are kept, all of the kind when None. `replaces` is the id of the
    issued document that this one recalls; without it the same document is not issued twice. With
    `register` a document that has a number of its own is written into the register of outgoing
    documents, where the clerk gives the number later. Raises `AppError` as `compose` does, for a
    format that the kind does not have, for faults that block, for phones in full without a reason,
    for a moment to come, and while others go on writing.
    """
    from models.figures.frozen import refuse_day_to_come
    from models.papers.issuing import DataMoved, keep_issued

    kind, request = kind_of(request.kind), settled(file, request)
    wanted = _formats(kind, formats)
    if request.period is None and request.as_of is not None:
        refuse_day_to_come(as_moment(request.as_of).day, file.clock().date())
    for left in reversed(range(TRIES)):
        try:
            return keep_issued(file, _made(file, request, kind, wanted, replaces, register))
        except DataMoved:
            if not left:
                raise
    raise AssertionError("unreachable")


def standing_issue(file: Store, request: Request) -> FrozenReport | None:
    """The issued document that the one asked for would recall, None when it would be the first."""
    from models.papers.issuing import find_standing

    whole = settled(file, request)
    made = _made(file, whole, kind_of(request.kind), (), None, register=False)
    with file.reading() as connection:
        return find_standing(connection, made)


def _formats(kind: ReportKind, formats: Sequence[str] | None) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(kind.formats if formats is None else formats))
    for each in wanted:
        if each not in kind.formats:
            raise AppError(
                f"“{kind.title}” không lập được dạng {each}.",
                f"Các dạng có sẵn: {', '.join(kind.formats)}.",
            )
    if not wanted:
        raise AppError("Chưa chọn dạng tệp để phát hành.", "Hãy chọn ít nhất một dạng.")
    return wanted


def _made(
    file: Store,
    request: Request,
    kind: ReportKind,
    formats: Sequence[str],
    replaces: int | None,
    register: bool,
) -> ToIssue:
    """The document as it is issued: composed of one state of the data, then drawn."""
    from models.journal.history import newest_change
    from models.papers.export_log import refuse_unreasoned
    from models.papers.issuing import MadeFile, ToIssue
    from models.store.snapshot import snapshot
    from reports.checking.check import blocking, refuse_faulty
    from reports.exporting import export_of

    with snapshot(file) as still:
        document = compose_document(still, request)
        if formats:
            refuse_faulty(blocking(still, request, document))
            refuse_unreasoned(export_of(document, request, formats[0], Path(PLACE)))
        with still.reading() as connection:
            base = newest_change(connection)
        issue_told = _issued_as(still, request, document, replaces)
    at = file.clock()
    files = [
        MadeFile(each, file_name(document, each, at), render_document(document, each))
        for each in formats
    ]
    draft = _draft(document) if register and kind.type_code else None
    return ToIssue(
        kind=kind.code,
        title=kind.title,
        period=request.period.code if request.period else "",
        moment=document.figures.moment,
        stage=document.figures.stage,
        digest=figures_digest(document.figures),
        base=base,
        issue=issue_told,
        files=files,
        draft=draft,
    )


def _issued_as(
    still: Store, request: Request, document: Document, replaces: int | None
) -> IssuedAs:
    from models.office.choices import choices_of, chosen
    from models.papers.wordings import own_wording

    header, signer = document.header, document.signature
    unit = asked_unit(still, request)
    choices = chosen(choices_of(still, request.kind), request.choices)
    return IssuedAs(
        name=document.name,
        type_words=document.type_words,
        unit=unit.uid if unit else "",
        unit_name=unit.name if unit else "",
        parent=header.parent,
        issuer=header.issuer,
        issuer_words=header.issuer_words,
        place=header.place,
        dated=header.dated,
        blank_day=header.blank_day,
        symbol=header.symbol,
        number=header.number,
        signer_lines=signer.lines if signer else (),
        signer=signer.name if signer else "",
        addressees=document.addressees,
        recipients=document.recipients,
        wording=own_wording(still, request.kind) or original_wording(request.kind),
        version=VERSION,
        texts=dict(choices.texts),
        # Whatever a maker says: a kind that names people is never kept beyond a purge.
        people=document.people or int(kind_of(document.kind).names),
        phones=document.phones,
        replaces=replaces,
        cut=str(request.period.cut) if request.period else "",
    )


def _draft(document: Document) -> DocumentDraft:
    """What the register says of it; the clerk gives number and day where both are not known."""
    from models.papers.issuing import issued_number
    from models.records.documents import Direction, DocumentDraft

    header = document.header
    numbered = header.number is not None and not header.blank_day
    told = IssuedAs(document.name, number=header.number, symbol=header.symbol)
    return DocumentDraft(
        Direction.OUT,
        kind=document.type_words,
        symbol=issued_number(told) if numbered else "",
        issuer=header.issuer_words,
        recipient="; ".join(document.addressees or document.recipients),
        subject=" ".join(document.title.subject) or document.name,
        issued_on=header.dated if numbered else None,
    )
