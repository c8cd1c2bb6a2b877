"""Files attached to a row: whole, bounded, undone and redone, in copies and never run."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from models.errors import AppError, Cancelled
from models.journal.change import changing
from models.journal.contents import drop_unneeded_contents
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.machine import leftovers
from models.papers import attachments as kept_files
from models.papers import reading
from models.papers.attachments import (
    attach,
    attached_counts,
    attached_file,
    attached_total,
    attachments_of,
    detach,
    detach_all,
)
from models.papers.opening import copy_for_opening
from models.papers.reading import FileContent, read_for_attaching
from models.records.papers import AttachmentOwner
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.restoring import restore
from models.store.schema import contents, units
from tests.conftest import clock
from tests.factory import unit


@pytest.fixture
def owner(file) -> AttachmentOwner:
    return AttachmentOwner("units", unit(file).id, "Phòng Văn hóa - Xã hội")


def contents_count(store) -> int:
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(contents)).scalar_one())


def test_bytes_come_back_as_they_were(file, owner):
    every_byte = bytes(range(256)) * 1000
    done = attach(
        file, owner, [FileContent("a.bin", every_byte), FileContent("b.txt", b"xin ch\xc3\xa0o")]
    )
    assert [each.name for each in done.files] == ["a.bin", "b.txt"]
    assert attachments_of(file, owner) == done.files
    assert attached_file(file, done.files[0].id).content == every_byte
    assert attached_counts(file, "units") == {owner.id: 2}
    assert attached_total(file) == (2, len(every_byte) + 9)
    assert history(file)[0].summary == "Đính kèm 2 tệp vào Phòng Văn hóa - Xã hội"


def test_undo_takes_it_away_and_redo_brings_it_back(file, owner):
    before = fingerprint(file)
    done = attach(file, owner, [FileContent("a.pdf", b"mot")])
    after = fingerprint(file)
    undo(file)
    assert fingerprint(file) == before
    assert attachments_of(file, owner) == ()
    redo(file)
    assert fingerprint(file) == after
    assert attached_file(file, done.files[0].id) == ("a.pdf", b"mot")


def test_what_was_taken_away_comes_back_by_undo_also_after_tidying(file, owner):
    done = attach(file, owner, [FileContent("a.pdf", b"mot")])
    detach(file, [done.files[0].id], owner)
    assert history(file)[0].summary == "Gỡ tệp “a.pdf” khỏi Phòng Văn hóa - Xã hội"
    assert drop_unneeded_contents(file) == 0
    undo(file)
    assert attached_file(file, done.files[0].id).content == b"mot"


def test_bytes_that_nothing_can_bring_back_go(file, owner):
    attach(file, owner, [FileContent("a.pdf", b"giu")])
    attach(file, owner, [FileContent("b.pdf", b"bo")])
    undo(file)
    assert drop_unneeded_contents(file) == 0
    with changing(file, "unit", "Việc khác") as change:
        change.update(units, {owner.id: {"name": "Phòng khác"}})
    assert drop_unneeded_contents(file) == 1
    assert contents_count(file) == 1


def test_the_same_content_is_kept_once_and_the_same_file_attached_once(file, owner):
    attach(file, owner, [FileContent("a.pdf", b"mot"), FileContent("b.pdf", b"mot")])
    again = attach(file, owner, [FileContent("a.pdf", b"mot"), FileContent("A.pdf", b"hai")])
    assert again.already == ("a.pdf",)
    assert [each.name for each in again.files] == ["A (2).pdf"]
    assert contents_count(file) == 2


def test_nothing_is_attached_to_what_is_gone(file):
    gone = AttachmentOwner("documents", 4711, "văn bản 12/UBND")
    with pytest.raises(AppError, match="Không còn văn bản 12/UBND"):
        attach(file, gone, [FileContent("a.pdf", b"mot")])
    assert contents_count(file) == 0


def test_the_whole_is_bounded_and_told(file, owner, monkeypatch):
    monkeypatch.setattr(kept_files, "MOST_IN_ALL", 10)
    attach(file, owner, [FileContent("a.pdf", b"12345678")])
    with pytest.raises(AppError, match="quá 1 KB"):
        attach(file, owner, [FileContent("b.pdf", b"abc")])
    assert contents_count(file) == 1


def test_rows_that_go_take_their_files_along(file, owner):
    attach(file, owner, [FileContent("a.pdf", b"mot")])
    with changing(file, "thu", "Thử") as change:
        detach_all(change, "units", [owner.id])
    assert attached_counts(file, "units") == {}
    undo(file)
    assert attached_counts(file, "units") == {owner.id: 1}


def test_content_that_was_spoilt_is_told_not_handed_out(file, owner):
    done = attach(file, owner, [FileContent("a.pdf", b"mot")])
    with file.writing() as connection:
        connection.execute(contents.update().values(bytes=b"sai"))
    with pytest.raises(AppError, match="không còn nguyên vẹn"):
        attached_file(file, done.files[0].id)


def test_files_that_cannot_be_read_are_told_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_OF_ONE", 1000)
    good, empty, large = tmp_path / "tốt.pdf", tmp_path / "rỗng.pdf", tmp_path / "lớn.pdf"
    good.write_bytes(b"x" * 1000)
    empty.touch()
    large.write_bytes(b"x" * 1001)
    read = read_for_attaching([good, empty, large, tmp_path, tmp_path / "mất.pdf"])
    assert [each.name for each in read.files] == ["tốt.pdf"]
    told = [error.sentence for error in read.refused]
    assert "“rỗng.pdf” không có nội dung" in told[0]
    assert "“lớn.pdf” lớn quá" in told[1]
    assert "là thư mục" in told[2]
    assert "Không còn tệp “mất.pdf”" in told[3]


def test_a_locked_file_is_told(tmp_path, monkeypatch):
    def locked(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "khóa.docx").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", locked)
    (error,) = read_for_attaching([tmp_path / "khóa.docx"]).refused
    assert "“khóa.docx”: tệp đang bị chương trình khác khóa" in error.sentence


def test_files_beyond_the_bound_of_one_act_wait_for_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_AT_ONCE", 15)
    paths = [tmp_path / f"{n}.pdf" for n in range(3)]
    for path in paths:
        path.write_bytes(b"0123456789")
    read = read_for_attaching(paths)
    assert [each.name for each in read.files] == ["0.pdf"]
    assert len(read.refused) == 2


def test_reading_is_told_and_can_be_stopped(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * 600_000)
    heard: list[tuple[int, int]] = []
    read_for_attaching([path], lambda done, of: heard.append((done, of)))
    assert heard[-1] == (600_000, 600_000)
    assert len(heard) == 3

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_for_attaching([path], stop)


def test_opened_is_a_copy_that_cannot_be_written_and_goes_with_the_store(kept):
    store = kept.open()
    owner = AttachmentOwner("units", unit(store).id, "đơn vị")
    done = attach(store, owner, [FileContent("Kế hoạch.pdf", b"%PDF")])
    first, second = (copy_for_opening(store, done.files[0].id) for _ in range(2))
    assert first != second
    assert first.name == "Kế hoạch.pdf"
    assert first.read_bytes() == b"%PDF"
    assert stat.S_IMODE(first.stat().st_mode) == stat.S_IRUSR
    store.close()
    assert not first.parent.exists()


def test_the_next_start_takes_copies_of_a_lost_process_away(tmp_path, monkeypatch):
    monkeypatch.setattr(leftovers.tempfile, "gettempdir", lambda: str(tmp_path))
    folder = tmp_path / "tiendo-4194999-x"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"x")
    (folder / "a.pdf").chmod(stat.S_IRUSR)
    leftovers.sweep_leftovers(tmp_path / "xa.tiendo", tmp_path / "sao-luu")
    assert not folder.exists()


def test_programs_are_not_opened(file, owner):
    done = attach(file, owner, [FileContent("tra-luong.pdf.exe", b"MZ")])
    with pytest.raises(AppError, match="không mở từ đây") as told:
        copy_for_opening(file, done.files[0].id)
    assert "Lưu ra ngoài" in told.value.advice


def test_a_name_of_another_machine_is_made_safe_before_it_is_written(file, owner):
    done = attach(file, owner, [FileContent("..\\con.txt", b"x")])
    path = copy_for_opening(file, done.files[0].id)
    assert path.name == "_con.txt"


@pytest.mark.file_only("copies of the file")
def test_copies_hold_the_files_and_say_how_many(file, tmp_path):
    owner = AttachmentOwner("units", unit(file).id, "đơn vị")
    content = os.urandom(300_000)
    done = attach(file, owner, [FileContent("a.pdf", content), FileContent("b.pdf", b"hai")])
    made = back_up(file.path, tmp_path / "sao.tiendo")
    assert made.files == 2
    back = tmp_path / "lai.tiendo"
    assert restore(made.path, back, clock).files == 2
    with open_file(back, clock) as again:
        assert attached_file(again, done.files[0].id).content == content
        undo(again)
        redo(again)
        assert attached_file(again, done.files[1].id).content == b"hai"


def test_content_without_a_row_is_not_counted(file, owner):
    attach(file, owner, [FileContent("a.pdf", b"mot")])
    with file.writing() as connection:
        connection.execute(insert(contents), {"sha256": "0" * 64, "size": 5, "bytes": b"12345"})
    assert attached_total(file) == (1, 3)
    assert drop_unneeded_contents(file) == 1


@pytest.mark.file_only("copies of the file")
def test_of_a_kept_copy_files_are_opened_and_nothing_is_attached(file, owner, tmp_path):
    done = attach(file, owner, [FileContent("a.pdf", b"mot")])
    made = back_up(file.path, tmp_path / "sao.tiendo")
    with view_file(made.path, clock) as kept:
        assert copy_for_opening(kept, done.files[0].id).read_bytes() == b"mot"
        assert drop_unneeded_contents(kept) == 0
        with pytest.raises(AppError, match="chỉ xem bản sao lưu"):
            attach(kept, owner, [FileContent("b.pdf", b"hai")])
        with pytest.raises(AppError, match="chỉ xem bản sao lưu"):
            detach(kept, [done.files[0].id], owner)
