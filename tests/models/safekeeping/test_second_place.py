"""A second place: another disk, known again, written to and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import AppError
from models.machine.volumes import Volume, on_one_disk, volume_of
from models.records.kept_copies import CopyReason, SecondPlace
from models.safekeeping import second_place
from models.safekeeping.keeping import keep_copy
from models.safekeeping.second_place import carry_copy, find_second_place, second_place_at
from models.store.kept import KeptCopy
from tests.conftest import clock
from tests.disks import SmallDisk


@pytest.fixture
def copy(data_path: Path) -> KeptCopy:
    return keep_copy(data_path, CopyReason.MANUAL, clock).copy


def test_a_folder_on_the_disk_of_the_data_is_refused(tmp_path: Path, copy: KeptCopy) -> None:
    with pytest.raises(AppError, match="cùng ổ đĩa"):
        second_place_at(tmp_path, copy.path, encrypted=True)


def test_two_partitions_of_one_disk_are_one() -> None:
    c, d = Volume(Path("C:/"), "A1", "", "7-0"), Volume(Path("D:/"), "B2", "Dữ liệu", "7-0")
    assert on_one_disk(c, d)
    assert not on_one_disk(c, d._replace(disk="7-1"))
    assert not on_one_disk(c._replace(disk=""), d)
    assert on_one_disk(c._replace(disk=""), d._replace(id="A1"))


def test_another_disk_takes_the_copy_whole_and_for_its_owner_alone(
    small_disk: SmallDisk,
    copy: KeptCopy,
) -> None:
    place = second_place_at(small_disk.path, copy.path, encrypted=False)
    carried = carry_copy(copy, place.folder, clock).path
    assert carried == small_disk.path / "sao-luu" / copy.path.name
    assert carried.read_bytes() == copy.path.read_bytes()
    assert carried.stat().st_mode & 0o077 == 0
    assert [each.name for each in carried.parent.iterdir()] == [carried.name]


def test_a_full_or_read_only_stick_is_told_and_nothing_is_left_on_it(
    small_disk: SmallDisk,
    copy: KeptCopy,
) -> None:
    small_disk.fill()
    with pytest.raises(AppError, match="đã đầy"):
        carry_copy(copy, small_disk.path, clock)
    assert not list(small_disk.path.rglob("*.tiendo"))
    assert not list(small_disk.path.rglob("~*"))
    small_disk.remount_read_only()
    with pytest.raises(AppError, match="Chưa ghi được"):
        carry_copy(copy, small_disk.path, clock)
    with pytest.raises(AppError, match="Không ghi được"):
        second_place_at(small_disk.path, copy.path, encrypted=False)


def test_a_stick_that_does_not_give_back_what_was_written_is_told(
    tmp_path: Path, copy: KeptCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "_digest", lambda _path: b"another")
    with pytest.raises(AppError, match="không đúng như bản gốc"):
        carry_copy(copy, tmp_path / "usb", clock)
    assert list((tmp_path / "usb" / "sao-luu").iterdir()) == []


def test_names_leave_the_machine_only_encrypted(
    tmp_path: Path, copy: KeptCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "OneDrive - UBND"
    folder.mkdir()
    monkeypatch.setattr(second_place, "on_one_disk", lambda *_: False)
    with pytest.raises(AppError, match="chưa được mã hóa"):
        second_place_at(folder, copy.path, encrypted=False)
    assert second_place_at(folder, copy.path, encrypted=True).folder == folder


def test_a_stick_is_known_again_under_another_letter(tmp_path: Path) -> None:
    (tmp_path / "usb" / "so-lieu").mkdir(parents=True)
    place = SecondPlace(tmp_path / "gone" / "so-lieu", "1A2B", "so-lieu", "KINGSTON")
    there = Volume(tmp_path / "usb", "1A2B", "KINGSTON")
    assert find_second_place(place, {"1A2B": there}.get) == tmp_path / "usb" / "so-lieu"
    assert find_second_place(place, lambda _id: None) is None
    assert place.words == f"KINGSTON ({place.folder})"


def test_another_stick_under_the_same_letter_is_not_taken_for_it(tmp_path: Path) -> None:
    place = SecondPlace(tmp_path, "of another", "", "")
    assert volume_of(tmp_path).id != place.volume
    assert find_second_place(place, lambda _id: None) is None
