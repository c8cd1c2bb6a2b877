"""A border that was dragged is there at the next start, on every page and in every dialog."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QWidget

import ui
from models.office.practice import sample_marks
from tests.ui.theme.test_cut_text import STATES, calm
from tests.ui.theme.test_number_pad import Room
from ui.theme.letters import ShareSplitter
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

UI = Path(ui.__file__).parent
MAKING = re.compile(r"\b(?:Side|Share)Splitter\((?:\"|[^\"\n]*, \")([\w-]+)\"")
FAR = 60
SLOW = pytest.mark.slow
SPLIT_DIALOGS = (
    "AboutDialog", "CityTemplateDialog", "DuplicatesDialog", "FrozenDialog", "HeadsDialog",
    "HelpWindow", "MarkTextDialog", "ReminderDialog", "SignersDialog", "WordingDialog",
)  # fmt: skip


def splitters(window: QWidget) -> dict[str, QSplitter]:
    """Those in sight whose border can be dragged, by their names."""
    seen = [
        each
        for each in window.findChildren(QSplitter)
        if each.isVisible() and each.count() == 2 and all(each.sizes())
    ]
    assert all(each.objectName() for each in seen)
    assert len({each.objectName() for each in seen}) == len(seen)
    return {each.objectName(): each for each in seen}


def drag(qtbot, split: QSplitter) -> None:
    """Take the border some way to where there is room."""
    handle = split.handle(1)
    middle, before = handle.rect().center(), split.sizes()
    across = split.orientation() == Qt.Orientation.Horizontal
    for far in (FAR, -FAR):
        by = QPoint(far, 0) if across else QPoint(0, far)
        qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseMove(handle, middle + by)
        qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + by)
        if split.sizes() != before:
            return
    raise AssertionError(f"{split.objectName()} cannot be dragged: {before}")


def same(first: list[int], second: list[int]) -> bool:
    """Rounded to whole letters in between."""
    return all(abs(one - other) <= 3 for one, other in zip(first, second, strict=True))


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot, host, desk, name):
    dialog = Room(desk, host).make(name)
    dialog.resize(1500, 900)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    calm(qtbot, desk)
    return dialog


@pytest.mark.parametrize("names", [("WordingDialog",), pytest.param(SPLIT_DIALOGS, marks=SLOW)])
def test_a_border_in_a_dialog_is_remembered(qtbot, host, practice, worn, names):
    for name in names:
        dialog = opened(qtbot, host, practice, name)
        found = splitters(dialog)
        assert found, name
        for each in found.values():
            drag(qtbot, each)
        dragged = {each: split.sizes() for each, split in found.items()}
        dialog.done(0)
        again = opened(qtbot, host, practice, name)
        wrong = {
            each: (dragged[each], split.sizes())
            for each, split in splitters(again).items()
            if not same(dragged[each], split.sizes())
        }
        assert not wrong, name
        again.done(0)


def window_of(qtbot, desk, folder):
    made = MainWindow(desk, open_settings(folder))
    qtbot.addWidget(made)
    made.resize(1900, 1000)
    made.show()
    made.show_file("overview")
    made.go_to("reconcile", [sample_marks()])
    calm(qtbot, desk)
    return made


@pytest.mark.parametrize(
    "states", [(("reports", "unit-summary"),), pytest.param(STATES, marks=SLOW)], ids=["one", "all"]
)
def test_a_border_on_a_page_is_remembered(qtbot, practice, worn, tmp_path, states):
    first = window_of(qtbot, practice, tmp_path)
    dragged = {}
    for key, what in states:
        first.go_to(key, what)
        calm(qtbot, practice)
        found = splitters(first)
        for name in found.keys() - dragged.keys():
            drag(qtbot, found[name])
            dragged[name] = found[name].sizes()
    assert dragged
    first.close()
    again = window_of(qtbot, practice, tmp_path)
    for key, what in states:
        again.go_to(key, what)
        calm(qtbot, practice)
        for name, each in splitters(again).items():
            assert same(dragged[name], each.sizes()), (name, dragged[name], each.sizes())


@pytest.mark.parametrize("width", [1100, 2600])
def test_reports_remember_both_ways_to_stand(qtbot, practice, worn, tmp_path, width):
    """The kinds over the options, or beside them where there is room."""
    sizes = []
    for _ in range(2):
        window = window_of(qtbot, practice, tmp_path)
        window.resize(width, 900)
        window.go_to("reports", None)
        calm(qtbot, practice)
        (split,) = splitters(window).values()
        if not sizes:
            before = split.sizes()
            drag(qtbot, split)
            assert split.sizes() != before
        sizes.append(split.sizes())
        window.close()
    assert same(*sizes)


def test_no_border_is_without_a_name_of_its_own():
    """And nobody shares out the room in a way of their own."""
    texts = {path: path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    own = [path.name for path, text in texts.items() if re.search(r"QSplitter\(|setSizes", text)]
    assert own == ["letters.py"]
    names = [name for text in texts.values() for name in MAKING.findall(text)]
    assert len(names) > 12
    assert sorted(names) == sorted(set(names))


def share_of(split):
    return split.sizes()[0] / sum(split.sizes())


@pytest.mark.parametrize("kept", ["nonsense", "nan", "-1", "7"])
def test_nonsense_in_the_settings_gives_the_usual_share(qtbot, kept):
    QSettings().setValue("shares/try-over", kept)
    split = ShareSplitter("try", 0.6)
    qtbot.addWidget(split)
    for words in ("trên", "dưới"):
        split.addWidget(QLabel(words))
    split.resize(300, 500)
    split.show()
    QApplication.processEvents()
    assert share_of(split) == pytest.approx(0.6, abs=0.01)
    split.resize(300, 900)
    assert share_of(split) == pytest.approx(0.6, abs=0.01)
