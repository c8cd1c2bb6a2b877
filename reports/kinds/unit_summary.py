"""Biểu tổng hợp theo đơn vị: the table of counts and rates that goes to the city."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import UNIT_KIND_NAMES, Figures, UnitFigures, UnitKind
from models.text.formats import number
from reports.document import (
    Align,
    CellKind,
    Document,
    Paragraph,
    ParagraphStyle,
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
    roman,
    summed_figures,
)
from reports.occasion import Occasion

CODE = "unit-summary"
REGISTERED, COMPLETED = "Đã đăng ký", "Đã hoàn thành"
COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn("Đơn vị", 56, align=Align.LEFT),
    TableColumn("Tổng số CBCCVC, NLĐ", 23.5, CellKind.INTEGER),
    TableColumn("Số lượng", 14.5, CellKind.INTEGER, group=REGISTERED),
    TableColumn("Tỷ lệ (%)", 15.5, CellKind.PERCENT, group=REGISTERED),
    TableColumn("Số lượng", 14.5, CellKind.INTEGER, group=COMPLETED),
    TableColumn("Tỷ lệ (%)", 15.5, CellKind.PERCENT, group=COMPLETED),
    TableColumn("Ghi chú", 13.5, align=Align.LEFT),
)


def unit_summary(occasion: Occasion) -> Document:
    """One line per unit, grouped by khối when there are several, and the total.

    Raises ValueError when the lines of the figures do not add up to its totals.
    """
    figures = occasion.figures
    check_sums(figures)
    measure = Paragraph("Đơn vị tính: người", ParagraphStyle.UNIT_OF_MEASURE)
    table = Table(COLUMNS, (*_unit_rows(figures.units), _total_row(figures)), numbered=True)
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


def _unit_rows(units: Sequence[UnitFigures]) -> list[TableRow]:
    groups = _by_kind(units)
    if len(groups) < 2:
        return _numbered(units)
    rows = list[TableRow]()
    for i, (kind, members) in enumerate(groups, start=1):
        whole = summed_figures(members, UNIT_KIND_NAMES[kind])
        rows.append(TableRow((roman(i), whole.name, *_counts(whole)), RowStyle.GROUP))
        rows += _numbered(members)
    return rows


def _by_kind(units: Sequence[UnitFigures]) -> list[tuple[UnitKind, tuple[UnitFigures, ...]]]:
    kinds = {kind: list[UnitFigures]() for kind in UnitKind}
    for unit in units:
        kinds[unit.kind or UnitKind.OTHER].append(unit)
    return [(kind, tuple(members)) for kind, members in kinds.items() if members]


def _numbered(units: Sequence[UnitFigures]) -> list[TableRow]:
    return [TableRow((i, unit.name, *_counts(unit))) for i, unit in enumerate(units, start=1)]


def _counts(line: UnitFigures) -> tuple[TableCell, ...]:
    return (
        line.total,
        line.registered,
        Share(line.registered, line.total),
        line.completed,
        Share(line.completed, line.total),
        None,
    )


def _total_row(figures: Figures) -> TableRow:
    return TableRow((Wide("Tổng cộng", 2), *_counts(summed_figures(figures.units))), RowStyle.TOTAL)


def _notes(figures: Figures) -> list[Paragraph]:
    words = f"Ghi chú: CBCCVC, NLĐ là {STAFF}; tỷ lệ (%) tính trên số ở cột (3)."
    notes = [Paragraph(words, ParagraphStyle.NOTE)]
    if figures.exempt:
        parts = "; ".join(f"{u.name}: {number(u.exempt)}" for u in figures.units if u.exempt)
        words = f"Không tính {number(figures.exempt)} người không thuộc đối tượng ({parts})."
        notes.append(Paragraph(words, ParagraphStyle.NOTE))
    return notes
