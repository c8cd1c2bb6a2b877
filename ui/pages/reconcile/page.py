"""Đối soát: an export dropped or pasted, six boxes, wrong-unit slips, the city's own counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.intake.sitting.sources import Pasted
from models.journal.practising import marked_texts
from models.reconcile.earlier import earlier_files
from models.reconcile.official import (
    delete_official_figure,
    official_figures,
    set_official_figure,
)
from models.reconcile.records import EarlierFile, OfficialFigure, UnitSlips
from models.reconcile.slips import slip_messages
from models.records.doubts import DoubtfulMark
from models.roster.doubtful import doubtful_marks, keep_marks, unmark_doubts
from models.store.store import Store
from models.text.formats import number
from ui.desk import Desk
from ui.intake.steps import IntakeStep
from ui.pages.page import Page
from ui.pages.reconcile.doubts_view import DoubtsView, kept_words, unmarked_words
from ui.pages.reconcile.flow import Flow
from ui.pages.reconcile.official_form import Counts
from ui.pages.reconcile.official_view import OfficialView, explain_gaps
from ui.pages.reconcile.slip_paper import SlipPaper
from ui.pages.reconcile.slips_view import Slips, SlipsView, open_and_closed
from ui.start.files import LIST_FILTER
from ui.theme.fitting import fit_to_current
from ui.theme.keys import on_key
from ui.theme.pieces import label
from ui.theme.tall_tabs import TallTabs, give_way

FOLDER_KEY = "import/folder"
SLIPS_WORDS, OFFICIAL_WORDS = "Phiếu sửa đơn vị", "Số liệu của thành phố"
DOUBTS_WORDS = "Lần trước có, nay không có"


@dataclass(frozen=True, slots=True)
class ReconcileLook:
    """What stands beside the reconciliation itself."""

    earlier: Sequence[EarlierFile]
    figures: Sequence[OfficialFigure]
    doubts: Sequence[DoubtfulMark]
    slips: Slips


class ReconcilePage(Page):
    """`take` gets sources to read, or "slips", "doubts" or "official" to open that tab."""

    title = "Đối soát"
    icon = "reconcile"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._flow = Flow(desk)
        self._slips = SlipsView()
        self._paper = SlipPaper(desk, self)
        self._doubts = DoubtsView()
        self._official = OfficialView(desk.today())
        self._tabs = QTabWidget()
        self._tabs.setTabBar(TallTabs())
        self._tabs.setObjectName("reconcile-tabs")
        self._tabs.setAccessibleName("Các phần của đối soát")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._flow, "Kết quả trên nền tảng")
        self._tabs.addTab(self._slips, SLIPS_WORDS)
        self._tabs.addTab(self._official, OFFICIAL_WORDS)
        self._tabs.addTab(self._doubts, DOUBTS_WORDS)
        stack = self._tabs.findChild(QStackedWidget)
        if isinstance(stack, QStackedWidget):
            fit_to_current(stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        title = label(self.title, "title")
        title.setContentsMargins(0, 0, 24, 4)
        self._tabs.setCornerWidget(title, Qt.Corner.TopLeftCorner)
        give_way(title, self._tabs)
        column.addWidget(self._tabs, 1)
        self._connect()

    def _connect(self) -> None:
        start = self._flow.start
        start.choose.connect(self._choose)
        start.paste.connect(self._paste)
        start.slips.connect(lambda: self._tabs.setCurrentWidget(self._slips))
        self._flow.stepped.connect(self._stepped)
        self._flow.waits.connect(self.badge)
        self._slips.message.connect(self._copy_message)
        self._slips.print_.connect(self._paper.ask)
        self._slips.said.connect(self.desk.said)
        self._doubts.kept.connect(self._keep_marks)
        self._doubts.unmarked.connect(self._unmark)
        self._official.wanted.connect(self._keep_figure)
        self._official.removed.connect(self._remove_figure)
        self._official.explained.connect(self._explain)
        on_key(self, QKeySequence.StandardKey.Paste, self._paste)

    def shown(self) -> None:
        """Look again when something has changed since."""
        super().shown()
        self._flow.look_again()
        if self._tabs.currentWidget() is self._flow:
            self._flow.take_focus()

    def take(self, what: object) -> None:
        """Read the files and pasted lists that came, or open a tab."""
        if isinstance(what, (list, tuple)):
            sources = [each for each in what if isinstance(each, (Path, Pasted))]
            if sources:
                self._tabs.setCurrentWidget(self._flow)
                self._flow.receive(sources)
        elif what == "slips":
            self._tabs.setCurrentWidget(self._slips)
            self._slips.take_focus()
        elif what == "doubts":
            self._tabs.setCurrentWidget(self._doubts)
            self._doubts.take_focus()
        elif what == "official":
            self._tabs.setCurrentWidget(self._official)

    def _paste(self) -> None:
        self.open_page.emit("command", "paste")

    def _choose(self) -> None:
        folder = str(QSettings().value(FOLDER_KEY) or "")
        dialog = QFileDialog(self, "Chọn tệp đối soát", folder, LIST_FILTER)
        dialog.setObjectName("reconcile-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, names: Sequence[str]) -> None:
        if names:
            QSettings().setValue(FOLDER_KEY, str(Path(names[0]).parent))
            paths = [Path(name) for name in names]
            for path in paths:
                self.desk.used.emit("lists", path)
            self.take(paths)

    def _stepped(self, step: int) -> None:
        if step == IntakeStep.START and self._stale and self.isVisible():
            self.reload()

    def changed(self, topics: frozenset[str]) -> None:
        """A plan that is open must be made anew."""
        self._flow.data_changed(topics)

    def ask(self) -> None:
        """Read what stands in the other tabs, and make a plan that has grown stale anew."""
        self.desk.reference.look_up()
        self.read(_look, self._show)
        self._flow.look_again()

    def _show(self, look: ReconcileLook) -> None:
        names = mark_names(self.desk.reference.contest)
        self._official.name_marks(names)
        self._doubts.name_marks(names)
        self._flow.start.name_marks(names)
        self._official.show_figures(look.figures, self.desk.reference.units)
        self._show_doubts(look.doubts)
        self._show_slips(look.slips)
        self._flow.start.show_earlier(look.earlier, look.slips.count)
        self.loaded.emit()

    def _show_slips(self, slips: Slips) -> None:
        self._slips.show_slips(slips)
        counted = f" ({number(slips.count)})" if slips.count else ""
        self._tabs.setTabText(self._tabs.indexOf(self._slips), f"{SLIPS_WORDS}{counted}")

    def _show_doubts(self, marks: Sequence[DoubtfulMark]) -> None:
        self._doubts.show_marks(marks)
        counted = f" ({number(len(marks))})" if marks else ""
        self._tabs.setTabText(self._tabs.indexOf(self._doubts), f"{DOUBTS_WORDS}{counted}")

    def _keep_marks(self, person_ids: Sequence[int]) -> None:
        self.desk.ask(keep_marks, self._say_kept, None, person_ids)

    def _unmark(self, person_ids: Sequence[int]) -> None:
        self.desk.ask(unmark_doubts, self._say_unmarked, None, person_ids)

    def _say_kept(self, count: int) -> None:
        self.desk.said.emit(kept_words(count))

    def _say_unmarked(self, count: int) -> None:
        self.desk.said.emit(unmarked_words(count))

    def _copy_message(self, unit: UnitSlips | None) -> None:
        if unit is not None:
            self.desk.ask(marked_texts, self._slips.copy_messages, None, slip_messages(unit))

    def _keep_figure(self, day: date, unit_id: int | None, counts: Counts, source: str) -> None:
        total, registered, completed = counts
        self.desk.ask(
            set_official_figure,
            lambda _id: self._official.form.clear(),
            self._refuse_figure,
            day,
            unit_id,
            total=total,
            registered=registered,
            completed=completed,
            source=source,
        )

    def _refuse_figure(self, error: AppError) -> None:
        self._official.form.refuse(error)

    def _remove_figure(self, figure_id: int) -> None:
        self.desk.ask(delete_official_figure, None, None, figure_id)

    def _explain(self, figure: OfficialFigure) -> None:
        self.desk.ask(explain_gaps, partial(self._official.show_gaps, figure), None, figure)


def _look(file: Store) -> ReconcileLook:
    return ReconcileLook(
        earlier_files(file), official_figures(file), doubtful_marks(file), open_and_closed(file)
    )
