"""Text files as they come: one bad byte or quotation mark spoils one cell, not the file."""

from io import BytesIO
from pathlib import Path

import pytest
from xlwt.CompoundDoc import XlsDoc

from models.errors import AppError
from models.intake.old_text import find_old_text, with_converted
from models.intake.reading.delimited import ASTRAY, parse_delimited
from models.intake.reading.encodings import decode_bytes
from models.intake.reading.pasted import read_pasted
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.text.legacy.codec import LegacyEncoding
from tests.models.intake.seen_books import TODAY, table_of, told, xlsx

HEADER = "STT,Họ và tên,Ngày sinh,Số điện thoại,Đơn vị"
PEOPLE = (
    "1,Nguyễn Văn An,02/04/1985,0912345671,Trạm Y tế",
    "2,Trần Thị Bình,15/09/1990,0912345672,Trạm Y tế",
    "3,Lê Quang Cường,01/12/1979,0912345673,Trạm Y tế",
)
LIST = "\r\n".join((HEADER, *PEOPLE)) + "\r\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 4])
def test_one_bad_byte_spoils_one_cell(tmp_path: Path, mark: bytes) -> None:
    data = mark + LIST.encode().replace("Bình".encode(), b"B\xecnh")
    table = table_of(tmp_path, "a.csv", data)
    assert [row.name for row in table.rows] == [
        "Nguyễn Văn An",
        "Trần Thị B\ufffdnh",
        "Lê Quang Cường",
    ]
    assert {row.unit for row in table.rows} == {"Trạm Y tế"}
    assert told(table) == [(3, "B", "Trần Thị B\ufffdnh")]


@pytest.mark.parametrize(
    ("good", "bad", "told_of", "unit"),
    [
        (",0912345672", b",0912\xff45672", (3, "D"), "Trạm Y tế"),
        ("2,Trạm Y tế", "2,Trạm Y t".encode() + b"\xff", (3, "E"), "Trạm Y tế"),
        ("15/09/1990", b"15/\xe909/1990", (3, "C"), "Trạm Y tế"),
    ],
)
def test_a_bad_byte_in_another_column(
    tmp_path: Path, good: str, bad: bytes, told_of: tuple[int, str], unit: str
) -> None:
    table = table_of(tmp_path, "a.csv", LIST.encode().replace(good.encode(), bad, 1))
    assert [row.name for row in table.rows][1] == "Trần Thị Bình"
    assert table.rows[1].unit == unit
    assert [place[:2] for place in told(table)] == [told_of]


@pytest.mark.parametrize("bad", [b"\xec", b"\x00", b"\xff"])
def test_bad_bytes_in_most_names_spoil_these_names_only(tmp_path: Path, bad: bytes) -> None:
    data = LIST.encode()
    for good in ("Bình", "Cường"):
        data = data.replace(good.encode(), good[:1].encode() + bad + good[2:].encode())
    table = table_of(tmp_path, "a.csv", data)
    assert [row.name for row in table.rows] == [
        "Nguyễn Văn An",
        "Trần Thị B\ufffdnh",
        "Lê Quang C\ufffdờng",
    ]
    assert [place[:2] for place in told(table)] == [(3, "B"), (4, "B")]


