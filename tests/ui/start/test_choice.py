"""A question with its ways: one is taken, the others are not, and the question is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.start.choice import ChoiceDialog, Way


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(host):
    done = []
    ways = [Way(name, name, lambda n=name: done.append(n)) for name in ("one", "two", "leave")]
    dialog = ChoiceDialog("Sao?", ["Vậy."], ways, host)
    dialog.open()
    return dialog, done


@pytest.mark.parametrize("name", ["one", "two", "leave"])
def test_what_is_chosen_is_done_alone(qtbot, asked, name):
    dialog, done = asked
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert done == [name]


def test_esc_takes_the_last_way(qtbot, asked):
    dialog, done = asked
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == ["leave"]
