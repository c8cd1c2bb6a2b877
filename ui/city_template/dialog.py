"""Mẫu của thành phố: a live view of its sheet, what goes where, filled and copied by one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from models.errors import AppError
from models.papers.city_template import (
    forget_template,
    store_template,
    templates_of,
)
from models.records.city import CityTemplate, TemplateWay
from models.text.cell_names import RowColumn
from ui.calls.city_template import (
    TemplateView,
    file_view,
    pasted_view,
    stored_view,
    template_view,
)
from ui.city_template.city_sheet import CitySheet
from ui.city_template.draft import (
    OfferedPlace,
    is_name_of_row,
    mapped_at,
    offered_at,
    other_way,
    with_place,
    without_place,
)
from ui.city_template.giving import FILTER, FOLDER, TemplateGiving
from ui.city_template.head import TemplateHead
from ui.city_template.values_side import ValuesSide
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.pages.roster.block import block_in
from ui.start.files import remembered_folder
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import SideSplitter, fit_to_screen
from ui.theme.pieces import button, label

TITLE = "Mẫu của thành phố"
INTRODUCTION = (
    "Chọn một ô của mẫu rồi chọn số liệu điền vào đó; chỉ những ô đã gán được thay đổi. Gán một "
    "lần, các kỳ sau chỉ bấm Điền và lưu."
)
LETTERS, LINES, SCREEN_SHARE, SIDE_LETTERS = 170, 40, 0.94, 44
EMPTY = "Chọn tệp .xlsx của thành phố, hoặc chép dòng tiêu đề của Google Sheet rồi dán vào đây."


Step = Callable[[CityTemplate, RowColumn], CityTemplate]


class CityTemplateDialog(QDialog):
    """What is kept is an entry of the history. Shown with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("city-template-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._stored: Sequence[CityTemplate] = ()
        self._view: TemplateView | None = None
        self._head, self._sheet, self._side = TemplateHead(), CitySheet(), ValuesSide(desk.today())
        self._words = label("", "muted", wrap=True, name="city-words")
        self._problem = ErrorLine()
        self._close = button("Đóng", "keep")
        self._copy = button("Sao &chép dòng", "city-copy")
        self._keep = button("&Lưu cách điền", "city-keep")
        self._fill = button("&Điền và lưu…", "city-fill", primary=True)
        self._giving = TemplateGiving(desk, self)
        self._lay_out()
        self._connect()
        self._show(None)
        self._read()

    def _lay_out(self) -> None:
        split = SideSplitter(1, SIDE_LETTERS, "city-template")
        split.set_halves(self._sheet, self._side)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(label(INTRODUCTION, "muted", wrap=True))
        whole.addWidget(self._head)
        whole.addWidget(split, 1)
        whole.addWidget(self._problem)
        others = (self._keep, self._copy)
        whole.addLayout(footer(act=self._fill, leave=self._close, others=others, says=self._words))
        fit_to_screen(self, LETTERS, LINES, SCREEN_SHARE)

    def _connect(self) -> None:
        self._head.file_wanted.connect(self._choose_file)
        self._head.paste_wanted.connect(self._paste)
        self._head.removal_wanted.connect(self._remove)
        self._head.switched.connect(self._open_stored)
        self._head.renamed.connect(self._rename)
        self._head.sheet_chosen.connect(self._go_to_sheet)
        self._head.way_chosen.connect(self._go_other_way)
        self._sheet.picked.connect(lambda _place: self._offer())
        self._sheet.asked.connect(self._side.go_to_list)
        self._sheet.cleared.connect(self._take)
        self._side.scoped.connect(self._offer)
        self._side.chosen.connect(self._put)
        self._side.taken_away.connect(self._take)
        self._side.when.changed.connect(self._look_again)
        self._close.clicked.connect(self.reject)
        self._keep.clicked.connect(lambda: self._store(self._kept))
        self._fill.clicked.connect(lambda: self._store(self._give))
        self._copy.clicked.connect(self._copy_rows)
        self._giving.said.connect(self._words.setText)
        self._giving.refused.connect(self._refused)

    def _read(self, wanted: int | None = None) -> None:
        self._desk.ask(templates_of, partial(self._take_stored, wanted), self._refused)

    def _take_stored(self, wanted: int | None, found: Sequence[CityTemplate]) -> None:
        self._stored = found
        chosen = [each for each in found if wanted is None or each.id == wanted]
        if chosen:
            self._open_stored(chosen[0].id)
        else:
            self._show(None)

    def _open_stored(self, template_id: int) -> None:
        template = next(each for each in self._stored if each.id == template_id)
        self._desk.ask(stored_view, self._show, self._refused, template)

    def _choose_file(self) -> None:
        folder = remembered_folder(FOLDER)
        dialog = QFileDialog(self, "Chọn mẫu của thành phố", folder, FILTER)
        dialog.setObjectName("city-choose")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._open_file(Path(name)))
        dialog.open()

    def _open_file(self, path: Path) -> None:
        QSettings().setValue(FOLDER, str(path.parent))
        self._desk.ask(file_view, self._show, self._refused, path)

    def _paste(self) -> None:
        block = block_in(QGuiApplication.clipboard().mimeData())
        if block is None:
            self._problem.say("Bộ nhớ tạm chưa có dòng tiêu đề nào. " + EMPTY)
            return
        self._desk.ask(pasted_view, self._show, self._refused, block.rows)

    def _look(self, template: CityTemplate) -> None:
        """Go on with `template` at once; what it would hold is shown when it is known."""
        if self._view is not None:
            content = self._view.content
            self._view = replace(self._view, template=template)
            moment = self._side.when.moment
            self._desk.ask(template_view, self._looked, self._refused, template, content, moment)

    def _look_again(self) -> None:
        """Of another moment."""
        if self._view is not None and self._side.when.valid:
            self._look(self._view.template)

    def _looked(self, view: TemplateView) -> None:
        """Show it, unless another step was made meanwhile: then its own answer follows."""
        if self._view is None:
            return
        held = self._view.template
        if replace(view.template, id=held.id, name=held.name) == held:
            self._show(replace(view, template=held))

    def _show(self, view: TemplateView | None) -> None:
        self._view = view
        template = None if view is None else view.template
        self._head.show_template(self._stored, template, () if view is None else view.sheets)
        self._sheet.show_view(view)
        self._side.setEnabled(view is not None)
        if view is not None:
            self._side.set_units(view.units, view.commune)
        self._problem.say(EMPTY if view is None else view.problem)
        self._offer()
        ready = view is not None and bool(view.template.places)
        self._keep.setEnabled(ready)
        for each in (self._copy, self._fill):
            each.setEnabled(ready and view is not None and not view.problem)

    def _offer(self) -> None:
        view, place = self._view, self._sheet.place
        if view is None or place is None:
            return
        by_cell = view.template.way is TemplateWay.CELLS
        # Of a column any cell will do: what it says is not written over.
        closed = by_cell and place in view.grid.closed
        about = (view.template, view.grid, place, self._side.scope, view.names, view.units)
        asked = (row.suggestions for row in view.filling.asked if row.place == place)
        suggested = [unit_id for unit_id, _ in next(asked, ())]
        offered = [] if closed else offered_at(*about, suggested)
        found = mapped_at(view.template, place)
        now = None if found is None else OfferedPlace(found.value, found.unit_id, "")
        names_row = is_name_of_row(view.template, view.grid, place)
        words = self._sheet.words_at(place)
        self._side.offer(offered, words, now, scoped=by_cell and not names_row)

    def _put(self, offered: OfferedPlace) -> None:
        self._change(lambda template, place: with_place(template, place, offered))

    def _take(self) -> None:
        self._change(without_place)

    def _change(self, step: Step) -> None:
        place = self._sheet.place
        if self._view is not None and place is not None:
            self._look(step(self._view.template, place))
            self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self, name: str) -> None:
        if self._view is not None:
            self._view = replace(self._view, template=replace(self._view.template, name=name))

    def _go_to_sheet(self, sheet: str) -> None:
        if self._view is not None and sheet != self._view.template.sheet:
            self._look(replace(self._view.template, sheet=sheet, places=()))

    def _go_other_way(self, way: TemplateWay) -> None:
        if self._view is not None:
            self._look(other_way(self._view.template, way))

    def _store(self, then: Callable[[CityTemplate], None]) -> None:
        """Keep what is mapped, where that is not kept yet, and go on with it."""
        view = self._view
        if view is None or not view.template.places:
            return
        if view.template in self._stored:
            then(view.template)
            return
        self._desk.ask(
            store_template, partial(self._noted, then), self._refused, view.template, view.content
        )

    def _noted(self, then: Callable[[CityTemplate], None], template_id: int) -> None:
        self._desk.ask(templates_of, partial(self._go_on, then, template_id), self._refused)

    def _go_on(
        self,
        then: Callable[[CityTemplate], None],
        template_id: int,
        found: Sequence[CityTemplate],
    ) -> None:
        self._stored = found
        kept = next(each for each in found if each.id == template_id)
        if self._view is not None:
            self._show(replace(self._view, template=kept))
        then(kept)

    def _kept(self, template: CityTemplate) -> None:
        self._words.setText(f"Đã lưu cách điền mẫu “{template.name}”. Ctrl+Z để hoàn tác.")

    def _remove(self) -> None:
        view = self._view
        if view is not None and view.template.id:
            gone = next(each for each in self._stored if each.id == view.template.id)
            self._desk.ask(forget_template, partial(self._removed, gone), self._refused, gone)

    def _removed(self, gone: CityTemplate, _none: None) -> None:
        self._words.setText(f"Đã xóa mẫu “{gone.name}”. Ctrl+Z để hoàn tác.")
        self._read()

    def _give(self, template: CityTemplate) -> None:
        self._problem.say("")
        if self._view is not None:
            self._giving.save(template, self._view.content, self._side.when.moment)

    def _copy_rows(self) -> None:
        self._problem.say("")
        if self._view is not None:
            self._giving.copy(self._view.template, self._view.content, self._side.when.moment)

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)


def open_city_template(desk: Desk, parent: QWidget) -> CityTemplateDialog:
    """Show the city's templates over `parent`."""
    dialog = CityTemplateDialog(desk, parent)
    dialog.open()
    return dialog
