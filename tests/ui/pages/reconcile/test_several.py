"""Several accounts are decided by one key, each only where nothing is left to choose."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from models.figures.figures import figures
from tests.ui.pages.reconcile.acts import (
    box,
    button,
    click,
    column,
    counts,
    open_box,
    unfold,
    words,
    write,
)
from tests.ui.pages.reconcile.conftest import CLINIC, EXPORT, FAR, OUTSIDER, UNSURE

Key = Qt.Key
NEW_ONES = ((1, "Mai"), (2, "Cúc"), (3, "Trúc"))
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


def test_new_people_are_alike_only_in_one_unit_of_the_platform(qtbot, page, receive, make_export):
    others = [(f"la{at}", f"Hoàng Văn {name}", "", "TYT số 2", "5", "") for at, name in NEW_ONES]
    receive(make_export((*EXPORT, *others)))
    outside = open_box(qtbot, page, "not_on_roster")
    outside.setFocus()
    names = column(qtbot, outside, "Họ và tên")
    outside.go_to(outside.rows.ids[names.index("Hoàng Văn Mai")])
    qtbot.keyClick(outside, Key.Key_3)
    line = page.findChild(QComboBox, "not_on_roster-unit").lineEdit()
    qtbot.waitUntil(line.hasFocus)
    line.setText(CLINIC)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 4)
    alike = button(page, "reconcile-not_on_roster-alike")
    qtbot.waitUntil(lambda: "2 dòng giống" in alike.text())
    qtbot.keyClick(outside, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 2)
    undecided = [name in (OUTSIDER[1], FAR[1]) for name in names]
    qtbot.waitUntil(
        lambda: (
            [words == "Chưa quyết định" for words in column(qtbot, outside, "Quyết định")]
            == undecided
        )
    )
    qtbot.keyClick(outside, Key.Key_0)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 4)


def test_one_enter_names_the_unit_of_one_text(qtbot, page, receive, make_export):
    names = ("TYT số 2", "TYT số 3")
    texts = [(f"u{at}", f"Hoàng Văn {name}", "", name, "5", "") for at, name in enumerate(names)]
    receive(make_export((*EXPORT[:1], *texts)))
    unfold(qtbot, page)
    click(qtbot, page, "beside-units")
    table = box(page, "units")
    qtbot.keyClick(table, Key.Key_Return)
    line = page.findChild(QComboBox, "text-unit").lineEdit()
    qtbot.waitUntil(line.hasFocus)
    line.setText(CLINIC)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: CLINIC in column(qtbot, table, "Là đơn vị"))
    assert column(qtbot, table, "Là đơn vị").count("Chưa rõ") == 1


def test_those_who_lack_a_unit_stay_selected_and_get_one_together(
    qtbot, page, receive, make_export
):
    others = [(f"la{at}", f"Hoàng Văn {name}", "", "TYT số 2", "5", "") for at, name in NEW_ONES]
    receive(make_export((*EXPORT, *others)))
    outside = open_box(qtbot, page, "not_on_roster")
    outside.setFocus()
    outside.selectAll()
    qtbot.keyClick(outside, Key.Key_3)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 4)
    assert "4 người chưa rõ đơn vị" in words(page, "reconcile-not_on_roster-said")
    line = page.findChild(QComboBox, "not_on_roster-unit").lineEdit()
    qtbot.waitUntil(line.hasFocus)
    line.setText(CLINIC)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 0)
