"""The check of the data in words, for the window and for the command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.checking.checking import check_store
from models.checking.findings import Checked, Flaw, SizePart
from models.checking.logged import check_and_log
from models.checking.mending import Mended, mend
from models.checking.sizes import sized
from models.store.kept import kept_copies
from models.store.seal import SealKind
from models.text.formats import number, percent, short_date, size_words
from ui.work import Task


@dataclass(frozen=True, slots=True)
class DataLook:
    """What a check found, how large the file is and why, what was mended before, and which copy
    is at hand."""

    checked: Checked
    parts: tuple[SizePart, ...]
    mended: Mended | None = None
    copy: str = ""


def look_over(task: Task, mended: Mended | None = None) -> DataLook:
    """Check everything, in the lane; what follows a mending is part of it."""
    file = task.file
    checked = (check_and_log if mended is None else check_store)(file, task.report)
    if checked.ok and file.found_seal is SealKind.BROKEN:
        file.vouch()
    return DataLook(checked, sized(file), mended, proven_copy_words(file.path, checked))


def mend_and_look(task: Task, flaws: Sequence[Flaw]) -> DataLook:
    """Mend what is sure, then check again."""
    return look_over(task, mend(task.file, flaws))


def checked_words(checked: Checked) -> str:
    """ "Dữ liệu nguyên vẹn: 532 người, 42 quy tắc, nhật ký 12 mục nguyên vẹn."."""
    if not checked.whole:
        return "Không mở được tệp dữ liệu để kiểm tra."
    looked = f"{number(checked.people)} người, {number(checked.rules)} quy tắc"
    if checked.ok:
        return f"Dữ liệu nguyên vẹn: {looked}, nhật ký {number(checked.entries)} mục nguyên vẹn."
    count = number(len(checked.findings))
    return f"Có {count} chỗ cần xem ({looked}, nhật ký {number(checked.entries)} mục)."


def flaw_lines(flaws: Sequence[Flaw]) -> Iterator[str]:
    """Each finding in lines: what, where, and what to do about it."""
    for at, each in enumerate(flaws, start=1):
        yield f"{number(at)}. {each.what}"
        yield f"   Ở: {each.where}"
        yield f"   {to_do(each)}"


def to_do(flaw: Flaw) -> str:
    """ "Sửa được: bỏ giờ ấy, giữ ngày.", or what to do where nobody knows what is right."""
    return f"Sửa được: {flaw.mend}." if flaw.mend else flaw.advice


def proven_copy_words(data: Path, checked: Checked) -> str:
    """Which copy is at hand, where something was found of which nobody knows what is right."""
    if len(checked.to_mend) == len(checked.findings):
        return ""
    copy = next((each for each in kept_copies(data) if each.proven_at is not None), None)
    if copy is None:
        return "Chưa có bản sao lưu nào đã thử khôi phục."
    day = short_date(copy.made_at.date())
    people = f", {number(copy.people)} người" if copy.people >= 0 else ""
    return (
        f"Bản sao lưu mới nhất đã thử khôi phục: {copy.path.name} "
        f"({copy.made_at:%H:%M} ngày {day}{people})."
    )


def mended_words(mended: Mended) -> str:
    """ "Đã sửa 2 chỗ như một việc, hoàn tác được. Trước đó đã sao lưu vào …"."""
    words = f"Đã sửa {number(len(mended.findings))} chỗ như một việc, hoàn tác được."
    if mended.copy is None:
        return words
    return f"{words} Trước khi sửa đã sao lưu vào {mended.copy}."


def size_lines(parts: Sequence[SizePart]) -> Iterator[str]:
    """How large the file is, and why."""
    whole = sum(part.size for part in parts)
    if whole:
        yield f"Dung lượng {size_words(whole)}:"
    for part in parts:
        yield f"  {size_words(part.size)} ({percent(part.size, whole)}) {part.words}"
