"""The columns of publicity tasks, for a day."""

from __future__ import annotations

from datetime import date

from models.records.publicity import TASK_STATE_NAMES, PublicityTask, TaskState
from models.text.formats import number, short_date
from ui.table.column import A_DAY, Column, Kind

EMPTY_TITLE = "Chưa có nhiệm vụ tuyên truyền nào"
EMPTY_HINT = (
    "Bấm “Nhiệm vụ thường làm…” để chọn trong các việc mà xã thường giao, hoặc “Thêm nhiệm vụ…” "
    "(phím Insert). Khi đã làm, ghi số lượng và đính kèm đường dẫn, ảnh hoặc tệp."
)


def task_state_words(task: PublicityTask, day: date) -> str:
    """ "Quá hạn 3 ngày", "Đã hoàn thành, trễ 2 ngày", "Còn 4 ngày"."""
    state, late = task.state(day), task.days_late(day)
    if state is TaskState.OVERDUE:
        return f"Quá hạn {number(late)} ngày"
    if state is TaskState.DONE:
        return TASK_STATE_NAMES[state] + (f", trễ {number(late)} ngày" if late else "")
    if task.due_on is None:
        return TASK_STATE_NAMES[state]
    left = (task.due_on - day).days
    return f"Còn {number(left)} ngày" if left else "Hạn hôm nay"


def proof_words(task: PublicityTask) -> str:
    """ "2 đường dẫn, 1 tệp"."""
    parts = [f"{number(len(task.links))} đường dẫn"] if task.links else []
    parts += [f"{number(task.files)} tệp"] if task.files else []
    return ", ".join(parts)


def _state_kind(task: PublicityTask, day: date) -> Kind:
    return Kind.WARNING if task.state(day) is TaskState.OVERDUE else Kind.TEXT


def _proof_cell(task: PublicityTask) -> str:
    return proof_words(task) or ("chưa có" if task.done_on else "")


def task_columns(day: date) -> tuple[Column[PublicityTask], ...]:
    """The columns as of the end of `day`."""
    return (
        Column("what", "Nhiệm vụ", 34, lambda each: each.what, Kind.STRONG,
            tooltip=lambda each: each.what, fills=True),
        Column("done", "Đã làm", 7, lambda each: f"{number(each.done)}/{number(each.asked)}"),
        Column("state", "Tình trạng", 22, lambda each: task_state_words(each, day),
            kind_of=lambda each: _state_kind(each, day)),
        Column("due", "Hạn", 11, lambda each: short_date(each.due_on), never_cut=A_DAY),
        Column("unit", "Đơn vị thực hiện", 22, lambda each: each.unit,
            tooltip=lambda each: each.unit),
        Column("proof", "Minh chứng", 18, _proof_cell,
            kind_of=lambda each: Kind.TEXT if proof_words(each) else Kind.WARNING),
        Column("channel", "Hình thức", 18, lambda each: each.channel,
            tooltip=lambda each: each.channel),
        Column("done-on", "Xong ngày", 11, lambda each: short_date(each.done_on),
            never_cut=A_DAY),
    )  # fmt: skip
