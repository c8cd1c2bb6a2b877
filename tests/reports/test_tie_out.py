"""The same figures on the page, in the workbook and in the hash: nothing is counted twice."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records import Figures, Mark, UnitFigures, UnitKind
from models.text.formats import number, percent
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.xlsx import render_xlsx
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
