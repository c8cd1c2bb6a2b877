"""An office whose days pass: acts at random, some told days late, and which days they may change."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from hypothesis import strategies as st
from sqlalchemy import select

from models.errors import AppError
from models.records import Mark, PersonDraft
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person
from models.roster.posts import add_side_post
from models.roster.transfers import correct_unit, transfer
from models.store.schema import participations
from tests.factory import add_people, unit

FIRST = date(2028, 2, 26)
"""A few days around a leap day."""
PEOPLE, DAYS = 5, 6
ALWAYS = date.min


class Act(NamedTuple):
    """What happens to whom on which day, told so many days late."""

    what: str
    who: int
    day: int
    late: int


ACTS = st.builds(
    Act,
    st.sampled_from(
        [
            "register",
            "complete",
            "fail",
            "clear",
            "exempt",
            "end",
            "leave",
            "back",
            "move",
            "correct",
            "post",
            "come",
        ]
    ),
    st.integers(0, PEOPLE - 1),
    st.integers(0, DAYS - 1),
    st.sampled_from([0, 0, 0, 1, 3]),
)


class History:
    """An office whose days pass; it knows from which day on an act may change what is told."""

    def __init__(self, file):
        self.file = file
        self.ids = add_people(file, PEOPLE)
        self.places = [unit(file).id, unit(file, "Công an xã").id]

    def set_today(self, day):
        self.file.clock = lambda: datetime(day.year, day.month, day.day, 17, 0)

    def carry_out(self, act):
        """Do it, and return the first day of which it may tell otherwise; None: it was refused."""
        day = FIRST + timedelta(days=act.day - act.late)
        person = [self.ids[act.who]]
        file, there = self.file, self.places[act.day % 2]
        reaches = {
            "clear": lambda: self.first_mark(person[0]),
            "correct": lambda: ALWAYS,
        }.get(act.what, lambda: day)()
        deeds = {
            "register": lambda: set_marks(file, person, Mark.REGISTERED, day),
            "complete": lambda: set_marks(file, person, Mark.COMPLETED, day),
            "fail": lambda: set_marks(file, person, Mark.FAILED, day),
            "clear": lambda: clear_marks(file, person, Mark.REGISTERED),
            "exempt": lambda: set_exempt(file, person, f"Lý do {act.who % 2}", day),
            "end": lambda: end_exempt(file, person, day),
            "leave": lambda: set_left(file, person, day, "Chuyển công tác"),
            "back": lambda: bring_back(file, person, day),
            "move": lambda: transfer(file, person, there, day),
            "correct": lambda: correct_unit(file, person, there),
            "post": lambda: add_side_post(file, person[0], there, "Thủ quỹ", day),
            "come": lambda: add_person(file, PersonDraft("Lê Mới", there, came_on=day)),
        }
        try:
            deeds[act.what]()
        except AppError:
            return None
        return reaches

    def first_mark(self, person_id):
        """The first day on which a mark of somebody stands."""
        marks = [participations.c[f"{each}_on"] for each in Mark]
        with self.file.reading() as connection:
            statement = select(*marks).where(participations.c.person_id == person_id)
            row = connection.execute(statement).first() or ()
        return min((each for each in row if each), default=date.max)
