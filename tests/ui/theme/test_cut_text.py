"""Nothing is cut on any page or in any dialog: 5 sizes of the text on 3 screens, and back again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

import ui.people.act_dialog
import ui.theme.growing
import ui.theme.on_screen
from models.office.practice import sample_marks
from reports.catalog import KINDS
from tests.ui.theme.cut_text import cut_text, name_of
from tests.ui.theme.test_number_pad import MAKERS, Room, answered
from ui.pages.contest.tabs import TABS
from ui.theme.on_screen import DialogSizes
from ui.theme.pieces import roomy
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

SIZES = (90, 100, 125, 150, 200)
SCREENS = (QSize(1024, 600), QSize(1366, 697), QSize(1920, 1032))
OFFICE, HALVED = QSize(1366, 697), QSize(683, 348)
"""What a taskbar leaves of 1366×768, and the same screen where Windows draws all twice as large."""
TITLE = QSize(8, 40)
STATES = (
    ("overview", None),
    ("roster", None),
    ("reconcile", None),
    ("reconcile", "slips"),
    ("reconcile", "official"),
    ("units", None),
    *(("contest", entry.key) for entry in TABS),
    ("reports", KINDS[0].code),
    ("reports", "reminder-letter"),
    ("data", None),
    ("data", "history"),
)
MATRIX = [(size, screen) for size in SIZES for screen in SCREENS] + [(100, HALVED)]
SLOW = pytest.mark.slow
OFTEN_OR_SLOWLY = pytest.mark.parametrize(
    "cases", [[(200, OFFICE)], pytest.param(MATRIX, marks=SLOW)], ids=["sample", "matrix"]
)
CHANGING = ("overview", "roster")
SOME_DIALOGS = (
    "CityTemplateDialog",
    "ContestSettings",
    "DefinitionDialog",
    "HeadsDialog",
    "ImportWizard",
    "PersonDialog",
    "Question",
    "SendingDialog",
)


def calm(qtbot, desk):
    """All answers have come, and the screen has followed."""
    answered(qtbot, desk)
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def window(qtbot, practice, worn, tmp_path):
    made = MainWindow(practice, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(OFFICE)
    made.show()
    made.show_file("overview")
    calm(qtbot, practice)
    return made


@OFTEN_OR_SLOWLY
def test_nothing_is_cut_on_any_page(qtbot, window, practice, worn, cases):
    window.go_to("reconcile", [sample_marks()])
    calm(qtbot, practice)
    found = []
    for size, screen in cases:
        worn.set_text_size(size)
        window.resize(screen)
        for key, what in STATES:
            window.go_to(key, what)
            calm(qtbot, practice)
            where = f"{key} {what or ''} {size} % {screen.width()}"
            found += [f"{where}: {each}" for each in cut_text(window)]
            if window.size() != screen:
                found.append(f"{where}: the window is {window.size()}")
    assert not found, "\n".join(found)


@pytest.fixture
def host(qtbot):
    """What dialogs lie over: bare, as it is dressed anew with each size."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@OFTEN_OR_SLOWLY
def test_nothing_is_cut_in_any_dialog(qtbot, host, practice, worn, cases, monkeypatch):
    rooms = [OFFICE - TITLE]
    for each in (ui.theme.on_screen, ui.theme.growing, ui.people.act_dialog):
        monkeypatch.setattr(each, "room_of", lambda _window: rooms[-1])
    DialogSizes(worn)
    room, found = Room(practice, host), []
    names = SOME_DIALOGS if len(cases) == 1 else MAKERS
    for size, screen in cases:
        worn.set_text_size(size)
        rooms.append(screen - TITLE)
        for name in names:
            dialog = room.make(name)
            dialog.open()
            qtbot.waitUntil(dialog.isActiveWindow)
            calm(qtbot, practice)
            where = f"{name} {size} % {screen.width()}"
            found += [f"{where}: {each}" for each in cut_text(dialog)]
            if dialog.size() != dialog.size().boundedTo(rooms[-1]):
                found.append(f"{where}: it is {dialog.size()}")
            dialog.done(0)
            host.activateWindow()
    assert not found, "\n".join(found)


