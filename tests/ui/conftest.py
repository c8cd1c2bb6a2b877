"""What tests of screens ask for: a desk on a real file, and settings that nobody else reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from models.clock import Clock
from models.office.practice import make_practice, practice_clock
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from ui.desk import Desk
from ui.lane import Lane
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from tests.ui.theme.test_number_pad import Room

NO_RULES = "/* no rules */"


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    """Each test starts with nothing remembered, and leaves nothing behind."""
    folder = str(tmp_path / "settings")
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder)


@pytest.fixture(scope="session", autouse=True)
def _nothing_copied_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Offscreen, what Python put on the clipboard must not outlive Python: it would crash then."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def desk(qtbot, data_path: Path) -> Iterator[Desk]:
    """A desk with a fresh file open, at 17:00 on 08/06/2026."""
    yield from desk_over(data_path, clock)


@pytest.fixture
def practice(qtbot, tmp_path: Path) -> Iterator[Desk]:
    """A desk over the practice commune."""
    path = tmp_path / "mau.tiendo"
    make_practice(path).close()
    yield from desk_over(path, practice_clock)


def desk_over(path: Path, time: Clock) -> Iterator[Desk]:
    """A desk with the file at `path` open, closed when the test is over."""
    lane = Lane()
    made = Desk(lane, time)
    made.take(open_file(path, time))
    yield made
    made.close()
    lane.close()


@pytest.fixture
def room(qtbot, desk: Desk) -> Room:
    """What any dialog is made over: a desk with three people, and a window."""
    from tests.ui.theme.test_number_pad import Room

    add_people(desk.file, 3)
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return Room(desk, host)


@pytest.fixture
def worn(qapp: QApplication, tmp_path: Path) -> Iterator[Appearance]:
    """The looks of the window; the application is bare again when the test is over.

    A style sheet without rules stays: when Qt takes the last sheet away while a window of the test
    is still to be destroyed, it keeps a pointer to that window and crashes with the next sheet.
    """
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet() or NO_RULES
    made = Appearance(qapp, QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat))
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)
