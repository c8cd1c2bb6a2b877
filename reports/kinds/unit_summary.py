"""Biểu tổng hợp theo đơn vị, theo khối: a document of its own, or the phụ lục of a report."""

from __future__ import annotations

from dataclasses import dataclass

from models.contests.campaign_words import campaign_word
from models.records import Figures
from models.records.figures import Grouping
from models.text.formats import number
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Annex, Document, DocumentBlock, Title
from reports.kinds.charts import many_units_chart, rates_chart
from reports.kinds.counts_table import (
    NAME_TITLES,
    WHOLE,
    change_columns,
    counts_orientation,
    counts_table,
)
from reports.kinds.parts import (
    STAFF,
    contest_words,
    document_header,
    figures_as_of,
    file_stem,
    note_paragraphs,
    organizers,
    recipients,
)
from reports.occasion import Occasion


@dataclass(frozen=True, slots=True)
class _Form:
    code: str
    stem: str
    named: str


FORMS = {
    Grouping.UNIT: _Form("unit-summary", "BieuTongHop", "ĐƠN VỊ"),
    Grouping.KIND: _Form("kind-summary", "BieuTongHopTheoKhoi", "KHỐI"),
}


def unit_summary(occasion: Occasion, by: Grouping = Grouping.UNIT) -> Document:
    """One line for each unit, or for each khối, and the total; it is no report and has no number.

    Raises ValueError when the lines of the figures do not add up to its totals.
    """
    form, counted = FORMS[by], (occasion.figures, occasion.contest)
    subject = f"Kết quả tham gia {contest_words(occasion)} theo {NAME_TITLES[by].lower()}"
    return Document(
        kind=form.code,
        stem=file_stem(form.stem, occasion.commune),
        header=document_header(occasion),
        title=Title("BIỂU TỔNG HỢP", (subject, figures_as_of(occasion))),
        body=_blocks(occasion, by),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, organizers(occasion)),
        orientation=counts_orientation(occasion.contest, occasion.beside),
        charts=tuple(filter(None, (rates_chart(*counted), many_units_chart(*counted)))),
    )


def summary_annex(occasion: Occasion, by: Grouping = Grouping.UNIT) -> Annex:
    """The same table below a report."""
    campaign = campaign_word(occasion.contest).upper()
    as_of = Paragraph(figures_as_of(occasion), ParagraphStyle.CENTER)
    return Annex(
        (f"BIỂU TỔNG HỢP KẾT QUẢ THAM GIA {campaign} THEO {FORMS[by].named}",),
        (as_of, *_blocks(occasion, by)),
        counts_orientation(occasion.contest, occasion.beside),
    )


def _blocks(occasion: Occasion, by: Grouping) -> tuple[DocumentBlock, ...]:
    return (
        Paragraph("Đơn vị tính: người", ParagraphStyle.UNIT_OF_MEASURE),
        counts_table(occasion.figures, occasion.contest, by, occasion.beside),
        *_notes(occasion),
        *note_paragraphs(occasion),
    )


def _notes(occasion: Occasion) -> list[Paragraph]:
    growth = ""
    if occasion.beside is not None:
        columns = change_columns(occasion.contest)
        growth = f"; cột {columns}: {occasion.beside.basis.dated_words}, số âm là giảm"
    words = f"Ghi chú: CBCCVC, NLĐ là {STAFF}; tỷ lệ (%) tính trên số ở cột ({WHOLE + 1}){growth}."
    return [Paragraph(each, ParagraphStyle.NOTE) for each in (words, *_exempt(occasion.figures))]


def _exempt(figures: Figures) -> tuple[str, ...]:
    """Who does not count: by unit, then by reason."""
    if not figures.exempt:
        return ()
    parts = "; ".join(f"{u.name}: {number(u.exempt)}" for u in figures.units if u.exempt)
    words = f"Không tính {number(figures.exempt)} người không thuộc đối tượng ({parts})."
    return (words, *figures.footnotes)
