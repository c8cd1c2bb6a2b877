"""What became of a document that came: answered by which outgoing one, or settled without."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.errors import AppError
from models.journal.change import changing
from models.papers.document_words import document_words
from models.papers.documents import document_by_id
from models.records.documents import Direction, RegisteredDocument
from models.store.schema import documents, frozen_reports
from models.store.store import Store
from models.text.formats import short_date


def answer_document(store: Store, document_id: int, answer_id: int | None) -> None:
    """Say which outgoing document answers an incoming one; None: none does.

    Raises `AppError` where either is of the other side, or the answer is older.
    """
    came = _incoming(store, document_id)
    if answer_id is None:
        words = f"Bỏ văn bản trả lời của {document_words(came.told)}"
        _write(store, came, words, {"answered_by": None})
        return
    answer = document_by_id(store, answer_id)
    if answer.told.direction is not Direction.OUT:
        raise AppError(
            f"{_first_up(document_words(answer.told))} là văn bản đến nên không trả lời được văn "
            "bản khác.",
            "Hãy chọn một văn bản đi.",
        )
    asked, given = came.told.issued_on, answer.told.issued_on
    if asked is not None and given is not None and given < asked:
        raise AppError(
            f"{_first_up(document_words(answer.told))} ban hành trước văn bản cần trả lời "
            f"({short_date(asked)}).",
            "Hãy chọn văn bản đi khác hoặc kiểm tra lại ngày.",
        )
    words = f"Trả lời {document_words(came.told)} bằng {document_words(answer.told)}"
    _write(store, came, words, {"answered_by": answer_id})


def settle_document(store: Store, document_id: int, day: date | None) -> None:
    """Say that nothing is to be done any more since `day`; None: there is again."""
    came = _incoming(store, document_id)
    if day is not None and came.told.issued_on is not None and day < came.told.issued_on:
        raise AppError(
            f"Ngày xong ({short_date(day)}) đứng trước ngày ban hành "
            f"({short_date(came.told.issued_on)}).",
            "Hãy kiểm tra lại ngày.",
        )
    done = f"xong ngày {short_date(day)}" if day else "chưa xong"
    words = f"Ghi {document_words(came.told)}: {done}"
    _write(store, came, words, {"settled_on": day})


def link_frozen(store: Store, document_id: int, frozen_id: int | None) -> None:
    """Say with which outgoing document frozen figures were sent; None: with none that is known."""
    sent = document_by_id(store, document_id)
    if sent.told.direction is not Direction.OUT:
        raise AppError("Số liệu chốt chỉ gắn với văn bản đi.", "Hãy chọn một văn bản đi.")
    words = document_words(sent.told)
    summary = f"Gắn số liệu chốt với {words}" if frozen_id else f"Bỏ gắn số liệu chốt với {words}"
    with changing(store, "document-frozen", summary) as change:
        before = {each: {"document_id": None} for each in sent.frozen if each != frozen_id}
        if before:
            change.update(frozen_reports, before)
        if frozen_id is not None:
            change.update(frozen_reports, {frozen_id: {"document_id": document_id}})


def _incoming(store: Store, document_id: int) -> RegisteredDocument:
    found = document_by_id(store, document_id)
    if found.told.direction is not Direction.IN:
        raise AppError(
            f"{_first_up(document_words(found.told))} là văn bản đi nên không cần trả lời.",
            "Hãy chọn một văn bản đến.",
        )
    return found


def _write(
    store: Store, document: RegisteredDocument, words: str, values: Mapping[str, Any]
) -> None:
    with changing(store, "document-answer", words) as change:
        change.update(documents, {document.id: values})


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
