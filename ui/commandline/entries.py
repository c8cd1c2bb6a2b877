"""The command entry: entries, the jury, the representative, and what became of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from models.campaign.entries import add_entry, edit_entry, remove_entry
from models.campaign.entry_rows import NO_STAGE, entry_book
from models.campaign.jury import (
    add_juror,
    juror_named,
    list_jurors,
    remove_juror,
    set_scale,
    set_score,
)
from models.campaign.representative import (
    choose_none,
    choose_representative,
    record_presenting,
    record_sending,
    take_sending_back,
)
from models.errors import AppError
from models.records.entries import (
    PROOF,
    Channel,
    ContestEntry,
    EntryBook,
    EntryDraft,
    Presenting,
    Sending,
)
from models.records.papers import AttachmentOwner
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import number
from ui.commandline.attaching import attached_words, files_to_attach
from ui.commandline.entry_words import book_text, entry_data, entry_line, jury_data
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.times import meant_by_phone, meant_by_uid
from ui.people.saving import namesakes

Warnings = tuple[str, ...]


def _list(file: Store, arguments: argparse.Namespace) -> Outcome:
    book = _book(file, arguments.stage)
    data = {
        "stage": book.stage,
        "scale": book.scale,
        "jury": jury_data(book.jurors),
        "entries": [entry_data(each) for each in book.entries],
    }
    return Outcome(data, book_text(book))


def _add(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    authors, remarks = _authors(file, arguments)
    draft = EntryDraft(
        title=arguments.title,
        unit_id=unit_named(file, arguments.unit).id,
        authors=authors,
        summary=arguments.summary or "",
        received_on=arguments.received or file.clock().date(),
    )
    entry_id = add_entry(file, draft, arguments.stage)
    remarks += attached_words(file, _owner(entry_id, arguments.title), files)
    return _told(file, entry_id, "Đã ghi bài dự thi", remarks)


def _set(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    found = _found(file, arguments.id)
    authors, remarks = _authors(file, arguments)
    kept = tuple(each.person_id or each.name for each in found.authors)
    draft = EntryDraft(
        title=found.title if arguments.title is None else arguments.title,
        unit_id=unit_named(file, arguments.unit).id if arguments.unit else found.unit_id,
        authors=authors or kept,
        summary=found.summary if arguments.summary is None else arguments.summary,
        received_on=arguments.received or found.received_on,
    )
    edit_entry(file, found.id, draft)
    remarks += attached_words(file, _owner(found.id, draft.title), files)
    return _told(file, found.id, "Đã sửa bài dự thi", remarks)


def _remove(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = _found(file, arguments.id)
    remove_entry(file, found.id)
    return Outcome({"removed": entry_data(found)}, f"Đã xóa bài dự thi “{found.title}”.")


def _jury(file: Store, arguments: argparse.Namespace) -> Outcome:
    if arguments.add is not None:
        add_juror(file, arguments.add, arguments.position, arguments.role)
    elif arguments.remove is not None:
        named = juror_named(file, arguments.remove)
        remove_juror(file, named.id, with_scores=arguments.with_scores)
    elif arguments.scale is not None:
        set_scale(file, arguments.scale)
    jurors = list_jurors(file)
    book = entry_book(file)
    lines = [
        f"  {' · '.join(filter(None, (each.name, each.position, each.role)))}: "
        f"đã chấm {each.scored} bài"
        for each in jurors
    ]
    text = "\n".join([f"Ban Giám khảo có {number(len(jurors))} người.", *lines])
    return Outcome({"jury": jury_data(jurors), "scale": book.scale if book else None}, text)


def _score(file: Store, arguments: argparse.Namespace) -> Outcome:
    juror = juror_named(file, arguments.juror)
    score = None if arguments.clear else arguments.score
    set_score(file, arguments.id, juror.id, score, arguments.note)
    return _told(file, arguments.id, "Đã ghi điểm")


def _choose(file: Store, arguments: argparse.Namespace) -> Outcome:
    if arguments.clear:
        choose_none(file, arguments.id)
        return _told(file, arguments.id, "Đã bỏ chọn bài đại diện", replaced="")
    chosen = choose_representative(file, arguments.id, replace=arguments.replace)
    words = f"Đã chọn bài đại diện, thay bài “{chosen.former}”" if chosen.former else ""
    return _told(
        file, arguments.id, words or "Đã chọn bài đại diện", chosen.remarks, replaced=chosen.former
    )


def _send(file: Store, arguments: argparse.Namespace) -> Outcome:
    if arguments.clear:
        take_sending_back(file, arguments.id)
        return _told(file, arguments.id, "Đã bỏ ghi nhận việc gửi")
    if arguments.by is None:
        raise AppError(
            "Chưa ghi bài được gửi qua đâu.", "Hãy ghi --by platform, --by zalo hoặc --by email."
        )
    files = files_to_attach(arguments.attach)
    at = arguments.at or file.clock().replace(second=0)
    late = record_sending(file, arguments.id, Sending(at, Channel(arguments.by), arguments.note))
    owner = _owner(arguments.id, _found(file, arguments.id).title)._replace(part=PROOF)
    remarks = attached_words(file, owner, files)
    return _told(file, arguments.id, "Đã ghi nhận việc gửi", (*filter(None, (late,)), *remarks))


def _present(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = _found(file, arguments.id).presented
    told = (
        Presenting()
        if arguments.clear
        else Presenting(
            arguments.at or found.at,
            found.presenter if arguments.presenter is None else arguments.presenter,
            found.result if arguments.result is None else arguments.result,
        )
    )
    record_presenting(file, arguments.id, told)
    return _told(file, arguments.id, "Đã ghi việc thuyết trình")


_ACTS: dict[str, Callable[[Store, argparse.Namespace], Outcome]] = {
    "list": _list,
    "add": _add,
    "set": _set,
    "remove": _remove,
    "jury": _jury,
    "score": _score,
    "choose": _choose,
    "send": _send,
    "present": _present,
}


def entry(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says, and tell of the entry as it stands now."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def _authors(file: Store, arguments: argparse.Namespace) -> tuple[tuple[int | str, ...], Warnings]:
    """The authors that are named, people of the roster first, and what is to be said of names."""
    by_phone = meant_by_phone(file, arguments.phone, include_left=True)
    by_uid = meant_by_uid(file, arguments.uid) if arguments.uid else None
    missing = (*by_phone.not_found, *(by_uid.not_found if by_uid else ()))
    if missing:
        raise AppError(
            f"Không tìm thấy tác giả: {'; '.join(missing)}.",
            "Hãy xem lại, hoặc ghi tên bằng --author nếu tác giả không có trong danh sách.",
        )
    ids = (*by_phone.ids, *(by_uid.ids if by_uid else ()))
    remarks = tuple(filter(None, (_same_name(file, name) for name in arguments.author)))
    return (*ids, *arguments.author), remarks


def _same_name(file: Store, name: str) -> str:
    found = namesakes(file, name)
    if not found:
        return ""
    told = "; ".join(f"{each.name}, {each.unit}" for each in found)
    return (
        f"Trong danh sách có người cùng tên “{name}” ({told}); nếu là người ấy, hãy ghi bằng "
        "--phone hoặc --uid."
    )


def _book(file: Store, stage: int | None) -> EntryBook:
    book = entry_book(file, stage)
    if book is None:
        raise AppError(NO_STAGE.sentence, NO_STAGE.advice)
    return book


def _found(file: Store, entry_id: int) -> ContestEntry:
    """The entry of the current contest with this id. Raises `AppError` when there is none."""
    for stage in _book(file, None).stages:
        for each in _book(file, stage).entries:
            if each.id == entry_id:
                return each
    raise AppError(
        f"Không có bài dự thi nào mang mã {entry_id}.", "Hãy xem mã bằng lệnh entry list."
    )


def _told(file: Store, entry_id: int, words: str, remarks: Warnings = (), **more: Any) -> Outcome:
    found = _found(file, entry_id)
    data = {"entry": entry_data(found), **more}
    return Outcome(data, f"{words}:\n{entry_line(found)}", warnings=remarks)


def _owner(entry_id: int, title: str) -> AttachmentOwner:
    return AttachmentOwner("entries", entry_id, f"bài dự thi “{title}”")
