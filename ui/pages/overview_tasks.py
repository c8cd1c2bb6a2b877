"""Việc hôm nay: what can be known now to want doing, each with the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.contests.mark_names import mark_names
from models.papers.document_words import document_standing, document_words
from models.records import Mark, PeopleQuery, Status
from models.records.documents import DueState
from models.text.formats import number, short_date
from ui.calls.figures import Look

if TYPE_CHECKING:
    from models.campaign.due import DueUnit

DAYS_OF_URGENCY = 3
DAYS_WITHOUT_COPY = 7


@dataclass(frozen=True, slots=True)
class TodayTask:
    """One line: what is the matter, the verb of the link and where it leads."""

    text: str
    verb: str
    page: str
    what: object = None
    urgent: bool = False


def tasks_of(look: Look, copies: Sequence[TodayTask] | None = None) -> tuple[TodayTask, ...]:
    """What wants doing as of the day looked at, the urgent first.

    `copies` is what to say of copies where somebody sees to them; else the look tells it.
    """
    day = None if look.day == look.today else look.day
    told = _copy_tasks(look) if copies is None else copies
    found = [
        *(each for each in told if each.urgent),
        *_deadline_tasks(look),
        *_paper_tasks(look),
        *_reminder_tasks(look),
        *_unit_tasks(look, day),
        *_data_tasks(look, day),
        *_keeping_tasks(look),
        *(each for each in told if not each.urgent),
    ]
    return tuple(sorted(found, key=lambda task: not task.urgent))


def _deadline_tasks(look: Look) -> list[TodayTask]:
    stage = look.contest.marked_stage if look.contest else None
    if stage is None or look.day > stage.ends_on:
        return []
    counted = look.figures
    left = (stage.ends_on - look.day).days
    when = f"Còn {left} ngày" if left else "Hôm nay hết hạn"
    found = []
    if stage.internal_ends_on is None:
        words = f"Chưa đặt hạn của xã trước hạn {stage.ends_on:%d/%m}"
        found.append(TodayTask(words, "Đặt hạn", "data", "deadline"))
    names = mark_names(look.contest)
    missing = {
        Mark.REGISTERED: (counted.total - counted.registered, "not-registered"),
        Mark.COMPLETED: (counted.total - counted.completed, "not-completed"),
    }
    for mark in names.counted:
        count, kind = missing[mark]
        if count and left <= DAYS_OF_URGENCY:
            told = f"{when}, {number(count)} người {names.undone(mark)}"
            found.append(TodayTask(told, "Lập danh sách", "reports", kind, urgent=True))
    words = f"Biểu tổng hợp gửi thành phố trước {stage.ends_on:%d/%m}"
    return [*found, TodayTask(words, "Lập biểu", "reports", "unit-summary")]


def due_today(look: Look) -> list[DueUnit]:
    """The units to remind on the day looked at; who was reminded on it waits until the next."""
    return [each for each in look.due if each.is_due(look.day)]


def _reminder_tasks(look: Look) -> list[TodayTask]:
    """Units that lag: to be reminded, reminded in vain, or a matter of the chairman."""
    if look.day != look.today:
        return []
    due = due_today(look)
    never = sum(1 for each in due if each.last is None)
    vain = sum(1 for each in due if each.last is not None and not each.escalate)
    chairman = sum(1 for each in look.due if each.escalate)
    found = []
    if due:
        words = f"{number(len(due))} đơn vị cần đôn đốc"
        words += f", {number(never)} chưa được nhắc lần nào" if 0 < never < len(due) else ""
        found.append(TodayTask(words, "Đôn đốc", "command", "remind", urgent=True))
    if vain:
        words = f"{number(vain)} đơn vị đã được nhắc mà chưa chuyển biến"
        found.append(TodayTask(words, "Xem", "units"))
    if chairman:
        words = f"{number(chairman)} đơn vị cần báo cáo Chủ tịch"
        found.append(TodayTask(words, "Báo cáo", "command", "remind", urgent=True))
    return found


def _paper_tasks(look: Look) -> list[TodayTask]:
    """Documents that have to be answered, and publicity that is late."""
    found = []
    for due in look.letters:
        if due.state is not DueState.LATER:
            named = document_words(due.document.told)
            words = f"{named[:1].upper()}{named[1:]}: {document_standing(due.document, look.today)}"
            what = ("documents", due.document.id)
            urgent = due.state in (DueState.OVERDUE, DueState.TODAY)
            found.append(TodayTask(words, "Xem văn bản", "contest", what, urgent=urgent))
    if look.late_tasks:
        words = f"{number(look.late_tasks)} nhiệm vụ tuyên truyền quá hạn"
        found.append(TodayTask(words, "Xem", "contest", "publicity", urgent=True))
    return found


def _keeping_tasks(look: Look) -> list[TodayTask]:
    """Personal data that is kept for longer than was said, or nobody knows for how long."""
    found = []
    for each in look.keeping:
        first = "" if each.current else "; chọn cuộc thi này trước"
        if each.keep_until is None:
            words = f"Chưa đặt thời hạn lưu giữ dữ liệu cá nhân của {each.short_name}{first}"
            found.append(TodayTask(words, "Đặt thời hạn", "contest", "stages"))
            continue
        do = "xóa" if each.closed else "đóng cuộc thi rồi xóa"
        words = (
            f"Dữ liệu cá nhân của {each.short_name} hết thời hạn lưu giữ từ "
            f"{short_date(each.keep_until)}: {do}{first}"
        )
        found.append(TodayTask(words, "Xóa dữ liệu", "contest", "stages", urgent=True))
    return found


def _copy_tasks(look: Look) -> list[TodayTask]:
    """The copy of the file, where it is old or was never made."""
    if look.copy is None:
        return []
    if look.copy.day is None:
        words = "Chưa có bản sao lưu nào của tệp dữ liệu"
    elif (age := (look.today - look.copy.day).days) >= DAYS_WITHOUT_COPY:
        words = f"Bản sao lưu gần nhất đã {number(age)} ngày"
    else:
        return []
    return [TodayTask(words, "Sao lưu", "command", "backup")]


def _unit_tasks(look: Look, day: date | None) -> list[TodayTask]:
    if look.contest is None:
        return []
    units = [unit for unit in look.figures.units if unit.total]
    names = mark_names(look.contest)
    registering, completing = names.deed(Mark.REGISTERED), names.deed(Mark.COMPLETED)
    none = [unit.unit_id for unit in units if not unit.registered]
    unfinished = [unit.unit_id for unit in units if unit.registered and not unit.completed]
    if names.one:
        none, unfinished = [], [unit.unit_id for unit in units if not unit.completed]
    begun = "" if names.one else f"{names.done(Mark.REGISTERED)} nhưng "
    headless = [unit.unit_id for unit in look.figures.units if not unit.head]
    found = []
    for ids, words, status in (
        (none, f"chưa có ai {registering}", Status.NOT_REGISTERED),
        (unfinished, f"{begun}chưa có ai {completing}", Status.NOT_COMPLETED),
    ):
        if ids:
            query = PeopleQuery(
                unit_ids=frozenset(each for each in ids if each is not None),
                statuses=frozenset({status}),
                as_of=day,
            )
            told = f"{number(len(ids))} đơn vị {words}"
            found.append(TodayTask(told, "Xem danh sách", "roster", query, urgent=True))
    if headless:
        words = f"{number(len(headless))} đơn vị chưa ghi người đứng đầu"
        found.append(TodayTask(words, "Bổ sung", "units", headless[0]))
    return found


def _data_tasks(look: Look, day: date | None) -> list[TodayTask]:
    found = []
    if look.doubts:
        words = f"{number(look.doubts)} người đã đánh dấu mà nền tảng không còn ghi nhận"
        found.append(TodayTask(words, "Quyết định", "reconcile", "doubts", urgent=True))
    if look.slips:
        words = f"{number(look.slips)} người đăng ký sai đơn vị"
        found.append(TodayTask(words, "Xem phiếu", "reconcile", "slips", urgent=True))
    if look.twins:
        words = f"{number(look.twins)} người có hai mục trong danh sách"
        found.append(TodayTask(words, "Gộp", "command", "duplicates"))
    if look.without_phone:
        query = PeopleQuery(without_phone=True, as_of=day)
        words = f"{number(look.without_phone)} người chưa có số điện thoại"
        found.append(TodayTask(words, "Bổ sung", "roster", query))
    if look.empty_units:
        words = f"{number(look.empty_units)} đơn vị chưa có danh sách"
        found.append(TodayTask(words, "Nhập", "import"))
    return found
