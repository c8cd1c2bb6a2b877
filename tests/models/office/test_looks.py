"""A look at a file of another commune is on record in one's own; a look at one's own copy is none."""

from __future__ import annotations

import shutil

import pytest

from models.office.looks import note_opening
from models.office.setup import init_file
from models.papers.action_log import actions
from models.papers.pending_actions import waiting_actions
from models.records.actions import ActionKind
from models.store.data_file import open_file, view_file
from tests.conftest import clock

pytestmark = pytest.mark.file_only("one looks at files")


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "khac.tiendo"
    init_file(path, "Xã Cẩm Giàng", None, clock).close()
    return path


def seen(folder, path, how=open_file):
    with how(path, clock) as file:
        note_opening(folder, file)
        return (
            [each for each in actions(file, kinds={ActionKind.LOOK})] if not file.only_read else []
        )


def test_a_look_is_told_at_the_next_opening_of_ones_own_file(data_path, other, tmp_path):
    assert seen(tmp_path, data_path) == []
    seen(tmp_path, other, view_file)
    assert len(waiting_actions(tmp_path)) == 1
    (look,) = seen(tmp_path, data_path)
    assert (look.why, look.count, look.counted) == ("Xã Cẩm Giàng", 0, "người")
    assert waiting_actions(tmp_path) == []
    assert len(seen(tmp_path, data_path)) == 1


def test_a_look_at_a_copy_of_ones_own_is_none(data_path, tmp_path):
    seen(tmp_path, data_path)
    copy = shutil.copy(data_path, tmp_path / "sao.tiendo")
    seen(tmp_path, tmp_path / copy, view_file)
    assert waiting_actions(tmp_path) == []


def test_a_file_of_another_that_is_worked_with_is_told_once(data_path, other, tmp_path):
    seen(tmp_path, data_path)
    assert seen(tmp_path, other) == []
    assert seen(tmp_path, other) == []
    assert len(seen(tmp_path, data_path)) == 1


def test_without_the_folder_nothing_is_remembered(data_path, tmp_path):
    gone = tmp_path / "chua-co"
    seen(gone, data_path)
    assert not gone.exists()
