"""Sizes that are counted in lines: a list shows just so many, and the first is one of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget

from ui.theme.letters import keep_lines


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("lines", [2, 5])
def test_all_lines_of_a_list_that_is_as_high_as_they_stand_in_it(qtbot, worn, size, lines):
    worn.set_text_size(size)
    listed = QListWidget()
    qtbot.addWidget(listed)
    listed.addItems([f"Giải {at}" for at in range(lines)])
    listed.show()
    keep_lines(listed, lines)
    listed.setCurrentRow(lines - 1)
    qtbot.waitUntil(lambda: listed.verticalScrollBar().maximum() == 0)
    assert listed.visualItemRect(listed.item(0)).top() >= 0
    assert listed.visualItemRect(listed.item(lines - 1)).bottom() < listed.viewport().height()


def test_a_line_that_is_too_long_takes_no_room_of_the_others(qtbot):
    listed = QListWidget()
    qtbot.addWidget(listed)
    listed.addItems(["Giải nhất", "Giải " + "rất dài " * 40])
    listed.setFixedWidth(200)
    keep_lines(listed, 2)
    listed.show()
    listed.setCurrentRow(1)
    qtbot.waitUntil(lambda: listed.visualItemRect(listed.item(1)).width() > 0)
    assert not listed.horizontalScrollBar().isVisible()
    assert listed.visualItemRect(listed.item(1)).bottom() < listed.viewport().height()
    assert listed.visualItemRect(listed.item(0)).top() >= 0
