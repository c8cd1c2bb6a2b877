"""The layout of Nghị định 30/2020/NĐ-CP (05/3/2020), Phụ lục I, as data and not as code."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.blocks import ParagraphStyle


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
    """One style for each component. Phần I, mục II.1 to II.9 and III, and the samples of mục V."""

    national_name: TextStyle = TextStyle(12, bold=True)
    motto: TextStyle = TextStyle(13, bold=True)
    parent: TextStyle = TextStyle(12)
    issuer: TextStyle = TextStyle(12, bold=True)
    number: TextStyle = TextStyle(13)
    place_date: TextStyle = TextStyle(13, italic=True)
    letter_subject: TextStyle = TextStyle(12)
    type_name: TextStyle = TextStyle(14, bold=True)
    subject: TextStyle = TextStyle(14, bold=True)
    addressees: TextStyle = TextStyle(14)
    basis: TextStyle = TextStyle(14, italic=True)
    body: TextStyle = TextStyle(14)
    part: TextStyle = TextStyle(14, bold=True)
    clause: TextStyle = TextStyle(14, bold=True)
    center: TextStyle = TextStyle(14)
    center_bold: TextStyle = TextStyle(14, bold=True)
    authority: TextStyle = TextStyle(14, bold=True)
    signer: TextStyle = TextStyle(14, bold=True)
    recipients_title: TextStyle = TextStyle(12, bold=True, italic=True)
    recipients: TextStyle = TextStyle(11)
    annex_name: TextStyle = TextStyle(14, bold=True)
    annex_title: TextStyle = TextStyle(14, bold=True)
    attached: TextStyle = TextStyle(14, italic=True)
    annex_footer: TextStyle = TextStyle(11)
    practice_mark: TextStyle = TextStyle(11, bold=True)
    page_number: TextStyle = TextStyle(13)
    table_header: TextStyle = TextStyle(12, bold=True)
    table_number: TextStyle = TextStyle(10.5, italic=True)
    table_cell: TextStyle = TextStyle(12)
    table_strong: TextStyle = TextStyle(12, bold=True)
    unit_of_measure: TextStyle = TextStyle(12, italic=True)
    note: TextStyle = TextStyle(11, italic=True)
    caption: TextStyle = TextStyle(12, italic=True)
    chart_title: TextStyle = TextStyle(12, bold=True)
    chart_label: TextStyle = TextStyle(10)

    def of_paragraph(self, style: ParagraphStyle) -> TextStyle:
        """The type of a paragraph of the content: each style has the name of its component."""
        found = getattr(self, style.value)
        assert isinstance(found, TextStyle)
        return found


@dataclass(frozen=True, slots=True)
class FreePaper:
    """Free paper that the decree leaves open, as its samples have it; millimetres or points.

    - `rule_points`, `title_rule_points`: between a text and the line drawn below it.
    - `number_row_points`: between the names of the issuer and the row of number and date.
    - `column_points`: between the two columns of the head and of the foot, half on each side.
    """

    rule_points: float = 3
    title_rule_points: float = 5
    number_row_points: float = 6
    column_points: float = 6
    above_table_points: float = 6
    below_header: float = 6
    below_title: float = 3
    below_addressees: float = 2
    below_annex_title: float = 4
    above_closing: float = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """One edition of the rules of layout; lengths are millimetres unless named points.

    - `header_split`: width of the issuer's column as a share of the text width;
      Quốc hiệu stands in the other one and never wraps (mục II.1.a).
    - `issuer_line`, `subject_line`: length of the drawn line as a share of the
      text above it, 1/3 to 1/2 (mục II.2.b, II.5.b). The line under the Tiêu ngữ
      is as long as its text (mục II.1.b).
    - `letter_subject_gap_points`: between the number and the "V/v …" of a công văn
      below it (mục II.5.b).
    - `addressees_indent`: where "Kính gửi" begins when there are several; their dashes
      stand below its colon (mục II.9.a). One alone stands in the middle.
    - `first_line_indent` 1 or 1,27 cm; `paragraph_gap_points` at least 6;
      `line_spacing` from 1 to 1,5 single lines (mục II.6.e). A single line is
      `single_line` times the size of its type: that of Times New Roman.
    - `page_number_top`: from the paper's edge to the number's baseline; it stands
      in the top margin, centred (mục I.7), on each page but the first of the document
      and the first of each phụ lục, whose pages have numbers of their own (mục III.1).
    - `practice_mark_top`: from the paper's edge to the baseline of the words that made-up figures
      have on every page; they stand in the top margin, centred, below the page's number.
    - `annex_footer_bottom`: from the paper's lower edge to the baseline of the footer
      of a phụ lục; it stands in the bottom margin, flush left.
    - `signature_gap`: free height between chức vụ and họ tên for the images of
      signature and seal (mục II.7.d, II.8.a).
    - `rows_kept`, `lines_kept`: so many last rows of a table, or lines of a paragraph,
      are on the page of the signature at least.
    The decree says nothing about tables and charts: their sizes follow common practice.
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
    letter_subject_gap_points: float
    addressees_indent: float
    first_line_indent: float
    paragraph_gap_points: float
    single_line: float
    line_spacing: float
    page_number_top: float
    practice_mark_top: float
    annex_footer_bottom: float
    signature_gap: float
    signature_split: float
    line_points: float
    table_line_points: float
    cell_padding_points: float
    rows_kept: int
    lines_kept: int
    gaps: FreePaper = field(default_factory=FreePaper)
    styles: Styles = field(default_factory=Styles)

    def leading(self, style: TextStyle, lines: float = 1) -> float:
        """Points from one line of `style` to the next, `lines` times a single one."""
        return style.size * self.single_line * lines


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
    letter_subject_gap_points=6,
    addressees_indent=15,
    first_line_indent=12.7,
    paragraph_gap_points=6,
    single_line=1.15,
    line_spacing=1.05,
    page_number_top=12,
    practice_mark_top=17,
    annex_footer_bottom=12,
    signature_gap=32,
    signature_split=0.45,
    line_points=0.75,
    table_line_points=0.5,
    cell_padding_points=3,
    rows_kept=3,
    lines_kept=2,
)
