"""At a quiet moment the open file is tidied without anybody asking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from models.journal import packing
from models.papers.action_log import actions
from models.records import Mark
from models.records.actions import ActionKind
from models.roster.marks import clear_marks, set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from ui.desk import Desk
from ui.lane import Lane
from ui.safekeeping import keeper as keepers
from ui.safekeeping import tidying
from ui.safekeeping.keeper import Safekeeper
from ui.safekeeping.tidying import QuietTidying


@pytest.fixture
def keeper(qtbot, tmp_path, data_path, monkeypatch):
    """Copies begin at once, and a moment without change is quiet."""
    monkeypatch.setattr(keepers, "START_MS", 0)
    monkeypatch.setattr(tidying, "LOOK_MS", 20)
    monkeypatch.setattr(tidying, "QUIET_SECONDS", 0)
    for name, least in (("ENOUGH", 10), ("LARGE", 10), ("NEWEST", 0)):
        monkeypatch.setattr(packing, name, least)
    with open_file(data_path, clock) as file:
        ids = add_people(file, 5)
        for _ in range(3):
            set_marks(file, ids, Mark.REGISTERED)
            clear_marks(file, ids, Mark.REGISTERED)
    lane = Lane()
    desk = Desk(lane, clock)
    made = Safekeeper(
        desk, QSettings(str(tmp_path / "nho.ini"), QSettings.Format.IniFormat), spared
    )
    QuietTidying(desk, made)
    yield desk, made
    made.close()
    desk.close()
    lane.close()


def spared(file):
    return False


def packed(file):
    return [each.count for each in actions(file, kinds={ActionKind.PACKED})]


def test_old_history_is_packed_once_all_of_it_stands_in_a_proven_copy(qtbot, keeper, data_path):
    desk, made = keeper
    desk.take(open_file(data_path, lambda: clock().replace(year=2027, month=12)))
    qtbot.waitUntil(lambda: bool(made.safety.copies))
    qtbot.waitUntil(lambda: bool(packed(desk.file)))
    # The copy that proved itself for it is the one of the start.
    assert len(made.safety.copies) == 1
