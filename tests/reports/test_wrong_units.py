"""Phiếu đề nghị sửa đơn vị: who is on it, what to choose, and that it can be printed."""

from __future__ import annotations

from datetime import date

import pytest

from models.records import Contact
from models.roster.units import set_contacts
from models.store.data_file import DataFile
from reports.compose import compose
from reports.document import RowStyle, Table, TableRow, Wide
from reports.gather.request import Request
from reports.nothing import NothingToList
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from tests.factory import unit
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person, write
from tests.reports.pdf_reader import read_pdf

KIND = "wrong-unit-slips"


@pytest.fixture
def slips(file: DataFile) -> DataFile:
    set_contacts(file, unit(file, CULTURE).id, [Contact("head", "Lê Thị Hoa")])
    person(file, "Nguyễn Văn An", "0982103591")
    person(file, "Trần Thị Bình", "0982103592", ECONOMY)
    rows = [
        ("0982103591", "Nguyễn Văn An", ECONOMY, "90", "02/06/2026"),
        ("0982103592", "Trần Thị Bình", "UBND xã Bình Giang", "90", "02/06/2026"),
    ]
    write(file, export(*rows), as_of=date(2026, 6, 7))
    return file


def rows_of(file: DataFile, **request: object) -> list[TableRow]:
    document = compose(file, Request(KIND, **request))  # type: ignore[arg-type]
    return [row for block in document.body if isinstance(block, Table) for row in block.rows]


def test_unit_by_unit_with_the_name_to_choose(slips: DataFile) -> None:
    rows = rows_of(slips)
    groups = [row.cells[0] for row in rows if row.style is RowStyle.GROUP]
    assert all(isinstance(cell, Wide) for cell in groups)
    assert [cell.text for cell in groups if isinstance(cell, Wide)] == [
        f"I. {ECONOMY}: 1 người; chọn đúng tên “{ECONOMY}”",
        f"II. {CULTURE}: 1 người; chọn đúng tên “{CULTURE}”; phụ trách: Lê Thị Hoa",
    ]
    assert rows[3].cells == (1, "Nguyễn Văn An", "", "0982***591", ECONOMY)


def test_one_unit_alone_with_whole_phones(slips: DataFile) -> None:
    rows = rows_of(slips, unit_id=unit(slips, CULTURE).id, masked=False)
    assert [row.cells[3] for row in rows[1:]] == ["0982 103 591"]


def test_before_the_file_nobody_was_wrong(slips: DataFile) -> None:
    with pytest.raises(NothingToList, match="Không có ai đang ghi sai đơn vị"):
        compose(slips, Request(KIND, date(2026, 6, 6)))


def test_it_is_printed(slips: DataFile) -> None:
    pdf = read_pdf(render_pdf(compose(slips, Request(KIND)), fonts=liberation_serif()))
    text = " ".join(pdf.text.split())
    assert "PHIẾU ĐỀ NGHỊ SỬA ĐƠN VỊ" in text
