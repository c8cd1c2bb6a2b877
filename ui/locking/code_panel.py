"""The recovery code, shown once: to be printed, and to be typed in part as proof of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.errors import AppError
from models.store.recovery_code import asked_part, confirms
from reports.recovery_sheet import RecoverySheet
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.locking.code_groups import GroupsShown
from ui.people.field import FormField
from ui.printing.dialog import Printout, ask_and_print
from ui.saving import FileSaver, Saving
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label, line_edit, show_words
from ui.work import Work

KEEP = (
    "Quên mật khẩu thì chỉ mã này mở được dữ liệu. Hãy in phiếu (hoặc chép tay), cho vào phong bì "
    "niêm phong và cất trong két. Chương trình không giữ mã và không hiện lại."
)
PROOF = "Để chắc phiếu đọc được, hãy nhìn vào phiếu và gõ lại:"
WRONG = "Chưa đúng nhóm này trên phiếu."
MISSING = "Hãy gõ nhóm này trên phiếu."
LETTERS = 14
FOLDER_KEY = "recovery-sheet/folder"


class CodePanel(QWidget):
    """`entered` tells that Enter was pressed in a line of the proof."""

    entered = Signal()

    def __init__(self, desk: Desk, sheet: RecoverySheet) -> None:
        super().__init__()
        self._desk, self._sheet, self._code = desk, sheet, "-".join(sheet.groups)
        self._print = button("&In phiếu…", "code-print")
        self._save = button("&Lưu PDF…", "code-save")
        self._told = label("", "muted", wrap=True, name="code-told")
        self._told.hide()
        self._problem = ErrorLine("code-problem")
        acts = QHBoxLayout()
        for each in (self._print, self._save):
            each.setAutoDefault(False)
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(KEEP, wrap=True))
        column.addWidget(GroupsShown(sheet.groups))
        column.addLayout(acts)
        column.addWidget(self._told)
        column.addWidget(self._problem)
        column.addWidget(label(PROOF, wrap=True))
        self._asked = {place: self._line(column, place) for place in asked_part(self._code)}
        self._print.clicked.connect(self._draw)
        self._save.clicked.connect(self._choose)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The proof is typed first.

        A proxy would hide from the Tab key what stands before it.
        """
        next(iter(self._asked.values())).setFocus(reason)

    def _line(self, column: QVBoxLayout, place: int) -> FormField:
        words = f"Nhóm thứ {place} trên phiếu"
        line = line_edit(f"code-proof-{place}", words)
        keep_in_letters(line, LETTERS, LETTERS)
        field = FormField(line, f"code-proof-{place}", words, beside=True)
        line.textEdited.connect(lambda: field.say(""))
        line.returnPressed.connect(self.entered)
        asks = QLabel(f"Nhóm thứ {place}")
        asks.setBuddy(line)
        row = QHBoxLayout()
        row.addWidget(asks)
        row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        return field

    def confirmed(self) -> bool:
        """Whether the groups that are asked for were typed right; what is wrong is said there."""
        wrong = [field for place, field in self._asked.items() if not self._holds(place, field)]
        for field in wrong:
            field.say(WRONG if field.editor.property("text") else MISSING, problem=True)
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _holds(self, place: int, field: FormField) -> bool:
        return confirms(self._code, {place: field.editor.property("text")})

    def _draw(self) -> None:
        sheet = self._sheet
        self._print.setEnabled(False)
        self._desk.lane.run(
            Work(lambda _task: _drawn(sheet), self._to_printer, self._refused, self._drawn_end),
            past_hold=True,
        )

    def _drawn_end(self) -> None:
        self._print.setEnabled(True)

    def _to_printer(self, pdf: bytes) -> None:
        printout = Printout(pdf, 1, self._sheet.stem)
        ask_and_print(
            self._desk, printout, self, lambda name: self._tell(f"Đã gửi phiếu tới “{name}”.")
        )

    def _choose(self) -> None:
        sheet = self._sheet
        saving = Saving(
            "Lưu phiếu",
            f"{sheet.stem}.pdf",
            "PDF (*.pdf)",
            "pdf",
            FOLDER_KEY,
            "code-place",
            lambda _task, path: _save_sheet(sheet, path),
            self._written,
            refused=self._refused,
        )
        run = partial(self._desk.lane.run, past_hold=True)
        FileSaver(self._desk, self, run).ask(saving)

    def _written(self, path: Path, _same: Path) -> None:
        self._tell(f"Đã lưu {path.name}. In xong, hãy xóa tệp này khỏi máy, cả trong Thùng rác.")

    def _refused(self, error: AppError) -> None:
        show_words(self._told, "")
        self._problem.refuse(error)

    def _tell(self, words: str) -> None:
        self._problem.say("")
        show_words(self._told, words)


def _drawn(sheet: RecoverySheet) -> bytes:
    from reports.render.pdf.recovery_sheet import render_recovery_sheet

    return render_recovery_sheet(sheet)


def _save_sheet(sheet: RecoverySheet, path: Path) -> Path:
    from reports.recovery_printing import write_recovery_sheet

    return write_recovery_sheet(sheet, path, overwrite=True)
