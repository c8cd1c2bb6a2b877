"""The workbooks on the pages that LibreOffice prints of them: paper, margins, numbers, signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.document import Document
from reports.profile import ND30_2020
from reports.render.xlsx import render_xlsx
from tests.reports.libreoffice import is_installed, joined, pages_of
from tests.reports.pdf_reader import Page, Pdf
from tests.reports.test_word_pages import (
    SIGNER,
    list_of,
    long_names,
    people_in_landscape,
    summary_of,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_installed(), reason="packaging/setup/office.sh installs LibreOffice"),
]
MARGINS = ND30_2020.margins
DOCUMENTS: dict[str, Document] = {
    "units-5": summary_of(5),
    "units-60": summary_of(60),
    "units-400": summary_of(400),
    "names": long_names(),
    "list-2": list_of(45),
    "list-20": list_of(700),
    "landscape": people_in_landscape(),
    **{f"end-{i}": summary_of(i) for i in range(14, 62, 4)},
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    files = {f"{name}.xlsx": render_xlsx(document) for name, document in DOCUMENTS.items()}
    made = pages_of(files, tmp_path_factory.mktemp("excel"))
    return {name.removesuffix(".xlsx"): joined(first_sheet(pdf)) for name, pdf in made.items()}


def first_sheet(pdf: Pdf) -> Pdf:
    """The pages of the document itself; each sheet has a bookmark. Charts stand on others."""
    begins = [page for _, _, page in pdf.bookmarks]
    return replace(pdf, pages=pdf.pages[: begins[1]]) if len(begins) > 1 else pdf


def body(page: Page) -> list:
    return [p for p in page.pieces if p.text.strip() and 15 < p.base < page.height - 17]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_stands_in_the_margins(name: str, papers: dict[str, Pdf]):
    for page in papers[name].pages:
        assert sorted((round(page.width), round(page.height))) == [210, 297]
        pieces = body(page)
        assert min(piece.left for piece in pieces) >= MARGINS.left - 0.5
        assert max(piece.right for piece in pieces) <= page.width - MARGINS.right + 0.5
        assert (
            min(piece.base - 0.7 * piece.size * 25.4 / 72 for piece in pieces) >= MARGINS.top - 0.5
        )
        assert max(piece.base for piece in pieces) <= page.height - MARGINS.bottom + 0.5


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pages_have_their_numbers_where_the_profile_says(name: str, papers: dict[str, Pdf]):
    for at, page in enumerate(papers[name].pages):
        above = [p for p in page.pieces if p.text.strip() and p.base < 18]
        assert [p.text.strip() for p in above] == ([] if at == 0 else [str(at + 1)])
        for piece in above:
            middle = (MARGINS.left + page.width - MARGINS.right) / 2
            assert abs(piece.base - ND30_2020.page_number_top) <= 0.5
            assert abs(piece.centre - middle) <= 0.5


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_signature_never_stands_alone(name: str, papers: dict[str, Pdf]):
    (page,) = [page for page in papers[name].pages if SIGNER in page.text]
    assert "Nơi nhận:" in page.text
    if name == "landscape":
        # Three rows of such names and the signature are more than a page.
        return
    authority = next(p for p in page.pieces if p.text.startswith("TM. ỦY BAN"))
    above = {round(p.base, 1) for p in body(page) if p.base < authority.base - 2}
    assert len(above) >= ND30_2020.rows_kept
    assert "STT" in page.text


@pytest.mark.parametrize("name", ["units-60", "units-400", "list-20", "names"])
def test_the_header_of_a_table_is_on_every_page(name: str, papers: dict[str, Pdf]):
    pdf = papers[name]
    assert len(pdf.pages) >= 3
    assert all("STT" in page.text for page in pdf.pages)
