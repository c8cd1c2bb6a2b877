"""A sitting leads from what was dropped to a change and asks only what stands open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import AppError, Cancelled
from models.intake.grid import GridRow, Sheet, Workbook
from models.intake.plan_records import ImportBox, ImportDecisions, PlanOptions
from models.intake.reading.refusals import PasswordNeeded
from models.intake.sitting.lists import ListSitting
from models.intake.sitting.records import ChosenTable, OpenQuestion, wanted_tables
from models.intake.sitting.sources import ListReader, ListSource, Pasted, path_of
from models.records import PeopleQuery
from models.roster.people import list_people
from models.store.data_file import DataFile
from tests.models.intake.workbooks import CLINIC, EVERYBODY

HEAD: GridRow = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")
ROWS: list[GridRow] = [
    HEAD, *[(at, name, phone, CLINIC) for at, (name, phone) in enumerate(EVERYBODY, 1)],
]  # fmt: skip
OLD: list[GridRow] = [
    ("STT", "Hä vµ tªn", "§iÖn tho¹i", "§¬n vÞ"),
    (1, "NguyÔn V¨n An", "0982103591", "Tr¹m Y tÕ x·"),
    (2, "TrÇn ThÞ B×nh", "0982103592", "Tr¹m Y tÕ x·"),
]
RESULTS: list[GridRow] = [
    ("Họ và tên", "Tên đăng nhập", "Điểm thi", "Thời gian làm bài", "Số lượt thi"),
    *[(name, f"tk{phone}", 80, "10:05", 2) for name, phone in EVERYBODY],
]


def book(name: str, *sheets: list[GridRow], hidden: frozenset[int] = frozenset()) -> Workbook:
    made = (Sheet(f"Trang {at}", rows, hidden_rows=hidden) for at, rows in enumerate(sheets, 1))
    return Workbook(name, f"sha256 of {name}", "xlsx", tuple(made))


def reader(**books: Workbook) -> ListReader:
    """Reads these books by the names of files; the file "khoa" only with its password."""

    def read(
        source: ListSource, password: str | None, progress: Callable[[float], None] | None
    ) -> Workbook:
        stem = path_of(source).stem
        if stem == "khoa" and password != "mở":
            raise PasswordNeeded("Tệp có mật khẩu.", "Hãy nhập mật khẩu.", wrong=bool(password))
        if stem not in books:
            raise AppError(f"Không đọc được {stem}.")
        if progress:
            progress(1.0)
        return books[stem]

    return read


def sitting(file: DataFile, **books: Workbook) -> ListSitting:
    return ListSitting(file, reader(**books))


def test_from_a_list_to_the_roster(file: DataFile) -> None:
    told: list[str] = []
    made = sitting(file, a=book("a.xlsx", ROWS))
    made.read([Path("a.xlsx")], lambda _done, _of, words: told.append(words))
    assert made.next_question() is OpenQuestion.COLUMNS
    tables = wanted_tables(made.files)
    plan = made.plan(tables, PlanOptions(), lambda _done, _of, words: told.append(words))
    assert plan.counts[ImportBox.NEW] == len(EVERYBODY)
    assert made.write(plan, ImportDecisions()).new == len(EVERYBODY)
    assert {each.name for each in list_people(file, PeopleQuery())} == {n for n, _ in EVERYBODY}
    assert told[:2] == ["Đang đọc a.xlsx", "Đang đọc các dòng của a.xlsx"]


def test_whoever_asks_nobody_gets_the_same_rows(file: DataFile) -> None:
    made = sitting(file, a=book("a.xlsx", ROWS))
    made.read([Path("a.xlsx")])
    (seen,) = made.sources(wanted_tables(made.files))
    taken = made.take(Path("a.xlsx"))
    assert [table.rows for table in taken.tables] == [table.rows for table in seen.tables]


@pytest.mark.parametrize(
    ("made", "question"),
    [
        (book("a.xlsx", OLD), OpenQuestion.FONTS),
        (book("a.xlsx", RESULTS), OpenQuestion.PLATFORM),
        (book("a.xlsx", ROWS, ROWS), OpenQuestion.TABLES),
        (book("a.xlsx", ROWS, hidden=frozenset({2})), OpenQuestion.TABLES),
        (book("a.xlsx", ROWS), OpenQuestion.COLUMNS),
    ],
    ids=["fonts", "platform", "several", "hidden", "plain"],
)
def test_only_what_stands_open_is_asked(
    file: DataFile, made: Workbook, question: OpenQuestion
) -> None:
    asking = sitting(file, a=made)
    asking.read([Path("a.xlsx")])
    assert asking.next_question() is question


def test_answers_lead_on(file: DataFile) -> None:
    made = sitting(file, a=book("a.xlsx", OLD), b=book("b.xlsx", RESULTS))
    (read,) = made.read([Path("a.xlsx")])
    (converted,) = made.convert({read.path: read.old})
    assert converted.tables
    assert made.next_question() is OpenQuestion.COLUMNS
    made.read([Path("b.xlsx")])
    made.as_list = True
    assert made.next_question() is OpenQuestion.COLUMNS


def test_each_file_has_its_own_problem_and_a_password_opens_one(file: DataFile) -> None:
    made = sitting(file, a=book("a.xlsx", ROWS), khoa=book("khoa.xlsx", ROWS))
    pasted = Pasted("", "", Path("a.xlsx"))
    good, locked, bad = made.read([pasted, Path("khoa.xlsx"), Path("b.xlsx")])
    assert good.tables
    assert not good.problem
    assert locked.locked
    assert bad.problem == "Không đọc được b."
    assert made.next_question() is OpenQuestion.TABLES
    made.unlock(locked.path, "sai")
    assert made.read_again()[1].locked
    made.unlock(locked.path, "mở")
    assert made.read_again()[1].tables


def test_a_header_that_is_moved_keeps_the_unit(file: DataFile) -> None:
    made = sitting(file, a=book("a.xlsx", [("Trạm Y tế", None, None, None), *ROWS]))
    made.read([Path("a.xlsx")])
    (table,) = wanted_tables(made.files)
    moved = table.with_header(2, 2)
    assert moved.guess.unit == table.guess.unit
    assert len(made.shaped(moved).rows) == len(EVERYBODY)


def test_hidden_rows_are_left_out_when_told(file: DataFile) -> None:
    made = sitting(file, a=book("a.xlsx", ROWS, hidden=frozenset({2})))
    made.read([Path("a.xlsx")])
    (table,) = wanted_tables(made.files)
    without = ChosenTable(table.workbook, table.guess, skip_hidden=True)
    assert len(made.shaped(without).rows) == len(made.shaped(table).rows) - 1


def test_who_watches_may_stop_it(file: DataFile) -> None:
    def stop(_done: int, _of: int, _words: str) -> None:
        raise Cancelled

    made = sitting(file, a=book("a.xlsx", ROWS))
    with pytest.raises(Cancelled):
        made.read([Path("a.xlsx")], stop)
    assert made.files == ()
