"""The same figures on the page, in the workbook and in the hash: nothing is counted twice."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell

from models.figures.board import figures_board
from models.papers.periods import parse_period
from models.records import Figures, Mark, UnitFigures, UnitKind
from models.roster.marks import set_marks
from models.store.data_file import DataFile
from models.text.formats import number, percent
from reports.catalog import kind_of
from reports.compose import compose_document
from reports.gather.request import Request
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.publish import render_document
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.xlsx import render_xlsx
from reports.wording.values.report_records import REPORT_KINDS
from tests.factory import add_people, unit
from tests.reports.pdf_reader import read_pdf
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    commune_figures,
    of_units,
    people_missing,
)
from tests.reports.word_reader import read_word
from ui.commandline.numbers_words import figures_data


@st.composite
def figures_of_a_commune(draw: st.DrawFn) -> Figures:
    lines = []
    for i in range(1, draw(st.integers(1, 12)) + 1):
        total = draw(st.integers(0, 1500))
        registered = draw(st.integers(0, total))
        kind = draw(st.sampled_from(UnitKind))
        completed = draw(st.integers(0, registered))
        lines.append(UnitFigures(i, f"Đơn vị {i}", kind, total, registered, completed))
    return of_units(*lines)


@settings(max_examples=12, deadline=None)
@given(figures_of_a_commune())
def test_summary_in_both_forms_equals_the_figures(figures: Figures):
    document = unit_summary(Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF))
    words = " ".join(
        (
            "Tổng cộng",
            number(figures.total),
            number(figures.registered),
            percent(figures.registered, figures.total),
            number(figures.completed),
            percent(figures.completed, figures.total),
        )
    )
    assert words in read_pdf(render_pdf(document, fonts=liberation_serif())).text
    counts = _unit_rows(render_xlsx(document))
    assert len(counts) == len(figures.units)
    for at, whole in enumerate((figures.total, figures.registered, figures.completed)):
        assert sum(row[at] for row in counts) == whole


def _unit_rows(content: bytes) -> list[tuple[int, int, int]]:
    """Total, registered and completed of every line with a unit, not of groups and totals."""
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    return [(row[2], row[3], row[5]) for row in rows if isinstance(row[0], int)]


@pytest.mark.parametrize("mark", [Mark.REGISTERED, Mark.COMPLETED])
def test_lists_hold_everybody_once(mark: Mark):
    figures = commune_figures()
    people = people_missing(figures, mark)
    document = missing_people(
        people, mark, None, Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF)
    )
    done = figures.registered if mark is Mark.REGISTERED else figures.completed
    assert len(people) == figures.total - done
    sheet = openpyxl.load_workbook(BytesIO(render_xlsx(document))).worksheets[0]
    names = [row[1] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert names == [person.name for person in people]
    text = read_pdf(render_pdf(document, fonts=liberation_serif())).text
    assert f"Tổng cộng: {len(people)} người" in text
    phones = [line for line in text.split() if "***" in line]
    assert len(phones) == sum(1 for person in people if person.phone)


FORMS = ("unit-summary", "kind-summary", *REPORT_KINDS)


def _in_cells(rows: list[list[str]], words: list[str]) -> bool:
    """Whether a row of totals has these cells one after the other."""
    totals = [row for row in rows if row and row[0] == "Tổng cộng"]
    return bool(totals) and all(
        any(row[at : at + len(words)] == words for at in range(len(row))) for row in totals
    )


def _word_rows(content: bytes) -> list[list[str]]:
    book = docx.Document(BytesIO(content))
    cells = ([cell.text for cell in row.cells] for table in book.tables for row in table.rows)
    return [list(dict.fromkeys(row[:2])) + row[2:] for row in cells if len(row) > 2]


def _excel_rows(content: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    rows = (row for sheet in book for row in sheet.iter_rows())
    return [[cell_words(cell) for cell in row if cell.value is not None] for row in rows]


def cell_words(cell: Cell) -> str:
    if isinstance(cell.value, int | float) and "%" in cell.number_format:
        return percent(round(cell.value * 10**9), 10**9)
    return str(cell.value)


@pytest.mark.parametrize("kind", FORMS)
def test_all_forms_of_a_kind_have_the_numbers_of_the_screen_and_the_json(
    file: DataFile, kind: str
) -> None:
    ids = [*add_people(file, 7), *add_people(file, 4, unit(file, "Văn phòng Đảng ủy").id)]
    set_marks(file, ids[3:6], Mark.REGISTERED, AS_OF)
    set_marks(file, ids[8:9], Mark.COMPLETED, AS_OF)
    told = figures_data(figures_board(file, AS_OF))
    names = ("total", "registered", "rate_registered", "completed", "rate_completed")
    words = [str(told[name]) for name in names]
    assert words == ["11", "4", "36,4%", "1", "9,1%"]
    period = parse_period("2026-06") if kind == "period-report" else None
    document = compose_document(file, Request(kind, AS_OF, period=period))
    formats = kind_of(kind).formats
    pdf = " ".join(read_pdf(render_document(document, "pdf")).text.split())
    assert f"Tổng cộng {' '.join(words)}" in pdf
    if kind in REPORT_KINDS:
        assert f"{told['registered']}/{told['total']} người, đạt tỷ lệ 36,4%" in pdf
        body = " ".join(read_word(render_document(document, "docx")).file.element.itertext())
        assert "4/11 người, đạt tỷ lệ 36,4%" in body
    for fmt, rows in (("docx", _word_rows), ("xlsx", _excel_rows)):
        if fmt in formats:
            assert _in_cells(rows(render_document(document, fmt)), words), fmt
