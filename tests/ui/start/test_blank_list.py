"""The blank form is saved from the first start and from the menu, without a data file."""

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.start.request import StartRequest


def test_it_is_offered_beside_the_second_question(qtbot, home, window, session, desk):
    session.start(StartRequest())
    qtbot.mouseClick(window.findChild(QPushButton, "blankList"), Qt.MouseButton.LeftButton)
    chooser = window.findChild(QFileDialog, "blank-list-dialog")
    path = home / "mau.xlsx"
    with qtbot.waitSignal(desk.noticed) as told:
        chooser.fileSelected.emit(str(path))
    chooser.reject()
    assert told.args[0].path == path
    assert openpyxl.load_workbook(path).worksheets[0]["B4"].value == "Họ và tên"


def test_it_is_in_the_menu_too(window, session):
    window.commands["template"].trigger()
    chooser = window.findChild(QFileDialog, "blank-list-dialog")
    assert chooser is not None
    chooser.reject()
