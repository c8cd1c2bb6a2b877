"""Documents may lie in OneDrive, where Windows often puts the folder; the data file may not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStandardPaths

from models.errors import AppError
from models.store.backup import back_up
from models.store.making import create
from reports.publish import write_file
from tests.conftest import clock
from ui.start.files import documents_folder


@pytest.fixture
def redirected(tmp_path, monkeypatch):
    """Documents in OneDrive, as an organisation sets it up."""
    folder = tmp_path / "OneDrive - UBND xã Kẻ Sặt" / "Tài liệu"
    folder.mkdir(parents=True)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(folder))
    return folder


def test_documents_and_copies_are_written_there(redirected, data_path):
    assert documents_folder() == redirected
    assert write_file(b"%PDF", "pdf", documents_folder() / "báo cáo.pdf").is_file()
    assert back_up(data_path, documents_folder(), clock).path.is_file()
    assert not [each for each in redirected.iterdir() if each.name.startswith("~")]


def test_the_data_file_is_refused_there_with_the_reason(redirected):
    with pytest.raises(AppError, match=r"OneDrive đồng bộ.*ổ C hoặc D"):
        create(documents_folder() / "xa.tiendo", clock)
    assert list(redirected.iterdir()) == []
