"""A row of buttons goes on in the next line instead of being cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.people.field import FormField
from ui.theme.wrapping_row import WrappingRow


@pytest.fixture
def row(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    made = WrappingRow()
    buttons = [QPushButton(f"Việc số {at}") for at in range(4)]
    for each in buttons:
        made.addWidget(each)
    column.addLayout(made)
    column.addStretch(1)
    host.show()
    return host, made, buttons


def lines(buttons):
    return len({each.y() for each in buttons if each.isVisible()})


def test_what_has_room_stands_in_one_line(row):
    host, made, buttons = row
    host.resize(made.sizeHint().width() + 60, 300)
    assert lines(buttons) == 1
    assert [each.width() for each in buttons] == [each.sizeHint().width() for each in buttons]


def test_a_narrow_window_breaks_the_row_and_cuts_nothing(row):
    host, made, buttons = row
    host.resize(made.sizeHint().width() // 2 + 60, 300)
    assert lines(buttons) == 2
    assert all(each.geometry().right() <= host.width() for each in buttons)
    assert not any(
        one.geometry().intersects(other.geometry())
        for at, one in enumerate(buttons)
        for other in buttons[:at]
    )


def test_what_is_hidden_takes_no_room(row):
    host, made, buttons = row
    buttons[0].hide()
    host.resize(made.sizeHint().width() + 60, 300)
    assert lines(buttons) == 1
    assert min(each.x() for each in buttons[1:]) == buttons[0].x()


def test_an_editor_with_words_below_it_stands_in_the_line_of_the_others(row):
    host, made, buttons = row
    field, beside = FormField(QLineEdit(), "day", "Ngày"), QLabel("Ngày")
    made.addWidget(beside)
    made.addWidget(field)
    field.say("thứ Hai, 08/06/2026")
    QApplication.processEvents()
    host.resize(made.sizeHint().width() + 60, 300)
    QApplication.processEvents()

    def middle(widget):
        return widget.mapTo(host, widget.rect().center()).y()

    assert lines(buttons) == 1
    assert middle(field.editor) == pytest.approx(middle(buttons[0]), abs=1)
    assert middle(beside) == pytest.approx(middle(buttons[0]), abs=1)


def test_a_label_goes_on_in_the_next_line_with_what_it_names(row):
    host, made, buttons = row
    line, named = QLineEdit(), QLabel("Tính đến hết ngày")
    named.setBuddy(line)
    made.addWidget(named)
    made.addWidget(line)
    QApplication.processEvents()
    host.resize(made.sizeHint().width() - line.sizeHint().width() + 40, 300)
    QApplication.processEvents()
    assert lines(buttons) == 1
    assert line.y() > buttons[0].geometry().bottom()
    assert line.geometry().contains(line.x(), named.geometry().center().y())
