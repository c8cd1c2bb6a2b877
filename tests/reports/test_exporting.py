"""A document becomes a file in one way: its formats, its reason, its line in the log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.errors import AppError
from models.papers.export_log import exports_logged
from reports.compose import compose
from reports.exporting import export
from reports.gather.request import Request
from tests.factory import add_people

LIST, SUMMARY = Request("not-registered"), Request("unit-summary")


@pytest.fixture
def listed(file):
    add_people(file, 3)
    return replace(compose(file, LIST), people=3)


def test_a_list_is_written_and_logged(file, listed, tmp_path):
    path = tmp_path / "ra.pdf"
    assert export(file, LIST, "pdf", path, document=listed) == path
    (logged,) = exports_logged(file)
    assert (logged.told.kind, logged.told.people, logged.told.place) == (
        "not-registered", 3, str(path)
    )  # fmt: skip
    assert path.read_bytes().startswith(b"%PDF")


def test_counts_are_not_logged(file, tmp_path):
    add_people(file, 3)
    export(file, SUMMARY, "xlsx", tmp_path / "ra.xlsx")
    assert exports_logged(file) == ()


def test_phones_without_a_reason_leave_nothing(file, listed, tmp_path):
    full = replace(listed, phones=3)
    with pytest.raises(AppError, match="chưa ghi lý do"):
        export(file, LIST, "pdf", tmp_path / "ra.pdf", document=full)
    assert list(tmp_path.glob("ra*")) == []
    export(file, replace(LIST, reason="Gọi điện nhắc"), "pdf", tmp_path / "ra.pdf", document=full)
    assert exports_logged(file)[0].told.reason == "Gọi điện nhắc"


def test_a_format_that_the_kind_lacks_is_refused(file, tmp_path):
    with pytest.raises(AppError, match="không lập được ở dạng"):
        export(file, SUMMARY, "odt", tmp_path / "ra.odt")


def test_what_could_not_be_logged_does_not_stay(file, listed, tmp_path, monkeypatch):
    def broken(*_):
        raise AppError("Ổ đĩa đầy.")

    monkeypatch.setattr("reports.exporting.log_exports", broken)
    with pytest.raises(AppError, match="Ổ đĩa đầy"):
        export(file, LIST, "pdf", tmp_path / "ra.pdf", document=listed)
    assert not (tmp_path / "ra.pdf").exists()
