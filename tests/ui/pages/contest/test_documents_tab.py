"""The register of documents in the window: written down, numbered, answered, with files."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from models.figures.frozen import freeze
from models.journal.replay import undo
from models.papers.documents import add_document, register_of
from models.records.documents import Direction, DocumentDraft
from tests.ui.attachments.drops import drop_files
from tests.ui.keys import type_vietnamese
from ui.pages.contest.document_answer import AnswerDialog
from ui.pages.contest.document_dialog import DocumentDialog
from ui.pages.contest.documents_columns import register_words, sorted_documents
from ui.pages.contest.documents_tab import DocumentsTab
from ui.table.data_table import DataTable

Key = Qt.Key
CITY = ["2291/SKHCN-TTTT", "2136/SKHCN-TTTT"]


@pytest.fixture
def tab(qtbot, desk):
    made = DocumentsTab(desk)
    qtbot.addWidget(made)
    made.resize(1100, 620)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.loaded):
        made.shown()
    qtbot.waitUntil(lambda: symbols(made) == CITY)
    return made


def table(tab) -> DataTable:
    return tab.findChild(DataTable, "documents")


def symbols(tab) -> list[str]:
    tab.grab()
    rows = table(tab).rows
    found = [rows.row_of(each) for each in rows.ids]
    return [row.document.told.symbol if row else "…" for row in found]


def press(qtbot, tab, name) -> None:
    qtbot.mouseClick(tab.findChild(QPushButton, f"documents-{name}"), Qt.MouseButton.LeftButton)


def fill(dialog, **fields) -> None:
    for name, text in fields.items():
        field = dialog.findChild(QLineEdit, f"document-{name}")
        field.clear()
        type_vietnamese(field, text)


def save(qtbot, dialog) -> None:
    """Save; the window below gets the keys back, as from a window manager."""
    tab = dialog.parentWidget()
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)


def shown(tab) -> DocumentDialog | None:
    """The dialog that is open now."""
    return next((each for each in tab.findChildren(DocumentDialog) if each.isVisible()), None)


def told(desk, symbol) -> DocumentDraft:
    return next(e.told for e in register_of(desk.file) if e.told.symbol == symbol)


def test_a_letter_is_written_down_by_keys(qtbot, desk, tab):
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Insert)
    dialog = tab.findChild(DocumentDialog)
    fill(dialog, symbol="512/VP-TH", issued="3/6", subject="Báo cáo nhanh", due="9/6")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: symbols(tab) == ["2291/SKHCN-TTTT", "512/VP-TH", "2136/SKHCN-TTTT"])
    assert told(desk, "512/VP-TH").due_on == date(2026, 6, 9)
    assert table(tab).current_id() == next(
        e.id for e in register_of(desk.file) if e.told.symbol == "512/VP-TH"
    )


def test_the_same_letter_is_told_in_the_dialog(qtbot, tab):
    press(qtbot, tab, "add-in")
    dialog = tab.findChild(DocumentDialog)
    fill(dialog, symbol="2136/SKHCN-TTTT", issued="28/5")
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "Trong sổ đã có công văn 2136/SKHCN-TTTT" in problem.text())
    assert dialog.isVisible()


def test_a_deadline_before_the_letter_is_told_at_once(qtbot, tab):
    press(qtbot, tab, "add-in")
    dialog = tab.findChild(DocumentDialog)
    fill(dialog, symbol="1/A", issued="8/6", due="7/6")
    assert dialog.findChild(QLabel, "problem").text() == "Hạn xử lý đứng trước ngày ban hành."
    assert not dialog.findChild(QPushButton, "act").isEnabled()


def test_an_outgoing_one_gets_its_number_and_answers(qtbot, desk, tab):
    report = freeze(desk.file, title="Báo cáo nhanh")
    press(qtbot, tab, "add-out")
    qtbot.waitUntil(lambda: tab.findChild(DocumentDialog) is not None)
    dialog = tab.findChild(DocumentDialog)
    qtbot.keyClick(dialog.findChild(QComboBox, "document-frozen"), Key.Key_Down)
    fill(dialog, subject="Báo cáo kết quả", recipient="Sở KHCN")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: symbols(tab) == ["", *CITY])
    assert "Chờ số: 1 văn bản đi." in tab.findChild(QLabel, "documents-words").text()
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_F2)
    qtbot.waitUntil(lambda: shown(tab) not in (None, dialog))
    again = shown(tab)
    assert "Báo cáo nhanh" in again.findChild(QComboBox, "document-frozen").currentText()
    fill(again, symbol="12/BC-UBND", issued="8/6")
    save(qtbot, again)
    assert [e.frozen for e in register_of(desk.file, Direction.OUT)] == [(report.id,)]
    qtbot.waitUntil(lambda: symbols(tab) == ["12/BC-UBND", *CITY])
    qtbot.keyClick(table(tab), Key.Key_Down)
    qtbot.waitUntil(tab.findChild(QPushButton, "documents-answer").isEnabled)
    press(qtbot, tab, "answer")
    answer = tab.findChild(AnswerDialog)
    qtbot.keyClick(answer.findChild(QComboBox, "answer-by"), Key.Key_Down)
    qtbot.keyClick(answer, Key.Key_Return)
    qtbot.waitUntil(lambda: sum(each.is_open for each in register_of(desk.file)) == 1)


def test_done_and_not_done_again(qtbot, desk, tab):
    table(tab).setFocus()
    table(tab).go_to_first()
    qtbot.waitUntil(tab.findChild(QPushButton, "documents-settle").isEnabled)
    press(qtbot, tab, "settle")
    settle = tab.findChild(QPushButton, "documents-settle")
    qtbot.waitUntil(lambda: settle.text() == "Chưa &xong")
    assert [each.settled_on for each in register_of(desk.file)] == [date(2026, 6, 8), None]
    press(qtbot, tab, "settle")
    qtbot.waitUntil(lambda: settle.text() == "Đã &xong")


def test_delete_and_undo(qtbot, desk, tab):
    table(tab).setFocus()
    table(tab).go_to_first()
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(table(tab), Key.Key_Delete)
    assert said.args == ["Đã xóa 1 văn bản. Nhấn Ctrl+Z để lấy lại."]
    qtbot.waitUntil(lambda: symbols(tab) == CITY[1:])
    desk.ask(undo)
    qtbot.waitUntil(lambda: symbols(tab) == CITY)


def test_files_that_fall_on_a_line_belong_to_it(qtbot, desk, tab, tmp_path):
    (tmp_path / "2136.pdf").write_bytes(b"%PDF")
    line = table(tab).visualRect(table(tab).rows.index(1, 0)).center()
    with qtbot.waitSignal(desk.noticed) as said:
        assert drop_files(table(tab).viewport(), [tmp_path / "2136.pdf"], line)
    assert "vào công văn 2136/SKHCN-TTTT ngày 28/5/2026" in said.args[0].text
    assert [each.files for each in register_of(desk.file)] == [0, 1]


def test_files_that_fall_beside_the_lines_come_with_a_new_letter(qtbot, desk, tab, tmp_path):
    (tmp_path / "moi.pdf").write_bytes(b"%PDF")
    below = QPoint(50, table(tab).viewport().height() - 3)
    drop_files(table(tab).viewport(), [tmp_path / "moi.pdf"], below)
    dialog = tab.findChild(DocumentDialog)
    fill(dialog, symbol="7/UBND", issued="7/6")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: [e.files for e in register_of(desk.file)] == [1, 0, 0])


def test_shown_by_filter_and_order(qtbot, desk, tab):
    add_document(desk.file, DocumentDraft(Direction.OUT, "Công văn", subject="Đôn đốc"))
    qtbot.waitUntil(lambda: symbols(tab) == ["", *CITY])
    tab.take("out")
    qtbot.waitUntil(lambda: symbols(tab) == [""])
    tab.take(next(e.id for e in register_of(desk.file) if e.told.symbol == CITY[1]))
    qtbot.waitUntil(lambda: len(symbols(tab)) == 3)
    assert table(tab).current_id() == table(tab).rows.ids[2]


def test_order_by_a_column_leaves_what_has_none_at_the_end(desk):
    add_document(desk.file, DocumentDraft(Direction.OUT, "Công văn", subject="Đôn đốc"))
    found = register_of(desk.file)
    for descending in (False, True):
        ordered = sorted_documents(found, "symbol", descending=descending)
        expected = CITY if descending else CITY[::-1]
        assert [each.told.symbol for each in ordered] == [*expected, ""]


def test_what_is_left_in_words(desk):
    found = register_of(desk.file)
    assert register_words(found, date(2026, 6, 11)) == (
        "Còn phải làm: 2 văn bản đến (2 hạn hôm nay)."
    )
    assert register_words(found, date(2026, 6, 12)).endswith("(2 quá hạn).")
    assert register_words((), date(2026, 6, 12)) == ""
