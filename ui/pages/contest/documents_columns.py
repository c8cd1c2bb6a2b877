"""The columns of the register of documents, and what of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from models.papers.document_words import AWAITS_NUMBER, document_standing
from models.papers.due import documents_due, due_state
from models.records.documents import Direction, DueState, RegisteredDocument
from models.text.formats import number, short_date
from ui.table.column import A_DAY, Column, Kind

DocumentFilter = Callable[[RegisteredDocument], bool]
FILTERS: tuple[tuple[str, str, DocumentFilter], ...] = (
    ("all", "Văn bản đến và đi", lambda _each: True),
    ("in", "Văn bản đến", lambda each: each.told.direction is Direction.IN),
    ("out", "Văn bản đi", lambda each: each.told.direction is Direction.OUT),
    ("open", "Còn phải làm", lambda each: each.is_open or each.awaits_number),
)
_SIDES = {Direction.IN: "Đến", Direction.OUT: "Đi"}
_FAR = date.max


class DocumentLine(NamedTuple):
    """A document as it stands on a day."""

    id: int
    document: RegisteredDocument
    today: date

    @property
    def presses(self) -> bool:
        """Whether its deadline is here or has passed."""
        due_on = self.document.told.due_on
        if not self.document.is_open or due_on is None:
            return False
        state = due_state(self.document, due_on, self.today).state
        return state in (DueState.OVERDUE, DueState.TODAY)


def _body(line: DocumentLine) -> str:
    """Who sent it, or to whom it went."""
    told = line.document.told
    return told.issuer if told.direction is Direction.IN else told.recipient


def _state_kind(line: DocumentLine) -> Kind:
    pressing = line.presses or line.document.awaits_number
    return Kind.WARNING if pressing else Kind.QUIET


DOCUMENT_COLUMNS: tuple[Column[DocumentLine], ...] = (
    Column("side", "Sổ", 5, lambda line: _SIDES[line.document.told.direction], Kind.QUIET),
    Column(
        "symbol", "Số, ký hiệu", 18, lambda line: line.document.told.symbol or f"({AWAITS_NUMBER})",
        Kind.STRONG, sort="symbol", tooltip=lambda line: line.document.told.kind,
    ),
    Column(
        "due", "Hạn xử lý", 11, lambda line: short_date(line.document.told.due_on),
        sort="due", never_cut=A_DAY,
    ),
    Column(
        "state", "Tình trạng", 20, lambda line: document_standing(line.document, line.today),
        kind_of=_state_kind,
        tooltip=lambda line: document_standing(line.document, line.today),
    ),
    Column(
        "subject", "Trích yếu", 26, lambda line: line.document.told.subject, fills=True,
        tooltip=lambda line: line.document.told.subject,
    ),
    Column("body", "Nơi gửi, nơi nhận", 22, _body, Kind.QUIET, tooltip=_body),
    Column(
        "issued", "Ngày ban hành", 13, lambda line: short_date(line.document.told.issued_on),
        sort="issued", never_cut=A_DAY,
    ),
    Column(
        "files", "Tệp", 5,
        lambda line: number(line.document.files) if line.document.files else "", Kind.NUMBER,
    ),
)  # fmt: skip


def sorted_documents(
    found: Iterable[RegisteredDocument], key: str, *, descending: bool
) -> list[RegisteredDocument]:
    """The documents by a column; those that have nothing in it come last."""
    by: dict[str, Callable[[RegisteredDocument], tuple[bool, object]]] = {
        "symbol": lambda each: (not each.told.symbol, each.told.symbol.casefold()),
        "issued": lambda each: (each.told.issued_on is None, each.told.issued_on or _FAR),
        "due": lambda each: (each.told.due_on is None, each.told.due_on or _FAR),
    }
    if key not in by:
        return list(found)
    pairs = [(by[key](each), each) for each in found]
    full = sorted((p for p in pairs if not p[0][0]), key=lambda p: str(p[0][1]), reverse=descending)
    return [each for _, each in full] + [each for place, each in pairs if place[0]]


def register_words(found: Sequence[RegisteredDocument], today: date) -> str:
    """ "Còn phải làm: 2 văn bản đến (1 quá hạn, 1 hạn hôm nay). Chờ số: 1 văn bản đi."."""
    waiting = sum(each.is_open for each in found)
    due = documents_due(found, today)
    pressing = [
        f"{number(count)} {words}"
        for state, words in (
            (DueState.OVERDUE, "quá hạn"),
            (DueState.TODAY, "hạn hôm nay"),
            (DueState.SOON, "sắp đến hạn"),
        )
        if (count := sum(each.state is state for each in due))
    ]
    unnumbered = sum(each.awaits_number for each in found)
    parts = []
    if waiting:
        more = f" ({', '.join(pressing)})" if pressing else ""
        parts.append(f"Còn phải làm: {number(waiting)} văn bản đến{more}.")
    if unnumbered:
        parts.append(f"Chờ số: {number(unnumbered)} văn bản đi.")
    return " ".join(parts) or ("Không còn văn bản nào phải làm." if found else "")
