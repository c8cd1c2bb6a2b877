"""The ledger of people is the denominator of the same day, with grounds."""

from __future__ import annotations

from datetime import date

from models.figures.figures import figures
from models.figures.ledger import ledger_on, reasons_counted
from models.records.denominator import Outside
from models.records.periods import Grounds
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.transfers import transfer
from tests.factory import add_people, unit


def june(day):
    return date(2026, 6, day)


def test_it_says_of_everybody_whether_why_and_on_what_grounds(file):
    ids = add_people(file, 5)
    paper = Grounds("gửi 02/6", "QĐ 12/QĐ-UBND")
    set_exempt(file, ids[:2], "Nghỉ thai sản", june(3), grounds=paper)
    set_left(file, ids[2:3], june(5), "Chuyển công tác")
    transfer(file, ids[3:4], unit(file, "Công an xã").id, june(6))
    ledger = ledger_on(file, june(8))
    by_id = {line.id: line for line in ledger.lines}
    assert reasons_counted(ledger) == (("Nghỉ thai sản", 2), ("Chuyển công tác", 1))
    exempt, gone, moved = (by_id[ids[at]] for at in (0, 2, 3))
    assert (exempt.outside, exempt.grounds, exempt.since) == (Outside.EXEMPT, paper, june(3))
    assert (gone.outside, gone.reason, gone.grounds) == (
        Outside.LEFT, "Chuyển công tác", Grounds(),
    )  # fmt: skip
    assert (moved.outside, moved.unit) == (None, "Công an xã")
    assert {line.id: line for line in ledger_on(file, june(5)).lines}[ids[3]].unit != moved.unit


def test_who_is_counted_is_the_total_of_the_day(file):
    ids = add_people(file, 6)
    set_exempt(file, ids[:2], "Nghỉ ốm dài ngày", june(2), june(4))
    set_left(file, ids[1:3], june(4), "")
    for day in range(1, 9):
        ledger = ledger_on(file, june(day))
        assert len(ledger.lines) - len(ledger.outside) == figures(file, june(day)).total


def test_beside_another_day_it_says_who_is_different_and_why(file):
    ids = add_people(file, 6)
    set_exempt(file, ids[:2], "Nghỉ thai sản", june(1))
    set_left(file, ids[2:3], june(5), "Chuyển công tác")
    transfer(file, ids[3:4], unit(file, "Công an xã").id, june(6))
    ledger = ledger_on(file, june(8), date(2026, 5, 31))
    assert ledger.footnote == "6 → 3: 2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6."
    assert ledger.moved == set(ids[:4])
    assert ledger_on(file, june(8), june(7)).moved == frozenset()
    assert (ledger_on(file, june(8)).footnote, ledger_on(file, june(8)).moved) == ("", frozenset())
