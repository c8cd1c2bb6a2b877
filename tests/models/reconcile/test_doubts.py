"""Whoever the platform has lost stays in a list until somebody keeps or takes away the mark."""

from __future__ import annotations

import pytest

from models.figures.figures import figures
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.reconcile.records import AccountDecision, Box, ReconcileDecisions, Who
from models.records import Mark
from models.records.doubts import DoubtKind
from models.roster.doubtful import doubtful_marks, keep_marks, unmark_doubts
from models.roster.leaving import set_left
from models.roster.marks import clear_marks, set_marks
from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan, write

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"
HEAD = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Đăng ký", "Hoàn thành")


def row(at: int, name: str, completed: str = "x", registered: str = "x") -> tuple[str, ...]:
    return (f"u{at}", name, f"098210359{at}", registered, completed)


def told(*rows: tuple[str, ...]) -> str:
    return export(*rows, head=HEAD)


@pytest.fixture
def ids(file: DataFile) -> list[int]:
    made = [person(file, n, f"098210359{at}") for at, n in enumerate((AN, BINH, CUONG))]
    write(file, told(row(0, AN), row(1, BINH), row(2, CUONG)))
    return made


def names(file: DataFile) -> list[tuple[str, Mark]]:
    return [(each.name, each.mark) for each in doubtful_marks(file)]


def test_who_is_lost_stays_through_later_files_until_decided(
    file: DataFile, ids: list[int]
) -> None:
    for _ in range(3):
        text = told(row(0, AN), row(2, CUONG, completed=""))
        write(file, text)
        assert names(file) == [(BINH, Mark.REGISTERED), (CUONG, Mark.COMPLETED)]
        assert plan(file, text).counts[Box.REGRESSED] == 2
    (first, _) = doubtful_marks(file)
    assert first.kind is DoubtKind.LOST
    assert "lần trước có, nay không có" in first.why
    assert figures(file).registered == 3


def test_kept_marks_are_the_offices_own(file: DataFile, ids: list[int]) -> None:
    text = told(row(0, AN), row(2, CUONG))
    write(file, text)
    assert keep_marks(file, [ids[1]]) == 1
    assert names(file) == []
    assert figures(file).registered == 3
    write(file, told(row(0, AN), row(2, CUONG), row(9, "Vũ Văn Lạ")))
    assert names(file) == []
    undo(file)
    undo(file)
    assert names(file) == [(BINH, Mark.REGISTERED)]


def test_several_are_unmarked_at_once_and_undone_at_once(file: DataFile, ids: list[int]) -> None:
    write(file, told(row(0, AN), row(2, CUONG, completed="")))
    before = fingerprint(file)
    assert unmark_doubts(file, ids) == 2
    counted = figures(file)
    assert (counted.registered, counted.completed) == (2, 1)
    assert names(file) == []
    undo(file)
    assert fingerprint(file) == before


def test_whoever_comes_back_is_in_doubt_no_more(file: DataFile, ids: list[int]) -> None:
    write(file, told(row(0, AN), row(2, CUONG, completed="")))
    write(file, told(row(0, AN), row(1, BINH), row(2, CUONG)))
    assert names(file) == []


@pytest.mark.parametrize("mark", [Mark.REGISTERED, Mark.COMPLETED])
def test_a_mark_taken_away_and_set_by_hand_is_in_doubt_no_more(
    file: DataFile, ids: list[int], mark: Mark
) -> None:
    write(file, told(row(0, AN), row(2, CUONG, completed="")))
    wanted = [ids[1]] if mark is Mark.REGISTERED else [ids[2]]
    clear_marks(file, wanted, mark)
    set_marks(file, wanted, mark)
    assert len(names(file)) == 1


def test_who_has_left_the_roster_is_not_in_the_list(file: DataFile, ids: list[int]) -> None:
    write(file, told(row(0, AN), row(2, CUONG)))
    set_left(file, [ids[1]], file.clock().date())
    assert names(file) == []


def test_a_list_of_the_missing_puts_only_those_in_doubt_whom_it_names(
    file: DataFile, ids: list[int]
) -> None:
    missing = export((BINH, "0982103591"), head=("Họ và tên", "SĐT"))
    write(file, "Danh sách chưa đăng ký\n" + missing)
    assert names(file) == [(BINH, Mark.REGISTERED)]


def test_the_marks_of_a_wrong_match_are_offered(file: DataFile, ids: list[int]) -> None:
    text = told(row(0, AN), row(1, BINH), row(2, CUONG))
    entry = entry_of(plan(file, text), BINH)
    write(file, text, ReconcileDecisions({entry.ordinal: AccountDecision(Who.NOT_THIS)}))
    (wrong,) = doubtful_marks(file)
    assert (wrong.name, wrong.kind) == (BINH, DoubtKind.MISMATCH)
    assert "khớp nhầm “u1”" in wrong.why
    assert unmark_doubts(file, [ids[1]]) == 1
    assert figures(file).registered == 2
