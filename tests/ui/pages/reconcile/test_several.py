"""Several accounts are decided by one key, each only where nothing is left to choose."""

from PySide6.QtCore import Qt

from models.figures.figures import figures
from tests.ui.pages.reconcile.acts import box, column, counts, words, write
from tests.ui.pages.reconcile.conftest import EXPORT, UNSURE

Key = Qt.Key
SECOND = ("x9", "Vũ Ngọc Dung", "", "", "5", "x")


def test_one_key_decides_all_selected_lines(qtbot, desk, page, receive, make_export):
    receive(make_export((*EXPORT, SECOND)))
    assert counts(page)["uncertain"] == 2
    table = box(page, "uncertain")
    table.selectAll()
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 0)
    assert column(qtbot, table, "Quyết định") == ["Là người này", "Là người này"]
    table.selectAll()
    qtbot.keyClick(table, Key.Key_0)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 2)
    table.selectAll()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 0)
    table.selectAll()
    qtbot.keyClick(table, Key.Key_3)
    assert "2 người chưa rõ đơn vị" in words(page, "reconcile-uncertain-said")
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 3)
    write(qtbot, desk, page)
    assert figures(desk.file).registered == 4
    assert UNSURE[1]
