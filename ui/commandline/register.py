"""The command document: the register of documents in and out, with their files."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.figures.notes import days_to_come
from models.machine.names import refuse_unusable_name
from models.papers.answering import answer_document, link_frozen, settle_document
from models.papers.attachments import attached_file, attachments_of
from models.papers.document_words import document_standing, document_words
from models.papers.documents import (
    add_document,
    document_by_id,
    document_named,
    document_owner,
    register_of,
    remove_documents,
    set_document,
)
from models.papers.due import due_state
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.store.store import Store
from models.text.formats import number, short_date
from reports.publish import write_file
from ui.commandline.attaching import attached_words, files_to_attach
from ui.commandline.document_arguments import DAYS, TEXTS
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

_SIDES = {Direction.IN: "đến", Direction.OUT: "đi"}


def document(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says, and tell of the document as it stands now."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def _list(file: Store, arguments: argparse.Namespace) -> Outcome:
    today = file.clock().date()
    day = arguments.as_of or today
    direction = Direction(arguments.direction) if arguments.direction else None
    found = [
        each
        for each in register_of(file, direction)
        if not arguments.open or each.is_open or each.awaits_number
    ]
    data = {"as_of": day, "documents": [_data(file, each, day) for each in found]}
    text = "\n".join(_line(each, day) for each in found) or "Chưa có văn bản nào."
    return Outcome(data, text, warnings=days_to_come(day, today))


def _add(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    draft = _drafted(arguments, DocumentDraft(Direction(arguments.direction)))
    return _told(file, add_document(file, draft), "Đã ghi", files)


def _set(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    found = document_named(file, arguments.document)
    draft = _drafted(arguments, found.told)
    if draft != found.told:
        set_document(file, found.id, draft)
    if arguments.settled or arguments.unsettled:
        settle_document(file, found.id, arguments.settled)
    if arguments.frozen is not None:
        link_frozen(file, found.id, arguments.frozen or None)
    return _told(file, found.id, "Đã cập nhật", files)


def _drafted(arguments: argparse.Namespace, before: DocumentDraft) -> DocumentDraft:
    """`before` with what the arguments say."""
    names = (*TEXTS, *DAYS.values())
    told = {name: getattr(arguments, name) for name in names}
    return replace(before, **{name: value for name, value in told.items() if value is not None})


def _remove(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = document_named(file, arguments.document)
    data = {"removed": _data(file, found, file.clock().date())}
    remove_documents(file, [found.id])
    return Outcome(data, f"Đã xóa {document_words(found.told)} khỏi sổ.")


def _answer(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = document_named(file, arguments.document)
    by = None if arguments.none else document_named(file, arguments.by).id
    answer_document(file, found.id, by)
    return _told(file, found.id, "Đã cập nhật")


def _attach(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    return _told(file, document_named(file, arguments.document).id, "Đã đính kèm vào", files)


def _save(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = document_named(file, arguments.document)
    wanted = arguments.name.casefold()
    for each in attachments_of(file, document_owner(found)):
        if each.name.casefold() == wanted:
            content = attached_file(file, each.id)
            target = _target(arguments.out, content.name)
            suffix = target.suffix.removeprefix(".").lower()
            path = write_file(content.content, suffix, target, arguments.overwrite)
            return Outcome({"path": str(path), "size": each.size}, f"Đã lưu {path}")
    raise AppError(
        f"{document_words(found.told)[:1].upper()}{document_words(found.told)[1:]} không có tệp "
        f"“{arguments.name}”.",
        "Hãy xem tên tệp bằng lệnh document list.",
    )


def _target(out: Path | None, name: str) -> Path:
    target = out or Path.cwd()
    refuse_unusable_name(target)
    return target / name if target.is_dir() else target


_ACTS: dict[str, Callable[[Store, argparse.Namespace], Outcome]] = {
    "list": _list,
    "add": _add,
    "set": _set,
    "remove": _remove,
    "answer": _answer,
    "attach": _attach,
    "save": _save,
}


def _told(file: Store, document_id: int, words: str, files: Sequence[Any] = ()) -> Outcome:
    owner = document_owner(document_by_id(file, document_id))
    remarks = attached_words(file, owner, files)
    found, today = document_by_id(file, document_id), file.clock().date()
    text = f"{words} {document_words(found.told)}.\n{_line(found, today)}"
    return Outcome({"document": _data(file, found, today)}, text, warnings=remarks)


def _data(file: Store, found: RegisteredDocument, day: date) -> dict[str, Any]:
    due_on = found.told.due_on
    due = due_state(found, due_on, day) if found.is_open and due_on else None
    return {
        "id": found.id,
        **asdict(found.told),
        "state": document_standing(found, day),
        "open": found.is_open,
        "due_state": str(due.state) if due else None,
        "days": due.days if due else None,
        "awaits_number": found.awaits_number,
        "answered_by": found.answer,
        "settled_on": found.settled_on,
        "frozen": found.frozen,
        "files": [
            {"name": each.name, "size": each.size}
            for each in attachments_of(file, document_owner(found))
        ],
    }


def _line(found: RegisteredDocument, day: date) -> str:
    told = found.told
    parts = (
        f"{found.id}. {_SIDES[told.direction]}",
        document_words(told),
        told.subject if told.symbol else "",
        f"hạn {short_date(told.due_on)}" if told.due_on else "",
        document_standing(found, day),
        f"{number(found.files)} tệp" if found.files else "",
    )
    return " · ".join(filter(None, parts))
