"""What was reported: frozen figures and issued documents, and what is told otherwise now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from models.contests.mark_names import mark_names
from models.records.comparing import PersonChange, Recheck
from models.records.frozen import FrozenReport
from models.records.issued import IssuedFile
from models.records.moment import Moment
from ui.calls.issued import ReportedList, reported_list
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.frozen.columns import PERSON_COLUMNS, ChangedPerson, report_columns
from ui.frozen.told import recheck_told
from ui.issued.panel import IssuedPanel
from ui.issued.verifying import open_verifying
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import GAP, SPACING, dialog_column, footer
from ui.theme.letters import SideSplitter
from ui.theme.pieces import button, label, roomy
from ui.work import Work

if TYPE_CHECKING:
    from models.errors import AppError
    from models.store.store import Store

TITLE = "Số liệu đã chốt, văn bản đã phát hành"
SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE = 190, 36, 0.94
SIDE_LETTERS = 46


class FrozenDialog(QDialog):
    """Lists what was reported in the contest; freezes figures, gives issued documents out again.

    Shown with `open()`.
    """

    def __init__(self, desk: Desk, parent: QWidget, shown: int | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frozen-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._wanted = desk, shown
        self._names = mark_names(desk.reference.contest)
        self._looked: int | None = None
        self._reports: dict[int, FrozenReport] = {}
        self._numbers: dict[int, str] = {}
        self._files: dict[int, tuple[IssuedFile, ...]] = {}
        self._people: dict[int, ChangedPerson] = {}
        self._table = DataTable(
            RowsModel(
                report_columns(self._names, self._numbers),
                held_rows(self, lambda at: self._reports[at]),
                self,
            ),
            "frozen",
        )
        self._table.setObjectName("frozen-reports")
        self._table.setAccessibleName(TITLE)
        self._table.empty_title = "Chưa chốt số liệu lần nào"
        self._table.empty_hint = "Mỗi lần gửi báo cáo hãy chốt số liệu để sau này còn đối chiếu."
        self._who = DataTable(
            RowsModel(PERSON_COLUMNS, held_rows(self, lambda at: self._people[at]), self),
            "frozen-people",
        )
        self._who.setObjectName("frozen-people")
        self._who.setAccessibleName("Những người nay khác với báo cáo")
        self._who.lines_wanted = FEW_LINES
        self._issued = IssuedPanel(desk, self)
        self._words = label("", wrap=True)
        self._words.setObjectName("frozen-words")
        self._problem = ErrorLine()
        self._freeze = button("&Chốt số liệu…", "frozen-freeze", primary=True)
        self._verify = button("&Kiểm tra báo cáo…", "frozen-verify")
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._table.picked.connect(self._recheck)
        self._freeze.clicked.connect(self._ask_when)
        self._verify.clicked.connect(lambda: open_verifying(desk, self))
        self._issued.recalled.connect(self._frozen)
        self._close.clicked.connect(self.reject)
        self._read()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACING, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._issued)
        column.addWidget(self._words)
        column.addWidget(self._who, 1)
        column.addStretch()
        split = SideSplitter(1, SIDE_LETTERS, "frozen")
        split.set_halves(self._table, roomy(right))
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(split, 1)
        others = (self._verify,)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=self._freeze, leave=self._close, others=others))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _read(self) -> None:
        self._desk.ask(reported_list, self._show, self._refused)

    def _show(self, found: ReportedList) -> None:
        self._reports = {each.id: each for each in found.reports}
        self._numbers.clear()
        self._numbers.update(found.numbers)
        self._files = found.files
        self._table.rows.set_ids(list(self._reports))
        wanted, self._wanted = self._wanted, None
        gone_to = wanted is not None and self._table.go_to(wanted)
        if not gone_to and self._table.current_id() is None:
            self._table.go_to_first()
        self._table.setFocus()
        self._recheck()

    def _recheck(self) -> None:
        """Look what is known now of the moment of the chosen report."""
        chosen = self._table.current_id()
        if chosen is None:
            self._tell("", ())
            self._issued.show_report(None)
        elif chosen != self._looked:
            self._looked = chosen
            number = self._numbers.get(chosen, "")
            self._issued.show_report(self._reports[chosen], self._files.get(chosen, ()), number)
            self._tell("Đang đối chiếu với dữ liệu hiện nay…", ())
            self._desk.ask(rechecked, partial(self._checked, chosen), self._refused, chosen)

    def _checked(self, chosen: int, found: Recheck) -> None:
        if chosen == self._table.current_id():
            self._tell(recheck_told(found, self._names), found.people)

    def _tell(self, words: str, people: Sequence[PersonChange]) -> None:
        self._words.setText(words)
        self._people = {at: ChangedPerson(at, each) for at, each in enumerate(people, start=1)}
        self._who.rows.set_ids(list(self._people))
        self._who.setVisible(bool(people))

    def _ask_when(self) -> None:
        from ui.frozen.freeze_dialog import FreezeDialog

        dialog = FreezeDialog(self._desk.today(), self)
        dialog.chosen.connect(self._freeze_at)
        dialog.open()

    def _freeze_at(self, moment: Moment, title: str) -> None:
        self._desk.run(
            Work(
                lambda task: frozen_now(task.file, moment, title),
                self._frozen,
                self._refused,
                words="Đang chốt số liệu",
                writes=True,
            )
        )

    def _frozen(self, report: FrozenReport) -> None:
        self._wanted = report.id
        self._read()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)


def rechecked(file: Store, report_id: int) -> Recheck:
    """A report beside what is known of its moment now."""
    from models.contests.current import current_contest
    from models.figures.rechecking import recheck

    return recheck(file, report_id, current_contest(file))


def frozen_now(file: Store, moment: Moment, title: str) -> FrozenReport:
    """Freeze the figures."""
    from models.figures.frozen import freeze

    return freeze(file, moment, title=title)
