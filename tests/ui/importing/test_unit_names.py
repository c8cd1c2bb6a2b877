"""What a unit name of the files may mean, chosen by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from models.intake.plan_records import UnitPlan
from models.records import Unit, UnitKind
from ui.importing.unit_names import NEW_UNIT, UnitNames

UNITS = [
    Unit(at, f"u{at}", name, UnitKind.SCHOOL, None, at)
    for at, name in ((4, "Trường Tiểu học Kẻ Sặt"), (7, "Trường Mầm non Kẻ Sặt"))
]


@pytest.fixture
def names(qtbot):
    plans = [
        UnitPlan("Tổ Một", 3, None, (), ""),
        UnitPlan("Tổ Hai", 2, None, (), ""),
        UnitPlan("TH Kẻ Sặt", 9, None, ((4, UNITS[0].name, "viết tắt"),), ""),
    ]
    made = UnitNames(plans, UNITS, {})
    qtbot.addWidget(made)
    made.show()
    return made


def combo(names: UnitNames, words: str) -> QComboBox:
    """The choices of a name."""
    return next(each for each in names.findChildren(QComboBox) if words in each.accessibleName())


def choices(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def test_a_name_may_mean_any_unit_its_own_suggestions_first(names):
    assert choices(combo(names, "Tổ Một")) == [NEW_UNIT, *(unit.name for unit in UNITS)]
    suggested = [NEW_UNIT, f"{UNITS[0].name} (gợi ý)", UNITS[1].name]
    assert choices(combo(names, "TH Kẻ Sặt")) == suggested


def test_the_choices_of_many_names_are_kept_once_and_chosen_apart(qtbot, names):
    """A city has a thousand names and as many units: a list for each was a million lines."""
    one, two = combo(names, "Tổ Một"), combo(names, "Tổ Hai")
    assert one.model() is two.model()
    qtbot.keyClick(one, Qt.Key.Key_Down)
    assert names.chosen == {"Tổ Một": 4}
    assert two.currentText() == NEW_UNIT
    qtbot.keyClick(two, Qt.Key.Key_End)
    assert names.chosen == {"Tổ Một": 4, "Tổ Hai": 7}
