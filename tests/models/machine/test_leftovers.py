"""What a cut-off process left behind is taken away; what is in use or not ours stays."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

import pytest

from models.machine.leftovers import draft_name, scratch_folder, sweep_drafts_of, sweep_leftovers
from models.machine.processes import is_running
from models.store.keyring import keep_key_beside


@pytest.fixture
def temp(tmp_path, monkeypatch):
    place = tmp_path / "tạm"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def data(tmp_path):
    home = tmp_path / "nhà"
    (home / "sao-luu").mkdir(parents=True)
    return home / "xa.tiendo"


def gone():
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def sweep_all(data, documents=()):
    sweep_leftovers(data, data.parent / "sao-luu", documents)


@pytest.mark.parametrize("name", ["tiendo-ab12_cd9", "tiendo-1", "tiendo-{gone}-x8f_k2aa"])
def test_folders_of_ended_processes_are_taken_away(temp, data, name):
    left = temp / name.format(gone=gone())
    left.mkdir()
    (left / "answer").write_text("Nguyễn Văn An 0912345678")
    (left / "answer.progress").write_text("1/2")
    os.utime(left, (0, 0))
    sweep_all(data)
    assert list(temp.iterdir()) == []


def test_a_folder_in_use_stays(temp, data):
    code = (
        "import sys, tempfile, time; tempfile.tempdir = sys.argv[1]\n"
        "from models.machine.leftovers import scratch_folder\n"
        "with scratch_folder() as f: print(f, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(temp)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    folder = child.stdout.readline().strip()
    with scratch_folder() as own:
        sweep_all(data)
        assert os.path.isdir(own)
    assert os.path.isdir(folder)
    child.kill()
    child.wait()
    child.stdout.close()
    sweep_all(data)
    assert list(temp.iterdir()) == []


def test_a_folder_of_an_earlier_version_stays_while_it_may_be_read(temp, data):
    (temp / "tiendo-ab12_cd9").mkdir()
    sweep_all(data)
    assert [p.name for p in temp.iterdir()] == ["tiendo-ab12_cd9"]


def test_what_is_not_ours_in_the_temporary_folder_stays(temp, data, tmp_path):
    kept = tmp_path / "giữ"
    kept.mkdir()
    (kept / "a.txt").write_text("giữ")
    (temp / "tiendo-link").symlink_to(kept)
    (temp / "tiendo-của ai" / "con").mkdir(parents=True)
    (temp / "tiendo.txt").write_text("giữ")
    (temp / "khác").mkdir()
    sweep_all(data)
    assert sorted(p.name for p in temp.iterdir()) == [
        "khác",
        "tiendo-của ai",
        "tiendo-link",
        "tiendo.txt",
    ]
    assert (kept / "a.txt").read_text() == "giữ"


def test_drafts_beside_the_data_and_its_copies_are_taken_away(temp, data):
    ended = gone()
    copies = data.parent / "sao-luu"
    names = (f"~xa-2026-{ended}.tmp", f"~xa-{ended}.tmp-journal", "~a1b2c3d4.tmp", "~xa.tmp")
    for name in names:
        (copies / name).write_text("tên người")
        (data.parent / name).write_text("tên người")
    (data.parent / f"xa.tiendo.request-{ended}").write_text("[]")
    kept = [copies / draft_name("xa"), copies / "xa.tiendo", data, data.parent / "~$Danh sách.xlsx"]
    for path in kept:
        path.write_text("giữ")
    if not is_running(1):
        pytest.skip("the first process does not show")
    (copies / "~xa-1.tmp").write_text("của tiến trình khác")
    (data.parent / "ghi chú.tmp").write_text("giữ")
    sweep_all(data)
    assert (
        sorted(p.name for p in copies.iterdir())
        == sorted([draft_name("xa"), "xa.tiendo", "~xa-1.tmp"])
        or os.getpid() == 1
    )
    assert sorted(p.name for p in data.parent.iterdir() if p.is_file()) == [
        "ghi chú.tmp",
        "xa.tiendo",
        "~$Danh sách.xlsx",
    ]


def test_drafts_of_documents_are_taken_away_and_other_drafts_stay(temp, data, tmp_path):
    documents = tmp_path / "Văn bản"
    documents.mkdir()
    for name in (f"~0a1b2c3d-{gone()}.tmp", "~0a1b2c3d.tmp", "~WRL0001.tmp", "~bao-cao.tmp"):
        (documents / name).write_text("x")
    sweep_all(data, [documents, tmp_path / "không có"])
    assert sorted(p.name for p in documents.iterdir()) == ["~WRL0001.tmp", "~bao-cao.tmp"]


def test_a_process_is_known_while_it_runs():
    assert is_running(os.getpid())
    assert not is_running(0)
    ended = gone()
    until = time.monotonic() + 5
    while is_running(ended) and time.monotonic() < until:
        pass
    assert not is_running(ended)


def test_of_drafts_in_a_chosen_folder_only_those_of_the_very_file_go(tmp_path):
    names = ["~gói-{gone}.tmp", "~gói-{gone}.tmp-journal", "~gói.tmp", "~gói khác-{gone}.tmp"]
    for each in (*names, f"~gói-{os.getpid()}.tmp"):
        (tmp_path / each.format(gone=gone())).write_text("giữ")
    sweep_drafts_of(tmp_path / "gói.tiendo")
    left = sorted(each.name for each in tmp_path.iterdir())
    assert len(left) == 3
    assert not any("gói-" in each and str(os.getpid()) not in each for each in left)


def test_a_key_whose_writing_was_cut_off_goes_with_the_other_drafts_of_its_file(
    tmp_path, monkeypatch
):
    target, seen = tmp_path / "máy mới.tiendo", []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend(p.name for p in tmp_path.iterdir()))
    keep_key_beside(target, {"id": "a"})
    (tmp_path / seen[0].replace(str(os.getpid()), str(gone()))).write_bytes(b"cut")
    sweep_drafts_of(target)
    assert [each.name for each in tmp_path.iterdir()] == ["máy mới.tiendo-khoa"]
