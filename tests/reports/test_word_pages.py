"""The Word files on the pages that LibreOffice makes of them, measured as those of the PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp

from models.records import Mark, UnitFigures, UnitKind
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Document, Orientation
from reports.kinds.missing_people import missing_people
from reports.kinds.people_list import people_list
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.profile import ND30_2020
from reports.render.docx import render_docx
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.text import figures_footer
from tests.reports.libreoffice import is_installed, joined, pages_of, saved_anew
from tests.reports.measures import (
    MEASURES,
    Measure,
    Papers,
    in_words,
    letter_measured,
    report_measured,
)
from tests.reports.pdf_reader import Page, Pdf, read_pdf
from tests.reports.sample_papers import LINK, reminder, result_report
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    made_up_person,
    many_units,
    of_units,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_installed(), reason="packaging/setup/office.sh installs LibreOffice"),
]
TABLE = Path(__file__).parents[2] / "docs" / "van-ban.md"
SIGNER = "Trần Thị Minh Khuê"
MARGINS = ND30_2020.margins
LONG_NAME = "Trường Tiểu học và Trung học cơ sở Nguyễn Lương Bằng " * 4


def summary_of(units: int, kind: UnitKind | None = None) -> Document:
    return unit_summary(Occasion(many_units(units, kind), ISSUER, COMMUNE, CONTEST))


def list_of(people: int) -> Document:
    line = UnitFigures(1, "Trường Tiểu học Vĩnh Tuy", UnitKind.SCHOOL, people, 0, 0)
    everybody = [made_up_person(i, line) for i in range(1, people + 1)]
    occasion = Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF)
    return missing_people(everybody, Mark.REGISTERED, None, occasion)


def long_names() -> Document:
    lines = tuple(
        UnitFigures(i, f"{LONG_NAME}số {i}"[:200], UnitKind.SCHOOL, 9, 1, 0) for i in range(1, 30)
    )
    return unit_summary(Occasion(of_units(*lines), ISSUER, COMMUNE, CONTEST))


def people_in_landscape() -> Document:
    line = UnitFigures(1, LONG_NAME[:200], UnitKind.SCHOOL, 60, 0, 0)
    people = [
        replace(made_up_person(i, line), name=f"Nguyễn Thị {'Minh ' * 20}{i}") for i in range(1, 61)
    ]
    return people_list(people, None, Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF))


RECEIVED = tuple(f"Cơ quan số {i} của xã" for i in range(1, 151))


def high_cell() -> Document:
    """A cell with more words than a page has room for beside what it must keep with."""
    line = UnitFigures(1, "Từ dài " * 700, UnitKind.SCHOOL, 9, 1, 0)
    other = replace(line, unit_id=2, name="Trường Tiểu học Vĩnh Tuy")
    return unit_summary(Occasion(of_units(line, other), ISSUER, COMMUNE, CONTEST))


def with_notes() -> Document:
    """More notes below the table than a page holds."""
    document = summary_of(5)
    notes = tuple(Paragraph(f"Ghi chú {i}: số liệu.", ParagraphStyle.NOTE) for i in range(60))
    return replace(document, body=(*document.body, *notes))


DOCUMENTS: dict[str, Document] = {
    "recipients": replace(summary_of(5), recipients=RECEIVED),
    "cell": high_cell(),
    "notes": with_notes(),
    "letter": reminder(),
    "report": result_report(),
    "letter-measured": letter_measured(),
    "report-measured": report_measured(),
    "units-5": summary_of(5),
    "units-60": summary_of(60),
    "units-400": summary_of(400),
    "names": long_names(),
    "list-2": list_of(45),
    "list-20": list_of(700),
    "landscape": people_in_landscape(),
    **{f"letter-{i}": reminder(paragraphs=i) for i in range(1, 13)},
    **{f"end-{i}": summary_of(i, UnitKind.SCHOOL) for i in range(14, 62, 2)},
}
ENDING = [name for name in DOCUMENTS if name.startswith(("letter-", "end-", "units-", "list-"))]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    files = {
        f"{name}.docx": render_docx(document, fonts=liberation_serif())
        for name, document in DOCUMENTS.items()
    }
    made = pages_of(files, tmp_path_factory.mktemp("word"))
    return {name.removesuffix(".docx"): joined(pdf) for name, pdf in made.items()}


def body(page: Page) -> list:
    """The pieces between the margins: without page number and footer."""
    return [p for p in page.pieces if p.text.strip() and 15 < p.base < page.height - 17]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.component)
def test_a_page_is_as_the_profile_and_the_decree_say(measure: Measure, papers: dict[str, Pdf]):
    measured = Papers(papers["letter-measured"], papers["report-measured"])
    assert abs(measure.measured(measured) - measure.value) <= measure.tolerance


def test_the_table_of_the_documentation_is_what_was_measured(papers: dict[str, Pdf]):
    measured = Papers(papers["letter-measured"], papers["report-measured"])
    rows = [line.strip().strip("|").split("|") for line in TABLE.read_text("utf-8").splitlines()]
    told = {row[0].strip(): row[5].strip() for row in rows if len(row) == 6}
    assert {each.component: told[each.component] for each in MEASURES} == {
        each.component: in_words(each.measured(measured), each.unit) for each in MEASURES
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_stands_in_the_margins(name: str, papers: dict[str, Pdf]):
    for page in papers[name].pages:
        size = sorted((round(page.width), round(page.height)))
        assert size == [210, 297]
        pieces = body(page)
        assert min(piece.left for piece in pieces) >= MARGINS.left - 0.5
        assert max(piece.right for piece in pieces) <= page.width - MARGINS.right + 0.5
        assert (
            min(piece.base - 0.7 * piece.size * 25.4 / 72 for piece in pieces) >= MARGINS.top - 0.5
        )
        assert max(piece.base for piece in pieces) <= page.height - MARGINS.bottom + 0.5


def starts(document: Document, pdf: Pdf) -> list[int]:
    """The indexes of the pages on which the document and each annex begin."""
    named = [i for i, page in enumerate(pdf.pages) if "(Kèm theo" in page.text]
    assert len(named) == len(document.annexes)
    return [0, *named]


@pytest.mark.parametrize("name", ["letter", "report", "units-60", "list-20", "landscape"])
def test_pages_have_their_numbers_from_the_second_on(name: str, papers: dict[str, Pdf]):
    pdf, first = papers[name], 0
    begins = starts(DOCUMENTS[name], pdf)
    for at, page in enumerate(pdf.pages):
        first = at if at in begins else first
        above = [p for p in page.pieces if p.text.strip() and p.base < 18]
        assert [p.text.strip() for p in above] == ([] if at == first else [str(at - first + 1)])
        for piece in above:
            assert piece.size == ND30_2020.styles.page_number.size
            assert abs(piece.base - ND30_2020.page_number_top) <= 0.5
        below = [p for p in page.pieces if p.text.strip() and p.base > page.height - 17]
        in_annex = len(begins) > 1 and at >= begins[1]
        assert [p.text.strip() for p in below] == (
            [figures_footer(DOCUMENTS[name])] if in_annex else []
        )
        for piece in below:
            assert abs(page.height - piece.base - ND30_2020.annex_footer_bottom) <= 0.5


@pytest.mark.parametrize("name", ENDING)
def test_a_signature_never_stands_alone(name: str, papers: dict[str, Pdf]):
    """With it are two lines of the content, or three rows of the table below their header."""
    (page,) = [page for page in papers[name].pages if SIGNER in page.text]
    letter = name.startswith("letter")
    authority = next(p for p in page.pieces if p.text.startswith(("Q. CHỦ TỊCH", "TM. ỦY BAN")))
    above = {round(p.base, 1) for p in body(page) if p.base < authority.base - 2}
    assert len(above) >= (ND30_2020.lines_kept if letter else ND30_2020.rows_kept + 1)
    assert "Nơi nhận:" in page.text
    if not letter:
        assert "STT" in page.text
        assert name.startswith("list") or "Tổng cộng" in page.text


@pytest.mark.parametrize("name", ["units-60", "units-400", "list-20", "names"])
def test_the_header_of_a_table_is_on_every_page(name: str, papers: dict[str, Pdf]):
    pdf = papers[name]
    assert len(pdf.pages) >= 3
    assert all("STT" in page.text for page in pdf.pages)


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith("letter-")])
def test_a_letter_has_as_many_pages_as_in_the_pdf(name: str, papers: dict[str, Pdf]):
    ours = read_pdf(render_pdf(DOCUMENTS[name], fonts=liberation_serif()))
    first = starts(DOCUMENTS[name], ours)[1]
    assert starts(DOCUMENTS[name], papers[name])[1] == first


def test_the_lines_of_a_letter_are_those_of_the_pdf(papers: dict[str, Pdf]):
    ours = read_pdf(render_pdf(DOCUMENTS["letter"], fonts=liberation_serif()))

    def lines(page: Page) -> list[str]:
        """From the first words below the head, which the PDF has column by column."""
        found = [" ".join(line.split()) for line in page.text.splitlines() if line.strip()]
        return found[found.index("Kính gửi:") :]

    assert lines(papers["letter"].pages[0]) == lines(ours.pages[0])


def test_nothing_is_lost_where_more_is_written_than_a_page_holds(papers: dict[str, Pdf]):
    text = papers["recipients"].text
    assert [name for name in RECEIVED if f"- {name}" not in text] == []
    signed = next(page for page in papers["recipients"].pages if SIGNER in page.text)
    assert "Tổng cộng" in signed.text
    assert papers["cell"].text.count("dài") == 700
    (end,) = [page for page in papers["notes"].pages if SIGNER in page.text]
    assert "Ghi chú 58:" in end.text


def test_the_qr_code_is_read_from_the_page(tmp_path):
    paper = pdfium.PdfDocument(saved_anew(render_docx(reminder()), tmp_path, "pdf", "docx"))
    read = [code.text for page in paper for code in read_codes(page)]
    paper.close()
    assert read == [LINK]


def read_codes(page: pdfium.PdfPage) -> list:
    return zxingcpp.read_barcodes(page.render(scale=3).to_pil())


def test_an_annex_lies_across_where_it_should(papers: dict[str, Pdf]):
    pages = papers["letter"].pages
    turned = [page.width > page.height for page in pages]
    annexes = [annex.orientation is Orientation.LANDSCAPE for annex in DOCUMENTS["letter"].annexes]
    assert turned[0] is False
    assert turned[-1] is annexes[-1] is True
