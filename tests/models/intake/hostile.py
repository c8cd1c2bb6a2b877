"""Files made to break a reader: each with the words that the officer must be told.

An expectation of "" means that the file is odd but readable, and must be read.
"""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from tests.models.intake.raw_xlsx import XLSX_PARTS, cell, sheet_xml, xlsx

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


def people_xlsx(rows: int = 50) -> bytes:
    """A sound workbook to be broken."""
    body = [[f"Nguyễn Văn {chr(65 + i % 26)}n", f"09{10000000 + i}"] for i in range(rows)]
    return xlsx([["Họ và tên", "Số điện thoại"], *body])


def people_xls(rows: int = 50) -> bytes:
    """A sound .xls to be broken."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    sheet.write(0, 0, "Họ và tên")
    sheet.write(0, 1, "Số điện thoại")
    for row in range(1, rows + 1):
        sheet.write(row, 0, f"Trần Thị {chr(65 + row % 26)}n")
        sheet.write(row, 1, f"09{10000000 + row}")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def zipped(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def with_part(name: str, content: str | bytes, base: bytes | None = None) -> bytes:
    """A sound workbook in which one part is replaced or added."""
    parts = {}
    with zipfile.ZipFile(BytesIO(base or people_xlsx())) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = content.encode() if isinstance(content, str) else content
    return zipped(parts)


def without_part(name: str) -> bytes:
    """A sound workbook that lacks one part."""
    with zipfile.ZipFile(BytesIO(people_xlsx())) as archive:
        return zipped({e: archive.read(e) for e in archive.namelist() if e != name})


def raw_zip(entries: list[tuple[str, bytes, int, int, int]]) -> bytes:
    """A zip with a forged directory: (name, compressed bytes, method, declared size, offset).

    An offset of -1 writes the bytes; any other one points at bytes written before.
    """
    body, directory = b"", b""
    for name, data, method, declared, offset in entries:
        at = len(body) if offset < 0 else offset
        raw = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 0, 0, len(data), declared, len(raw), 0)
        if offset < 0:
            body += b"PK\x03\x04" + head + raw + data
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head
        directory += struct.pack("<HHHII", 0, 0, 0, 0, at) + raw
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def deflated_zeros(megabytes: int) -> bytes:
    """Deflated blanks of that size."""
    press = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = b" " * 2**20
    return b"".join(press.compress(block) for _ in range(megabytes)) + press.flush()


def with_deflated_sheet(data: bytes, declared: int) -> bytes:
    """A workbook whose sheet is this deflate stream, declared as this long."""
    entries = [(n, zlib.compress(c)[2:-4], 8, len(c), -1) for n, c in XLSX_PARTS.items()]
    return raw_zip([*entries, ("xl/worksheets/sheet1.xml", data, 8, declared, -1)])


def overlapping_bomb() -> bytes:
    """A thousand entries that all point at the same compressed megabytes."""
    data = deflated_zeros(20)
    first = ("xl/workbook.xml", data, 8, 20 * 2**20, -1)
    return raw_zip([first, *((f"xl/w{i}.xml", data, 8, 20 * 2**20, 0) for i in range(1000))])


def laughs(root: str) -> str:
    """The billion laughs around an element."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]><{root}>&j;</{root}>'


def ods(content: str) -> bytes:
    """An OpenDocument sheet with this body of tables."""
    head = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        "<office:body><office:spreadsheet>"
    )
    tail = "</office:spreadsheet></office:body></office:document-content>"
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (head + content + tail).encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def ods_repeat_bomb() -> bytes:
    one = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="1048576">{one}</table:table-row>'
    return ods(f'<table:table table:name="A">{row}</table:table>')


def styled_rows(rows: int) -> bytes:
    """Two people, then a million rows that hold styles and nothing else."""
    body = "".join(
        f'<row r="{r}"><c r="A{r}" s="1"/><c r="B{r}" s="1"/><c r="H{r}" s="1"/></row>'
        for r in range(4, rows)
    )
    head = [
        ["Họ và tên", "Số điện thoại"],
        ["Lê Thị An", "0912345678"],
        ["Lê Văn Bình", "0912345679"],
    ]
    return with_part(
        "xl/worksheets/sheet1.xml", sheet_xml(head).replace("</sheetData>", body + "</sheetData>")
    )


def extra_row(row: str) -> bytes:
    """A sound sheet with one more row of this XML."""
    rows = [
        ["Họ và tên", "Số điện thoại"],
        ["Lê Thị An", "0912345678"],
        ["Lê Văn Bình", "0912345679"],
    ]
    xml = sheet_xml(rows).replace("</sheetData>", row + "</sheetData>")
    return with_part("xl/worksheets/sheet1.xml", xml)


def replaced_in_sheet(old: str, new: str) -> bytes:
    """A sound sheet in which one text is replaced by another."""
    rows = [
        ["Họ và tên", "Số điện thoại"],
        ["Lê Thị An", "0912345678"],
        ["Lê Văn Bình", "0912345679"],
    ]
    return with_part("xl/worksheets/sheet1.xml", sheet_xml(rows).replace(old, new))


def encrypted(password: str) -> bytes:
    """A workbook under a password."""
    from msoffcrypto.format.ooxml import OOXMLFile

    stream = BytesIO()
    OOXMLFile(BytesIO(people_xlsx(500))).encrypt(password, stream)
    return stream.getvalue()


def flipped(data: bytes, seed: int, share: float = 0.01) -> bytes:
    """The bytes with some of them changed at random."""
    dice = random.Random(seed)
    broken = bytearray(data)
    for _ in range(max(1, int(len(data) * share))):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


def spreadsheetml(body: str) -> bytes:
    """An XML 2003 workbook with this body."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="A"><Table>{body}</Table></Worksheet></Workbook>'
    ).encode()


def page(body: str) -> bytes:
    """A web page."""
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def docx() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"})


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


SHEET = "xl/worksheets/sheet1.xml"
ROW = "<tr><td>Lê Thị An</td><td>0912345678</td></tr>"

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