def places(window):
    """Where everything in sight stands, and how wide columns and halves are."""
    told = [
        (type(each).__name__, each.objectName(), each.geometry().getRect())
        for each in window.findChildren(QWidget)
        if each.isVisible() and not each.size().isEmpty()
    ]
    told += [
        (name_of(each.parent()), *(each.sectionSize(at) for at in range(min(each.count(), 30))))
        for each in window.findChildren(QHeaderView)
        if each.isVisible()
    ]
    return told + [
        tuple(each.sizes()) for each in window.findChildren(QSplitter) if each.isVisible()
    ]


@pytest.mark.parametrize("keys", [CHANGING, pytest.param(None, marks=SLOW)], ids=["some", "all"])
def test_every_page_is_as_before_when_the_text_is(qtbot, window, practice, worn, keys):
    for key, what in [state for state in STATES if keys is None or state[0] in keys]:
        window.go_to(key, what)
        told = []
        for size in (90, 100, 200, 100):
            worn.set_text_size(size)
            calm(qtbot, practice)
            told.append(places(window))
        _, before, _, after = told
        other = set(after) ^ set(before)
        assert not other, f"{key} {what}: {sorted(map(str, other))}"


@pytest.mark.parametrize("names", [SOME_DIALOGS, pytest.param(tuple(MAKERS), marks=SLOW)])
def test_every_dialog_is_as_before_when_the_text_is(
    qtbot, host, practice, worn, monkeypatch, names
):
    for each in (ui.theme.on_screen, ui.theme.growing, ui.people.act_dialog):
        monkeypatch.setattr(each, "room_of", lambda _window: OFFICE - TITLE)
    DialogSizes(worn)
    room, changed = Room(practice, host), []
    # The screen of the tests is not as wide as that one can be at least.
    for name in set(names) - {"CityTemplateDialog"}:
        dialog = room.make(name)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        told = []
        for size in (90, 100, 150, 100):
            calm(qtbot, practice)
            worn.set_text_size(size)
            calm(qtbot, practice)
            told.append(dialog.size().toTuple())
        if told[1] != told[3]:
            changed.append((name, told))
        dialog.done(0)
        host.activateWindow()
    assert changed == []


def shown(qtbot, *parts):
    """Parts one below the other, in a window."""
    made = QWidget()
    column = QVBoxLayout(made)
    for each in parts:
        column.addWidget(each)
    qtbot.addWidget(made)
    made.show()
    return made


def squeezed(widget, width=30):
    widget.setFixedWidth(width)
    return widget


def test_what_is_cut_is_found(qtbot):
    label, wrapped = QLabel("Đã đăng ký"), QLabel("Đã đăng ký và chưa hoàn thành")
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(90, 12)
    line, combo = QLineEdit(), QComboBox()
    line.setPlaceholderText("Tìm tên, số điện thoại")
    combo.addItem("Văn phòng Hội đồng nhân dân")
    tree = QTreeWidget()
    tree.setHeaderLabels(["Đơn vị", "Đã đăng ký"])
    tree.header().resizeSection(0, 12)
    parts = [label, line, combo, QPushButton("Đánh dấu đã đăng ký")]
    window = shown(qtbot, *map(squeezed, parts), wrapped, tree)
    told = cut_text(window)
    assert len(told) == 6
    assert sum("wide" in each for each in told) == 5


def test_what_is_whole_ends_on_purpose_or_scrolls_is_not(qtbot):
    meant = squeezed(QLabel("Đã đăng ký"))
    meant.setToolTip(meant.text())
    far = QPushButton("Xa")
    inside = QWidget()
    inside.setMinimumSize(900, 900)
    far.setParent(inside)
    far.move(800, 800)
    window = shown(qtbot, QPushButton("Lưu"), meant, QLabel("Đã đăng ký"), roomy(inside))
    window.resize(300, 300)
    assert cut_text(window) == []
    inside.parentWidget().parentWidget().setWidgetResizable(True)
    inside.setMinimumSize(0, 0)
    QApplication.processEvents()
    assert [each for each in cut_text(window) if "Xa" in each]
