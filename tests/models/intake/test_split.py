"""A list that comes in pieces, in any order, in other spellings, makes the same people."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.intake.apply import apply_plan
from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportBox, ImportDecisions, PlanOptions
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery, UnitKind
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from models.text.names import match_key
from tests.models.intake.workbooks import EVERYBODY, HALL, SCHOOL

TODAY = date(2026, 6, 8)
HEADER = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")
PEOPLE = (
    *((name, phone, (HALL, SCHOOL)[at % 2]) for at, (name, phone) in enumerate(EVERYBODY)),
    ("Nguyễn Văn An", "0904111222", SCHOOL),
    ("Lê Thị Hòa", "0904111333", HALL),
)
"""Two people have one name, in two units."""

SPELLINGS = (
    lambda name: name,
    str.upper,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: f"  {name.replace(' ', '  ')} ",
    lambda name: name.replace("Hòa", "Hoà"),
    lambda name: name.replace("Đ", "Ð"),
)
PHONES = (
    lambda phone: phone,
    int,
    lambda phone: f"+84 {phone[1:]}",
    lambda phone: f"{phone[:4]}.{phone[4:7]}.{phone[7:]}",
    lambda phone: float(f"84{phone[1:]}"),
)

written = st.tuples(
    st.sampled_from(range(len(PEOPLE))), st.sampled_from(SPELLINGS), st.sampled_from(PHONES)
)


@st.composite
def pieces(draw) -> list[list[tuple[Cell, ...]]]:
    """Everybody at least once and some people twice, in any order, cut into one to four lists."""
    whole = [
        (at, draw(st.sampled_from(SPELLINGS)), draw(st.sampled_from(PHONES)))
        for at in draw(st.permutations(range(len(PEOPLE))))
    ]
    whole += draw(st.lists(written, max_size=4))
    lines: list[tuple[Cell, ...]] = [
        (number, spelled(PEOPLE[at][0]), phoned(PEOPLE[at][1]), PEOPLE[at][2])
        for number, (at, spelled, phoned) in enumerate(whole, 1)
    ]
    cuts = sorted(draw(st.sets(st.integers(1, len(lines) - 1), max_size=3)))
    return [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]


def source(number: int, lines: list[tuple[Cell, ...]]) -> Source:
    rows: list[GridRow] = [HEADER, *lines]
    book = Workbook(f"{number}.xlsx", f"{number:064}", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    return Source(book.file_name, book.sha256, (shape_rows(book, guess, TODAY),))


def on_the_roster(file) -> list[tuple[str, str, str]]:
    found = list_people(file, PeopleQuery())
    return sorted((match_key(each.name), each.phone, each.unit) for each in found)


def truth() -> list[tuple[str, str, str]]:
    in_the_tree = {HALL: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"}
    return sorted((match_key(n), phone, in_the_tree.get(at, at)) for n, phone, at in PEOPLE)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lists=pieces(), together=st.booleans())
def test_any_split_gives_the_same_people(file, lists, together):
    if SCHOOL not in {each.name for each in list_units(file)}:
        # A namesake in a unit that nobody knows yet would rightly be asked about.
        add_unit(file, SCHOOL, UnitKind.SCHOOL)
    before = fingerprint(file)
    sources = [source(at, lines) for at, lines in enumerate(lists)]
    plans = [sources] if together else [[each] for each in sources]
    steps = 0
    for each in plans:
        plan = make_plan(file, each, PlanOptions())
        assert sum(plan.counts.values()) == sum(len(one.tables[0].rows) for one in each)
        assert plan.counts[ImportBox.UNCERTAIN] == plan.counts[ImportBox.REJECTED] == 0
        result = apply_plan(file, plan, ImportDecisions())
        steps += bool(result.new or result.updated)
    assert on_the_roster(file) == truth()
    for _ in range(steps):
        undo(file)
    assert list_people(file, PeopleQuery()) == ()
    if steps == len(plans):
        # An import that changed nobody stays in the register.
        assert fingerprint(file) == before
