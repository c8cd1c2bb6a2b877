"""The paragraph styles of a Word file: one for each component of the decree, of the profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.blocks import ParagraphStyle
from reports.profile import Profile, TextStyle
from reports.render.docx.markup import points, twips
from reports.render.lengths import ABOVE_BASE, BELOW_BASE

SINGLE = 240
"""What Word calls one line: in Times New Roman 1,15 times the size of the letters."""

THINNEST = 1
PARAGRAPH_KEYS = {
    ParagraphStyle.BODY: ("NoiDung", "Nội dung"),
    ParagraphStyle.BASIS: ("CanCu", "Căn cứ"),
    ParagraphStyle.PART: ("Heading1", "heading 1"),
    ParagraphStyle.CLAUSE: ("Heading2", "heading 2"),
    ParagraphStyle.CENTER: ("OGiua", "Ở giữa"),
    ParagraphStyle.CENTER_BOLD: ("OGiuaDam", "Ở giữa, đậm"),
    ParagraphStyle.UNIT_OF_MEASURE: ("DonViTinh", "Đơn vị tính"),
    ParagraphStyle.NOTE: ("GhiChu", "Ghi chú"),
}
"""The key of a paragraph's style and what Word shows; Word knows headings by their English name."""

_OUTLINES = {ParagraphStyle.PART: 0, ParagraphStyle.CLAUSE: 1}
ALIGNED = {
    ParagraphStyle.CENTER: "center",
    ParagraphStyle.CENTER_BOLD: "center",
    ParagraphStyle.UNIT_OF_MEASURE: "right",
    ParagraphStyle.NOTE: "left",
}
"""All others are justified and have their first line indented."""


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """One paragraph style; `title` is what Word shows. Lengths are twips.

    `line` is in 240ths of a single line, or with `exact` in twips. `outline` is the level in Word's
    navigation. With `kept` it never ends a page. `ruled` is the thickness of a line below it in
    eighths of a point.
    """

    key: str
    title: str
    type: TextStyle
    align: str = "center"
    before: int = 0
    after: int = 0
    line: int = SINGLE
    exact: bool = False
    first: int = 0
    outline: int | None = None
    kept: bool = False
    ruled: int = 0


def paragraph_styles(profile: Profile) -> Iterator[NamedStyle]:
    """Every style that paragraphs of documents refer to by its key."""
    yield from _head_styles(profile)
    yield from _body_styles(profile)
    yield from _annex_styles(profile)
    types = profile.styles
    yield NamedStyle("QuyenHan", "Quyền hạn, chức vụ", types.authority, kept=True)
    yield NamedStyle(
        "NguoiKy", "Họ tên người ký", types.signer, before=twips(profile.signature_gap)
    )
    # "Nơi nhận" stands level with the authority beside it, whose letters are larger.
    level = [
        profile.leading(each) + (ABOVE_BASE - BELOW_BASE) * each.size
        for each in (types.authority, types.recipients_title)
    ]
    lower = points((level[0] - level[1]) / 2)
    yield NamedStyle("NoiNhan", "Nơi nhận", types.recipients_title, "left", lower)
    yield NamedStyle("NoiNhanDanhSach", "Nơi nhận (danh sách)", types.recipients, "left")
    thin = NamedStyle("CuoiPhan", "Cuối phần", types.note, line=THINNEST, exact=True)
    yield thin
    yield replace(thin, key="KhoangTrong", title="Khoảng trống", kept=True)
    yield NamedStyle("SoTrang", "Số trang", types.page_number)
    yield NamedStyle("DauThucHanh", "Dấu số liệu thực hành", types.practice_mark)
    yield NamedStyle("DauBang", "Đầu bảng", types.table_header, kept=True)
    yield NamedStyle("SoCot", "Số thứ tự cột", types.table_number, kept=True)
    yield NamedStyle("OBang", "Ô bảng", types.table_cell)
    yield NamedStyle("OBangDam", "Ô bảng đậm", types.table_strong)


def _head_styles(profile: Profile) -> Iterator[NamedStyle]:
    types, rule = profile.styles, round(profile.line_points * 8)
    gap = points(profile.letter_subject_gap_points)
    number_gap = points(profile.gaps.number_row_points)
    yield NamedStyle("QuocHieu", "Quốc hiệu", types.national_name)
    yield NamedStyle("TieuNgu", "Tiêu ngữ", types.motto)
    yield NamedStyle("CoQuanChuQuan", "Cơ quan chủ quản", types.parent)
    yield NamedStyle("CoQuanBanHanh", "Cơ quan ban hành", types.issuer)
    yield NamedStyle("SoKyHieu", "Số, ký hiệu", types.number, before=number_gap)
    yield NamedStyle("TrichYeuCongVan", "Trích yếu công văn", types.letter_subject, before=gap)
    yield NamedStyle("DiaDanh", "Địa danh, ngày tháng", types.place_date, before=number_gap)
    yield NamedStyle("TenLoai", "Tên loại văn bản", types.type_name, kept=True)
    yield NamedStyle("TrichYeu", "Trích yếu", types.subject, kept=True)
    below, below_title = points(profile.gaps.rule_points), points(profile.gaps.title_rule_points)
    ruled = NamedStyle("DuongKe", "Đường kẻ", types.note, line=below, exact=True, ruled=rule)
    yield ruled
    yield replace(ruled, key="DuongKeTrichYeu", title="Đường kẻ dưới trích yếu", line=below_title)


def _body_styles(profile: Profile) -> Iterator[NamedStyle]:
    types, gap = profile.styles, points(profile.paragraph_gap_points)
    yield NamedStyle("KinhGui", "Kính gửi", types.addressees, "left", kept=True)
    for style, (key, title) in PARAGRAPH_KEYS.items():
        align = ALIGNED.get(style, "both")
        running = align == "both"
        yield NamedStyle(
            key,
            title,
            types.of_paragraph(style),
            align,
            paragraph_gap(style, profile),
            line=round(SINGLE * profile.line_spacing) if running else SINGLE,
            first=twips(profile.first_line_indent) if running else 0,
            outline=_OUTLINES.get(style),
            kept=style.heads or style is ParagraphStyle.UNIT_OF_MEASURE,
        )
    yield NamedStyle("Hinh", "Hình", types.caption, before=gap)
    yield NamedStyle("ChuThich", "Chú thích hình", types.caption)


def paragraph_gap(style: ParagraphStyle, profile: Profile) -> int:
    """Free paper above a paragraph of the content, in twips."""
    share = 0.5 if style is ParagraphStyle.UNIT_OF_MEASURE else 1
    return points(profile.paragraph_gap_points * share)


def _annex_styles(profile: Profile) -> Iterator[NamedStyle]:
    types = profile.styles
    yield NamedStyle("PhuLuc", "Phụ lục", types.annex_name, outline=0, kept=True)
    yield NamedStyle("TieuDePhuLuc", "Tiêu đề phụ lục", types.annex_title, kept=True)
    yield NamedStyle("KemTheo", "Kèm theo", types.attached, kept=True)
    yield NamedStyle("ChanPhuLuc", "Chân trang phụ lục", types.annex_footer, "left")
