"""Kết quả tuyên truyền: each task with what is done of it, and the paragraph that reports say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.campaign.publicity_words import done_then, publicity_paragraph
from models.records.publicity import TASK_STATE_NAMES, PublicityTask, TaskState
from models.text.formats import number
from reports.blocks import Paragraph
from reports.document import (
    Align,
    CellKind,
    Document,
    Orientation,
    RowStyle,
    Table,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    as_of_words,
    contest_words,
    document_header,
    file_stem,
    organizers,
    recipients,
)
from reports.nothing import NothingToList
from reports.occasion import Occasion

CODE = "publicity"
COLUMNS = (
    TableColumn("STT", 11, CellKind.INTEGER),
    TableColumn("Nhiệm vụ", 56, align=Align.LEFT),
    TableColumn("Đơn vị thực hiện", 38, align=Align.LEFT),
    TableColumn("Hình thức", 30, align=Align.LEFT),
    TableColumn("Yêu cầu", 15, CellKind.INTEGER),
    TableColumn("Đã làm", 14, CellKind.INTEGER),
    TableColumn("Thời hạn", 23.5, CellKind.DATE),
    TableColumn("Hoàn thành", 23.5, CellKind.DATE),
    TableColumn("Đường dẫn, minh chứng", 55, align=Align.LEFT),
)


def publicity(tasks: Sequence[PublicityTask], occasion: Occasion) -> Document:
    """The tasks as they stand at the end of the day. Raises `NothingToList` without any."""
    if not tasks:
        raise NothingToList(
            f"{contest_words(occasion)} chưa có nhiệm vụ tuyên truyền nào.",
            "Hãy thêm nhiệm vụ ở trang Cuộc thi, thẻ Tuyên truyền.",
        )
    words = publicity_paragraph(tasks, occasion.as_of, occasion.contest.name)
    return Document(
        kind=CODE,
        stem=file_stem("KetQuaTuyenTruyen", occasion.commune),
        header=document_header(occasion),
        title=Title(
            "KẾT QUẢ TUYÊN TRUYỀN",
            (f"Về {contest_words(occasion)}", f"(tính đến {as_of_words(occasion.figures)})"),
        ),
        body=(tasks_table(tasks, occasion.as_of), Paragraph(words)),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, organizers(occasion)),
        orientation=Orientation.LANDSCAPE,
    )


def tasks_table(tasks: Sequence[PublicityTask], day: date) -> Table:
    """One row for each task, and how much is asked for and done in all."""
    rows = [_row(at, task, day) for at, task in enumerate(tasks, start=1)]
    whole = (sum(task.asked for task in tasks), sum(done_then(task, day) for task in tasks))
    total = TableRow((Wide("Tổng cộng", 4), *whole, None, None, None), RowStyle.TOTAL)
    return Table(COLUMNS, (*rows, total), adds_up=True)


def _row(at: int, task: PublicityTask, day: date) -> TableRow:
    done_on = task.done_on if task.done_by(day) else None
    done = done_then(task, day)
    told = (task.what, task.unit, task.channel, task.asked, done, task.due_on, done_on)
    return TableRow((at, *told, _proof(task, day)))


def _proof(task: PublicityTask, day: date) -> str:
    """The state where it is not done, then what there is to show for it."""
    state = task.state(day)
    told = [] if state is TaskState.DONE else [TASK_STATE_NAMES[state]]
    if state is TaskState.OVERDUE:
        told = [f"{told[0]} {number(task.days_late(day))} ngày"]
    told += task.links
    told += [f"{number(task.files)} tệp minh chứng"] if task.files else []
    told += [task.note] if task.note else []
    return "; ".join(told)
