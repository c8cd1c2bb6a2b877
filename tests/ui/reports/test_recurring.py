"""Reports that recur in the window: stored, due when their period has ended, run by one button."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
)

from models.journal.replay import undo
from models.papers.definitions import definition_named, definitions_of, store_definition
from models.records.recurring import ReportDefinition
from tests.factory import add_people
from tests.ui.keys import type_vietnamese
from ui.calls.recurring import DefinitionLine, definition_lines, run_definition
from ui.pages.reports import ReportsPage
from ui.pages.reports.definition_dialog import DefinitionDialog
from ui.pages.reports.recurring import RecurringDialog, due_words, state_of_line
from ui.table.data_table import DataTable

MONTHLY = ReportDefinition(0, "Báo cáo tháng", "month", kinds=("unit-summary",))
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, desk):
    add_people(desk.file, 3)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def pressed(qtbot, parent, name) -> None:
    qtbot.waitUntil(lambda: parent.findChild(QPushButton, name) is not None)
    qtbot.mouseClick(parent.findChild(QPushButton, name), Left)


def opened(qtbot, page) -> RecurringDialog:
    """The list, from the menu of tools."""
    menu = page.findChild(QPushButton, "report-tools").menu()
    (entry,) = [each for each in menu.actions() if "định" in each.text()]
    menu.popup(page.mapToGlobal(page.rect().center()))
    qtbot.mouseClick(menu, Left, pos=menu.actionGeometry(entry).center())
    return page.findChild(RecurringDialog)


def into(qtbot, desk, parent, folder: Path) -> str:
    """Choose the folder that is asked for; what is said in the end."""
    qtbot.waitUntil(lambda: parent.findChild(QFileDialog, "recurring-folder") is not None)
    dialog = parent.findChild(QFileDialog, "recurring-folder")
    with qtbot.waitSignal(desk.noticed, timeout=20_000) as said:
        dialog.fileSelected.emit(str(folder))
    dialog.close()
    return said.args[0].text


def test_a_period_that_has_ended_is_offered_and_run_once(qtbot, desk, page, tmp_path):
    at = store_definition(desk.file, MONTHLY)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, f"run-{at}") is not None)
    offer = page.findChild(QPushButton, f"run-{at}")
    assert offer.text() == "Lập cho kỳ tháng 5/2026"
    qtbot.mouseClick(offer, Left)
    assert "Đã lập 1 tệp của “Báo cáo tháng”, kỳ tháng 5 năm 2026." in into(
        qtbot, desk, page, tmp_path
    )
    assert len(list(tmp_path.glob("BieuTongHop*.pdf"))) == 1
    qtbot.waitUntil(lambda: page.findChild(QPushButton, f"run-{at}") is None)
    assert definition_named(desk.file, "Báo cáo tháng").last_period == "2026-05"
    desk.ask(undo)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, f"run-{at}") is not None)


def test_the_keys_begin_in_the_list(qtbot, page):
    listed = opened(qtbot, page)
    qtbot.waitUntil(lambda: listed.focusWidget() is listed.findChild(DataTable, "recurring"))


def test_added_and_run_from_the_list(qtbot, desk, page, tmp_path):
    listed = opened(qtbot, page)
    pressed(qtbot, listed, "recurring-add")
    dialog = listed.findChild(DefinitionDialog)
    name = dialog.findChild(QLineEdit, "definition-name")
    name.clear()
    type_vietnamese(name, "Quý gửi Sở")
    span = dialog.findChild(QComboBox, "definition-span")
    qtbot.keyClick(span, Qt.Key.Key_Down)
    told = dialog.findChild(QLabel, "definition-period").text()
    assert told == "Kỳ gần nhất: quý I năm 2026 (từ 15/12/2025 đến 14/3/2026)."
    qtbot.keyClick(dialog.findChild(QCheckBox, "definition-xlsx"), Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    table = listed.findChild(DataTable, "recurring")
    qtbot.waitUntil(lambda: len(table.rows.ids) == 1)
    [stored] = definitions_of(desk.file)
    assert (stored.name, stored.span, stored.formats) == ("Quý gửi Sở", "quarter", ("pdf", "xlsx"))
    act = listed.findChild(QPushButton, "act")
    qtbot.waitUntil(lambda: act.text() == "Lập cho kỳ quý I/2026")
    qtbot.mouseClick(act, Left)
    assert "Đã lập 2 tệp" in into(qtbot, desk, page, tmp_path)


def test_another_period_is_chosen_by_keys(qtbot, desk, page, tmp_path):
    store_definition(desk.file, MONTHLY)
    listed = opened(qtbot, page)
    other = listed.findChild(QPushButton, "recurring-periods")
    qtbot.waitUntil(other.isEnabled)
    with qtbot.waitSignal(other.menu().aboutToShow):
        QTimer.singleShot(0, lambda: choose_second(qtbot, other.menu()))
        qtbot.keyClick(listed, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    said = into(qtbot, desk, page, tmp_path)
    assert "Đã lập 1 tệp của “Báo cáo tháng”, kỳ tháng 4 năm 2026." in said
    assert definition_named(desk.file, "Báo cáo tháng").last_period == "2026-04"


def choose_second(qtbot, menu):
    """Down to the second entry of a menu that is open, and Enter."""
    assert [each.text() for each in menu.actions()][:2] == ["Tháng 5 năm 2026", "Tháng 4 năm 2026"]
    assert len(menu.actions()) == 6
    while menu.activeAction() is not menu.actions()[1]:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_free_days_are_asked_for(qtbot, desk, page):
    dialog = DefinitionDialog(desk, None, page)
    dialog.open()
    span = dialog.findChild(QComboBox, "definition-span")
    qtbot.keyClick(span, Qt.Key.Key_End)
    act = dialog.findChild(QPushButton, "act")
    assert not act.isEnabled()
    for name, text in (("since", "28/5"), ("until", "6/6")):
        type_vietnamese(dialog.findChild(QLineEdit, f"definition-{name}"), text)
    assert act.isEnabled()
    qtbot.mouseClick(act, Left)
    qtbot.waitUntil(lambda: bool(definitions_of(desk.file)))
    [stored] = definitions_of(desk.file)
    assert (stored.since, stored.until) == (date(2026, 5, 28), date(2026, 6, 6))


def test_a_name_that_is_taken_is_told(qtbot, desk, page):
    store_definition(desk.file, MONTHLY)
    dialog = DefinitionDialog(desk, None, page)
    dialog.open()
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "Đã có báo cáo định kỳ tên" in problem.text())


def test_taken_away_and_brought_back(qtbot, desk, page):
    store_definition(desk.file, MONTHLY)
    listed = opened(qtbot, page)
    remove = listed.findChild(QPushButton, "recurring-remove")
    qtbot.waitUntil(remove.isEnabled)
    qtbot.mouseClick(remove, Left)
    qtbot.waitUntil(lambda: definitions_of(desk.file) == ())
    desk.ask(undo)
    qtbot.waitUntil(lambda: len(listed.findChild(DataTable, "recurring").rows.ids) == 1)


def test_in_words(desk, tmp_path):
    store_definition(desk.file, MONTHLY)
    [line] = definition_lines(desk.file)
    assert state_of_line(line) == "cần lập: tháng 5 năm 2026"
    assert due_words(line) == "Lập cho kỳ tháng 5/2026"
    run_definition(desk.file, line.definition, line.period, tmp_path)
    [line] = definition_lines(desk.file)
    assert state_of_line(line) == "đã lập ngày 08/06/2026"
    later = DefinitionLine(MONTHLY, line.period, is_due=False)
    assert state_of_line(later) == "chưa đến kỳ"


def test_nothing_of_a_definition_is_cut_at_the_side(qtbot, page):
    listed = opened(qtbot, page)
    pressed(qtbot, listed, "recurring-add")
    dialog = listed.findChild(DefinitionDialog)
    qtbot.waitExposed(dialog)
    dialog.resize(dialog.minimumSizeHint())
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
