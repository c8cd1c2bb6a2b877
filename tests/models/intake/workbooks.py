"""Made-up workbooks in the shapes in which lists arrive, each with its truth beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import Workbook as Book

Rows = Sequence[Sequence[object]]

AN = ("Nguyễn Văn An", "0912345671")
BINH = ("Trần Thị Bình", "0982103592")
CUONG = ("Lê Quang Cường", "0373456783")
DUNG = ("Phạm Thu Dung", "0868456784")
DUC = ("Hoàng Minh Đức", "0903456785")
GIANG = ("Vũ Thị Giang", "0947456786")
HA = ("Đỗ Thị Thu Hà", "0336456787")
KHANH = ("Bùi Gia Khánh", "0778456788")

EVERYBODY = (AN, BINH, CUONG, DUNG, DUC, GIANG, HA, KHANH)
HALL, SCHOOL, CLINIC = "Văn phòng HĐND và UBND", "Trường Mầm non Hoa Sen", "Trạm Y tế"


@dataclass(frozen=True)
class Truth:
    """One person as they must be read; `more` names further fields of the source row."""

    name: str
    phone: str = ""
    unit: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    """One workbook: how it is built and what must be read from it.

    `header` is the first and last header row of the first table, `rejected` the numbers of
    the rows that must be refused, `problems` the letters of columns with complaints.
    """

    name: str
    build: Callable[[], bytes]
    people: Sequence[Truth]
    header: tuple[int, int] = (1, 1)
    rejected: Sequence[int] = ()
    problems: str = ""
    file_name: str = "danh sách.xlsx"
    tables: int = 1


def book(
    rows: Rows, *, merges: Sequence[str] = (), title: str = "DS", **more: Rows
) -> Callable[[], bytes]:
    """A builder of an .xlsx with one sheet, or more (`more` are sheets by name)."""

    def build() -> bytes:
        workbook = Book()
        workbook.remove(workbook.active)
        for name, content in {title: rows, **more}.items():
            sheet = workbook.create_sheet(name)
            for row in content:
                sheet.append(list(row))
            for merge in merges if name == title else ():
                sheet.merge_cells(merge)
        return saved(workbook)

    return build


def saved(workbook: Book) -> bytes:
    """The bytes of a workbook."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def everybody(unit: str = "", count: int = 8, **more: Any) -> list[Truth]:
    """The first people as they must be read, all in one unit."""
    return [Truth(name, phone, unit, dict(more)) for name, phone in EVERYBODY[:count]]


def numbered(count: int = 8, *rest: object) -> list[list[object]]:
    """Rows of order number, name, phone, and the same rest for all."""
    return [[at, *EVERYBODY[at - 1], *rest] for at in range(1, count + 1)]


def person(of: tuple[str, str], unit: str = "", **more: Any) -> Truth:
    """One of the people above as they must be read."""
    return Truth(of[0], of[1], unit, more)
