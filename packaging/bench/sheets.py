"""Workbooks against openpyxl's bare write-only sheet with the same cells; the small summary."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from big_list import FAMILY, GIVEN, MIDDLE, POSITIONS
from openpyxl import Workbook
from start import say

from models.records import (
    Commune,
    Contest,
    Figures,
    Issuer,
    Person,
    Signer,
    StaffType,
    UnitFigures,
    UnitKind,
)
from reports.document import Document, Table, Wide
from reports.kinds.people_list import people_list
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.xlsx import render_xlsx

DAY = date(2026, 6, 8)
A_UNIT = 100
AIM, SUMMARY_AIM = 1.5, 0.17


def measure_sheets() -> None:
    """One line for each size: seconds, the bare ones, the ratio."""
    for rows in (532, 15_000, 60_000):
        document = roster_document(rows)
        ours = middle(lambda made=document: render_xlsx(made))
        bare = middle(lambda made=document: bare_workbook(made))
        say(f"Excel list of {rows:,}", ours, bare, "s", AIM)
    small = unit_summary(occasion(figures_of(532, 19)))
    seconds = middle(lambda: render_xlsx(small))
    verdict = "ok" if seconds <= SUMMARY_AIM else "MISSED"
    words = "Excel biểu tổng hợp of 532, 28 units"
    print(f"{words:<44}{seconds:9.2f} s   (aim <= {SUMMARY_AIM} s) {verdict}", flush=True)


def middle(run: Callable[[], object], times: int = 3) -> float:
    """The median of some runs, after one that loads what is needed."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def bare_workbook(document: Document) -> bytes:
    """The values of the tables, without any look."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for table in document.body:
        if isinstance(table, Table):
            for row in table.rows:
                cells = (cell.text if isinstance(cell, Wide) else cell for cell in row.cells)
                sheet.append([*cells, row.code])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def occasion(figures: Figures) -> Occasion:
    """A made-up commune and its contest."""
    commune = Commune("Xã Kẻ Sặt", "xã", "10945", "Kẻ Sặt", "thành phố Hải Phòng")
    contest = Contest(1, "ai-2026", "Ứng dụng AI", "Ứng dụng AI 2026", "OneTouch", "", 100)
    signer = Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Khuê")
    lines = ("ỦY BAN NHÂN DÂN", "XÃ KẺ SẶT")
    issuer = Issuer("ubnd", "", lines, "Kẻ Sặt", {"BC": "BC-UBND"}, signer)
    return Occasion(figures, issuer, commune, contest, DAY)


def figures_of(people: int, a_unit: int) -> Figures:
    """So many people in units of `a_unit`; the last has the rest."""
    kinds = tuple(UnitKind)
    sizes = [min(a_unit, people - at) for at in range(0, people, a_unit)]
    units = tuple(
        UnitFigures(i, f"Đơn vị số {i}", kinds[i % len(kinds)], size, size // 3, size // 5)
        for i, size in enumerate(sizes, start=1)
    )
    done = sum(u.registered for u in units), sum(u.completed for u in units)
    return Figures(DAY, people, *done, 0, units, contest="ai-2026")


def roster_document(rows: int) -> Document:
    """The roster of so many people, unit by unit."""
    figures = figures_of(rows, A_UNIT)
    people = [
        Person(
            id=at,
            uid=f"p{at}",
            name=f"{FAMILY[at % 11]} {MIDDLE[at // 11 % 11]} {GIVEN[at % 25]}",
            unit_id=at // A_UNIT + 1,
            unit=f"Đơn vị số {at // A_UNIT + 1}",
            position=POSITIONS[at % 5],
            staff_type=tuple(StaffType)[at % len(StaffType)],
            phone=f"09{at:08d}",
            registered_on=DAY if at % 3 else None,
        )
        for at in range(rows)
    ]
    return people_list(people, None, occasion(figures), masked=False)


if __name__ == "__main__":
    measure_sheets()
