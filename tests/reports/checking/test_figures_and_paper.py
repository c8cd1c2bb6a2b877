"""Each fault of a document alone is found, and a clean one has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.records import Signer
from reports.blocks import Paragraph, ParagraphStyle
from reports.checking.fault import Gravity
from reports.checking.figures import check_figures
from reports.checking.paper import check_paper
from reports.document import RowStyle, Share, Table, TableRow
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from tests.reports.samples import AS_OF, COMMUNE, CONTEST, ISSUER, commune_figures, many_units

SIGNED = replace(ISSUER, signer=Signer(("CHỦ TỊCH",), "Trần Văn Mẫu"))


@pytest.fixture
def document():
    return unit_summary(Occasion(commune_figures(), SIGNED, COMMUNE, CONTEST))


def codes(found) -> list[str]:
    return [each.code for each in found]


def test_a_clean_document_has_nothing(document):
    assert [*check_figures(document), *check_paper(document, AS_OF)] == []


@given(st.integers(1, 60))
def test_no_true_figures_are_complained_of(units):
    made = unit_summary(Occasion(many_units(units), SIGNED, COMMUNE, CONTEST))
    assert list(check_figures(made)) == []


@pytest.mark.parametrize("name", ["total", "registered", "completed"])
def test_a_sum_that_is_not_the_total(document, name):
    figures = document.figures
    wrong = replace(document, figures=replace(figures, **{name: getattr(figures, name) + 1}))
    found = [each for each in check_figures(wrong) if each.code == "sum"]
    assert len(found) == 1
    assert found[0].gravity is Gravity.ERROR
    assert str(getattr(figures, name)) in found[0].sentence.replace(".", "")


def with_line(document, **values):
    figures = document.figures
    line = replace(figures.units[0], **values)
    return replace(document, figures=replace(figures, units=(line, *figures.units[1:])))


def test_more_people_than_there_are(document):
    wrong = with_line(document, registered=document.figures.units[0].total + 1)
    assert "rate" in codes(check_figures(wrong))


def test_more_completed_than_registered(document):
    line = document.figures.units[0]
    wrong = with_line(document, registered=0, completed=min(1, line.total))
    assert "order" in codes(check_figures(wrong))


def tampered(document, change):
    """The document with the rows of its table changed."""
    body = tuple(
        replace(block, rows=tuple(map(change, block.rows))) if isinstance(block, Table) else block
        for block in document.body
    )
    return replace(document, body=body)


def test_a_table_whose_total_is_another(document):
    def change(row: TableRow) -> TableRow:
        if row.style is not RowStyle.TOTAL:
            return row
        return replace(row, cells=tuple(c + 1 if type(c) is int else c for c in row.cells))

    found = [each for each in check_figures(tampered(document, change)) if each.code == "sum"]
    assert found
    assert all("dòng tổng" in each.sentence for each in found)


def test_a_rate_beyond_everybody(document):
    def change(row: TableRow) -> TableRow:
        cells = tuple(Share(c.whole + 1, c.whole) if isinstance(c, Share) else c for c in row.cells)
        return replace(row, cells=cells)

    assert "rate" in codes(check_figures(tampered(document, change)))


def test_nobody_signs(document):
    unsigned = replace(document, signature=Signer(("CHỦ TỊCH",), ""))
    (found,) = check_paper(unsigned, AS_OF)
    # A table may be signed by hand; a letter or a report with a number may not leave like that.
    assert (found.code, found.gravity) == ("signer", Gravity.WARNING)
    assert (found.cure.page, found.cure.what) == ("document", "signer")
    assert codes(check_paper(replace(document, signature=None), AS_OF)) == []


def test_figures_of_a_day_to_come(document):
    found = list(check_paper(document, AS_OF - timedelta(days=1)))
    assert codes(found) == ["future"]
    assert found[0].blocks


def test_a_paper_dated_before_its_figures(document):
    header = replace(document.header, blank_day=False, dated=AS_OF - timedelta(days=1))
    assert codes(check_paper(replace(document, header=header), AS_OF)) == ["dated-before"]
    late = replace(header, dated=date(2026, 12, 31))
    assert codes(check_paper(replace(document, header=late), AS_OF)) == []


def heading(text: str) -> Paragraph:
    return Paragraph(text, ParagraphStyle.PART)


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ((heading("I. A"), Paragraph("x"), heading("II. B")), ["II. B"]),
        ((heading("I. A"), heading("II. B"), Paragraph("x")), ["I. A"]),
        ((heading("I. A"), Paragraph("1. a", ParagraphStyle.CLAUSE), Paragraph("x")), []),
        ((heading("I. A"), Paragraph("x")), []),
    ],
)
def test_parts_without_content(document, body, empty):
    found = list(check_paper(replace(document, body=body), AS_OF))
    assert [each.sentence for each in found] == [f"Phần “{e}” chưa có nội dung." for e in empty]
    assert all(each.blocks for each in found)


def test_a_numbered_paper_to_nobody(document):
    numbered = replace(document, header=replace(document.header, symbol="BC-UBND"), recipients=())
    assert codes(check_paper(numbered, AS_OF)) == ["recipients"]
