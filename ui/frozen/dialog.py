"""Số liệu đã chốt: every report with its hash, and who of it is told otherwise now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames, mark_names
from models.records import Mark
from models.records.comparing import PersonChange, Recheck
from models.records.frozen import FrozenKind, FrozenReport
from models.records.moment import Moment
from models.text.formats import number, percent, short_date, until_words
from ui.desk import Desk
from ui.table.column import A_DAY, Column, Kind
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import SideSplitter
from ui.theme.pieces import button, label
from ui.work import Work

if TYPE_CHECKING:
    from models.errors import AppError
    from models.store.store import Store

TITLE = "Số liệu đã chốt"
SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE = 170, 34, 0.94
SIDE_LETTERS = 62
SAME = "Theo dữ liệu hiện nay, số liệu của thời điểm này vẫn đúng như đã báo cáo."
NOT_WHOLE = "Số liệu này không còn khớp với mã đã chốt: tệp dữ liệu đã bị sửa ngoài chương trình."
NAMELESS = (
    "Danh sách người đứng sau đã được xóa theo quy định về dữ liệu cá nhân; số liệu và mã số liệu "
    "vẫn đúng như đã báo cáo."
)
KIND_WORDS: dict[str, str] = {FrozenKind.CLOSING: "Kết thúc cuộc thi"}


def report_columns(names: MarkNames) -> tuple[Column[FrozenReport], ...]:
    """The columns of the reports, with those marks that the contest counts."""
    counts = {
        Mark.REGISTERED: lambda r: _of_total(r, r.figures.registered),
        Mark.COMPLETED: lambda r: _of_total(r, r.figures.completed),
    }
    return (
        Column(
            "as_of", "Số liệu", 22,
            lambda r: until_words(r.figures.as_of, r.figures.minute).removeprefix("đến "),
            Kind.STRONG,
        ),
        *(Column(str(mark), names.title(mark), 14, counts[mark]) for mark in names.counted),
        Column(
            "title", "Báo cáo", 16, lambda r: r.title or KIND_WORDS.get(r.kind, ""),
            tooltip=lambda r: r.title, fills=True,
        ),
        Column("at", "Chốt ngày", 11, lambda r: short_date(r.at.date()), never_cut=A_DAY),
        Column("hash", "Mã", 14, lambda r: r.short_hash, Kind.QUIET),
        Column(
            "replaced", "Ghi chú", 16,
            lambda r: "" if r.replaced_by is None else "đã chốt lại", Kind.QUIET,
        ),
    )  # fmt: skip


def _of_total(report: FrozenReport, count: int) -> str:
    """ "24/532 (4,5%)"."""
    total = report.figures.total
    return f"{number(count)}/{number(total)} ({percent(count, total)})"


class ChangedPerson:
    """One line of who is told otherwise."""

    def __init__(self, id: int, change: PersonChange) -> None:
        self.id, self.change = id, change


PERSON_COLUMNS: tuple[Column[ChangedPerson], ...] = (
    Column("name", "Họ và tên", 22, lambda row: row.change.name, Kind.STRONG),
    Column(
        "words", "Đã báo cáo → Hiện nay", 34, lambda row: row.change.words,
        tooltip=lambda row: row.change.words, fills=True,
    ),
)  # fmt: skip


class FrozenDialog(QDialog):
    """Lists the frozen reports of the contest; freezes new ones. Shown with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget, shown: int | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frozen-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._wanted = desk, shown
        self._names = mark_names(desk.reference.contest)
        self._looked: int | None = None
        self._reports: dict[int, FrozenReport] = {}
        self._people: dict[int, ChangedPerson] = {}
        self._table = DataTable(
            RowsModel(
                report_columns(self._names), held_rows(self, lambda at: self._reports[at]), self
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
        self._words = label("", wrap=True)
        self._words.setObjectName("frozen-words")
        self._problem = label("", "attention", wrap=True)
        self._freeze = button("&Chốt số liệu…", "frozen-freeze", primary=True)
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._table.picked.connect(self._recheck)
        self._freeze.clicked.connect(self._ask_when)
        self._close.clicked.connect(self.reject)
        self._read()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._who, 1)
        split = SideSplitter(1, SIDE_LETTERS)
        split.set_halves(self._table, right)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._problem, 1)
        for each in (self._close, self._freeze):
            each.setAutoDefault(False)
            foot.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(split, 1)
        whole.addLayout(foot)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _read(self) -> None:
        self._desk.ask(frozen_of, self._show, self._refused)

    def _show(self, reports: Sequence[FrozenReport]) -> None:
        self._reports = {each.id: each for each in reports}
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
        elif chosen != self._looked:
            self._looked = chosen
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
        self._problem.setText(str(error))


def frozen_of(file: Store) -> tuple[FrozenReport, ...]:
    """The frozen reports, the newest moment first."""
    from models.figures.frozen_reports import list_frozen

    return list_frozen(file)


def rechecked(file: Store, report_id: int) -> Recheck:
    """A report beside what is known of its moment now."""
    from models.contests.current import current_contest
    from models.figures.rechecking import recheck

    return recheck(file, report_id, current_contest(file))


def frozen_now(file: Store, moment: Moment, title: str) -> FrozenReport:
    """Freeze the figures."""
    from models.figures.frozen import freeze

    return freeze(file, moment, title=title)


def recheck_told(found: Recheck, names: MarkNames) -> str:
    """What of a report is told otherwise now, in counts; the names stand below."""
    if not found.report.whole:
        return NOT_WHOLE
    if found.report.nameless:
        return NAMELESS
    if not found.differs:
        return SAME
    before, now = found.report.figures, found.now
    marks = {
        Mark.REGISTERED: (before.registered, now.registered),
        Mark.COMPLETED: (before.completed, now.completed),
    }
    counts = [("tổng số", before.total, now.total)]
    counts += [(names.deed(mark), *marks[mark]) for mark in names.counted]
    parts = [
        f"{words} {number(was)} → {number(is_now)}"
        for words, was, is_now in counts
        if was != is_now
    ]
    counted = f" ({', '.join(parts)})" if parts else " (tổng số không đổi)"
    people = number(len(found.people))
    return f"Theo dữ liệu hiện nay, thời điểm này khác với báo cáo ở {people} người{counted}:"
