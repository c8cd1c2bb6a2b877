"""Báo cáo & văn bản: choose a document, see its real pages, print and save it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.contests.mark_names import mark_names
from models.errors import AppError
from reports.catalog import KINDS, kind_of, kind_title
from reports.checking.fault import Fault
from reports.nothing import NothingToList
from ui.calls import reports as calls
from ui.calls.recurring import definition_lines
from ui.checking.view import FaultsView
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.pages.page import Page
from ui.pages.reports.acts_bar import ActsBar
from ui.pages.reports.counts import counts_of
from ui.pages.reports.destination import Destination
from ui.pages.reports.kinds_list import KindsList
from ui.pages.reports.leaving import Leaving
from ui.pages.reports.openers import (
    CURES,
    TOOLS,
    ToolOpener,
    has_meaning,
    open_lines,
    open_who_signs,
    open_words,
)
from ui.pages.reports.options import ReportOptions
from ui.pages.reports.preview import Preview
from ui.pages.reports.recurring import DueRuns
from ui.pages.reports.sides import ReportSides
from ui.pages.reports.view_bar import ViewBar
from ui.theme.keys import on_key
from ui.theme.pieces import column_in, label
from ui.work import Task, Work

KIND_KEY = "reports/kind"
"""Of the settings: the kind that was chosen last."""
NOT_MADE = "Chưa lập được văn bản"


class ReportsPage(Page):
    """`take` gets the code of a kind of document."""

    title = "Báo cáo & văn bản"
    icon = "reports"
    # Not what is frozen: a document that was just saved can be saved in its other format at once.
    topics = frozenset(
        {"people", "units", "unit_contacts", "posts", "absences", "exemptions", "participations"}
        | {"contests", "stages", "levels", "communes", "signers", "settings", "wrong_unit_slips"}
        | {"reconciliations", "official_figures", "report_definitions", "document_choices"}
        | {"wordings", "prizes", "awards", "entries", "publicity_tasks", "documents"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._shown_kind = ""
        self._drawn: calls.Drawn | None = None
        self._drawing: Task | None = None
        self._found: Sequence[Fault] = ()
        self._kinds = KindsList(KINDS)
        self._kinds.choose(str(QSettings().value(KIND_KEY, "")))
        self._options = ReportOptions(desk.today(), self._kinds.kind)
        self._preview = Preview(self._ask_picture)
        self._problem = ErrorLine("preview-problem")
        self._leaving = Leaving(desk, self)
        self._acts = ActsBar()
        self._view = ViewBar(self._preview)
        self._summary = label("", "muted", wrap=True, name="summary")
        self._due = DueRuns(desk, self._kinds)
        self._faults = FaultsView()
        self._destination = Destination()
        self._lay_out()
        self._connect()
        self._fit_kind()
        self._acts.set_ready(False)

    def _lay_out(self) -> None:
        options, right = QWidget(), QWidget()
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for each in (self._due, self._faults, self._options, self._destination, self._summary):
            column.addWidget(each)
        column.addStretch(1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._view)
        beside.addWidget(self._problem)
        beside.addWidget(self._preview, 1)
        whole = column_in(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.addWidget(self._acts)
        whole.addWidget(ReportSides(self._kinds, options, right), 1)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._kind_chosen)
        self._options.changed.connect(self.reload)
        self._options.signing.chosen.connect(self._sign_by)
        self._acts.save.connect(self._save)
        self._acts.print.clicked.connect(partial(self._with_document, self._print))
        self._acts.issue.clicked.connect(partial(self._with_document, self._leaving.issue))
        self._acts.bundle.clicked.connect(self._open_bundle)
        for words, opener in TOOLS:
            self._acts.menu.addAction(words, partial(self._open, opener))
        self._options.signing.other_wanted.connect(partial(self._open, open_who_signs))
        self._destination.edit.connect(partial(self._open, open_lines))
        self._destination.word.connect(partial(self._open, open_words))
        self._faults.cured.connect(self._cure)
        self.hear(self._take_units, self.desk.reference.changed)
        on_key(self, "Ctrl+P", self._acts.print.click)

    def heightForWidth(self, width: int) -> int:
        """What is in the page scrolls by itself: it needs no more than its least height."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1

    def shown(self) -> None:
        """Draw when the data is not the newest; the keys go to the list of documents."""
        self.desk.reference.when_known(self._take_units)
        super().shown()
        self._kinds.setFocus()

    def _take_units(self) -> None:
        """A list can be limited to a unit with people; the contest may have words of its own."""
        self._kinds.name_marks(mark_names(self.desk.reference.contest))
        self._options.set_units([unit for unit in self.desk.reference.units if unit.people])

    def take(self, what: object) -> None:
        """Choose a kind of document by its code."""
        before = self._kinds.kind
        # Another kind is drawn as soon as it is chosen.
        if isinstance(what, str) and self._kinds.choose(what) and self._kinds.kind is before:
            self.reload()

    def _kind_chosen(self) -> None:
        QSettings().setValue(KIND_KEY, self._kinds.kind.code)
        self._fit_kind()
        self.reload()

    def _fit_kind(self) -> None:
        """Offer what has a meaning for the kind."""
        kind = self._kinds.kind
        self._options.show_kind(kind)
        self._acts.fit(kind)
        self._destination.offer_wording(has_meaning(open_words, kind))
        for entry, (_words, opener) in zip(self._acts.menu.actions(), TOOLS, strict=True):
            entry.setEnabled(has_meaning(opener, kind))
        for each in (self._destination, self._summary):
            each.setVisible(kind.is_signed)

    def ask(self) -> None:
        """Draw what the options ask for; an older drawing that comes later is passed over."""
        self.desk.ask(definition_lines, self._due.show_lines)
        # What is being drawn anew must not be saved as what it was before.
        self._acts.set_ready(False)
        self._asked += 1
        self._found = ()
        if self._drawing is not None:
            self._drawing.cancel()
        request = self._options.request
        if request is None:
            self._stale = True
            return
        self._preview.wait()
        self.read(
            calls.open_kind,
            partial(self._show, self._asked),
            partial(self._refused, self._asked),
            request,
        )

    def _show(self, asked: int, opened: calls.OpenedKind) -> None:
        if asked != self._asked:
            return
        self._options.call_commune(opened.commune)
        self._options.signing.show_chosen(opened.choices, opened.signers)
        if opened.drawn is None:
            self._refused(asked, opened.problem or AppError(""))
            return
        drawn = opened.drawn
        self._problem.say("")
        self._preview.show_drawn(drawn, from_top=drawn.request.kind != self._shown_kind)
        self._shown_kind = drawn.request.kind
        names = mark_names(self.desk.reference.contest)
        self._summary.setText(counts_of(drawn.document.figures, names))
        kind = kind_of(drawn.request.kind)
        self._destination.show_document(kind, drawn.document, opened.choices)
        if drawn.whole:
            self._take_whole(asked, drawn)
        else:
            draw = Work(lambda task: calls.draw_rest(task, drawn), partial(self._take_rest, asked))
            self._drawing = self.desk.run(draw)

    def _take_rest(self, asked: int, drawn: calls.Drawn) -> None:
        if asked == self._asked:
            self._preview.show_rest(drawn)
            self._take_whole(asked, drawn)

    def _take_whole(self, asked: int, drawn: calls.Drawn) -> None:
        self._drawn = drawn
        self.desk.ask(calls.faults_of, partial(self._show_faults, asked), None, drawn)
        self._acts.set_ready(True)
        self.loaded.emit()

    def _show_faults(self, asked: int, faults: Sequence[Fault]) -> None:
        if asked == self._asked:
            self._found = faults
            self._faults.show_faults(faults)
            self._faults.show()

    def _refused(self, asked: int, error: AppError) -> None:
        if asked == self._asked:
            self._drawn = None
            if isinstance(error, NothingToList):
                self._problem.say("")
                self._preview.show_words(error.sentence, error.advice)
            else:
                self._problem.refuse(error)
                self._preview.show_words(NOT_MADE, "")
            self._summary.clear()
            self._destination.clear()
            self._faults.hide()
            self.loaded.emit()

    def _ask_picture(
        self, pdf: bytes, page: int, width: int, take: Callable[[QImage], Any]
    ) -> None:
        self.desk.run(Work(lambda _task: calls.page_picture(pdf, page, width), take))

    def _sign_by(self, issuer: str, signer: int | None) -> None:
        """The choice is remembered for the kind; the page hears of it as of any other change."""
        kind = self._kinds.kind
        title = kind_title(kind, mark_names(self.desk.reference.contest))
        self.desk.ask(calls.choose_signer, None, None, kind.code, title, issuer, signer)

    def _open(self, opener: ToolOpener) -> None:
        opener(self.desk, self._kinds.kind.code, self)

    def _open_bundle(self) -> None:
        """Of the moment that is chosen for the document."""
        from ui.pages.reports.bundle_dialog import BundleDialog

        request = self._options.request
        BundleDialog(self.desk, self, request.as_of if request is not None else None).open()

    def _cure(self, page: str, what: object) -> None:
        """Go to where a fault is mended: on this page, in a dialog of it, or elsewhere."""
        if page != "document":
            self.open_page.emit(page, what)
        elif what in CURES:
            self._open(CURES[str(what)])
        elif what == "again":
            self.reload()
        else:
            self._options.focus_on(str(what))

    def _with_document(self, deed: Callable[[calls.Drawn], Any]) -> None:
        if self._drawn is not None and self._leaving.allowed(self._found):
            deed(self._drawn)

    def _print(self, drawn: calls.Drawn) -> None:
        self._leaving.print(drawn, self._preview.page)

    def _save(self, fmt: str) -> None:
        freezes = self._options.freezes
        self._with_document(partial(self._leaving.save, fmt, freezes=freezes))
