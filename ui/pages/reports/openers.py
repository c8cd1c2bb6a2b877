"""What is opened from the page about the document that is shown; each is loaded when it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from reports.catalog import ReportKind
from reports.wording.originals import kinds_with_wording
from ui.desk import Desk

ToolOpener = Callable[[Desk, str, QWidget], Any]


def open_recurring(desk: Desk, _code: str, parent: QWidget) -> None:
    """The stored definitions."""
    from ui.pages.reports.recurring import RecurringDialog

    RecurringDialog(desk, parent).open()


def open_who_signs(desk: Desk, _code: str, parent: QWidget) -> None:
    """The people who sign."""
    from ui.signing.dialog import open_signers

    open_signers(desk, parent)


def open_city_form(desk: Desk, _code: str, parent: QWidget) -> None:
    """The city's own workbook, to be filled."""
    from ui.city_template.dialog import open_city_template

    open_city_template(desk, parent)


def open_lines(desk: Desk, code: str, parent: QWidget) -> None:
    """To whom a kind goes, and the texts of it that only the officer writes."""
    from ui.signing.choices_dialog import open_choices

    open_choices(desk, code, parent)


def open_texts(desk: Desk, code: str, parent: QWidget) -> None:
    """The same, at the first text that is not written yet."""
    from ui.signing.choices_dialog import open_choices

    open_choices(desk, code, parent, at_texts=True)


def open_words(desk: Desk, code: str, parent: QWidget) -> None:
    """The wording of a kind."""
    from ui.wording.dialog import open_wording

    open_wording(desk, code, parent)


def open_reported(desk: Desk, _code: str, parent: QWidget) -> None:
    """What was frozen and issued."""
    from ui.issued.dialog import open_issued

    open_issued(desk, parent)


def open_returned(desk: Desk, _code: str, parent: QWidget) -> None:
    """A file that came back, beside what was issued."""
    from ui.issued.verifying import open_verifying

    open_verifying(desk, parent)


TOOLS: tuple[tuple[str, ToolOpener], ...] = (
    ("&Nơi nhận, nội dung…", open_lines),
    ("&Lời văn…", open_words),
    ("N&gười ký…", open_who_signs),
    ("Báo cáo định &kỳ…", open_recurring),
    ("Điền &mẫu của thành phố…", open_city_form),
    ("&Số liệu đã chốt, văn bản đã phát hành…", open_reported),
    ("Kiểm tra &báo cáo…", open_returned),
)
"""The menu Công cụ, in its order."""


def has_meaning(opener: ToolOpener, kind: ReportKind) -> bool:
    """Whether there is something of the kind for a tool to open."""
    if opener is open_words:
        return kind.code in kinds_with_wording()
    return opener is not open_lines or kind.is_signed


CURES: dict[str, ToolOpener] = {
    "texts": open_texts,
    "addressees": open_lines,
    "wording": open_words,
}
"""Where faults of the document itself are mended, by what its cure names."""
