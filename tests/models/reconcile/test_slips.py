"""Whose slips stand on a day: of who counts on it, each with the unit of that day."""

from __future__ import annotations

from datetime import date

import pytest

from models.reconcile.slips import count_open_slips, list_slips, slips_of_day
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.transfers import transfer
from models.store.data_file import DataFile
from tests.factory import unit
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person, write

AN, PHONE = "Nguyễn Văn An", "0982103591"
D2, D7, D20 = date(2026, 6, 2), date(2026, 6, 7), date(2026, 6, 20)


@pytest.fixture
def who(file: DataFile) -> int:
    """Somebody of the culture office whom the platform has in the economy office."""
    made = person(file, AN, PHONE, where=CULTURE)
    write(file, export((PHONE, AN, ECONOMY, "90", "02/06/2026")), as_of=D2)
    assert [each.unit for each in list_slips(file)] == [CULTURE]
    assert count_open_slips(file) == 1
    return made


def test_who_does_not_have_to_take_part_has_no_slip(file: DataFile, who: int) -> None:
    set_exempt(file, [who], "Nghỉ thai sản", D7)
    assert list_slips(file) == ()
    assert count_open_slips(file) == 0
    assert [each.unit for each in slips_of_day(file, D2)] == [CULTURE]


def test_who_is_yet_to_move_stands_in_the_unit_of_today(file: DataFile, who: int) -> None:
    transfer(file, [who], unit(file, ECONOMY).id, D20)
    assert [each.unit for each in list_slips(file)] == [CULTURE]


def test_a_past_day_has_the_slips_and_units_of_that_day(file: DataFile, who: int) -> None:
    transfer(file, [who], unit(file, "Trạm Y tế xã").id, D7)
    assert [each.unit for each in list_slips(file)] == ["Trạm Y tế xã"]
    assert [each.unit for each in slips_of_day(file, D2)] == [CULTURE]
    set_left(file, [who], D7, "Nghỉ hưu")
    assert list_slips(file) == ()
    assert count_open_slips(file) == 0
    assert [each.unit for each in slips_of_day(file, D2)] == [CULTURE]
