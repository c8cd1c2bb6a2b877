"""The window puts on record that the data of another commune was looked at."""

from __future__ import annotations

from models.office.setup import init_file
from models.papers.pending_actions import waiting_actions
from models.store.data_file import open_file, view_file
from tests.conftest import clock
from ui.start.record import OnRecord
from ui.window.memory import user_folder


def test_a_viewed_file_of_another_commune_is_on_record(qtbot, desk, data_path, tmp_path, home):
    on_record = OnRecord(desk, desk)
    desk.take(open_file(data_path, clock))
    on_record.begin()
    qtbot.waitUntil((user_folder() / "don-vi-cua-toi.json").exists)
    init_file(tmp_path / "khac.tiendo", "Xã Cẩm Giàng", None, clock).close()
    desk.take(view_file(tmp_path / "khac.tiendo", clock))
    on_record.begin()
    qtbot.waitUntil(lambda: len(waiting_actions(user_folder())) == 1)
    on_record.begin()
    assert [each.detail for each in waiting_actions(user_folder())] == ["Xã Cẩm Giàng"]
