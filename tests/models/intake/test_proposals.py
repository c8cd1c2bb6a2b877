"""Words about employment, doubtful marks and moves are proposed, and done only when accepted."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.apply import apply_plan
from models.intake.grid import GridRow, Sheet, Workbook
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportDecisions, ImportPlan, PlanOptions
from models.intake.proposal_records import Proposal, ProposalKind
from models.intake.proposals import problems_of
from models.intake.shape.employment import Employment, WorkStanding, employment_of
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery, Person, StaffType
from models.roster.people import list_people
from models.store.data_file import DataFile
from tests.factory import exemptions_of
from tests.models.intake.workbooks import AN, BINH, CUONG, DUNG

TODAY = date(2026, 6, 8)
PEOPLE = (AN, BINH, CUONG, DUNG)
CELLS = (
    "Nghỉ thai sản từ 01/3/2026 đến 30/9/2026",
    "Nghỉ hưu từ 01/5/2026",
    "Đang công tác",
    "Hợp đồng đến 31/12/2026",
)


def plan_of(file: DataFile, title: str, *cells: str) -> ImportPlan:
    rows: list[GridRow] = [("STT", "Họ và tên", "Số điện thoại", "Đơn vị", title)]
    people = zip(PEOPLE, cells, strict=False)
    rows += [(at, *who, "Trạm Y tế", cell) for at, (who, cell) in enumerate(people, 1)]
    book = Workbook("ds.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    guesses = tuple(find_tables(book))
    tables = tuple(shape_rows(book, guess, TODAY) for guess in guesses)
    source = Source(book.file_name, book.sha256, tables, guesses=guesses)
    return make_plan(file, [source], PlanOptions())


def by_name(file: DataFile) -> dict[str, Person]:
    return {person.name: person for person in list_people(file, PeopleQuery(include_left=True))}


def kinds(proposals: tuple[Proposal, ...]) -> list[ProposalKind]:
    return [each.kind for each in proposals]


@pytest.mark.parametrize("title", ["Tình trạng", "Tình trạng công tác", "Ghi chú", "Trạng thái"])
def test_words_about_work_are_proposed_and_left_undone(file: DataFile, title: str) -> None:
    plan = plan_of(file, title, *CELLS)
    assert kinds(plan.proposals) == [
        ProposalKind.EXEMPT,
        ProposalKind.LEAVES,
        ProposalKind.STAFF_TYPE,
    ]
    exempt, leaving, kind = plan.proposals
    assert (exempt.since, exempt.until) == (date(2026, 3, 1), date(2026, 9, 30))
    assert leaving.since == date(2026, 5, 1)
    assert kind.staff_type is StaffType.WORKER
    told = [problem.reason for problem in problems_of(plan.proposals, plan.rows)]
    assert all("chưa thực hiện" in reason for reason in told)
    apply_plan(file, plan, ImportDecisions())
    found = by_name(file)
    assert not any(each.registered_on or each.left_on or each.staff_type for each in found.values())
    assert exemptions_of(file, found[AN[0]].id) == ()


def test_what_is_accepted_is_done_in_the_change_of_the_import(file: DataFile) -> None:
    before = fingerprint(file)
    plan = plan_of(file, "Tình trạng", *CELLS)
    apply_plan(file, plan, ImportDecisions(accepted=frozenset(each.id for each in plan.proposals)))
    found = by_name(file)
    (exemption,) = exemptions_of(file, found[AN[0]].id)
    assert (exemption.words, exemption.until) == ("Nghỉ thai sản", date(2026, 9, 30))
    assert found[BINH[0]].left_on == date(2026, 5, 1)
    assert found[DUNG[0]].staff_type is StaffType.WORKER
    undo(file)
    assert fingerprint(file) == before


def test_what_is_so_already_is_not_proposed_again(file: DataFile) -> None:
    plan = plan_of(file, "Tình trạng", *CELLS)
    apply_plan(file, plan, ImportDecisions(accepted=frozenset(each.id for each in plan.proposals)))
    again = plan_of(file, "Tình trạng", *CELLS)
    names = {again.rows[each.row].name for each in again.proposals}
    assert not names & {AN[0], DUNG[0]}


def test_a_doubtful_mark_is_set_only_when_accepted(file: DataFile) -> None:
    plan = plan_of(file, "Trạng thái", "Hoàn thành (không đạt)", "Đã thi, trượt", "Đã hoàn thành")
    assert kinds(plan.proposals) == [ProposalKind.MARK, ProposalKind.MARK]
    apply_plan(file, plan, ImportDecisions(accepted=frozenset({plan.proposals[1].id})))
    found = by_name(file)
    assert found[AN[0]].completed_on is None
    assert found[BINH[0]].completed_on == found[CUONG[0]].completed_on == TODAY


def test_an_accepted_mark_has_the_day_that_the_row_tells(file: DataFile) -> None:
    rows: list[GridRow] = [
        ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Trạng thái", "Ngày đăng ký"),
        (1, *AN, "Trạm Y tế", "Chưa đăng ký", "05/06/2026"),
        (2, *BINH, "Trạm Y tế", "Đã đăng ký", "04/06/2026"),
    ]
    book = Workbook("ds.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    guesses = tuple(find_tables(book))
    tables = tuple(shape_rows(book, guess, TODAY) for guess in guesses)
    source = Source(book.file_name, book.sha256, tables, guesses=guesses)
    plan = make_plan(file, [source], PlanOptions())
    (proposal,) = plan.proposals
    assert proposal.words == "ghi đã đăng ký ngày 05/06/2026"
    apply_plan(file, plan, ImportDecisions(accepted=frozenset({proposal.id})))
    assert by_name(file)[AN[0]].registered_on == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("text", "standing", "reason"),
    [
        ("Đang nghỉ thai sản", WorkStanding.EXEMPT, "Nghỉ thai sản"),
        ("Biệt phái tại Đảng ủy", WorkStanding.EXEMPT, "Biệt phái, đi học dài hạn"),
        ("Nghỉ ốm dài ngày", WorkStanding.EXEMPT, "Nghỉ ốm dài ngày"),
        ("Đi học dài hạn", WorkStanding.EXEMPT, "Biệt phái, đi học dài hạn"),
        ("Nghỉ không lương", WorkStanding.EXEMPT, "Nghỉ không lương"),
        ("Chuyển công tác từ 01/6/2026", WorkStanding.LEAVES, "Chuyển công tác"),
        ("Đã nghỉ việc", WorkStanding.LEAVES, "Thôi việc, chấm dứt hợp đồng"),
        ("Chấm dứt hợp đồng ngày 1/6/2026", WorkStanding.LEAVES, "Thôi việc, chấm dứt hợp đồng"),
        ("Nghỉ hưu", WorkStanding.LEAVES, "Nghỉ hưu"),
        ("HĐ 111", WorkStanding.STAFF_TYPE, ""),
        ("Viên chức", WorkStanding.STAFF_TYPE, ""),
    ],
)
def test_words_are_taken_for_what_they_are(text: str, standing: WorkStanding, reason: str) -> None:
    found = employment_of(text, TODAY)
    assert found is not None
    assert (found.standing, found.reason) == (standing, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Sắp nghỉ hưu", "Chưa nghỉ hưu", "Hết thai sản", "Thay cô Hoa nghỉ thai sản",
        "Mới chuyển công tác về", "Đang công tác", "Vợ nghỉ thai sản", "Mất giấy tờ",
        "Đã đi làm lại sau thai sản", "Chuyển khẩu",
    ],
)  # fmt: skip
def test_what_is_not_so_is_proposed_to_nobody(text: str) -> None:
    assert employment_of(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Nghỉ thai sản đến 30/9/2026", None, date(2026, 9, 30)),
        ("Thai sản (01/3/2026 - 31/8/2026)", date(2026, 3, 1), date(2026, 8, 31)),
        ("Biệt phái từ tháng 5/2026", date(2026, 5, 1), None),
        ("Biệt phái đến hết tháng 12/2026", None, date(2026, 12, 31)),
        ("Nghỉ ốm 02/6/2026", date(2026, 6, 2), None),
    ],
)
def test_the_days_are_those_of_the_words(text: str, since: date | None, until: date | None) -> None:
    found = employment_of(text, TODAY)
    assert isinstance(found, Employment)
    assert (found.since, found.until) == (since, until)
