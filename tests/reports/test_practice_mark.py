"""Whatever leaves the practice commune says so on every page; of a real commune nothing does."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
import pytest

from models.campaign.look import reminder_look
from models.campaign.sheets import unit_sheet
from models.errors import AppError
from models.handover.city import read_city_package, write_city_package
from models.journal.practising import is_practice, marked_texts
from models.journal.replay import undo
from models.office.practice import COMMUNE, PRACTICE_DAY, make_practice
from models.records.moment import Moment
from models.records.practising import PRACTICE_MARK
from models.roster.unit_tree import list_units
from models.store.snapshot import snapshot
from reports.catalog import KINDS, file_name
from reports.compose import compose
from reports.compose_kits import write_kits
from reports.exporting import export
from reports.gather.request import Request
from reports.profile import ND30_2020
from reports.publish import render_document
from tests.factory import add_people
from tests.reports.pdf_reader import read_pdf
from tests.reports.workbook_reader import values_of
from ui.calls.reminder import reminder_of

SUMMARY, LIST = Request("unit-summary"), Request("not-registered")


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("practice") / "mau.tiendo")
    yield made
    made.close()


def test_a_practice_commune_is_known_as_one_whatever_is_undone(tmp_path):
    with make_practice(tmp_path / "mau.tiendo") as made:
        while undo(made):
            pass
        assert is_practice(made)
        with snapshot(made) as still:
            assert is_practice(still)


def test_of_a_real_commune_nothing_is_marked(file):
    add_people(file, 2)
    assert not is_practice(file)
    document = compose(file, SUMMARY)
    assert PRACTICE_MARK not in read_pdf(render_document(document, "pdf")).text
    assert PRACTICE_MARK not in str(values_of(render_document(document, "xlsx")))
    assert marked_texts(file, ("Kính gửi",)) == ("Kính gửi",)


@pytest.mark.parametrize("kind", ["unit-summary", "not-registered", "result-report"])
def test_every_page_of_a_pdf_says_so_in_its_margin(practice, kind):
    found = read_pdf(render_document(compose(practice, Request(kind)), "pdf"))
    assert PRACTICE_MARK in found.metadata["Title"]
    for number, page in enumerate(found.pages, start=1):
        mark = page.find(PRACTICE_MARK)
        assert mark.bold
        assert mark.bottom < ND30_2020.margins.top
        above = [each for each in page.pieces if each.text.strip() == str(number) and each.top < 15]
        assert all(each.bottom <= mark.top for each in above)
        middle = (ND30_2020.margins.left + page.width - ND30_2020.margins.right) / 2
        assert abs(mark.centre - middle) < 0.5


def test_all_else_of_a_pdf_stands_where_it_stood(practice):
    made = compose(practice, SUMMARY)
    marked, plain = (
        read_pdf(render_document(each, "pdf")) for each in (made, replace(made, for_practice=False))
    )
    for page, other in zip(marked.pages, plain.pages, strict=True):
        assert [each for each in page.pieces if each.text != PRACTICE_MARK] == list(other.pieces)


def test_every_page_of_a_word_file_says_so_in_its_header(practice):
    written = docx.Document(BytesIO(render_document(compose(practice, LIST), "docx")))
    assert PRACTICE_MARK in written.core_properties.title
    for section in written.sections:
        for header in (section.header, section.first_page_header):
            assert PRACTICE_MARK in [each.text for each in header.paragraphs]


def test_every_sheet_of_a_workbook_says_so_in_sight_and_on_paper(practice):
    content = render_document(compose(practice, SUMMARY), "xlsx")
    printed = [each for each in openpyxl.load_workbook(BytesIO(content)) if each.print_area]
    assert len(printed) == 2
    for sheet in printed:
        assert sheet["A1"].value == PRACTICE_MARK
        assert PRACTICE_MARK in sheet.oddHeader.center.text


def test_a_poster_says_so_on_each_sheet(practice):
    for paper in ("A4", "A5"):
        poster = compose(practice, Request("poster", paper=paper))
        page = read_pdf(render_document(replace(poster, sheets=poster.sheets[:1]), "pdf")).pages[0]
        mark = page.find(PRACTICE_MARK)
        others = [each for each in page.pieces if each.text != PRACTICE_MARK]
        assert mark.bottom < min(each.top for each in others)
        assert mark.left > 5
        assert mark.right < page.width - 5


def test_the_name_of_each_file_says_so(practice, tmp_path):
    document = compose(practice, SUMMARY)
    name = file_name(document, "pdf", practice.clock())
    assert name.startswith("ThucHanh_")
    saved = export(practice, SUMMARY, "pdf", tmp_path / name, document=document)
    assert PRACTICE_MARK in read_pdf(saved.read_bytes()).text


@pytest.mark.slow
def test_every_kind_is_marked_in_each_of_its_formats(practice):
    unit = max(list_units(practice), key=lambda each: each.people).id
    marked = set[str]()
    for kind in KINDS:
        try:
            made = compose(practice, Request(kind.code, unit_id=unit if kind.only_units else None))
        except AppError:
            continue
        for fmt in kind.formats:
            plain = render_document(replace(made, for_practice=False), fmt)
            assert render_document(made, fmt) != plain
        marked.add(kind.code)
    assert len(marked) >= 10


def test_forms_for_units_and_texts_to_send_say_so(practice, tmp_path):
    units = [each for each in list_units(practice) if each.people]
    written = write_kits(practice, [units[0].id], None, tmp_path, lambda *_: None)
    assert written.paths[0].name.startswith("ThucHanh_Phieu_")
    assert PRACTICE_MARK in str(values_of(written.paths[0].read_bytes()))
    look = reminder_look(practice)
    sheet = unit_sheet(practice, look, units[0].id)
    assert all(text.startswith(f"[{PRACTICE_MARK}]") for text in sheet.texts)
    _, texts = reminder_of(practice, [1, 2])
    assert all(text.startswith(f"[{PRACTICE_MARK}]") for text in texts)


def test_the_city_reads_that_a_package_is_made_up(practice, tmp_path):
    out = tmp_path / "goi.json"
    write_city_package(practice, out, Moment(PRACTICE_DAY))
    assert read_city_package(out).commune == f"{COMMUNE} (số liệu thực hành)"
