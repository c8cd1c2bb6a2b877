"""How units are moved: dragged, by key, or by the form; where people go along it is asked first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.records import Unit
from ui.pages.units_drag import ONTO
from ui.pages.units_forms import TOP_WORDS, MoveUnitForm, belonging_words
from ui.pages.units_model import UnitModel
from ui.people.question import Question


class UnitMoves(QObject):
    """`wanted` carries (unit id, id of the unit above or None, place among its children or -1),
    `said` what is told while a unit is dragged."""

    wanted = Signal(int, object, int)
    said = Signal(str)

    def __init__(self, model: UnitModel, page: QWidget) -> None:
        super().__init__(page)
        self._model = model

    def ask(self, unit: Unit | None) -> None:
        """Ask where to; the form itself says what becomes of the people."""
        if unit is None:
            return
        below = self._model.below(unit.id)
        form = MoveUnitForm(self._model.units(), unit, self._people(unit), below, self._page())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.wanted.connect(lambda parent_id: self.wanted.emit(unit.id, parent_id, ONTO))
        form.open()

    def shift(self, unit: Unit | None, step: int) -> None:
        """One place up or down among its neighbours."""
        if unit is not None:
            place = self._model.index_of(unit.id).row() + step
            if 0 <= place < self._model.rowCount(self._model.index_of(unit.parent_id)):
                self.wanted.emit(unit.id, unit.parent_id, place)

    def drop(self, unit_id: int, parent_id: int | None, place: int) -> None:
        """A unit was let fall: with people in it, another unit above it is asked about first."""
        unit = self._model.unit(unit_id)
        if unit is None or unit_id == parent_id:
            return
        if parent_id == unit.parent_id:
            if place not in (ONTO, self._model.index_of(unit_id).row()):
                self.wanted.emit(unit_id, parent_id, place)
        elif not self._people(unit) or parent_id in self._model.below(unit_id):
            # What cannot be is refused, in words, by what writes it.
            self.wanted.emit(unit_id, parent_id, place)
        else:
            self._question(unit, parent_id, place)

    def say_place(self, unit_id: int, parent_id: int | None) -> None:
        """Where the unit that is being dragged would belong."""
        unit, above = self._model.unit(unit_id), self._model.unit(parent_id)
        if unit is None or unit_id == parent_id:
            self.said.emit("")
        elif parent_id in self._model.below(unit_id):
            self.said.emit(f"Không thể đưa {unit.name} vào đơn vị thuộc chính nó")
        else:
            self.said.emit(f"Thả để {unit.name} thuộc {above.name if above else TOP_WORDS}")

    def _question(self, unit: Unit, parent_id: int | None, place: int) -> None:
        before, above = self._model.unit(unit.parent_id), self._model.unit(parent_id)
        words = belonging_words(unit, self._people(unit), before, above)
        question = Question("Chuyển đơn vị", words, "&Chuyển đơn vị", self._page())
        question.accepted.connect(lambda: self.wanted.emit(unit.id, parent_id, place))
        question.open()

    def _people(self, unit: Unit) -> int:
        """How many people go along with a unit."""
        whole = self._model.whole(unit.id)
        return whole.total + whole.exempt

    def _page(self) -> QWidget:
        page = self.parent()
        assert isinstance(page, QWidget)
        return page
