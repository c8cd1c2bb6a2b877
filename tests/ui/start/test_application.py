"""The application speaks Vietnamese, Qt's own words included."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from ui.app import make_application


def test_qts_own_buttons_and_dates_are_vietnamese(qtbot):
    app = make_application()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert app.applicationDisplayName() == "Tiến Độ"
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() not in ("Cancel", "&Cancel")
    assert QLocale().dayName(1).lower() == "thứ hai"
    assert QLocale().toDate("08/06/2026", "dd/MM/yyyy") == QDate(2026, 6, 8)
