"""The one entry that stands for the commune: chosen, sent with proof, presented."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from models.campaign.entries import entry_row, entry_to_change
from models.campaign.entry_rows import entry_book
from models.errors import AppError
from models.journal.change import changing
from models.records.entries import Chosen, ContestEntry, Presenting, Sending
from models.store.schema import entries, stages
from models.store.snapshot import snapshot
from models.store.store import Store
from models.text.formats import number, score_words, short_date
from models.text.names import storage_form


def choose_representative(data_file: Store, entry_id: int, *, replace: bool = False) -> Chosen:
    """Let this entry stand for the commune in its stage; there is never a second one.

    Where another one does, it is replaced in the same change, and only when asked (`replace`);
    one that was sent is not replaced at all. Raises `AppError` then. The remarks of the answer
    tell what is unusual: missing scores, a tie, a better one.
    """
    with changing(data_file, "entry-choose", "") as change:
        row = entry_to_change(change.connection, entry_id)
        former = _representative(change.connection, row)
        change.summary = f"Chọn bài “{row.title}” làm bài dự thi đại diện"
        if former is not None and former.id != entry_id:
            _refuse_replacing(former, replace=replace)
            change.update(entries, {former.id: {"representative": False}})
            change.summary += f", thay bài “{former.title}”"
        change.update(entries, {entry_id: {"representative": True}})
    return Chosen(
        row.title,
        former.title if former is not None and former.id != entry_id else "",
        choice_remarks(data_file, entry_id),
    )


def choose_none(data_file: Store, entry_id: int) -> None:
    """The entry does not stand for the commune any more; nothing else takes its place."""
    with changing(data_file, "entry-choose", "") as change:
        row = entry_to_change(change.connection, entry_id)
        _refuse_sent(row)
        change.summary = f"Bỏ chọn bài dự thi đại diện “{row.title}”"
        change.update(entries, {entry_id: {"representative": False}})


def choice_remarks(data_file: Store, entry_id: int) -> tuple[str, ...]:
    """What whoever chooses this entry should know: sentences, none when all is plain."""
    with snapshot(data_file) as moment:
        with moment.reading() as connection:
            stage = entry_row(connection, entry_id).stage
        book = entry_book(moment, stage)
    found = next((each for each in book.entries if each.id == entry_id), None) if book else None
    if book is None or found is None:
        return ()
    return tuple(filter(None, (_scored(found), _place(found), _tied(found), _authors(found))))


def _scored(entry: ContestEntry) -> str:
    standing = entry.standing
    if not standing.count:
        return "Bài này chưa có điểm nào của Ban Giám khảo."
    if standing.missing:
        return f"Bài này còn thiếu điểm của {', '.join(standing.missing)}."
    return ""


def _place(entry: ContestEntry) -> str:
    rank = entry.standing.rank
    if rank is None or rank == 1:
        return ""
    mean = score_words(entry.standing.mean)
    return f"Bài này xếp thứ {number(rank)} theo điểm trung bình ({mean})."


def _tied(entry: ContestEntry) -> str:
    ties = ", ".join(f"“{title}”" for title in entry.standing.ties)
    return f"Bài này bằng điểm với {ties}." if ties else ""


def _authors(entry: ContestEntry) -> str:
    if not entry.authors:
        return "Bài này chưa ghi tác giả."
    gone = [author.name for author in entry.authors if author.left_on is not None]
    return f"Tác giả đã rời danh sách: {', '.join(gone)}." if gone else ""


def record_sending(data_file: Store, entry_id: int, sending: Sending) -> str:
    """Record that the representative was sent; returns a sentence when that was after the stage.

    Raises `AppError` for an entry that does not stand for the commune, and a moment to come.
    """
    with changing(data_file, "entry-send", "") as change:
        row = entry_to_change(change.connection, entry_id)
        _refuse_other(row, "được gửi dự thi")
        _refuse_future(sending.at, data_file.clock())
        change.summary = f"Ghi nhận đã gửi bài dự thi “{row.title}”"
        values = {
            "sent_at": sending.at,
            "sent_by": str(sending.channel),
            "sent_note": storage_form(sending.note),
        }
        change.update(entries, {entry_id: values})
        ends_on = change.connection.execute(
            select(stages.c.ends_on).where(
                stages.c.contest_id == row.contest_id, stages.c.number == row.stage
            )
        ).scalar()
    if ends_on is None or sending.at.date() <= ends_on:
        return ""
    days = (sending.at.date() - ends_on).days
    return f"Bài được gửi sau hạn {short_date(ends_on)} của chặng {days} ngày."


def take_sending_back(data_file: Store, entry_id: int) -> None:
    """The entry was not sent after all."""
    with changing(data_file, "entry-send", "") as change:
        row = entry_to_change(change.connection, entry_id)
        change.summary = f"Bỏ ghi nhận đã gửi bài dự thi “{row.title}”"
        change.update(entries, {entry_id: {"sent_at": None, "sent_by": "", "sent_note": ""}})


def record_presenting(data_file: Store, entry_id: int, presenting: Presenting) -> None:
    """Set when the representative is presented, by whom, and the result; empty takes it away.

    Raises `AppError` for an entry that does not stand for the commune, and a result beforehand.
    """
    with changing(data_file, "entry-present", "") as change:
        row = entry_to_change(change.connection, entry_id)
        _refuse_other(row, "được thuyết trình")
        result = storage_form(presenting.result)
        if result and (presenting.at is None or presenting.at > data_file.clock()):
            raise AppError(
                "Có kết quả thuyết trình nhưng thời gian thuyết trình chưa đến hoặc chưa ghi.",
                "Hãy ghi đúng thời gian thuyết trình trước khi ghi kết quả.",
            )
        change.summary = f"Ghi việc thuyết trình bài dự thi “{row.title}”"
        values = {
            "presented_at": presenting.at,
            "presenter": storage_form(presenting.presenter),
            "presentation": result,
        }
        change.update(entries, {entry_id: values})


def _representative(connection: Connection, row: Row[Any]) -> Row[Any] | None:
    return connection.execute(
        select(entries).where(
            entries.c.contest_id == row.contest_id,
            entries.c.stage == row.stage,
            entries.c.representative,
        )
    ).first()


def _refuse_replacing(former: Row[Any], *, replace: bool) -> None:
    _refuse_sent(former)
    if not replace:
        raise AppError(
            f"Bài “{former.title}” đang là bài dự thi đại diện; chỉ được có 01 bài đại diện.",
            "Hãy xác nhận là thay bài ấy, hoặc giữ nguyên.",
        )


def _refuse_sent(row: Row[Any]) -> None:
    if row.sent_at is not None:
        raise AppError(
            f"Bài đại diện “{row.title}” đã được gửi dự thi nên không đổi nữa.",
            "Nếu ghi nhầm, hãy bỏ ghi nhận việc gửi trước.",
        )
    if row.presented_at is not None or row.presenter or row.presentation:
        raise AppError(
            f"Bài đại diện “{row.title}” đã ghi việc thuyết trình nên không đổi nữa.",
            "Nếu ghi nhầm, hãy xóa phần thuyết trình trước.",
        )


def _refuse_other(row: Row[Any], words: str) -> None:
    if not row.representative:
        raise AppError(
            f"Chỉ bài dự thi đại diện mới {words}; bài “{row.title}” chưa được chọn.",
            "Hãy chọn bài này làm bài đại diện trước.",
        )


def _refuse_future(at: datetime, now: datetime) -> None:
    if at > now:
        raise AppError(
            f"Thời gian gửi {at:%H:%M} ngày {short_date(at.date())} chưa đến.",
            "Hãy ghi đúng lúc đã gửi.",
        )
