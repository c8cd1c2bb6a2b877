"""Names of every kind stand on the page, and letters that no face has are told beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.blocks import Chart, ChartKind, Paragraph, QrCode, Series
from reports.document import Annex, Document, Table, TableColumn, TableRow
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.unshown import unshown_letters
from tests.reports.pdf_reader import read_pdf
from tests.reports.sample_papers import reminder, result_report
from tests.reports.test_pdf_pages import refuse_outside

NAMES = (
    "Tổ <b>1</b> & “Hoa” </para>",
    "Trường \"Kẻ Sặt\" 'A' (B) \\ {C}",
    "Nhóm 😀 vui vẻ",
    "Bà \u200f\u202eNguyễn\u200e An",
    "X" * 200,
    "Nguyễn " * 29,
    "安 จ \u0e49",
    "\u1ea1\u0302\u0301 tổ hợp lạ",
    "\u0000\u0007\r\n\tđiều khiển",
)


def with_name(name: str) -> Document:
    """A document that has the name in every place."""
    table = Table(
        (TableColumn(name, 30, group=name), TableColumn("Số", 10), TableColumn(name, 5)),
        (TableRow((name, 5, name)),),
    )
    chart = Chart(ChartKind.BARS, name, (name,), (Series(name, (3,)),), name)
    line = Chart(ChartKind.LINE, name, (name, "2"), (Series(name, (3, None)),), name)
    base = reminder((name, name))
    assert base.signature is not None
    return replace(
        base,
        header=replace(base.header, issuer=(name,), parent=name, place=name, issuer_words=name),
        title=replace(base.title, subject=(name,)),
        body=(Paragraph(name), table, chart, line, QrCode("https://a.vn", name), Paragraph(name)),
        signature=replace(base.signature, name=name, lines=(name,)),
        recipients=(name,),
        annexes=(Annex((name,), (table,)),),
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_document_with_such_a_name_is_made_and_keeps_its_margins(name: str):
    refuse_outside(read_pdf(render_pdf(with_name(name), fonts=liberation_serif())))


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_every_text_can_be_drawn(text: str):
    refuse_outside(read_pdf(render_pdf(with_name(text), fonts=liberation_serif())))


def test_marks_of_markup_are_only_text():
    pdf = read_pdf(render_pdf(with_name(NAMES[0]), fonts=liberation_serif()))
    assert "Tổ <b>1</b> & “Hoa” </para>" in " ".join(pdf.text.split())


def test_letters_beyond_one_subset_of_a_face_are_drawn():
    letters = "".join(chr(code) for code in range(0x21, 0x500) if chr(code).isprintable())
    family = liberation_serif()
    document = replace(reminder(), body=(Paragraph(letters),), annexes=())
    missing = set(unshown_letters(document, family))
    text = "".join(read_pdf(render_pdf(document, fonts=family)).text.split())
    composed = [letter for letter in letters if letter not in missing]
    assert len(composed) > 700
    lost = [letter for letter in composed if letter.isalpha() and letter not in text]
    assert len(lost) < 40


def test_what_cannot_be_shown_is_told_once_in_the_order_of_the_text():
    document = replace(
        reminder(), body=(Paragraph("An 😀 và 安 rồi 😀"), Paragraph("✓ “đạt” – 5 ≥ 3")), annexes=()
    )
    assert unshown_letters(document, liberation_serif()) == ("😀", "安")


def test_an_ordinary_document_shows_everything():
    for document in (reminder(), result_report()):
        assert unshown_letters(document, liberation_serif()) == ()


def test_signs_that_only_choose_a_form_leave_nothing():
    document = replace(reminder(), body=(Paragraph("A\ufe0f\u200d\u200fB"),), annexes=())
    assert unshown_letters(document, liberation_serif()) == ()
    assert "AB" in read_pdf(render_pdf(document, fonts=liberation_serif())).text
