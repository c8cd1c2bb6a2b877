"""What an office has made of documents, on the practice file: issued, worded, mapped, returned."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from models.papers.city_template import store_template
from models.papers.issuing import issued_bytes
from models.papers.wordings import store_wording
from models.records.city import CityTemplate, MappedPlace, TemplateWay
from models.records.moment import Moment
from models.store.store import Store
from reports.catalog import EXCEL
from reports.gather.request import Request
from reports.issuing import issue
from reports.wording.originals import original_wording

WORDED = "launch-letter"
THANKS = "UBND {loại xã} trân trọng cảm ơn sự phối hợp của các cơ quan, đơn vị."
ISSUED = (
    Request("unit-summary", date(2026, 6, 5), number=44, issued_on=date(2026, 6, 5)),
    Request("quick-report", Moment(date(2026, 6, 7))),
    Request("reminder-letter", number=128, issued_on=date(2026, 6, 8)),
    Request("kind-summary", date(2026, 6, 8)),
)
LABELS = (
    "Tổng số cán bộ, công chức, viên chức, người lao động",
    "Đã đăng ký",
    "Tỷ lệ đăng ký",
    "Đã hoàn thành",
    "Tính đến ngày",
)
PLACES = (MappedPlace("C4", "total"), MappedPlace("C5", "registered"))


def fill_documents(file: Store, folder: Path) -> tuple[Path, Path]:
    """Write all of it; a returned file that is the issued one, and one with a changed cell."""
    original = original_wording(WORDED)
    own = f"{original.rstrip()}\n{THANKS}\n"
    store_wording(file, WORDED, own, original)
    content = city_book()
    template = CityTemplate(
        0, "Biểu 01 của Sở", TemplateWay.CELLS, "Bieu 01.xlsx", "Biểu 01", PLACES
    )
    store_template(file, template, content)
    reports = [issue(file, each) for each in ISSUED]
    issue(file, ISSUED[0], replaces=reports[0].id)
    kept, changed = folder / "BieuTongHop tra lai.xlsx", folder / "BieuTongHop sua.xlsx"
    content = issued_bytes(file, reports[-1].id, EXCEL)
    kept.write_bytes(content)
    changed.write_bytes(with_another_count(content))
    return kept, changed


def city_book() -> bytes:
    """A form as a city may send it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 01"
    sheet["A1"] = "KẾT QUẢ THAM GIA CUỘC THI CỦA CÁC XÃ, PHƯỜNG, ĐẶC KHU"
    sheet["A3"], sheet["B3"], sheet["C3"] = "STT", "Nội dung", "Số liệu"
    for at, words in enumerate(LABELS, start=1):
        sheet.cell(3 + at, 1, at)
        sheet.cell(3 + at, 2, words)
    sheet.column_dimensions["B"].width = 60
    return packed(book)


def with_another_count(content: bytes) -> bytes:
    """The workbook with the first count that is found one higher."""
    book = load_workbook(BytesIO(content))
    counts = (
        cell
        for row in book.worksheets[0].iter_rows(min_row=8, min_col=3)
        for cell in row
        if isinstance(cell.value, int)
    )
    cell = next(counts)
    cell.value += 1
    return packed(book)


def packed(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()
