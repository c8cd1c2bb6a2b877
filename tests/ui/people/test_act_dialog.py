"""The form of a dialog scrolls on a low screen; the bar stands beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ui.people.act_dialog import ActDialog

WIDER_THAN_USUAL, LOW = 900, 260


def test_the_bar_of_a_form_hides_no_edge_of_a_field(qtbot, worn):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    dialog = ActDialog("Sửa", "Lưu", host)
    for at in range(12):
        line = QLineEdit()
        line.setMinimumWidth(WIDER_THAN_USUAL)
        dialog.form.addRow(f"Mục {at}", line)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.resize(dialog.minimumSizeHint().width(), LOW)
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert area.widget().width() <= area.viewport().width()
