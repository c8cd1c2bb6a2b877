"""The words behind the program's name, as a double click or a shell passes them."""

from pathlib import Path

import pytest

from ui.start.request import StartRequest, parse_start


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        ([], StartRequest()),
        (["--practice"], StartRequest(practice=True)),
        (["/x/Xã Kẻ Sặt.tiendo"], StartRequest(Path("/x/Xã Kẻ Sặt.tiendo"))),
        (["--data", "/x/a.tiendo"], StartRequest(Path("/x/a.tiendo"))),
        (["--data=/x/a.tiendo"], StartRequest(Path("/x/a.tiendo"))),
        (["--data"], StartRequest()),
        (
            ["/x/a.TIENDO", "/y/Danh sách.xlsx", "/y/b.csv"],
            StartRequest(Path("/x/a.TIENDO"), (Path("/y/Danh sách.xlsx"), Path("/y/b.csv"))),
        ),
    ],
)
def test_words_become_a_request(argv, wanted):
    assert parse_start(argv) == wanted


def test_relative_paths_are_meant_from_here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert parse_start(["a.xlsx"]).lists == (tmp_path / "a.xlsx",)
