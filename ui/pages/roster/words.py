"""The sentences of the roster: what was done, what is selected, what is filtered."""

from __future__ import annotations

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.records import Mark
from models.text.formats import number, percent
from models.text.patterns import later
from models.text.phones import normalise_phone
from ui.calls.marks import Asked, MarkCounts, Toggled
from ui.calls.people import Found

_BETWEEN_DIGITS = later(r"[\s.+()-]")
UNDO_HINT = "Ctrl+Z để hoàn tác."


def marking_told(toggled: Toggled, names: MarkNames = USUAL_NAMES) -> str:
    """What marking did, and how to take it back."""
    marked, already = toggled.result.marked, toggled.result.already
    passed = toggled.result.passed
    if not toggled.set:
        words = f"Đã bỏ đánh dấu {names.deed(toggled.mark)} của {number(marked)} người."
        return f"{words} {UNDO_HINT}"
    kept = f"{number(passed)} người {names.done(Mark.COMPLETED)} nên giữ nguyên" if passed else ""
    if not marked and passed:
        return f"Không đánh dấu ai: {kept}."
    if not marked:
        return f"Cả {number(already)} người được chọn đều {names.done(toggled.mark)} từ trước."
    words = f"Đã đánh dấu {number(marked)} người {names.done(toggled.mark)}"
    rest = f" ({number(already)} người đã có từ trước)" if already else ""
    kept = f"; {kept}" if kept else ""
    return f"{words}{rest}{kept}{_returned(toggled)}. {UNDO_HINT}"


def _returned(toggled: Toggled) -> str:
    """That some got back what stood, and that another day can be given."""
    count = toggled.result.returned
    what = "ngày" if toggled.mark is Mark.REGISTERED else "ngày và điểm"
    return f"; {number(count)} người lấy lại {what} đã ghi trước khi bỏ dấu" if count else ""


def asked_title(asked: Asked, names: MarkNames = USUAL_NAMES) -> str:
    """The question, with the number."""
    whom = f"{number(asked.changed)} người"
    if asked.set:
        return f"Đánh dấu {whom} {names.done(asked.mark)}?"
    return f"Bỏ đánh dấu {names.deed(asked.mark)} của {whom}?"


def asked_words(asked: Asked, names: MarkNames = USUAL_NAMES) -> str:
    """What would become of whom."""
    parts = []
    already = asked.people - asked.changed
    if already:
        state = "đã có dấu từ trước" if asked.set else "không có dấu này"
        parts.append(f"Đang chọn {number(asked.people)} người; {number(already)} người {state}.")
    if asked.completed:
        done, deed = names.done(Mark.COMPLETED), names.deed(Mark.COMPLETED)
        parts.append(
            f"{number(asked.completed)} người {done}: bỏ {names.deed(Mark.REGISTERED)} thì cũng bỏ "
            f"dấu {deed}, điểm và số lần thi. Chỉ muốn bỏ dấu {deed} thì chọn Hủy, rồi bấm chuột "
            f"phải và chọn Bỏ đánh dấu {deed}."
        )
    parts.append("Lấy lại được bằng Ctrl+Z.")
    return " ".join(parts)


def asked_verb(asked: Asked) -> str:
    """What the button that does it says."""
    whom = f"{number(asked.changed)} người"
    if asked.set:
        return f"Đánh &dấu {whom}"
    return f"&Bỏ cả hai dấu của {whom}" if asked.completed else f"&Bỏ dấu của {whom}"


def status_line(
    found: Found, counts: MarkCounts, names: MarkNames = USUAL_NAMES, *, filtered: bool
) -> str:
    """What the window's status bar says of the roster."""
    if not found.whole:
        return "Đang đọc cả danh sách…"
    shown, everybody = number(len(found.ids)), number(found.everybody)
    parts = [f"Đang lọc {shown}/{everybody}" if filtered else f"{everybody} người"]
    if counts.people:
        parts.append(f"Chọn {number(counts.people)} người: {counted_words(counts, names)}")
    return " · ".join(parts)


def counted_words(counts: MarkCounts, names: MarkNames = USUAL_NAMES) -> str:
    """ "3 (23,1%) đăng ký, 0 hoàn thành trên 13 người được tính": rates of those who count."""
    counted = counts.counted
    if not counted.people:
        return "không tính ai"
    having = {Mark.REGISTERED: counted.registered, Mark.COMPLETED: counted.completed}
    words = ", ".join(
        f"{_with_rate(having[mark], counted.people)} {names.deed(mark)}" for mark in names.counted
    )
    if counted.people == counts.people:
        return words
    return f"{words} trên {number(counted.people)} người được tính"


def _with_rate(part: int, whole: int) -> str:
    """ "24 (4,5%)"; nobody needs no rate."""
    return f"{number(part)} ({percent(part, whole)})" if part else "0"


def when_empty(found: Found) -> tuple[str, str]:
    """What stands in the table while it shows nobody: what is missing and what to do."""
    if found.everybody:
        return (
            "Không tìm thấy ai",
            "Hãy gõ ít chữ hơn, hoặc bỏ bớt bộ lọc ở phía trên.",
        )
    return (
        "Danh sách chưa có ai",
        "Thả tệp Excel danh sách cán bộ vào cửa sổ này, bấm “Nhập tệp…”, "
        "dán bảng đã chép (Ctrl+V), hoặc nhấn Ctrl+N để thêm từng người.",
    )


def people_count(count: int) -> str:
    """ "13 người"."""
    return f"{number(count)} người"


def phone_or_words(text: str) -> str:
    """What to search for: a phone however it is written becomes its digits; words stay."""
    digits = _BETWEEN_DIGITS.sub("", text)
    if not digits.isdecimal():
        return text
    return normalise_phone(text).number or digits
