"""Phiếu đề nghị sửa đơn vị: whom the platform has elsewhere, and the exact name to choose."""

from __future__ import annotations

from collections.abc import Sequence

from models.reconcile.records import Slip, UnitSlips
from models.records import Unit
from models.records.person_columns import PERSON_TITLES
from models.text.formats import number
from models.text.numerals import roman
from reports.blocks import Paragraph
from reports.document import (
    Align,
    CellKind,
    Document,
    DocumentBlock,
    RowStyle,
    Table,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    STAFF,
    contest_words,
    document_header,
    figures_as_of,
    file_stem,
    note_paragraphs,
    recipients,
)
from reports.kinds.people_of_units import masked_note, phones_shown, shown_phone
from reports.nothing import NothingToList
from reports.occasion import Occasion

CODE = "wrong-unit-slips"
COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 46, align=Align.LEFT),
    TableColumn(PERSON_TITLES["position"], 30, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 27, CellKind.PHONE),
    TableColumn("Đơn vị đang ghi trên nền tảng", 50, align=Align.LEFT),
)


def wrong_units(
    slips: Sequence[UnitSlips],
    unit: Unit | None,
    occasion: Occasion,
    masked: bool = True,
) -> Document:
    """The slips of one unit, or unit by unit of the commune; `slips` are those to be printed.

    Raises `NothingToList` when there are none.
    """
    people = [slip for each in slips for slip in each.slips]
    if not people:
        whose = f"của {unit.name} " if unit else ""
        raise NothingToList(f"Không có ai {whose}đang ghi sai đơn vị trên {_platform(occasion)}.")
    phones = [slip.phone for slip in people]
    more = (f"Đơn vị: {unit.name}",) if unit else ()
    subject = f"{STAFF[0].upper()}{STAFF[1:]} ghi sai đơn vị khi tham gia {contest_words(occasion)}"
    return Document(
        kind=CODE,
        stem=file_stem("PhieuSuaDonVi", occasion.commune, unit.name if unit else ""),
        header=document_header(occasion),
        title=Title("PHIẾU ĐỀ NGHỊ SỬA ĐƠN VỊ", (subject, *more, figures_as_of(occasion))),
        body=(*_body(slips, len(people), occasion, masked), *note_paragraphs(occasion)),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(
            occasion, unit.name if unit else "Các cơ quan, đơn vị có tên trong Phiếu"
        ),
        people=len(people) + len({each.head for each in slips if each.head}),
        phones=phones_shown(phones, masked=masked),
    )


def _platform(occasion: Occasion) -> str:
    platform = occasion.contest.platform
    return f"nền tảng {platform}" if platform else "nền tảng"


def _body(
    slips: Sequence[UnitSlips], count: int, occasion: Occasion, masked: bool
) -> list[DocumentBlock]:
    phones = (slip.phone for each in slips for slip in each.slips)
    return [
        Paragraph(
            f"Qua đối soát với {_platform(occasion)}, có {number(count)} người đang ghi sai đơn "
            "vị. Đề nghị các cơ quan, đơn vị hướng dẫn từng người sửa lại trên nền tảng, chọn đúng "
            "tên đơn vị ghi trong ngoặc kép dưới đây:"
        ),
        Table(COLUMNS, tuple(_rows(slips, masked))),
        *masked_note(phones, masked=masked),
    ]


def _rows(slips: Sequence[UnitSlips], masked: bool) -> list[TableRow]:
    rows: list[TableRow] = []
    for at, each in enumerate(slips, start=1):
        rows.append(TableRow((Wide(_group(at, each), len(COLUMNS)),), RowStyle.GROUP))
        rows += [_row(n, slip, masked) for n, slip in enumerate(each.slips, start=1)]
    return rows


def _group(at: int, unit: UnitSlips) -> str:
    head = f"; phụ trách: {unit.head}" if unit.head else ""
    count = number(len(unit.slips))
    return f"{roman(at)}. {unit.unit}: {count} người; chọn đúng tên “{unit.choose}”{head}"


def _row(at: int, slip: Slip, masked: bool) -> TableRow:
    phone = shown_phone(slip.phone, masked=masked)
    return TableRow((at, slip.person, slip.position, phone, slip.platform_unit))
