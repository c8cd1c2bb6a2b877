"""Totals and rates are formulas, and every reader sees what they come to."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from models.records import UnitKind
from reports.document import CellKind, Document, RowStyle, Share, Table, TableColumn, TableRow, Wide
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.xlsx import render_xlsx
from tests.reports.libreoffice import is_installed, saved_anew
from tests.reports.samples import COMMUNE, CONTEST, ISSUER, many_units
from tests.reports.workbook_reader import values_of, without_results


def formulas_of(document: Document) -> dict[str, str]:
    sheet = openpyxl.load_workbook(BytesIO(render_xlsx(document))).worksheets[0]
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {cell.coordinate: cell.value for cell in cells if cell.data_type == "f"}


def with_rows(document: Document, *rows: TableRow, adds_up: bool = True) -> Document:
    columns = (
        TableColumn("Đơn vị", 60),
        TableColumn("Tổng số", 40, CellKind.INTEGER),
        TableColumn("Đã đăng ký", 40, CellKind.INTEGER),
        TableColumn("Tỷ lệ", 25, CellKind.PERCENT, ratio=(2, 1)),
    )
    return replace(document, body=(Table(columns, rows, adds_up=adds_up),))


def line(name: str, whole: int, part: int, style: RowStyle = RowStyle.NORMAL) -> TableRow:
    return TableRow((name, whole, part, Share(part, whole)), style)


def test_totals_sum_the_units_and_not_the_groups_again(summary: Document):
    formulas = formulas_of(summary)
    sums = [formula for formula in formulas.values() if formula.startswith("=SUM")]
    assert max(sums, key=len).count(",") == 8
    assert all(re.fullmatch(r"=SUM\([A-H\d:,]+\)", formula) for formula in sums)


def test_the_parts_of_a_total(summary: Document):
    document = with_rows(
        summary,
        line("I", 30, 3, RowStyle.GROUP),
        line("A", 10, 1),
        line("B", 20, 2),
        line("II", 5, 5, RowStyle.GROUP),
        line("C", 5, 5),
        line("Tổng cộng", 35, 8, RowStyle.TOTAL),
    )
    top = 1 + next(
        at
        for at, row in enumerate(values_of(render_xlsx(document))["Biểu tổng hợp"], start=1)
        if row[0] == "Đơn vị"
    )
    formulas = formulas_of(document)
    assert formulas[f"B{top}"] == f"=SUM(B{top + 1}:B{top + 2})"
    assert formulas[f"C{top + 3}"] == f"=SUM(C{top + 4})"
    assert formulas[f"C{top + 5}"] == f"=SUM(C{top + 1}:C{top + 2},C{top + 4})"
    assert formulas[f"D{top + 4}"] == f'=IF(B{top + 4}=0,"–",C{top + 4}/B{top + 4})'
    assert f"B{top + 1}" not in formulas


def test_no_formula_says_anything_else_than_the_figure(summary: Document):
    document = with_rows(
        summary,
        line("A", 10, 1),
        TableRow(("B", 20, 2, Share(3, 20))),
        TableRow(("C", None, 2, Share(0, 0))),
        line("Tổng cộng", 31, 5, RowStyle.TOTAL),
    )
    assert sorted(formula[:4] for formula in formulas_of(document).values()) == [
        "=IF(",
        "=IF(",
        "=SUM",
    ]


def test_nothing_is_guessed_from_what_adds_up_by_chance(summary: Document):
    rows = (line("A", 10, 1), line("Tổng cộng", 10, 1, RowStyle.TOTAL))
    document = with_rows(summary, *rows, adds_up=False)
    assert not [formula for formula in formulas_of(document).values() if "SUM" in formula]


def test_a_total_that_is_only_words_has_no_formula(summary: Document):
    document = with_rows(
        summary, line("A", 1, 1), TableRow((Wide("Tổng: 1 người", 4),), RowStyle.TOTAL)
    )
    assert len(formulas_of(document)) == 1


@pytest.mark.parametrize("units", [1, 5, 60, 400])
def test_who_does_not_calculate_sees_every_figure(units: int):
    document = unit_summary(Occasion(many_units(units), ISSUER, COMMUNE, CONTEST))
    figures = document.figures
    rows = values_of(render_xlsx(document))["Biểu tổng hợp"]
    (total,) = [row for row in rows if row[0] == "Tổng cộng"]
    assert total[2:4] == [figures.total, figures.registered]
    assert total[4] == pytest.approx(figures.registered / figures.total)


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="packaging/setup/office.sh installs LibreOffice")
@pytest.mark.parametrize("units", [1, 5, 60, 400])
def test_calculated_anew_the_figures_are_the_same(units: int, tmp_path):
    for kind in (None, UnitKind.SCHOOL):
        document = unit_summary(Occasion(many_units(units, kind), ISSUER, COMMUNE, CONTEST))
        content = render_xlsx(document)
        bare = without_results(content)
        stored, emptied = values_of(content), values_of(bare)
        assert stored != emptied
        anew = values_of(saved_anew(bare, tmp_path))
        for sheet, rows in stored.items():
            for ours, theirs in zip(rows, anew[sheet], strict=True):
                assert [
                    each if isinstance(each, str) else pytest.approx(each) for each in ours
                ] == (theirs[: len(ours)])
