"""The window as the officer meets it: pages by key, named undo, one message bar."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from models.errors import AppError
from models.journal.history import fingerprint
from models.records import UnitKind
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from reports.catalog import KINDS
from tests.ui.conftest import NO_RULES
from ui.pages.catalog import PageEntry
from ui.pages.page import Page
from ui.theme.appearance import Appearance
from ui.window.commands import LINE, MENUS
from ui.window.deeds import LEADS, connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Blank(Page):
    """A page that remembers what it was told."""

    def __init__(self, desk):
        super().__init__(desk)
        self.visits = 0
        self.told = []
        self.field = QLineEdit(self)

    def shown(self):
        self.visits += 1
        self.loaded.emit()

    def take(self, what):
        self.told.append(what)


SMALL_AT_150 = (911, 512)
"""A screen of 1366×768 at 150 %, in the window's own points."""
KEYS = ("overview", "roster", "reconcile", "units", "contest", "reports", "data")
PAGES = tuple(PageEntry(key, f"Trang {key}", key, Blank) for key in KEYS)


@pytest.fixture
def settings(tmp_path):
    return open_settings(tmp_path)


@pytest.fixture
def window(qtbot, qapp, desk, settings):
    window = MainWindow(desk, settings, PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.show_file("overview")
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def dressed(qapp, desk, settings, window):
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    appearance = Appearance(qapp, settings)
    connect_deeds(window, desk, appearance)
    yield appearance
    appearance.setParent(None)
    appearance.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet or NO_RULES)


def words(window, name):
    return window.findChild(QLabel, name).text()


@pytest.mark.parametrize("modifier", [Modifier.AltModifier, Modifier.ControlModifier])
def test_digits_switch_pages(qtbot, window, modifier):
    for digit, key in enumerate(KEYS, start=1):
        qtbot.keyClick(window, Key(Key.Key_0 + digit), modifier)
        assert window.current == key


def test_the_rail_switches_pages_by_mouse(qtbot, window, settings):
    qtbot.mouseClick(window.findChild(QPushButton, "rail-units"), Qt.MouseButton.LeftButton)
    assert window.current == "units"
    assert window.findChild(QPushButton, "rail-units").isChecked()
    assert settings.value("window/page") == "units"


def test_a_page_is_built_once_and_told_each_time(window):
    window.go_to("roster", "ai đó")
    window.go_to("units")
    window.go_to("roster")
    assert window.page("roster").visits == 2
    assert window.page("roster").told == ["ai đó"]


def test_a_page_leads_to_another_with_what_to_show(window):
    window.page("overview").open_page.emit("roster", 7)
    assert window.current == "roster"
    assert window.page("roster").told == [7]


def test_a_page_asks_for_files_to_be_read(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.importing) as asked:
        window.page("overview").open_page.emit("import", tmp_path / "a.xlsx")
    assert asked.args == [[tmp_path / "a.xlsx"]]


def test_another_file_begins_with_new_pages(qtbot, window):
    before = window.page("overview")
    window.show_file("overview")
    assert window.page("overview") is not before
    qtbot.waitSignal(before.destroyed)


def test_an_unknown_page_opens_the_first(window):
    window.show_file("no such page")
    assert window.current == "overview"


def test_undo_and_redo_are_named_everywhere(qtbot, desk, window):
    add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    undo, redo = window.commands["undo"], window.commands["redo"]
    qtbot.waitUntil(lambda: undo.text() == "&Hoàn tác: thêm đơn vị Phòng Đô thị")
    assert words(window, "statusUndo") == "Ctrl+Z hoàn tác: thêm đơn vị Phòng Đô thị"
    qtbot.keyClick(window, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: words(window, "messageText").startswith("Đã hoàn tác"))
    assert words(window, "messageText") == "Đã hoàn tác: thêm đơn vị Phòng Đô thị."
    assert "Phòng Đô thị" not in [unit.name for unit in list_units(desk.file)]
    qtbot.waitUntil(lambda: redo.text() == "&Làm lại: thêm đơn vị Phòng Đô thị")
    qtbot.keyClick(window, Key.Key_Y, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: words(window, "messageText").startswith("Đã làm lại"))
    assert "Phòng Đô thị" in [unit.name for unit in list_units(desk.file)]


