"""A second place: another disk, known again, written to and read back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models.errors import AppError
from models.machine.volumes import Volume, on_one_disk, volume_of
from models.office.setup import init_file
from models.records.kept_copies import CopyReason, SecondPlace
from models.safekeeping import second_place
from models.safekeeping.keeping import keep_copy, thin_copies
from models.safekeeping.passwords import set_password
from models.safekeeping.second_place import carry_copy, find_second_place, second_place_at
from models.store.converting_copies import plain_beside
from models.store.data_file import open_file
from models.store.kept import KeptCopy
from models.store.keyring import forget_keys, is_encrypted
from models.store.slots import new_slots
from tests.conftest import clock
from tests.disks import SmallDisk
from tests.encrypted import CHEAP, PASSWORD
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of a file")


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


def test_of_copies_on_a_stick_only_those_of_the_file_are_thinned_and_converted(
    data_path: Path, tmp_path: Path
) -> None:
    """Two machines name their files alike, and carry them on one stick."""
    there = tmp_path / "machine" / data_path.name
    init_file(there, "Xã khác", None, clock).close()
    with open_file(data_path, clock) as file:
        add_people(file, 1)
    copy = keep_copy(data_path, CopyReason.MANUAL, clock).copy
    made = keep_copy(there, CopyReason.INTERVAL, lambda: clock() + timedelta(days=1)).copy
    theirs = carry_copy(made, tmp_path / "usb", clock)
    ours = carry_copy(copy, tmp_path / "usb", clock)
    assert plain_beside(data_path, [tmp_path / "usb"]) == (copy.path, ours.path)
    later = clock() + timedelta(days=60)
    assert thin_copies(data_path, lambda: later, 0, ours.path.parent) == ()
    slots, data_key, _ = new_slots(PASSWORD, CHEAP)
    set_password(data_path, slots, data_key, clock=clock, others=[tmp_path / "usb"])
    assert is_encrypted(ours.path)
    assert not is_encrypted(theirs.path)
    forget_keys()
