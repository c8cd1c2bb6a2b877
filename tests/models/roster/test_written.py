"""How a person's column is titled and written is said once: the database, cells and records agree."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.journal.change import changing
from models.records import Gender, PeopleQuery, PersonDraft, StaffType
from models.records.cells import WRITABLE_COLUMNS, CellText
from models.records.person_columns import PERSON_TITLES, written_of, written_value
from models.roster.cells import plan_cells
from models.roster.column_values import COLUMNS, shown_value
from models.roster.counted import people_of_day
from models.roster.people import add_person, edit_person, list_people
from models.store.schema import participations
from tests.factory import unit

TODAY = date(2026, 6, 8)
DAYS = st.none() | st.dates(date(2026, 5, 1), TODAY)
TEXTS = st.sampled_from(["", "Văn thư", "tổ 1; tổ 2"])
DRAFTS = st.builds(
    PersonDraft,
    name=st.sampled_from(["Nguyễn Văn An", "Đỗ Thị Hòa"]),
    unit_id=st.just(0),
    position=TEXTS,
    staff_type=st.none() | st.sampled_from(StaffType),
    gender=st.none() | st.sampled_from(Gender),
    birth=st.sampled_from(["", "1985", "1985-04", "1985-04-02"]),
    phone=st.sampled_from(["", "0912000001", "02203555666", "09123 (thiếu số)"]),
    email=st.sampled_from(["", "an@xa.vn"]),
    staff_code=st.sampled_from(["", "CB-01"]),
    note=TEXTS,
    came_on=DAYS,
)


def test_every_column_that_is_filtered_or_written_into_has_a_title():
    assert set(COLUMNS) | set(WRITABLE_COLUMNS) <= set(PERSON_TITLES)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(draft=DRAFTS, done=DAYS, score=st.none() | st.sampled_from([0, 7.5, 90, 87.25]))
def test_the_database_the_record_and_the_cells_write_it_alike(file, draft, done, score):
    draft = PersonDraft(**{**as_words(draft), "unit_id": unit(file).id})
    known = list_people(file, PeopleQuery(include_left=True))
    person_id = known[0].id if known else add_person(file, draft)
    edit_person(file, person_id, draft)
    with changing(file, "test", "Thử") as change:
        rows = change.connection.execute(select(participations.c.id)).scalars().all()
        change.delete(participations, list(rows))
        marks = {"registered_on": done, "completed_on": done, "score": score}
        change.insert(participations, [{"person_id": person_id, "contest_id": 1, **marks}])
    (person,) = list_people(file, PeopleQuery(include_left=True))
    stored = select(*(shown_value(each).label(each) for each in COLUMNS)).select_from(
        people_of_day(TODAY)
    )
    with file.reading() as connection:
        row = connection.execute(stored).mappings().one()
    for column in COLUMNS:
        unreadable = column == "phone" and not person.phone
        assert written_value(column, row[column]) == (
            "" if unreadable else written_of(person, column)
        )
    texts = {column: written_of(person, column) for column in WRITABLE_COLUMNS}
    if not person.phone:
        del texts["phone"]
    again = plan_cells(file, [CellText(person_id, *each) for each in texts.items()])
    assert (again.lines, again.unchanged) == ((), len(texts))


def as_words(draft):
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}
