"""How a document of the register is called in sentences, and how it stands."""

from __future__ import annotations

from datetime import date

from models.papers.due import due_state
from models.records.documents import Direction, DocumentDraft, DueState, RegisteredDocument
from models.text.formats import day_month, inside_words, number, short_date

AWAITS_NUMBER = "chờ số"
LETTERS_SHOWN = 60


def document_words(told: DocumentDraft) -> str:
    """ "công văn 2136/SKHCN-TTTT ngày 28/5/2026", "báo cáo (chờ số)", "văn bản “Về việc …”"."""
    kind = inside_words(told.kind) or "văn bản"
    day = f" ngày {day_month(told.issued_on, 0)}" if told.issued_on else ""
    if told.symbol:
        return f"{kind} {told.symbol}{day}"
    subject = told.subject
    if len(subject) > LETTERS_SHOWN:
        subject = f"{subject[:LETTERS_SHOWN].rstrip()}…"
    named = f" “{subject}”" if subject else ""
    awaiting = f" ({AWAITS_NUMBER})" if told.direction is Direction.OUT else ""
    return f"{kind}{named}{day}{awaiting}"


def document_standing(document: RegisteredDocument, today: date) -> str:
    """How the document stands: "quá hạn 2 ngày", "đã trả lời: 12/BC-UBND", "chờ số"."""
    told = document.told
    if told.direction is Direction.OUT:
        return AWAITS_NUMBER if document.awaits_number else "đã ban hành"
    if document.is_answered:
        return f"đã trả lời: {document.answer_symbol}"
    if document.settled_on is not None:
        return f"đã xong ngày {short_date(document.settled_on)}"
    waiting = "; dự thảo trả lời chờ số" if document.answer is not None else ""
    return f"{_due_words(document, today)}{waiting}"


def _due_words(document: RegisteredDocument, today: date) -> str:
    due_on = document.told.due_on
    if due_on is None:
        return "chưa trả lời"
    _, state, days = due_state(document, due_on, today)
    if state is DueState.OVERDUE:
        return f"quá hạn {number(-days)} ngày"
    return "hạn hôm nay" if state is DueState.TODAY else f"còn {number(days)} ngày"
