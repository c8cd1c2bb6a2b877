"""Struck-out text is not read, raised text is a note, and both are told."""

from io import BytesIO
from pathlib import Path

import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from models.intake.grid import RAISED, STRUCK
from models.intake.shape.told import STRUCK_ROW
from tests.models.intake.seen_books import STRUCK as STRUCK_FONT
from tests.models.intake.seen_books import ods, raised, struck, table_of, told, xlsx

HEADER = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Đã đăng ký")


def test_text_struck_out_in_part_of_a_cell_or_in_a_cell_of_an_xlsx(tmp_path: Path) -> None:
    rows = [
        HEADER,
        (1, "Nguyễn Văn An", struck("0911111111", " 0912345671"), "Trạm Y tế", "x"),
        (2, struck("Trần Thị Bính", " Trần Thị Bình"), "0912345672", "Trạm Y tế", "x"),
        (3, "Lê Quang Cường", "0912345673", struck("Thôn Đông", " Thôn Tây"), "x"),
        (4, "Phạm Minh Dũng", 912345674, "Trạm Y tế", "x"),
        (5, raised("Đỗ Thu Hà", "1"), "0912345675", raised("Trạm Y tế", "(2)"), "x"),
        (6, "Vũ Thị Giang", 912345676, "Trạm Y tế", None),
    ]
    table = table_of(tmp_path, "a.xlsx", xlsx(rows, ["E5", "C7"]))
    assert [(r.name, r.phone.number, r.unit, r.registered) for r in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế", True),
        ("Trần Thị Bình", "0912345672", "Trạm Y tế", True),
        ("Lê Quang Cường", "0912345673", "Thôn Tây", True),
        ("Phạm Minh Dũng", "0912345674", "Trạm Y tế", None),
        ("Đỗ Thu Hà", "0912345675", "Trạm Y tế", True),
        ("Vũ Thị Giang", "", "Trạm Y tế", None),
    ]
    assert told(table) == [
        (2, "C", "0911111111"),
        (3, "B", "Trần Thị Bính"),
        (4, "D", "Thôn Đông"),
        (5, "E", "x"),
        (6, "B", "1"),
        (6, "D", "(2)"),
        (7, "C", "912345676"),
    ]
    assert {p.reason for p in table.problems} == {STRUCK, RAISED}


def test_a_row_that_is_struck_out_is_nobody_and_is_named(tmp_path: Path) -> None:
    rows = [
        HEADER,
        (1, "Nguyễn Văn An", "0912345671", "Trạm Y tế", "x"),
        (2, "Trần Thị Bình", "0912345672", "Trạm Y tế", "x"),
        (3, "Lê Quang Cường", "0912345673", "Trạm Y tế", "x"),
    ]
    table = table_of(tmp_path, "a.xlsx", xlsx(rows, [f"{letter}3" for letter in "ABCDE"]))
    assert [row.name for row in table.rows] == ["Nguyễn Văn An", "Lê Quang Cường"]
    (skipped,) = table.skipped
    assert (skipped.row, skipped.reason) == (3, STRUCK_ROW)
    assert "Trần Thị Bình" in skipped.text
    assert told(table) == [(3, "", skipped.text)]


def test_of_a_cell_that_is_struck_out_the_part_that_is_not_is_meant(tmp_path: Path) -> None:
    plain = InlineFont(rFont="Arial")
    rows = [
        HEADER[:4],
        (
            1,
            "Nguyễn Văn An",
            "0912345671",
            CellRichText("Thôn Đông", TextBlock(plain, " Thôn Tây")),
        ),
        (2, "Trần Thị Bình", CellRichText(TextBlock(plain, "0912345672")), "Thôn Tây"),
        (3, "Lê Quang Cường", CellRichText("0912", TextBlock(STRUCK_FONT, "345673")), "Thôn Tây"),
    ]
    table = table_of(tmp_path, "a.xlsx", xlsx(rows, ["D2", "C3", "C4"]))
    assert [(r.name, r.phone.number, r.unit) for r in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "Thôn Tây"),
        ("Trần Thị Bình", "0912345672", "Thôn Tây"),
        ("Lê Quang Cường", "", "Thôn Tây"),
    ]
    assert told(table) == [(2, "D", "Thôn Đông"), (4, "C", "0912345673")]


def test_text_struck_out_in_an_xls(tmp_path: Path) -> None:
    gone, plain = xlwt.Font(), xlwt.Font()
    gone.struck_out = True
    style = xlwt.XFStyle()
    style.font = gone
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for column, title in enumerate(HEADER[:4]):
        sheet.write(0, column, title)
    for row, name in enumerate(("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường"), 1):
        sheet.write(row, 0, row)
        sheet.write(row, 1, name)
    sheet.write_rich_text(1, 2, (("0911111111 ", gone), ("0912345671", plain)))
    sheet.write(2, 2, 912345672, style)
    sheet.write(3, 2, "0912345673")
    sheet.write(1, 3, "Trạm Y tế")
    sheet.write_rich_text(2, 3, ("Thôn Đông", (" Thôn Tây", plain)), style)
    sheet.write(3, 3, "Trạm Y tế", style)
    stream = BytesIO()
    book.save(stream)
    table = table_of(tmp_path, "a.xls", stream.getvalue())
    assert [(r.name, r.phone.number, r.unit) for r in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
        ("Trần Thị Bình", "", "Thôn Tây"),
        ("Lê Quang Cường", "0912345673", ""),
    ]
    assert sorted(told(table)) == [
        (2, "C", "0911111111"),
        (3, "C", "912345672"),
        (3, "D", "Thôn Đông"),
        (4, "D", "Trạm Y tế"),
    ]


