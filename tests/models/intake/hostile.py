"""Files made to break a reader: each with the words that the officer must be told.

An expectation of "" means that the file is odd but readable, and must be read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.models.intake.breakage import (
    ROW,
    SHEET,
    deflated_zeros,
    docx,
    encrypted,
    extra_row,
    half,
    laughs,
    noise,
    ods,
    ods_repeat_bomb,
    overlapping_bomb,
    page,
    people_xls,
    people_xlsx,
    replaced_in_sheet,
    spreadsheetml,
    styled_rows,
    with_deflated_sheet,
    with_part,
    without_part,
    zipped,
)
from tests.models.intake.raw_xlsx import cell, xlsx

DAMAGED = "bị hỏng"
UNSAFE = "không an toàn"
TOO_LARGE = "quá lớn"
NOT_A_SHEET = "không phải"
EMPTY = "trống"
NO_ROWS = "không có dòng dữ liệu"


@dataclass(frozen=True)
class Hostile:
    """One file: `build` makes its bytes; `says` is part of the sentence."""

    name: str
    file_name: str
    build: Callable[[], bytes]
    says: str | tuple[str, ...]
    slow: bool = False


HOSTILE: tuple[Hostile, ...] = (
    Hostile("zero bytes", "a.xlsx", lambda: b"", EMPTY),
    Hostile("blanks only", "a.csv", lambda: b" \r\n\t\r\n" * 50, EMPTY),
    Hostile("nul bytes only", "a.xls", lambda: b"\0" * 4096, EMPTY),
    Hostile("pdf as xlsx", "a.xlsx", lambda: b"%PDF-1.7\n" + noise(3000), "PDF"),
    Hostile("png as xls", "a.xls", lambda: b"\x89PNG\r\n\x1a\n" + noise(3000), "ảnh PNG"),
    Hostile("jpeg as csv", "a.csv", lambda: b"\xff\xd8\xff\xe0" + noise(3000), "ảnh JPEG"),
    Hostile("program as xlsx", "a.xlsx", lambda: b"MZ\x90\0" + noise(3000), "chương trình"),
    Hostile("rar as xlsx", "a.xlsx", lambda: b"Rar!\x1a\x07" + noise(3000), "RAR"),
    Hostile("noise as xlsx", "a.xlsx", lambda: noise(5000), NOT_A_SHEET),
    Hostile("noise as csv", "a.csv", lambda: noise(5000, 2), NOT_A_SHEET),
    Hostile("xlsx cut in half", "a.xlsx", lambda: half(people_xlsx()), DAMAGED),
    Hostile("xlsx without its last bytes", "a.xlsx", lambda: people_xlsx()[:-30], DAMAGED),
    Hostile("zip signature only", "a.xlsx", lambda: b"PK\x03\x04", DAMAGED),
    Hostile("xls cut in half", "a.xls", lambda: half(people_xls(2000)), DAMAGED),
    Hostile("ole header only", "a.xls", lambda: people_xls()[:512], DAMAGED),
    Hostile("ole header and noise", "a.xls", lambda: people_xls()[:512] + noise(9000), (NOT_A_SHEET, DAMAGED)),
    Hostile("ods cut in half", "a.ods", lambda: half(ods(f"<x>{'a' * 900}</x>")), DAMAGED),
    Hostile("empty zip", "a.xlsx", lambda: zipped({}), (NOT_A_SHEET, DAMAGED)),
    Hostile("zip of texts", "a.xlsx", lambda: zipped({"a.txt": b"x"}), "ZIP"),
    Hostile("zip of workbooks", "a.zip", lambda: zipped({"a.xlsx": people_xlsx()}), "giải nén"),
    Hostile("docx as xlsx", "a.xlsx", docx, "Word"),
    Hostile("pptx as xlsx", "a.xlsx", lambda: zipped({"ppt/presentation.xml": b"<p/>"}), "PowerPoint"),
    Hostile(
        "zip bomb", "a.xlsx",
        lambda: with_deflated_sheet(deflated_zeros(450), 450 * 2**20), (TOO_LARGE, UNSAFE),
    ),
    Hostile(
        "zip bomb that lies about its size", "a.xlsx",
        lambda: with_deflated_sheet(deflated_zeros(900), 1000), (DAMAGED, TOO_LARGE), slow=True,
    ),
    Hostile("overlapping zip bomb", "a.xlsx", overlapping_bomb, (TOO_LARGE, UNSAFE, DAMAGED)),
    Hostile(
        "twenty thousand entries", "a.xlsx",
        lambda: zipped({f"xl/{i}.xml": b"" for i in range(20_000)}, method=0), UNSAFE,
    ),
    Hostile(
        "laughs in shared strings", "a.xlsx",
        lambda: with_part("xl/sharedStrings.xml", laughs("sst")), UNSAFE,
    ),
    Hostile("laughs in the sheet", "a.xlsx", lambda: with_part(SHEET, laughs("worksheet")), UNSAFE),
    Hostile(
        "external entity", "a.xlsx",
        lambda: with_part(
            "xl/workbook.xml",
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        ),
        UNSAFE,
    ),
    Hostile("climbing path", "a.xlsx", lambda: with_part("../../evil.xml", "x"), UNSAFE),
    Hostile("absolute path", "a.xlsx", lambda: with_part("/etc/evil.xml", "x"), UNSAFE),
    Hostile("path with a drive", "a.xlsx", lambda: with_part("C:\\evil.xml", "x"), UNSAFE),
    Hostile(
        "stray cell at the far corner", "a.xlsx",
        lambda: extra_row(f'<row r="1048576">{cell("XFD1048576", 1)}</row>'), "",
    ),
    Hostile(
        "stray cell in the last row", "a.xlsx",
        lambda: extra_row(f'<row r="1048576">{cell("A1048576", "x")}</row>'), "",
    ),
    Hostile(
        "false dimension", "a.xlsx",
        lambda: replaced_in_sheet("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'), "",
    ),
    Hostile(
        "a merge over everything", "a.xlsx",
        lambda: replaced_in_sheet(
            "</sheetData>",
            '</sheetData><mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>',
        ),
        "",
    ),
    Hostile(
        "impossible cell names", "a.xlsx",
        lambda: extra_row('<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>'),
        ("", DAMAGED),
    ),
    Hostile("a million empty styled rows", "a.xlsx", lambda: styled_rows(1_000_000), "", slow=True),
    Hostile("two hundred thousand styled rows", "a.xlsx", lambda: styled_rows(200_000), ""),
    Hostile(
        "shared string that does not exist", "a.xlsx",
        lambda: extra_row('<row r="9"><c r="A9" t="s"><v>999999</v></c></row>'), ("", DAMAGED),
    ),
    Hostile(
        "xml nested a hundred thousand deep", "a.xlsx",
        lambda: with_part(SHEET, "<a>" * 100_000 + "</a>" * 100_000), (NO_ROWS, DAMAGED),
    ),
    Hostile(
        "sheet that is no xml", "a.xlsx",
        lambda: with_part(SHEET, "<worksheet><sheetData><row"), (NO_ROWS, DAMAGED),
    ),
    Hostile("sheet part missing", "a.xlsx", lambda: without_part(SHEET), (DAMAGED, NO_ROWS)),
    Hostile("workbook part missing", "a.xlsx", lambda: without_part("xl/workbook.xml"), DAMAGED),
    Hostile("no cell at all", "a.xlsx", lambda: xlsx([]), NO_ROWS),
    Hostile("under a password", "a.xlsx", lambda: encrypted("mật khẩu"), "mật khẩu"),
    Hostile(
        "encrypted zip entry", "a.xlsx",
        lambda: people_xlsx().replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
        "mã hóa",
    ),
    Hostile("csv full of nul", "a.csv", lambda: b"a\0\0\0b;c\0\0\0\r\n" * 300, NOT_A_SHEET),
    Hostile("one line of thirty megabytes", "a.csv", lambda: b"a" * 30 * 2**20, ("", DAMAGED, TOO_LARGE)),
    Hostile("five million commas", "a.csv", lambda: b"," * 5_000_000, (TOO_LARGE, EMPTY)),
    Hostile("quote that never closes", "a.csv", lambda: b'Ho ten,SDT\r\n"Le Van An,0912\r\n' * 9, ""),
    Hostile("web page without table", "a.xls", lambda: page("<p>Đăng nhập</p>"), "trang web"),
    Hostile("tables nested without end", "a.xls", lambda: page("<table><tr><td>" * 50_000), (NO_ROWS, "")),
    Hostile(
        "cell spanning a billion columns", "a.xls",
        lambda: page(f"<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr>{ROW}</table>"), "",
    ),
    Hostile(
        "page of spans", "a.xls",
        lambda: page("<table>" + "<tr><td colspan=1000>x</td></tr>" * 9000 + "</table>"), TOO_LARGE,
    ),
    Hostile(
        "laughs in xml 2003", "a.xls",
        lambda: laughs("Workbook").replace("<Workbook>", '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">').encode(),
        UNSAFE,
    ),
    Hostile("xml 2003 cut short", "a.xml", lambda: spreadsheetml("<Row><Cell>")[:-60], DAMAGED),
    Hostile(
        "xml 2003 with a far row", "a.xml",
        lambda: spreadsheetml('<Row ss:Index="999999"><Cell><Data ss:Type="String">x</Data></Cell></Row>'),
        TOO_LARGE,
    ),
    Hostile("other xml", "a.xml", lambda: b'<?xml version="1.0"?><rss><item>x</item></rss>', NOT_A_SHEET),
    Hostile("ods that repeats one cell", "a.ods", ods_repeat_bomb, (DAMAGED, TOO_LARGE)),
    Hostile("ods with laughs", "a.ods", lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": laughs("x").encode()}), UNSAFE),
    Hostile("worksheet of excel 2", "a.xls", lambda: b"\x09\0\x04\0\x02\0\x10\0" + noise(200), "quá cũ"),
)  # fmt: skip
