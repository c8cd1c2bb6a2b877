"""Biểu tổng hợp theo đơn vị: the table of counts and rates that goes to the city."""

from __future__ import annotations

from collections.abc import Sequence

from models.contests.wording import mark_word, marks_counted
from models.records import UNIT_KIND_NAMES, Contest, Figures, Mark, UnitFigures, UnitKind
from models.text.formats import number
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import (
    Align,
    CellKind,
    Document,
    RowStyle,
    Share,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    STAFF,
    check_sums,
    contest_words,
    document_header,
    figures_as_of,
    file_stem,
    note_paragraphs,
    recipients,
    summed_figures,
)
from reports.occasion import Occasion

CODE = "unit-summary"
_PAPER = 165.0
"""The width of the table in millimetres."""
_WHOLE = 2
"""The column of the people who count, of which all rates are shares."""


def _columns(contest: Contest) -> tuple[TableColumn, ...]:
    """A count and a rate for each mark that is counted, under what it is called."""
    counts = [
        TableColumn(title, width, kind, group=mark_word(mark, contest), ratio=ratio)
        for at, mark in enumerate(marks_counted(contest))
        for title, width, kind, ratio in (
            ("Số lượng", 14.5, CellKind.INTEGER, None),
            ("Tỷ lệ (%)", 15.5, CellKind.PERCENT, (_WHOLE + 1 + 2 * at, _WHOLE)),
        )
    ]
    remark = 13.5 if len(counts) > 2 else 27.0
    fixed = 12 + 23.5 + sum(column.weight for column in counts) + remark
    return (
        TableColumn("STT", 12, CellKind.INTEGER),
        TableColumn("Đơn vị", _PAPER - fixed, align=Align.LEFT),
        TableColumn("Tổng số CBCCVC, NLĐ", 23.5, CellKind.INTEGER),
        *counts,
        TableColumn("Ghi chú", remark, align=Align.LEFT),
    )


def unit_summary(occasion: Occasion) -> Document:
    """One line per unit, grouped by khối when there are several, and the total.

    Raises ValueError when the lines of the figures do not add up to its totals.
    """
    figures = occasion.figures
    check_sums(figures)
    measure = Paragraph("Đơn vị tính: người", ParagraphStyle.UNIT_OF_MEASURE)
    marks = marks_counted(occasion.contest)
    rows = (*_unit_rows(figures.units, marks), _total_row(figures, marks))
    table = Table(_columns(occasion.contest), rows, numbered=True, adds_up=True)
    subject = f"Kết quả tham gia {contest_words(occasion)} theo đơn vị"
    return Document(
        kind=CODE,
        stem=file_stem("BieuTongHop", occasion.commune),
        header=document_header(occasion, occasion.issuer.symbols.get("BC", "")),
        title=Title("BIỂU TỔNG HỢP", (subject, figures_as_of(occasion))),
        body=(measure, table, *_notes(figures), *note_paragraphs(occasion)),
        figures=figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, "Ban Tổ chức Cuộc thi"),
    )


def _unit_rows(units: Sequence[UnitFigures], marks: Sequence[Mark]) -> list[TableRow]:
    groups = _by_kind(units)
    if len(groups) < 2:
        return _numbered(units, marks)
    rows = list[TableRow]()
    for i, (kind, members) in enumerate(groups, start=1):
        whole = summed_figures(members, UNIT_KIND_NAMES[kind])
        rows.append(TableRow((roman(i), whole.name, *_counts(whole, marks)), RowStyle.GROUP))
        rows += _numbered(members, marks)
    return rows


def _by_kind(units: Sequence[UnitFigures]) -> list[tuple[UnitKind, tuple[UnitFigures, ...]]]:
    kinds = {kind: list[UnitFigures]() for kind in UnitKind}
    for unit in units:
        kinds[unit.kind or UnitKind.OTHER].append(unit)
    return [(kind, tuple(members)) for kind, members in kinds.items() if members]


def _numbered(units: Sequence[UnitFigures], marks: Sequence[Mark]) -> list[TableRow]:
    return [
        TableRow((i, unit.name, *_counts(unit, marks))) for i, unit in enumerate(units, start=1)
    ]


def _counts(line: UnitFigures, marks: Sequence[Mark]) -> tuple[TableCell, ...]:
    done = [line.registered if mark is Mark.REGISTERED else line.completed for mark in marks]
    shares = (cell for count in done for cell in (count, Share(count, line.total)))
    return (line.total, *shares, None)


def _total_row(figures: Figures, marks: Sequence[Mark]) -> TableRow:
    counts = _counts(summed_figures(figures.units), marks)
    return TableRow((Wide("Tổng cộng", 2), *counts), RowStyle.TOTAL)


def _notes(figures: Figures) -> list[Paragraph]:
    words = f"Ghi chú: CBCCVC, NLĐ là {STAFF}; tỷ lệ (%) tính trên số ở cột (3)."
    notes = [Paragraph(words, ParagraphStyle.NOTE)]
    if figures.exempt:
        parts = "; ".join(f"{u.name}: {number(u.exempt)}" for u in figures.units if u.exempt)
        words = f"Không tính {number(figures.exempt)} người không thuộc đối tượng ({parts})."
        notes.append(Paragraph(words, ParagraphStyle.NOTE))
    return notes
