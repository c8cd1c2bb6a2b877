"""What the figures say of themselves: a day to come, and units that stand above others."""

from __future__ import annotations

from datetime import date

import pytest

from models.figures.figures import figures
from models.figures.notes import OWN_PEOPLE, WITH_BELOW
from models.figures.rollup import rolled_up
from models.records import Mark, UnitKind
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.units import add_unit
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 6, 9), True),
        (date(2026, 12, 31), True),
        (date(2028, 2, 29), True),
        (D8, False),
        (date(2026, 6, 7), False),
        (None, False),
    ],
)
def test_a_day_to_come_is_said(file, day, said):
    notes = figures(file, day).notes
    assert any("chưa đến" in note and "08/06/2026" in note for note in notes) == said


@pytest.fixture
def tree(file):
    """Five people above, two below and one below that; one above is exempt."""
    top = unit(file)
    middle = add_unit(file, "Tổ Một", UnitKind.GOVERNMENT, top.id)
    low = add_unit(file, "Nhóm Hai", UnitKind.GOVERNMENT, middle)
    above = add_people(file, 5)
    below = add_people(file, 2, middle) + add_people(file, 1, low)
    set_marks(file, above[:2] + below[:1], Mark.REGISTERED, date(2026, 6, 1))
    set_marks(file, below[2:], Mark.COMPLETED, date(2026, 6, 1))
    set_exempt(file, above[:1], "Nghỉ thai sản", date(2026, 6, 1))
    return {"Phòng Văn hóa - Xã hội": top.id, "Tổ Một": middle, "Nhóm Hai": low}


def lines(found):
    return {u.name: (u.total, u.registered, u.completed, u.exempt) for u in found.units}


def test_a_unit_counts_its_own_people_and_says_so(file, tree):
    found = figures(file)
    assert lines(found) == {
        "Phòng Văn hóa - Xã hội": (4, 1, 0, 1),
        "Tổ Một": (2, 1, 0, 0),
        "Nhóm Hai": (1, 1, 1, 0),
    }
    assert found.notes == (OWN_PEOPLE,)
    assert [unit.parent_id for unit in found.units][1:] == [
        tree["Phòng Văn hóa - Xã hội"],
        tree["Tổ Một"],
    ]


def test_rolled_up_each_unit_has_the_people_below_and_the_totals_stay(file, tree):
    found = rolled_up(file)
    counted = lines(found)
    assert counted["Phòng Văn hóa - Xã hội"] == (7, 3, 1, 1)
    assert counted["Tổ Một"] == (3, 2, 1, 0)
    assert counted["Nhóm Hai"] == (1, 1, 1, 0)
    assert (found.total, found.registered, found.completed, found.exempt) == (7, 3, 1, 1)
    assert found.notes == (WITH_BELOW,)


def test_units_side_by_side_need_no_word(file):
    add_people(file, 1)
    add_people(file, 1, unit(file, "Công an xã").id)
    assert figures(file).notes == ()
