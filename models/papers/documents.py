"""The register of documents in and out: written down, mended, taken away; doubles are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from models.contests.contests import find_contest_id
from models.errors import AppError
from models.journal.change import Change, changing
from models.papers.attachments import detach_all
from models.papers.document_words import document_words
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.records.papers import AttachmentOwner
from models.store.schema import attachments, documents, frozen_reports
from models.store.store import Store
from models.text.formats import number, short_date
from models.text.hyphens import plain_hyphens
from models.text.names import match_key, storage_form
from models.text.patterns import later

TABLE = documents.name
_NUMBER_SAID = later(r"^\s*số\b(?:,? (?:ký )?hiệu\b)?\W*(?=\d)")
_BETWEEN_NUMBERS = later(r"(?<=\d)\s*[/\\\s-]\s*(?=\d)")
_FIELDS = tuple(field.name for field in fields(DocumentDraft))


def register_of(
    store: Store, direction: Direction | None = None, *, every_contest: bool = False
) -> tuple[RegisteredDocument, ...]:
    """The documents of the contest worked on and those of none, newest first.

    Those that await their number come first.
    """
    with store.reading() as connection:
        wanted = select(documents)
        if not every_contest:
            of_contest = documents.c.contest_id == find_contest_id(connection)
            wanted = wanted.where(or_(of_contest, documents.c.contest_id.is_(None)))
        if direction is not None:
            wanted = wanted.where(documents.c.direction == direction.value)
        return _records(connection, connection.execute(wanted).all())


def document_by_id(store: Store, document_id: int) -> RegisteredDocument:
    """One document. Raises `AppError` when it is in the register no more."""
    with store.reading() as connection:
        row = _row(connection, document_id)
        return _records(connection, [row])[0]


def document_named(store: Store, text: str) -> RegisteredDocument:
    """The document with this id, or this symbol. Raises `AppError` for none, and for several."""
    found = register_of(store, every_contest=True)
    wanted = _symbol_key(text)
    alike = [each for each in found if wanted and _symbol_key(each.told.symbol) == wanted]
    if not alike and text.strip().isdecimal():
        alike = [each for each in found if each.id == int(text)]
    if not alike:
        raise AppError(
            f"Không có văn bản “{text}” trong sổ.",
            "Hãy ghi số, ký hiệu như 2136/SKHCN-TTTT, hoặc mã trong lệnh document list.",
        )
    if len(alike) > 1:
        ids = ", ".join(f"{each.id} ({document_words(each.told)})" for each in alike)
        raise AppError(f"Có {number(len(alike))} văn bản “{text}”.", f"Hãy ghi mã: {ids}.")
    return alike[0]


def add_document(store: Store, draft: DocumentDraft) -> int:
    """Write a document down; returns its id.

    Raises `AppError` for what cannot be, or when the same one stands in the register.
    """
    with changing(store, "document-add", "") as change:
        change.summary = f"Ghi {_side(_tidied(draft))} {document_words(_tidied(draft))}"
        return add_document_within(change, draft)


def add_document_within(change: Change, draft: DocumentDraft) -> int:
    """The same inside a change that does more."""
    told = _tidied(draft)
    _check(change.connection, told, None)
    contest_id = find_contest_id(change.connection)
    return change.insert(documents, [{"contest_id": contest_id, **_columns(told)}])[0]


def set_document(store: Store, document_id: int, draft: DocumentDraft) -> None:
    """Set all that is written down of a document; errors as `add_document`'s."""
    with changing(store, "document-set", "") as change:
        before = _draft(_row(change.connection, document_id))
        told = _tidied(draft)
        if told.direction is not before.direction:
            raise AppError(
                "Văn bản đến không đổi thành văn bản đi được, và ngược lại.",
                "Hãy xóa văn bản này rồi ghi lại ở đúng sổ.",
            )
        _check(change.connection, told, document_id)
        change.summary = f"Sửa {_side(told)} {document_words(told)}"
        if told.direction is Direction.OUT and told.symbol and not before.symbol:
            change.summary = f"Ghi số {told.symbol} cho {document_words(before)}"
        change.update(documents, {document_id: _columns(told)})


def remove_documents(store: Store, ids: Sequence[int]) -> int:
    """Take documents out of the register, with their files and what led to them; how many."""
    with changing(store, "document-remove", "") as change:
        rows = [_row(change.connection, each) for each in ids]
        change.summary = (
            f"Xóa {document_words(_draft(rows[0]))} khỏi sổ văn bản"
            if len(rows) == 1
            else f"Xóa {number(len(rows))} văn bản khỏi sổ"
        )
        _cut_loose(change, ids)
        return change.delete(documents, ids)


def document_owner(document: RegisteredDocument) -> AttachmentOwner:
    """Whose the files are that are attached to `document`."""
    return AttachmentOwner(TABLE, document.id, document_words(document.told))


def _cut_loose(change: Change, ids: Sequence[int]) -> None:
    """Nothing leads to the documents any more, and their files go with them."""
    detach_all(change, TABLE, ids)
    led = (documents, "answered_by"), (frozen_reports, "document_id")
    for table, column in led:
        leading = select(table.c.id).where(table.c[column].in_(ids))
        found = change.connection.execute(leading).scalars().all()
        if found:
            change.update(table, {each: {column: None} for each in found})