STYLES = (
    '<style:style style:name="gone" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T3" style:family="text"><style:text-properties '
    'style:text-line-through-style="none"/></style:style>'
)


def test_text_struck_out_in_an_ods(tmp_path: Path) -> None:
    gone = (
        '<table:table-cell table:style-name="gone" office:value-type="string">'
        "<text:p>Trạm Y tế</text:p></table:table-cell>"
    )
    rows = [
        HEADER[:4],
        ("1", 'Nguyễn Văn An<text:span text:style-name="T2">1</text:span>',
         '<text:span text:style-name="T1">0911111111</text:span> 0912345671', "Trạm Y tế"),
        ("2", '<text:span text:style-name="T3">Trần Thị Bình</text:span>', "0912345672", gone),
    ]  # fmt: skip
    table = table_of(tmp_path, "a.ods", ods(rows, STYLES))
    assert [(r.name, r.phone.number, r.unit) for r in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
        ("Trần Thị Bình", "0912345672", ""),
    ]
    assert told(table) == [(2, "B", "1"), (2, "C", "0911111111"), (3, "D", "Trạm Y tế")]


def test_of_a_struck_cell_in_an_ods_the_part_that_is_not_is_meant(tmp_path: Path) -> None:
    def gone(inside: str) -> str:
        return (
            '<table:table-cell table:style-name="gone" office:value-type="string">'
            f"<text:p>{inside}</text:p></table:table-cell>"
        )

    rows = [
        HEADER[:4],
        ("1", "Nguyễn Văn An", gone('091<text:span text:style-name="T2">(1)</text:span>'), "Xã"),
        ("2", "Trần Thị Bình", "0912345672",
         gone('Thôn Đông <text:span text:style-name="T3">Thôn Tây</text:span>')),
    ]  # fmt: skip
    table = table_of(tmp_path, "a.ods", ods(rows, STYLES))
    assert [(r.name, r.phone.number, r.unit) for r in table.rows] == [
        ("Nguyễn Văn An", "", "Xã"),
        ("Trần Thị Bình", "0912345672", "Thôn Tây"),
    ]
    assert sorted(told(table)) == [(2, "C", "091(1)"), (3, "D", "Thôn Đông")]


def test_a_tab_or_a_line_break_in_an_ods_is_a_blank(tmp_path: Path) -> None:
    rows = [
        HEADER[:4],
        ("1", "Nguyễn Văn</text:p><text:p>An", "0912345671", "Trạm<text:tab/>Y tế"),
        ("2", "Trần Thị<text:tab/>Bình", "0912345672", "Trạm Y <text:s/>tế"),
        ("3", "Lê Quang<text:line-break/>Cường", "0912345673", "Trạm Y<text:line-break/>tế"),
    ]
    table = table_of(tmp_path, "a.ods", ods(rows))
    assert [(row.name, row.unit) for row in table.rows] == [
        ("Nguyễn Văn An", "Trạm Y tế"),
        ("Trần Thị Bình", "Trạm Y tế"),
        ("Lê Quang Cường", "Trạm Y tế"),
    ]
    assert not table.problems


def test_text_struck_out_on_a_page_that_is_called_xls(tmp_path: Path) -> None:
    page = (
        "<html><head><style>.xl65 {mso-x:y; text-decoration:line-through;}</style></head><table>"
        "<tr><td>STT</td><td>Họ và tên</td><td>Số điện thoại</td><td>Đơn vị</td></tr>"
        "<tr><td>1<td>Nguyễn Văn An<sup>1</sup></td><td><s>0911111111</s> 0912345671</td>"
        "<td>Trạm Y tế</td></tr>"
        "<tr><td>2<td>Tr&#7847;n Th&#7883; B&igrave;nh</td><td><span style='text-decoration:"
        "line-through'>0911111112</span><br>0912345672</td><td class=xl65>Trạm Y tế</td></tr>"
        "<tr><td><del>3</del></td><td><del>Lê Quang Cường</del></td><td></td><td></td></tr>"
        "</table></html>"
    )
    table = table_of(tmp_path, "a.xls", page.encode())
    assert [(r.name, r.phone.number, r.unit) for r in table.rows] == [
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
        ("Trần Thị Bình", "0912345672", ""),
    ]
    assert sorted(told(table)) == [
        (2, "B", "1"),
        (2, "C", "0911111111"),
        (3, "C", "0911111112"),
        (3, "D", "Trạm Y tế"),
        (4, "", "3 | Lê Quang Cường"),
    ]


def test_text_struck_out_in_a_workbook_of_excel_2003(tmp_path: Path) -> None:
    book = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="s1">'
        '<Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="DS"><Table>'
        + "".join(
            "<Row>"
            + "".join(
                cell
                if cell.startswith("<Cell")
                else f'<Cell><ss:Data ss:Type="String">{cell}</ss:Data></Cell>'
                for cell in row
            )
            + "</Row>"
            for row in (
                HEADER[:4],
                ("1", "<html:S>Trần Thị Bính</html:S> Trần Thị Bình",
                 '<Cell ss:StyleID="s1"><Data ss:Type="Number">912345671</Data></Cell>', "Thôn Tây"),
                ("2", "Phạm Minh Dũng", "0912345672", "Thôn Tây"),
            )
        )
        + "</Table></Worksheet></Workbook>"
    )  # fmt: skip
    table = table_of(tmp_path, "a.xml", book.encode())
    assert [(r.name, r.phone.number) for r in table.rows] == [
        ("Trần Thị Bình", ""),
        ("Phạm Minh Dũng", "0912345672"),
    ]
    assert told(table) == [(2, "B", "Trần Thị Bính"), (2, "C", "912345671")]
