"""Each measure of the decree's appendix I: its rule, where the profile has it, how it is measured.

What is measured are pages read back from a PDF, whoever made it: our renderer, or another program
from our Word file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Document
from reports.profile import ND30_2020
from tests.reports.pdf_reader import POINTS_PER_MM, Page, Pdf, Piece
from tests.reports.sample_papers import LONG_PARAGRAPH, low_units, reminder, result_report
from tests.reports.samples import ISSUER

ASCENT, DESCENT, COLON = 0.891, 0.216, 0.111
"""Of Times New Roman, as shares of the size; a colon is so wide without the paper beside it."""
NATION, MOTTO = ND30_2020.national_name, ND30_2020.motto
STYLES = ND30_2020.styles
SINGLE = ND30_2020.single_line


@dataclass(frozen=True)
class Papers:
    """The pages that are measured: a công văn with annexes and a báo cáo of several pages."""

    letter: Pdf
    report: Pdf


def letter_measured() -> Document:
    """A công văn to several, with two annexes, the second of which has two pages."""
    return replace(reminder(paragraphs=2), annexes=(low_units(rows=5), low_units(rows=60)))


def report_measured() -> Document:
    """A báo cáo of a department with a parent body, and enough text for a full page."""
    report = result_report()
    header = replace(report.header, parent="UBND XÃ KẺ SẶT", issuer=("PHÒNG VĂN HÓA - XÃ HỘI",))
    text = (*report.body[:-1], *(Paragraph(LONG_PARAGRAPH),) * 12, report.body[-1])
    caption = Paragraph("Điều 1. Khen thưởng", ParagraphStyle.CENTER_BOLD)
    return replace(
        report, header=header, body=(*text[:-1], caption, text[-1]), signature=ISSUER.signer
    )


@dataclass(frozen=True)
class Measure:
    """One line of the table: component, rule, the profile's field, and value with its bounds.

    `unit` "mm" allows 0,5 of difference to the profile's value, "pt" 0,1, "%" 1, "" nothing.
    """

    component: str
    rule: str
    field: str
    value: float
    least: float
    most: float
    unit: str
    measured: Callable[[Papers], float]

    @property
    def tolerance(self) -> float:
        return {"mm": 0.5, "pt": 0.1, "%": 1.0, "dòng": 0.01}.get(self.unit, 0.0)


def in_words(value: float, unit: str) -> str:
    """ "12,7 mm", "14 pt"."""
    number = f"{value:.2f}" if unit == "dòng" else f"{value:.1f}"
    number = number.rstrip("0").rstrip(".").replace(".", ",")
    return f"{number}{'' if unit == '%' else ' '}{unit}".strip()


def _piece(page: Page, text: str) -> Piece:
    return next(piece for piece in page.pieces if text in piece.text)


def _size(text: str, page: int = 0, paper: str = "report") -> Callable[[Papers], float]:
    return lambda papers: _piece(getattr(papers, paper).pages[page], text).size


def _face(
    text: str, page: int = 0, paper: str = "report", *, bold: bool = False, italic: bool = False
) -> Callable[[Papers], float]:
    """The size, where the face is the one that the rule wants, else nothing."""

    def measured(papers: Papers) -> float:
        piece = _piece(getattr(papers, paper).pages[page], text)
        return piece.size if (piece.bold, piece.italic) == (bold, italic) else 0.0

    return measured


def _top(piece: Piece) -> float:
    """Where the line of a piece begins, in millimetres; a face has the same ascent in all sizes."""
    return piece.base - ASCENT * piece.size / POINTS_PER_MM


def _bottom(piece: Piece) -> float:
    return piece.base + DESCENT * piece.size / POINTS_PER_MM


def _rule_below(page: Page, piece: Piece) -> Piece:
    below = [
        line
        for line in page.lines
        if 0 <= line.top - piece.base < 6 and abs(line.centre - piece.centre) < 3 and line.width > 1
    ]
    return min(below, key=lambda line: line.top)


def _rule_share(text: str, page: int = 0, paper: str = "report") -> Callable[[Papers], float]:
    def measured(papers: Papers) -> float:
        found = getattr(papers, paper).pages[page]
        piece = _piece(found, text)
        return _rule_below(found, piece).width / piece.width * 100

    return measured


def _body(page: Page) -> list[Piece]:
    """The pieces between the margins."""
    return [piece for piece in page.pieces if 15 < piece.base < page.height - 17]


def _page_number(papers: Papers) -> Piece:
    page = papers.report.pages[1]
    return next(piece for piece in page.pieces if piece.text.strip() == "2" and piece.base < 18)


def _numbers(pdf: Pdf) -> list[str]:
    """What stands in the top margin of each page."""
    return [
        "".join(piece.text.strip() for piece in page.pieces if piece.base < 18)
        for page in pdf.pages
    ]


def _gap_of_paragraphs(papers: Papers) -> float:
    first, second = _lines_of_long_paragraph(papers)[-1], _next_line(papers)
    leading = _leading(papers)
    return (second.base - first.base) * POINTS_PER_MM - leading


def _lines_of_long_paragraph(papers: Papers) -> list[Piece]:
    page = papers.report.pages[0]
    first = _piece(page, "Thực hiện Công văn số")
    lines = [p for p in page.pieces if p.base >= first.base - 0.1 and p.size == STYLES.body.size]
    lines.sort(key=lambda piece: piece.base)
    end = next(at for at, piece in enumerate(lines) if "I. CÔNG TÁC" in piece.text)
    return lines[:end]


def _next_line(papers: Papers) -> Piece:
    return _piece(papers.report.pages[0], "I. CÔNG TÁC")


def _leading(papers: Papers) -> float:
    first, second = _lines_of_long_paragraph(papers)[:2]
    return (second.base - first.base) * POINTS_PER_MM


def _subject_gap(papers: Papers) -> float:
    page = papers.letter.pages[0]
    number, subject = _piece(page, "/UBND-VHXH"), _piece(page, "V/v")
    free = (SINGLE - ASCENT - DESCENT) / 2
    above = _bottom(number) + free * number.size / POINTS_PER_MM
    below = _top(subject) - free * subject.size / POINTS_PER_MM
    return (below - above) * POINTS_PER_MM


def _signature_gap(papers: Papers) -> float:
    page = next(page for page in papers.report.pages if "Nơi nhận:" in page.text)
    return _top(_piece(page, "Trần Thị Minh Khuê")) - _bottom(_piece(page, "PHÓ CHỦ TỊCH"))


def _closing(text: str, *, bold: bool = False, italic: bool = False) -> Callable[[Papers], float]:
    def measured(papers: Papers) -> float:
        at = next(i for i, page in enumerate(papers.report.pages) if "Nơi nhận:" in page.text)
        return _face(text, at, bold=bold, italic=italic)(papers)

    return measured


def _closing_level(papers: Papers) -> float:
    page = next(page for page in papers.report.pages if "Nơi nhận:" in page.text)
    return abs(_piece(page, "Nơi nhận:").base - _piece(page, "TM. ỦY BAN").base)


def _dash_offset(papers: Papers) -> float:
    """How far the dashes stand from the colon of "Kính gửi:"."""
    page = papers.letter.pages[0]
    dashes = [piece for piece in page.pieces if piece.text.startswith("- ")]
    words = _piece(page, "Kính gửi:")
    colon = words.right - words.size * COLON / POINTS_PER_MM
    return max(abs(piece.left - colon) for piece in dashes)


def _first_annex(papers: Papers) -> int:
    return next(i for i, page in enumerate(papers.letter.pages) if "Phụ lục I" in page.text)


def _annex_face(
    text: str, *, bold: bool = False, italic: bool = False
) -> Callable[[Papers], float]:
    return lambda papers: _face(text, _first_annex(papers), "letter", bold=bold, italic=italic)(
        papers
    )


def _annex_number(papers: Papers) -> float:
    """The number on the second page of the second annex; 0 when a first page has one."""
    numbers = _numbers(papers.letter)
    first = _first_annex(papers)
    return float(numbers[first + 2]) if not numbers[first] and not numbers[first + 1] else 0.0


def _mid(page: Page) -> float:
    margins = ND30_2020.margins
    return (margins.left + page.width - margins.right) / 2


def _styled(
    component: str,
    rule: str,
    field: str,
    bounds: tuple[float, float],
    measured: Callable[[Papers], float],
) -> Measure:
    """A size in points with its face, from the styles of the profile."""
    value = getattr(STYLES, field).size
    return Measure(component, rule, f"styles.{field}", value, *bounds, "pt", measured)


MARGINS = ND30_2020.margins
MEASURES: tuple[Measure, ...] = (
    Measure("Khổ giấy, chiều rộng", "210 mm (A4)", "paper[0]", 210, 210, 210, "mm", lambda p: p.report.pages[0].width),
    Measure("Khổ giấy, chiều cao", "297 mm (A4)", "paper[1]", 297, 297, 297, "mm", lambda p: p.report.pages[0].height),
    Measure("Lề trên", "20–25 mm", "margins.top", MARGINS.top, 20, 25, "mm", lambda p: _top(_piece(p.report.pages[0], "UBND XÃ KẺ SẶT"))),
    Measure("Lề trái", "30–35 mm", "margins.left", MARGINS.left, 30, 35, "mm", lambda p: min(x.left for x in _body(p.report.pages[0]))),
    Measure("Lề phải", "15–20 mm", "margins.right", MARGINS.right, 15, 20, "mm", lambda p: 210 - max(x.right for x in _body(p.report.pages[0]))),
    _styled("Số trang", "13–14, đứng", "page_number", (13, 14), lambda p: _page_number(p).size),
    Measure("Số trang, lệch so với giữa", "canh giữa trong lề trên", "page_number_top", 0, 0, 0, "mm", lambda p: abs(_page_number(p).centre - _mid(p.report.pages[1]))),
    Measure("Số trang thứ nhất", "không hiển thị", "", 0, 0, 0, "", lambda p: float(len(_numbers(p.report)[0]))),
    _styled("Quốc hiệu", "12–13, in hoa, đứng, đậm", "national_name", (12, 13), _face(NATION, bold=True)),
    _styled("Tiêu ngữ", "13–14, đứng, đậm", "motto", (13, 14), _face(MOTTO, bold=True)),
    Measure("Kẻ dưới Tiêu ngữ", "bằng độ dài dòng chữ", "motto", 100, 100, 100, "%", _rule_share(MOTTO)),
    _styled("Cơ quan chủ quản", "12–13, in hoa, đứng", "parent", (12, 13), _face("UBND XÃ KẺ SẶT")),
    _styled("Cơ quan ban hành", "12–13, in hoa, đứng, đậm", "issuer", (12, 13), _face("PHÒNG VĂN HÓA", bold=True)),
    Measure("Kẻ dưới cơ quan ban hành", "1/3–1/2 dòng chữ", "issuer_line", ND30_2020.issuer_line * 100, 33.3, 50, "%", _rule_share("PHÒNG VĂN HÓA")),
    _styled("Số, ký hiệu", "13, đứng", "number", (13, 13), _face("/BC-UBND")),
    _styled("Địa danh, thời gian", "13–14, nghiêng", "place_date", (13, 14), _face("Kẻ Sặt, ngày", italic=True)),
    Measure("Địa danh so với số, ký hiệu", "trên cùng một dòng", "", 0, 0, 0, "mm", lambda p: abs(_piece(p.report.pages[0], "/BC-UBND").base - _piece(p.report.pages[0], "Kẻ Sặt, ngày").base)),
    Measure("Địa danh, lệch so với Quốc hiệu", "canh giữa dưới Quốc hiệu", "header_split", 0, 0, 0, "mm", lambda p: abs(_piece(p.report.pages[0], "Kẻ Sặt, ngày").centre - _piece(p.report.pages[0], NATION).centre)),
    _styled("Tên loại", "13–14, in hoa, đứng, đậm", "type_name", (13, 14), _face("BÁO CÁO", bold=True)),
    _styled("Trích yếu", "13–14, đứng, đậm", "subject", (13, 14), _face("Kết quả triển khai", bold=True)),
    Measure("Kẻ dưới trích yếu", "1/3–1/2 dòng chữ", "subject_line", ND30_2020.subject_line * 100, 33.3, 50, "%", _rule_share("(số liệu tính đến")),
    _styled("Trích yếu của công văn", "12–13, đứng", "letter_subject", (12, 13), _face("V/v", paper="letter")),
    Measure("Trích yếu của công văn, cách số, ký hiệu", "6 pt", "letter_subject_gap_points", ND30_2020.letter_subject_gap_points, 6, 6, "pt", _subject_gap),
    _styled("Kính gửi", "13–14, đứng", "addressees", (13, 14), _face("Kính gửi:", paper="letter")),
    Measure("Gạch đầu dòng của Kính gửi", "thẳng dưới dấu hai chấm", "addressees_indent", 0, 0, 0, "mm", _dash_offset),
    _styled("Căn cứ", "13–14, nghiêng", "basis", (13, 14), _face("Căn cứ Luật", italic=True)),
    _styled("Nội dung", "13–14, đứng, canh đều hai lề", "body", (13, 14), _face("Thực hiện Công văn số")),
    Measure("Lùi đầu dòng", "10 hoặc 12,7 mm", "first_line_indent", ND30_2020.first_line_indent, 10, 12.7, "mm", lambda p: _piece(p.report.pages[0], "Thực hiện Công văn số").left - MARGINS.left),
    Measure("Khoảng cách giữa các đoạn", "từ 6 pt", "paragraph_gap_points", ND30_2020.paragraph_gap_points, 6, 99, "pt", _gap_of_paragraphs),
    Measure("Khoảng cách giữa các dòng", "1–1,5 dòng", "line_spacing", ND30_2020.line_spacing, 1, 1.5, "dòng", lambda p: _leading(p) / (STYLES.body.size * SINGLE)),
    _styled("Phần, mục", "13–14, in hoa, đứng, đậm", "part", (13, 14), _face("I. CÔNG TÁC", bold=True)),
    _styled("Khoản có tiêu đề", "cỡ chữ của lời văn, đứng, đậm", "clause", (13, 14), _face("1. Văn bản đã", bold=True)),
    _styled("Quyền hạn, chức vụ", "13–14, in hoa, đứng, đậm", "authority", (13, 14), _closing("PHÓ CHỦ TỊCH", bold=True)),
    Measure("Chỗ cho chữ ký và dấu", "từ 30 mm (kích thước thật của dấu)", "signature_gap", ND30_2020.signature_gap, 30, 99, "mm", _signature_gap),
    _styled("Họ tên người ký", "13–14, đứng, đậm", "signer", (13, 14), _closing("Trần Thị Minh Khuê", bold=True)),
    _styled("Từ “Nơi nhận”", "12, nghiêng, đậm", "recipients_title", (12, 12), _closing("Nơi nhận:", bold=True, italic=True)),
    Measure("“Nơi nhận” so với quyền hạn", "ngang hàng", "signature_split", 0, 0, 0.5, "mm", _closing_level),
    _styled("Danh sách nơi nhận", "11, đứng", "recipients", (11, 11), _closing("- Lưu: VT")),
    _styled("Từ “Phụ lục”", "14, đứng, đậm", "annex_name", (14, 14), _annex_face("Phụ lục I", bold=True)),
    _styled("Tên phụ lục", "13–14, in hoa, đứng, đậm", "annex_title", (13, 14), _annex_face("DANH SÁCH ĐƠN VỊ", bold=True)),
    _styled("“(Kèm theo …)”", "13–14, nghiêng", "attached", (13, 14), _annex_face("(Kèm theo", italic=True)),
    Measure("Số trang của phụ lục", "đánh riêng theo từng phụ lục", "", 2, 2, 2, "", _annex_number),
)  # fmt: skip