def test_ctrl_z_in_a_field_belongs_to_the_field(qtbot, desk, window):
    add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    qtbot.waitUntil(lambda: "Phòng Đô thị" in window.commands["undo"].text())
    field = window.page("overview").field
    field.setFocus()
    qtbot.keyClicks(field, "an")
    qtbot.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
    assert field.text() == ""
    assert "Phòng Đô thị" in [unit.name for unit in list_units(desk.file)]


def test_ctrl_s_says_that_all_is_saved(qtbot, desk, window, dressed):
    add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    qtbot.waitUntil(lambda: words(window, "statusSaved") == "Đã tự lưu lúc 17:00")
    before = fingerprint(desk.file)
    qtbot.keyClick(window, Key.Key_S, Modifier.ControlModifier)
    assert words(window, "messageText").startswith("Đã tự lưu lúc 17:00.")
    assert fingerprint(desk.file) == before


def test_what_nobody_took_is_told(qtbot, desk, window):
    def refuse(_file):
        raise AppError("Đơn vị này không còn.", "Hãy chọn đơn vị khác.")

    desk.ask(refuse)
    qtbot.waitUntil(lambda: "không còn" in words(window, "messageText"))
    assert words(window, "messageText") == "Đơn vị này không còn. Hãy chọn đơn vị khác."


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    common = (mime, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, *common)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, *common))


def test_files_can_be_dropped_anywhere(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.dropped) as dropped:
        drop(window, tmp_path / "Danh sách trường.xlsx", tmp_path / "b.csv")
    assert dropped.args == [[tmp_path / "Danh sách trường.xlsx", tmp_path / "b.csv"]]


def test_text_is_no_file(window):
    mime = QMimeData()
    mime.setText("Đặng Thị Hòa")
    enter = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Modifier.NoModifier,
    )  # fmt: skip
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_no_two_commands_share_a_key():
    keys = Counter(key for _, lines in MENUS for line in lines for key in line.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_every_command_is_reached_by_a_letter():
    for title, lines in MENUS:
        assert "&" in title
        letters = [_letter(line.text) for line in lines if line is not LINE]
        assert all(letters), title
        assert len(letters) == len(set(letters)), (title, letters)


def _letter(text):
    plain = text.replace("&&", "")
    at = plain.find("&")
    return plain[at + 1].casefold() if at >= 0 else ""


def test_the_sheet_of_shortcuts_opens_by_key(qtbot, window, dressed):
    qtbot.keyClick(window, Key.Key_Slash, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "shortcutSheet") is not None)
    sheet = window.findChild(QDialog, "shortcutSheet")
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText) in shown
    sheet.reject()


def test_text_grows_by_key_and_nothing_is_lost_in_the_rail(qtbot, window, dressed):
    for _ in range(3):
        qtbot.keyClick(window, Key.Key_BracketRight, Modifier.ControlModifier)
    assert dressed.text_size == 150
    button = window.findChild(QPushButton, "rail-reports")
    qtbot.waitUntil(lambda: not button.text() or button.sizeHint().width() <= button.width())
    qtbot.keyClick(window, Key.Key_0, Modifier.ControlModifier)
    assert dressed.text_size == 100


def test_a_small_window_keeps_only_the_icons_of_the_rail(qtbot, window):
    window.resize(1366, 697)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "rail-roster").text() != "")
    window.resize(*SMALL_AT_150)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "rail-roster").text() == "")
    assert window.findChild(QPushButton, "rail-roster").toolTip()


def test_everything_has_a_name_for_screen_readers(window):
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is not None and not interface.text(QAccessible.Text.Name):
                nameless.append((type(widget).__name__, widget.objectName()))
    assert [each for each in nameless if each[0] != "QLineEdit"] == []


def test_the_menus_lead_to_pages_and_documents_that_exist():
    codes = {kind.code for kind in KINDS}
    for page, what in LEADS.values():
        assert page in KEYS
        assert page != "reports" or what is None or what in codes


def test_the_window_comes_back_as_large_as_it_was(qtbot, desk, settings, window):
    window.resize(700, 500)
    window.close()
    again = MainWindow(desk, settings, PAGES)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


def test_enter_presses_the_button_that_has_the_focus_once(qtbot, window):
    rail = window.findChild(QPushButton, "rail-units")
    pressed = []
    rail.clicked.connect(lambda: pressed.append(1))
    rail.setFocus()
    qtbot.keyClick(rail, Key.Key_Return)
    assert (window.current, pressed) == ("units", [1])
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Modifier.NoModifier, "", True)
    rail.setFocus()
    QApplication.sendEvent(rail, held)
    assert pressed == [1]
