"""Sound files, and every way to break them that the hostile set needs."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from io import BytesIO

from tests.models.intake.raw_xlsx import XLSX_PARTS, sheet_xml, xlsx

SHEET = "xl/worksheets/sheet1.xml"
ROW = "<tr><td>Lê Thị An</td><td>0912345678</td></tr>"


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
