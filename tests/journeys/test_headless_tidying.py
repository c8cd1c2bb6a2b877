"""After its copy the command backup packs old history and gives room back, as the window does."""

from __future__ import annotations

import json

import pytest

from models.store import sweeping
from models.store.data_file import open_file
from tests.conftest import clock
from ui.commandline import tidying
from ui.commandline.run import run


@pytest.fixture
def roomy(data_path, monkeypatch):
    """A file of which much stands empty, as if that were much."""
    monkeypatch.setattr(tidying, "WORTH_BYTES", 0)
    monkeypatch.setattr(sweeping, "ROOMY", 0)
    with open_file(data_path, clock) as file, file.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE once AS SELECT zeroblob(2000000) AS much")
        connection.exec_driver_sql("DROP TABLE once")
    return data_path


def back_up_of(path, capsys, *more):
    code = run(["--data", str(path), *more, "backup"])
    assert code == 0
    return capsys.readouterr().out


def test_room_is_given_back_after_the_copy(roomy, capsys):
    told = json.loads(back_up_of(roomy, capsys, "--json"))
    assert told["freed"] > 1_900_000
    assert roomy.stat().st_size < 1_500_000
    assert "freed" not in json.loads(back_up_of(roomy, capsys, "--json"))


def test_it_is_said_and_a_file_that_is_open_elsewhere_is_left_alone(roomy, capsys):
    with open_file(roomy, clock):
        assert "tệp nhỏ đi" not in back_up_of(roomy, capsys)
    assert "tệp nhỏ đi" in back_up_of(roomy, capsys)
