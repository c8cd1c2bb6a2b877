"""The table of counts adds up: by unit and by khối, with its growth, whoever came and went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.figures.comparing import difference_of
from models.records import Figures, UnitFigures, UnitKind
from models.records.comparing import Basis, Comparison
from models.records.figures import Grouping
from models.records.moment import Moment
from reports.document import Annex, Orientation, RowStyle, Share, Table, TableRow
from reports.kinds.counts_table import NOBODY_LEFT, counts_table
from reports.kinds.unit_summary import summary_annex, unit_summary
from reports.occasion import Occasion
from tests.reports.samples import COMMUNE, CONTEST, ISSUER, commune_figures, of_units

BEFORE = Basis(Moment(date(2026, 6, 6)), 1)
ONE_MARK = replace(CONTEST, one_mark=True, completed_word="đã kích hoạt chữ ký số")


@st.composite
def lines(draw: st.DrawFn) -> list[UnitFigures]:
    found = []
    for at in draw(st.sets(st.integers(1, 9), max_size=8)):
        total = draw(st.integers(0, 400))
        registered = draw(st.integers(0, total))
        completed = draw(st.integers(0, registered))
        kind = list(UnitKind)[at % 4]
        found.append(
            UnitFigures(at, f"Đơn vị {at}", kind, total, registered, completed, code=f"u{at}")
        )
    return found


def beside(now: Figures, before: Figures) -> Comparison:
    return difference_of(now, before, BEFORE)


def counts(row: TableRow) -> list[tuple[int, int]]:
    return [(at, cell) for at, cell in row.placed() if type(cell) is int and at > 1]


def normal(table: Table) -> list[TableRow]:
    return [row for row in table.rows if row.style is RowStyle.NORMAL]


@settings(max_examples=60, deadline=None)
@given(lines(), lines(), st.sampled_from([CONTEST, ONE_MARK]))
def test_every_column_adds_up_to_the_figures_and_their_growth(now, before, contest):
    figures, compared = of_units(*now), beside(of_units(*now), of_units(*before))
    whole = compared.whole
    marks = [("completed", 3)] if contest.one_mark else [("registered", 3), ("completed", 5)]
    for by in (Grouping.UNIT, Grouping.KIND):
        table = counts_table(figures, contest, by, compared)
        total = dict(counts(table.rows[-1]))
        for at in total:
            assert total[at] == sum(dict(counts(row))[at] for row in normal(table))
        assert total[2] == figures.total
        for name, at in marks:
            assert total[at] == getattr(figures, name)
        first = 3 + 2 * len(marks)
        assert [total[first + at] for at in range(len(marks))] == [
            getattr(whole, name) for name, _ in marks
        ]


@settings(max_examples=40, deadline=None)
@given(lines())
def test_khoi_and_units_have_one_total_and_rates_are_of_counts(now):
    figures = of_units(*now)
    tables = [counts_table(figures, CONTEST, by) for by in (Grouping.UNIT, Grouping.KIND)]
    assert tables[0].rows[-1] == tables[1].rows[-1]
    for table in tables:
        for row in table.rows:
            cells = dict(row.placed())
            for at, column in enumerate(table.columns):
                if column.ratio is not None:
                    part, of = column.ratio
                    assert cells[at] == Share(cells[part], cells[of])


def test_a_unit_of_which_nobody_is_left_keeps_its_row():
    gone = UnitFigures(9, "Ban Quản lý dự án", UnitKind.OTHER, 6, 4, 1, code="u9")
    here = UnitFigures(1, "Phòng Kinh tế", UnitKind.GOVERNMENT, 10, 5, 2, code="u1")
    before = of_units(replace(here, registered=3), gone)
    table = counts_table(of_units(here), CONTEST, Grouping.UNIT, beside(of_units(here), before))
    row = next(row for row in normal(table) if row.cells[1] == "Ban Quản lý dự án")
    assert row.cells == (1, "Ban Quản lý dự án", 0, 0, Share(0, 0), 0, Share(0, 0), -4, -1,
                         NOBODY_LEFT)  # fmt: skip
    assert table.rows[-1].cells[-3:] == (-2, -1, None)


def occasion(compared: bool) -> Occasion:
    figures = commune_figures()
    figures = replace(figures, units=tuple(replace(u, code=f"u{u.unit_id}") for u in figures.units))
    found = beside(figures, of_units(*figures.units[:3])) if compared else None
    return Occasion(figures, ISSUER, COMMUNE, CONTEST, beside=found)


def test_the_annex_and_the_document_have_the_same_table():
    told = occasion(compared=True)
    for by in (Grouping.UNIT, Grouping.KIND):
        annex, document = summary_annex(told, by), unit_summary(told, by)
        assert isinstance(annex, Annex)
        assert annex.body[1:] == document.body
        assert annex.orientation is document.orientation
        assert not document.header.symbol


def test_growth_needs_a_wide_page_and_says_since_when():
    document = unit_summary(occasion(compared=True))
    assert document.orientation is Orientation.LANDSCAPE
    notes = " ".join(block.text for block in document.body if not isinstance(block, Table))
    assert "cột (8), (9): so với báo cáo số liệu chốt 06/6/2026" in notes
    assert unit_summary(occasion(compared=False)).orientation is Orientation.PORTRAIT
    assert unit_summary(occasion(compared=True), Grouping.KIND).orientation is Orientation.LANDSCAPE


@pytest.mark.parametrize("by", [Grouping.UNIT, Grouping.KIND])
def test_the_kinds_are_told_apart_by_title(by):
    document = unit_summary(occasion(compared=False), by)
    assert document.title.subject[0].endswith("theo đơn vị" if by is Grouping.UNIT else "theo khối")
    assert document.name.startswith("BIỂU TỔNG HỢP")
    assert document.people == 0
