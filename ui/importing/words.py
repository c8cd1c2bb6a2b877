"""The sentences of the import wizard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.intake.plan_records import (
    BOX_NAMES,
    FIELD_TITLES,
    Choice,
    ImportBox,
    ImportPlan,
    ImportResult,
    PlanRow,
)
from models.records import Mark
from models.text.formats import number
from ui.importing.carrying import CarriedOut
from ui.notice import Notice, Tone

NOTHING_OLD = "(trống)"
NAMES_SHOWN = 3
BOX_HINTS: dict[ImportBox, str] = {
    ImportBox.NEW: "Chưa có trong danh sách; sẽ được thêm.",
    ImportBox.UPDATED: "Đã có trong danh sách; các ô dưới đây sẽ đổi.",
    ImportBox.UNCHANGED: "Đã có trong danh sách và không có gì khác.",
    ImportBox.UNCERTAIN: "Có thể là người đã có; cần quyết định từng người.",
    ImportBox.REJECTED: "Không đủ thông tin để nhận; hãy sửa trong tệp rồi nhập lại.",
    ImportBox.SKIPPED: "Dòng tiêu đề nhóm, dòng tổng, chữ ký, dòng ẩn, hoặc trùng với dòng khác.",
}
CHOICE_WORDS: dict[Choice, str] = {
    Choice.SAME: "Là người này",
    Choice.NEW: "Là người mới",
    Choice.SKIP: "Bỏ qua",
}


def changes_words(row: PlanRow) -> str:
    """ "Chức vụ: Giáo viên → Hiệu trưởng; …"."""
    return "; ".join(
        f"{FIELD_TITLES.get(cell.field, cell.field)}: {cell.old or NOTHING_OLD} → {cell.new}"
        for cell in row.changes
    )


def import_button_words(people: int) -> str:
    """The words of the button that imports."""
    return f"&Nhập {number(people)} người" if people else "Không có gì để nhập"


def result_words(result: ImportResult, files: str, names: MarkNames = USUAL_NAMES) -> str:
    """What the import did, and how to take it back."""
    marked = {Mark.REGISTERED: result.registered, Mark.COMPLETED: result.completed}
    counted = (
        (result.new, "người mới"),
        (result.updated, "người cập nhật"),
        (result.posts, "chức vụ kiêm nhiệm"),
        *((marked[mark], f"người {names.done(mark)}") for mark in names.counted),
        (result.new_units, "đơn vị mới"),
    )
    done = [f"{number(count)} {words}" for count, words in counted if count]
    left = []
    if result.uncertain:
        left.append(f"{number(result.uncertain)} người cần quyết định còn để lại")
    if result.rejected:
        left.append(f"{number(result.rejected)} dòng không hợp lệ")
    rest = f" {'; '.join(left).capitalize()}." if left else ""
    told = f": {', '.join(done)}" if done else ""
    return f"Đã nhập {files}{told}.{rest} Ctrl+Z để hoàn tác."


def reasons_words(reasons: Sequence[str]) -> str:
    """Reasons in one line; those that are sentences end as sentences."""
    told = [f"{each};" if each[-1:] not in ".!?" else each for each in reasons]
    return " ".join(told).removesuffix(";")


def unread_words(names: Sequence[str]) -> str:
    """ "2 tệp không đọc được nên không có ở đây: …", "" when all files were read."""
    if not names:
        return ""
    shown = ", ".join(f"“{name}”" for name in names[:NAMES_SHOWN])
    more = f" và {number(len(names) - NAMES_SHOWN)} tệp khác" if len(names) > NAMES_SHOWN else ""
    return f"{number(len(names))} tệp không đọc được nên chưa được nhập: {shown}{more}."


def import_notice(
    done: CarriedOut,
    names: Sequence[str],
    unread: Sequence[str],
    marks: MarkNames = USUAL_NAMES,
) -> Notice:
    """What the message bar says after an import; it leads to the rows that were left out."""
    files = f"“{names[0]}”" if len(names) == 1 else f"{number(len(names))} tệp"
    told = [_saved_words(done.rejected)] if done.rejected else []
    if done.unsaved:
        others = "của tệp khác " if done.rejected else ""
        where = "chưa lưu được ra tệp riêng; hãy xem trong tệp gốc"
        told.append(f"Các dòng không hợp lệ {others}{where}.")
    advice = " ".join(filter(None, [*told, unread_words(unread)]))
    heads = f"Người đứng đầu {number(done.heads)} đơn vị…" if done.heads else ""
    return Notice(
        result_words(done.result, files, marks),
        advice,
        Tone.DONE,
        next(iter(done.rejected), None),
        command="heads" if heads else "",
        deed=heads,
    )


def _saved_words(paths: Sequence[Path]) -> str:
    where = f"{number(len(paths))} tệp cạnh các tệp gốc" if len(paths) > 1 else f"“{paths[0].name}”"
    return f"Các dòng không hợp lệ được lưu ở {where}: hãy sửa rồi nhập lại."


def boxes_words(plan: ImportPlan) -> str:
    """How many rows were read, and how they lie in the boxes."""
    counts = plan.counts
    parts = [f"{BOX_NAMES[box].lower()} {number(counts[box])}" for box in ImportBox if counts[box]]
    return f"Đọc {number(len(plan.rows))} dòng: {', '.join(parts)}."


def plan_remarks(plan: ImportPlan) -> list[str]:
    """What is to be said of the files, each thing once."""
    before = [file.imported_before for file in plan.files if file.imported_before]
    return list(dict.fromkeys((*before, *(f"{remark.rstrip('.')}." for remark in plan.remarks))))
