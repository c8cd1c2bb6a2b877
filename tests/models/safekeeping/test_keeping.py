"""Copies are proven, made only of what is new, listed by what they tell, and thinned."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.clock import Clock
from models.errors import AppError
from models.records import Mark
from models.records.kept_copies import CopyReason, reason_words
from models.roster.marks import set_marks
from models.safekeeping.keeping import keep_before, keep_copy, thin_copies
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file
from models.store.kept import UNKNOWN, CopyUnproven, kept_copies, kept_copy_at
from tests.conftest import clock
from tests.disks import SmallDisk
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of a file")

NOW = clock()


def at(moment: datetime) -> Clock:
    return lambda: moment


def test_a_copy_tells_what_is_in_it_without_being_opened(data_path: Path) -> None:
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        kept = keep_copy(data_path, CopyReason.START, clock)
    assert kept.made
    (seen,) = kept_copies(data_path)
    assert seen == kept.copy == kept_copy_at(seen.path)
    assert (seen.made_at, seen.proven_at, seen.reason) == (NOW, NOW, "start")
    assert (seen.people, seen.files, seen.encrypted) == (3, 0, False)
    assert seen.size == seen.path.stat().st_size
    assert seen.path.stat().st_mode & 0o077 == 0


def test_an_unchanged_file_makes_no_second_copy_but_the_first_is_proven_again(
    data_path: Path,
) -> None:
    later = at(NOW + timedelta(hours=1))
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        first = keep_copy(data_path, CopyReason.START, clock)
        again = keep_copy(data_path, CopyReason.EXIT, later)
        assert not again.made
        assert again.copy == first.copy._replace(proven_at=later())
        add_people(file, 1)
        assert keep_copy(data_path, CopyReason.EXIT, later).made
    assert [each.people for each in kept_copies(data_path)] == [3, 2]


def test_what_the_journal_does_not_know_of_is_kept_but_never_counts_as_proven(
    data_path: Path,
) -> None:
    with open_file(data_path, clock) as file:
        (someone, *_) = add_people(file, 3)
        first = keep_copy(data_path, CopyReason.START, clock).copy
        add_people(file, 1)
    with closing(sqlite3.connect(data_path)) as broken, broken:
        broken.execute("UPDATE people SET name = 'Người khác' WHERE id = ?", (someone,))
    kept = keep_copy(data_path, CopyReason.EXIT, clock)
    assert isinstance(kept.doubt, CopyUnproven)
    assert (kept.copy.proven_at, kept.copy.people) == (None, 4)
    assert [each.path for each in kept_copies(data_path) if each.proven_at] == [first.path]


def test_a_copy_that_was_spoilt_is_not_taken_for_one(data_path: Path) -> None:
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        first = keep_copy(data_path, CopyReason.START, clock).copy.path
        spoilt = bytearray(first.read_bytes())
        spoilt[len(spoilt) // 2] ^= 1
        first.write_bytes(spoilt)
        assert keep_copy(data_path, CopyReason.EXIT, clock).made


def test_before_a_purge_there_is_a_copy_of_its_own_though_nothing_was_changed(
    data_path: Path,
) -> None:
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        keep_copy(data_path, CopyReason.START, clock)
        assert keep_copy(data_path, CopyReason.PURGE, clock).made


def test_what_is_not_ours_or_of_another_file_is_never_listed_or_taken_away(
    data_path: Path,
) -> None:
    folder = backup_folder(data_path)
    old = at(NOW - timedelta(days=900))
    back_up(data_path, clock=old)
    mine = kept_copies(data_path)[0].path
    stem, end = data_path.stem, mine.name.removeprefix(data_path.stem)
    others = {
        f"{stem}-hai{end}": mine.read_bytes(),
        f"{stem}-ban-cua-toi.tiendo": mine.read_bytes(),
        f"{stem}-2020-01-01-000000.tiendo": b"no database at all",
    }
    for name, content in others.items():
        (folder / name).write_bytes(content)
    (folder / f"{stem}-2020-01-02-000000.tiendo").symlink_to(data_path)
    for days in range(9):
        back_up(data_path, clock=at(NOW - timedelta(days=days)))
    assert [each.path for each in thin_copies(data_path, clock)] == [mine]
    assert others.keys() <= {each.name for each in folder.iterdir()}
    assert len(kept_copies(data_path)) == 9


def test_copies_of_earlier_versions_are_known_by_their_names(data_path: Path) -> None:
    made = back_up(data_path, clock=clock).path
    # Nothing stands behind the pages of such a copy.
    pages = int.from_bytes(made.read_bytes()[28:32])
    made.write_bytes(made.read_bytes()[: pages * 4096])
    upgraded = made.with_name(f"{data_path.stem}-truoc-nang-cap-0009.tiendo")
    upgraded.write_bytes(made.read_bytes())
    found = {each.path: each for each in kept_copies(data_path)}
    assert found[made].made_at == NOW
    assert found[made].people == UNKNOWN
    assert found[made].proven_at is None
    assert (found[upgraded].reason, found[upgraded].revision) == (CopyReason.UPGRADE, "0009")


def test_a_full_disk_is_told_and_stops_only_what_cannot_be_undone(
    data_path: Path, small_disk: SmallDisk
) -> None:
    data = small_disk.path / data_path.name
    data.write_bytes(data_path.read_bytes())
    (small_disk.path / "sao-luu").mkdir()
    small_disk.fill()
    told = keep_before(data, CopyReason.IMPORT, clock, for_good=False)
    assert isinstance(told, AppError)
    assert "đã đầy" in told.sentence
    with pytest.raises(AppError, match="Chưa làm vì chưa có bản sao lưu trước khi xóa hẳn"):
        keep_before(data, CopyReason.PURGE, clock, for_good=True)
    assert list((small_disk.path / "sao-luu").iterdir()) == []


@pytest.mark.slow
def test_a_copy_is_made_while_a_change_waits_to_be_committed(data_path: Path) -> None:
    seen = []
    with open_file(data_path, clock) as file:
        ids = add_people(file, 60)

        def guard(reason: CopyReason, for_good: bool) -> None:
            seen.append(keep_copy(data_path, reason, clock).copy)

        file.guard = guard
        set_marks(file, ids, Mark.REGISTERED)
    (before,) = seen
    assert before.reason == CopyReason.MARKS
    with open_file(data_path, clock) as file, file.reading() as now:
        assert now.exec_driver_sql("SELECT count(*) FROM participations").scalar() == 60
    from models.store.data_file import view_file

    with view_file(before.path, clock) as kept, kept.reading() as then:
        assert then.exec_driver_sql("SELECT count(*) FROM participations").scalar() == 0


def test_each_reason_has_words_and_an_unknown_one_does_no_harm() -> None:
    assert len({reason_words(each) for each in CopyReason}) == len(CopyReason)
    assert reason_words("of-a-newer-program") == "không rõ lý do"
