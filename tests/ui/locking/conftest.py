"""A window with all that locks it, over a small encrypted file."""

from __future__ import annotations

import pytest

from models.store.data_file import open_file
from models.store.keyring import forget_keys
from tests.conftest import clock
from tests.encrypted import CHEAP, encrypt
from tests.factory import add_people
from ui.desk import Desk
from ui.lane import Lane
from ui.locking.wiring import Locking
from ui.safekeeping.keeper import keeper_of
from ui.safekeeping.wiring import keep_safe
from ui.start.session import Session
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """Deriving a key takes no time; nobody knows one when the test begins or ends."""
    monkeypatch.setattr("models.store.slots.COST", CHEAP)
    yield
    forget_keys()


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "nha"
    folder.mkdir()
    monkeypatch.setenv("TIENDO_DATA", str(folder / "TienDo.tiendo"))
    return folder


@pytest.fixture
def peopled(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    return data_path


@pytest.fixture
def code(peopled):
    """The recovery code of the file, which is encrypted now and locked."""
    made = encrypt(peopled)
    forget_keys()
    return made


@pytest.fixture
def desk(qtbot):
    lane = Lane()
    made = Desk(lane, clock)
    yield made
    if (keeper := keeper_of(made)) is not None:
        keeper.close()
    made.close()
    lane.close()


@pytest.fixture
def window(qtbot, desk, home):
    made = MainWindow(desk, open_settings(home))
    keep_safe(made, desk)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def session(desk, window):
    made = Session(desk, window.settings, window)
    Locking(window, desk, made.opener)
    return made