def _row(connection: Connection, document_id: int) -> Row[Any]:
    row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
    if row is None:
        raise AppError(
            "Văn bản này không còn trong sổ.",
            "Có thể vừa được xóa hoặc hoàn tác; hãy xem lại danh sách.",
        )
    return row


def _draft(row: Row[Any]) -> DocumentDraft:
    told = {name: row._mapping[name] for name in _FIELDS}
    return DocumentDraft(**{**told, "direction": Direction(row.direction)})


def _columns(told: DocumentDraft) -> dict[str, Any]:
    return {**asdict(told), "direction": told.direction.value}


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[RegisteredDocument, ...]:
    symbols: dict[int, str] = {
        row.id: row.symbol for row in connection.execute(select(documents.c.id, documents.c.symbol))
    }
    counts = {
        row[0]: row[1]
        for row in connection.execute(
            select(attachments.c.owner_id, func.count())
            .where(attachments.c.owner_table == TABLE)
            .group_by(attachments.c.owner_id)
        )
    }
    frozen: dict[int, list[int]] = {}
    sent = select(frozen_reports.c.id, frozen_reports.c.document_id)
    for row in connection.execute(sent.where(frozen_reports.c.document_id.is_not(None))):
        frozen.setdefault(row.document_id, []).append(row.id)
    made = [
        RegisteredDocument(
            row.id,
            _draft(row),
            row.answered_by,
            symbols.get(row.answered_by, ""),
            row.settled_on,
            counts.get(row.id, 0),
            tuple(frozen.get(row.id, ())),
        )
        for row in rows
    ]
    return tuple(sorted(made, key=_newest_first))


def _newest_first(document: RegisteredDocument) -> tuple[bool, int, int]:
    day = document.told.issued_on or document.told.received_on
    return day is not None, -(day.toordinal() if day else 0), -document.id


def _side(told: DocumentDraft) -> str:
    """ "vào sổ đến:"."""
    return "vào sổ văn bản đến:" if told.direction is Direction.IN else "vào sổ văn bản đi:"


def _tidied(draft: DocumentDraft) -> DocumentDraft:
    """Texts as they are stored: composed letters, single blanks."""
    return replace(
        draft,
        kind=storage_form(draft.kind),
        symbol=storage_form(draft.symbol),
        issuer=storage_form(draft.issuer),
        recipient=storage_form(draft.recipient),
        subject=storage_form(draft.subject),
        task=storage_form(draft.task),
        note=storage_form(draft.note).strip(),
    )


def _check(connection: Connection, told: DocumentDraft, own_id: int | None) -> None:
    if not told.symbol and not told.subject:
        raise AppError(
            "Chưa ghi số, ký hiệu hay trích yếu của văn bản.", "Hãy ghi ít nhất một trong hai."
        )
    if told.direction is Direction.OUT and told.symbol and told.issued_on is None:
        raise AppError(
            f"Văn bản đi {told.symbol} đã có số nhưng chưa có ngày ban hành.",
            "Hãy ghi ngày, tháng, năm mà văn thư đã ghi cùng với số.",
        )
    _check_days(told)
    double = find_double(connection, told, own_id)
    if double is not None:
        raise AppError(
            f"Trong sổ đã có {document_words(double)}, cùng số, ngày và cơ quan ban hành.",
            "Hãy mở văn bản ấy để sửa, hoặc kiểm tra lại số và ngày.",
        )


def _check_days(told: DocumentDraft) -> None:
    issued = told.issued_on
    for day, words in ((told.received_on, "Ngày đến"), (told.due_on, "Hạn xử lý")):
        if issued is not None and day is not None and day < issued:
            raise AppError(
                f"{words} ({short_date(day)}) đứng trước ngày ban hành ({short_date(issued)}).",
                "Hãy kiểm tra lại hai ngày này.",
            )


def find_double(
    connection: Connection, told: DocumentDraft, own_id: int | None = None
) -> DocumentDraft | None:
    """The same document in the register: symbol, date and issuer; an unknown issuer may be any.

    "/BC-UBND" awaits its number and is the double of none.
    """
    if not any(map(str.isdecimal, told.symbol)):
        return None
    alike = select(documents).where(
        documents.c.direction == told.direction.value, documents.c.symbol != ""
    )
    for row in connection.execute(alike):
        if row.id == own_id or row.issued_on != told.issued_on:
            continue
        issuers = {match_key(each) for each in (row.issuer, told.issuer) if each}
        if _symbol_key(row.symbol) == _symbol_key(told.symbol) and len(issuers) < 2:
            return _draft(row)
    return None


def _symbol_key(symbol: str) -> str:
    """Signs, blanks, capitals and zeros in front make no other number: "Số: 05/BC" is "5/bc".

    But between two digits a sign parts numbers: "12/1-TB" is not "121/TB".
    """
    told = _NUMBER_SAID.sub("", plain_hyphens(storage_form(symbol)).casefold())
    parted = _BETWEEN_NUMBERS.sub("|", told)
    return "".join(each for each in parted if each.isalnum() or each == "|").lstrip("0")
