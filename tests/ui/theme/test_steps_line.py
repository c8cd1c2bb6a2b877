"""The line of numbered steps: read out, gone back by key and mouse, and wide enough in any text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.theme.steps_line import StepsLine, StepState

WORDS = ("Tệp", "Cần quyết định", "Ghi")


@pytest.fixture
def line(qtbot):
    made = StepsLine("way", WORDS)
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_step(1, {0}, {1: (7, "dòng")})
    return made


def step(line, at) -> QAbstractButton:
    return line.findChild(QAbstractButton, f"way-{at}")


def test_each_step_is_read_out_with_its_place_and_what_waits_there(line):
    assert [each.accessibleName() for each in line.steps] == [
        "Bước 1 trên 3: Tệp",
        "Bước 2 trên 3: Cần quyết định, 7 dòng",
        "Bước 3 trên 3: Ghi",
    ]
    assert [each.accessibleDescription() for each in line.steps] == [
        "đã xong",
        "đang làm",
        "chưa đến",
    ]
    assert step(line, 2).text() == "Cần quyết định (7)"


def test_what_is_done_is_gone_back_to_by_mouse_and_by_key(qtbot, line):
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.mouseClick(step(line, 1), Qt.MouseButton.LeftButton)
    assert chosen.args == [0]
    step(line, 1).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(line.chosen):
        qtbot.keyClick(step(line, 1), Qt.Key.Key_Space)


def test_nobody_goes_on_by_clicking_ahead(qtbot, line):
    with qtbot.assertNotEmitted(line.chosen):
        for at in (2, 3):
            qtbot.mouseClick(step(line, at), Qt.MouseButton.LeftButton)
    assert [each.state for each in line.steps] == [StepState.DONE, StepState.NOW, StepState.LATER]
    assert step(line, 2).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_present_step_is_never_cut(line):
    now = step(line, 2)
    line.resize(line.minimumSizeHint())
    assert now.width() >= now.sizeHint().width()