def test_zeros_at_the_end_of_a_text_are_nothing(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", LIST.encode() + b"\x00" * 300)
    assert len(table.rows) == 3
    assert told(table) == []


def test_text_that_is_no_utf8_is_read_as_before() -> None:
    assert decode_bytes("Trần Thị Bình".encode("utf-16")) == "Trần Thị Bình"
    assert decode_bytes(b"H\xf9ng") == "Hùng"
    assert decode_bytes(b"Nguy\xd4n V\xa8n H\xefng") == "NguyÔn V¨n Hïng"


STRAY = (
    "STT,Họ và tên,Số điện thoại,Đơn vị\n"
    '1,Nguyễn Văn An,0912345671,Trường "Hoa Sen\n'
    '2,Trần Thị Bình,0912345672,"Thôn "Đông"\n'
    '3,Lê Quang Cường,0912345673,"Thôn Tây\n'
    "4,Phạm Minh Dũng,0912345674,Thôn Nam\n"
)


def test_a_stray_quotation_mark_spoils_one_row_which_is_named(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", STRAY.encode())
    assert [(row.name, row.unit) for row in table.rows] == [
        ("Nguyễn Văn An", 'Trường "Hoa Sen'),
        ("Trần Thị Bình", 'Thôn "Đông"'),
        ("Lê Quang Cường", "Thôn Tây"),
        ("Phạm Minh Dũng", "Thôn Nam"),
    ]
    assert [(p.row, p.column, p.reason) for p in table.problems] == [
        (row, "", ASTRAY) for row in (2, 3, 4)
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("lines", "units"),
    [
        # Closed two rows further down: what lies between is no cell.
        (['1,An,091,"Thôn Tây', "2,Bình,092,Thôn Nam", '3,Cường,093,Thôn Bắc"', "4,Dũng,094,X"],
         ["Thôn Tây", "Thôn Nam", 'Thôn Bắc"', "X"]),
        (['1,An,091,"Thôn Tây', '2,Bình,092,Thôn Nam"', "3,Cường,093,X", "4,Dũng,094,X"],
         ["Thôn Tây", 'Thôn Nam"', "X", "X"]),
        # A cell of two lines is one cell.
        (['1,An,091,"Thôn Tây', 'xã Kẻ Sặt"', "2,Bình,092,X", "3,Cường,093,X"],
         ["Thôn Tây\nxã Kẻ Sặt", "X", "X"]),
        (['1,An,091,"Thôn ""Đông"""', '2,Bình,092,"Thôn Tây, xã Kẻ Sặt"', "3,Cường,093,X"],
         ['Thôn "Đông"', "Thôn Tây, xã Kẻ Sặt", "X"]),
        (['1,An,091,"Trường ""Hoa Sen"', '2,Bình,"092,X', "3,Cường,093,X"],
         ['Trường "Hoa Sen', "X", "X"]),
    ],
)  # fmt: skip
def test_a_quoted_cell_that_swallows_rows_is_a_stray_mark(
    delimiter: str, lines: list[str], units: list[str]
) -> None:
    header = "STT,Tên,SĐT,Đơn vị"
    text = "\n".join([header, *lines]).replace(", xã", "§").replace(",", delimiter)
    found = parse_delimited(text.replace("§", ", xã"))
    assert [row[3] for row in found.rows[1:]] == units


def test_a_cell_of_several_lines_in_the_first_column() -> None:
    found = parse_delimited('Tên,SĐT,Đơn vị\n"Nguyễn\nVăn An",091,X\n"Trần\nThị Bình",092,"Y\nZ"\n')
    assert found.rows[1:] == [("Nguyễn\nVăn An", "091", "X"), ("Trần\nThị Bình", "092", "Y\nZ")]
    assert not found.astray


def test_text_that_excel_must_not_take_for_numbers(tmp_path: Path) -> None:
    lines = ["No,Full name,Birthday,Phone,Department"] + [
        ",".join(f'"=""{cell}"""' for cell in person.split(",")) for person in PEOPLE
    ]
    table = table_of(tmp_path, "a.csv", "\r\n".join(lines).encode())
    assert [(row.name, row.phone.number, row.birth) for row in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "1985-04-02"),
        ("Trần Thị Bình", "0912345672", "1990-09-15"),
        ("Lê Quang Cường", "0912345673", "1979-12-01"),
    ]


def _twice(text: str, page: str) -> str:
    letters = (bytes([b]).decode(page, "ignore") or chr(b) for b in text.encode())
    return "".join(letters)


@pytest.mark.parametrize("page", ["cp1252", "cp1258", "latin-1"])
def test_text_that_was_encoded_twice_is_proposed_for_mending(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(_twice(LIST, page), encoding="utf-8", newline="")
    workbook = read_workbook(path)
    found = find_old_text(workbook)
    assert {old.encoding for old in found} == {LegacyEncoding.TWICE}
    before, after = found[0].examples[1]
    assert (before, after) == (_twice("Nguyễn Văn An", page), "Nguyễn Văn An")
    mended = with_converted(workbook, found)
    (guess,) = find_tables(mended)
    assert [row.name for row in shape_rows(mended, guess, TODAY).rows] == [
        "Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường"
    ]  # fmt: skip


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
def test_a_file_without_its_letters_says_so(tmp_path: Path, lost: str) -> None:
    text = "".join(letter if letter.isascii() or letter in "ìêàô" else lost for letter in LIST)
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AppError, match="đã mất chữ có dấu"):
        read_workbook(path)
    with pytest.raises(AppError, match="đã mất chữ có dấu"):
        read_pasted(text.replace(",", "\t"))


def test_a_question_is_no_lost_letter(tmp_path: Path) -> None:
    text = LIST.replace("Trạm Y tế", "Trạm Y tế?").replace("Ngày sinh", "Ngày sinh?")
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert read_workbook(path).sheets[0].rows[1][1] == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("name", "data", "what", "advice"),
    [
        ("a.gsheet", b'{"url": "https://docs.google.com/spreadsheets/d/1/edit"}', "Google Drive",
         "Tải xuống"),
        ("b.gsheet", b'\n{"":"WARNING!","doc_id":"1AbC","resource_key":"","email":"a@b.c"}',
         "Google Drive", "Tải xuống"),
        ("a.url", b"[InternetShortcut]\r\nURL=https://example.vn/x\r\n", "trang web", "tải"),
        ("a.webloc", b'<?xml version="1.0"?><plist><dict><key>URL</key></dict></plist>',
         "trang web", "tải"),
        ("a.xlsx.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", "lối tắt", "chính tệp"),
        ("a.desktop", b"[Desktop Entry]\nType=Application\nExec=x\n", "lối tắt", "chính tệp"),
        ("a.eml", b"Received: x\r\nFrom: a@b.c\r\nTo: b@c.d\r\nSubject: DS\r\n\r\nKinh gui",
         "thư điện tử", "đính kèm"),
        ("b.eml", b"MIME-Version: 1.0\nDate: x\nFrom: a@b.c\nSubject: DS\n\n<html><table><td>",
         "thư điện tử", "đính kèm"),
        ("a.json", b'[{"name": "Nguyen Van An", "phone": "0912345671"}]', "JSON", "xuất"),
        ("b.json", b'\xef\xbb\xbf{"data": [\n {"name": "Nguy', "JSON", "xuất"),
        ("a.vcf", b"BEGIN:VCARD\nFN:An\nEND:VCARD\n", "danh bạ", "xuất"),
        ("a.xml", b'<?xml version="1.0"?><root><person/></root>', "XML", "xuất"),
    ],
)  # fmt: skip
def test_files_that_are_no_lists_say_what_they_are(
    tmp_path: Path, name: str, data: bytes, what: str, advice: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(AppError) as refused:
        read_workbook(tmp_path / name)
    assert what in refused.value.sentence
    assert advice in refused.value.advice


@pytest.mark.parametrize(
    "cell",
    ["Nguy&#7877;n V&#259;n An", "Nguy&#x1EC5;n V&#x103;n An", "Nguy&amp;#7877;n V&#259;n An"],
)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_letters_that_are_written_as_entities(tmp_path: Path, name: str, cell: str) -> None:
    if name == "a.csv":
        data = LIST.replace("Nguyễn Văn An", cell).replace(
            "Họ và tên", "H&#7885; v&agrave; t&ecirc;n"
        )
        table = table_of(tmp_path, name, data.encode())
    else:
        rows = [line.split(",") for line in LIST.replace("Nguyễn Văn An", cell).splitlines()]
        table = table_of(tmp_path, name, xlsx(rows))
    assert table.rows[0].name == "Nguyễn Văn An"


def test_an_ampersand_is_no_entity(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", LIST.replace("Trạm Y tế", "Phòng VH&XH").encode())
    assert {row.unit for row in table.rows} == {"Phòng VH&XH"}


def compound(stream: str) -> bytes:
    """A compound file of Microsoft's with one stream of that name."""
    held = BytesIO()
    XlsDoc().save(held, bytes(5000))
    data = bytearray(held.getvalue())
    at = data.index("Workbook".encode("utf-16-le"))
    name = stream.encode("utf-16-le")
    data[at : at + 66] = name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "stream", "what", "advice"),
    [
        ("thu.msg", "__substg1.0_0037001F", "thư điện tử", "đính kèm"),
        ("mau thu.oft", "__substg1.0_1000001E", "thư điện tử", "đính kèm"),
        ("danh sach.xls", "__substg1.0_0037001F", "thư điện tử", "đính kèm"),
        ("a.doc", "WordDocument", "tài liệu Word", "chép bảng"),
        ("a.ppt", "PowerPoint Document", "PowerPoint", "chọn tệp Excel"),
        ("a.msi", "!MsiTable", "không phải là bảng tính", "chọn tệp Excel"),
    ],
)
def test_mail_of_outlook_and_documents_of_office_say_what_they_are(
    tmp_path: Path, name: str, stream: str, what: str, advice: str
) -> None:
    (tmp_path / name).write_bytes(compound(stream))
    with pytest.raises(AppError) as refused:
        read_workbook(tmp_path / name)
    assert what in refused.value.sentence
    assert advice in refused.value.advice


def test_a_workbook_that_is_called_like_mail_is_a_workbook(tmp_path: Path) -> None:
    rows = [HEADER.split(","), *(row.split(",") for row in PEOPLE)]
    table = table_of(tmp_path, "thu.msg", xlsx(rows))
    assert [row.name for row in table.rows] == [row.split(",")[1] for row in PEOPLE]
