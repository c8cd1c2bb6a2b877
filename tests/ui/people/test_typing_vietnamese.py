"""Every field of the dialogs over the roster takes Vietnamese from Unikey and input methods."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from models.records import PersonDraft
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from tests.ui.keys import NGUYEN_THI_HOA, compose, unikey
from ui.marking.dialog import MarkTextDialog
from ui.people.person_dialog import PersonDialog
from ui.people.reason_dialog import ExemptDialog, LeaveDialog

TYPED = "Nguyễn Thị Hòa"


def fields_of(dialog):
    found = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isVisible() and field.isEnabled()]


def text_of(field):
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


@pytest.fixture(params=["person", "mark text", "leave", "exempt"])
def dialog(request, qtbot, desk):
    unit = list_units(desk.file)[1].id
    add_person(desk.file, PersonDraft("Trần Văn An", unit))
    window = QWidget()
    qtbot.addWidget(window)
    made = {
        "person": lambda: PersonDialog(desk, list_units(desk.file), None, window),
        "mark text": lambda: MarkTextDialog(desk, window),
        "leave": lambda: LeaveDialog(["Trần Văn An"], desk.today(), window),
        "exempt": lambda: ExemptDialog(["Trần Văn An"], desk.today(), window),
    }[request.param]()
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def test_every_field_takes_vietnamese(qtbot, dialog):
    fields = fields_of(dialog)
    assert fields
    for field in fields:
        if isinstance(field.parent(), QComboBox) and not field.parent().isEditable():
            continue
        for way in ("unikey", "composing"):
            # A click elsewhere closes a list of proposals; setting the focus does not.
            while (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            field.setFocus()
            field.clear()
            if way == "unikey":
                unikey(NGUYEN_THI_HOA)
                assert text_of(field) == TYPED, field.objectName()
            else:
                compose("v", "vi", "việ", commit="việ")
                compose("t", commit="t")
                assert text_of(field) == "việt", field.objectName()
            field.clear()
