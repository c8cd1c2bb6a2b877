"""What people paste from Zalo and mail: lists without a header, with greetings around them."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.reading.pasted import read_pasted
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.workbooks import AN, BINH, CLINIC, CUONG, SCHOOL

NAMES = "\n".join((AN[0], BINH[0], CUONG[0]))
LINES = "\n".join(f"{n}. {name} {phone}" for n, (name, phone) in enumerate((AN, BINH, CUONG), 1))
THREE = [(*AN, ""), (*BINH, ""), (*CUONG, "")]
NAMELESS = [(name, "", "") for name, _ in (AN, BINH, CUONG)]

PASTED = {
    "names only": (NAMES, NAMELESS),
    "names in one line": (", ".join((AN[0], BINH[0], CUONG[0])), NAMELESS),
    "names behind ticks": (
        NAMES.replace("Nguyễn", "✅ Nguyễn").replace("Trần", "☑️ Trần"),
        NAMELESS,
    ),
    "phones before names": (
        "\n".join(f"{phone} {name}" for name, phone in (AN, BINH, CUONG)),
        THREE,
    ),
    "a greeting": (f"Em gửi chị danh sách ạ\n{LINES}", THREE),
    "a greeting with a comma": (
        f"Dạ em chào chị, trường em có 3 người ạ:\n{LINES}\nEm cảm ơn chị!",
        THREE,
    ),
    "messages with time and sender": (f"[08:15, 08/06/2026] Lan Anh: Em gửi ds ạ\n{LINES}", THREE),
    "units between": (
        f"{SCHOOL}:\n1. {AN[0]} {AN[1]}\n2. {BINH[0]} {BINH[1]}\n{CLINIC}:\n1. {CUONG[0]} {CUONG[1]}",
        [(*AN, SCHOOL), (*BINH, SCHOOL), (*CUONG, CLINIC)],
    ),
    "plus signs and titles": (
        "\n".join(
            f"+ Đ/c {name} - Giáo viên - {phone}" for name, phone in (AN, BINH, CUONG)
        ),
        THREE,
    ),
    "columns of spaces": (
        "STT   Họ và tên          Điện thoại\n"
        + "\n".join(f"{n}     {name}      {phone}" for n, (name, phone) in enumerate((AN, BINH, CUONG))),
        THREE,
    ),
    "a table of bars": (
        "| STT | Họ và tên | SĐT |\n|---|---|---|\n"
        + "\n".join(f"| {n} | {name} | {phone} |" for n, (name, phone) in enumerate((AN, BINH, CUONG))),
        THREE,
    ),
    "a cell of two lines": (
        f"Họ và tên\tSĐT\n\"Nguyễn Văn\nAn\"\t{AN[1]}\n{BINH[0]}\t{BINH[1]}\n{CUONG[0]}\t{CUONG[1]}",
        THREE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", PASTED)
def test_pasted_list_gives_its_people_and_nobody_else(kind: str):
    text, truth = PASTED[kind]
    book = read_pasted(text)
    tables = [shape_rows(book, guess, date(2026, 6, 8)) for guess in find_tables(book)]
    rows = [row for table in tables for row in table.rows]
    assert [(row.name, row.phone.number, row.unit) for row in rows] == truth
    assert not [row for table in tables for row in table.rejected]
