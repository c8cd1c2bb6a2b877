"""The layout of Nghị định 30/2020/NĐ-CP (05/3/2020), Phụ lục I, as data and not as code."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Type of one component: size in points, weight and slant; capitals are typed as such."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """Empty paper in millimetres (mục I.3: top, bottom 20–25, left 30–35, right 15–20)."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Styles:
    """One style for each component. Phần I, mục II.1 to II.9, and the samples of mục V."""

    national_name: TextStyle = TextStyle(12, bold=True)
    motto: TextStyle = TextStyle(13, bold=True)
    parent: TextStyle = TextStyle(12)
    issuer: TextStyle = TextStyle(12, bold=True)
    number: TextStyle = TextStyle(13)
    place_date: TextStyle = TextStyle(13, italic=True)
    type_name: TextStyle = TextStyle(14, bold=True)
    subject: TextStyle = TextStyle(14, bold=True)
    body: TextStyle = TextStyle(14)
    authority: TextStyle = TextStyle(14, bold=True)
    signer: TextStyle = TextStyle(14, bold=True)
    recipients_title: TextStyle = TextStyle(12, bold=True, italic=True)
    recipients: TextStyle = TextStyle(11)
    page_number: TextStyle = TextStyle(13)
    table_header: TextStyle = TextStyle(12, bold=True)
    table_number: TextStyle = TextStyle(10.5, italic=True)
    table_cell: TextStyle = TextStyle(12)
    table_strong: TextStyle = TextStyle(12, bold=True)
    unit_of_measure: TextStyle = TextStyle(12, italic=True)
    note: TextStyle = TextStyle(11, italic=True)


@dataclass(frozen=True, slots=True)
class Profile:
    """One edition of the rules of layout; lengths are millimetres unless named points.

    - `header_split`: width of the issuer's column as a share of the text width;
      Quốc hiệu stands in the other one and never wraps (mục II.1.a).
    - `issuer_line`, `subject_line`: length of the drawn line as a share of the
      text above it, 1/3 to 1/2 (mục II.2.b, II.5.b). The line under the Tiêu ngữ
      is as long as its text (mục II.1.b).
    - `first_line_indent` 1 or 1,27 cm; `paragraph_gap_points` at least 6;
      `line_spacing` from single to 1,5 lines (mục II.6.e).
    - `page_number_top`: from the paper's edge to the number's baseline; it stands
      in the top margin, centred, from page 2 on (mục I.7).
    - `signature_gap`: free height between chức vụ and họ tên for the images of
      signature and seal (mục II.7.d, II.8.a).
    The decree says nothing about tables: their sizes follow common practice.
    """

    code: str
    name: str
    paper: tuple[float, float]
    margins: Margins
    national_name: str
    motto: str
    header_split: float
    issuer_line: float
    subject_line: float
    first_line_indent: float
    paragraph_gap_points: float
    line_spacing: float
    page_number_top: float
    signature_gap: float
    signature_split: float
    line_points: float
    styles: Styles = field(default_factory=Styles)


ND30_2020 = Profile(
    code="nd30-2020",
    name="Nghị định số 30/2020/NĐ-CP",
    paper=(210, 297),
    margins=Margins(top=20, bottom=20, left=30, right=15),
    national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    header_split=0.40,
    issuer_line=0.4,
    subject_line=0.4,
    first_line_indent=12.7,
    paragraph_gap_points=6,
    line_spacing=1.2,
    page_number_top=12,
    signature_gap=32,
    signature_split=0.45,
    line_points=0.75,
)
