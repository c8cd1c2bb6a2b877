"""The named styles of a Word file: one for each component of the decree, made of the profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from reports.blocks import ParagraphStyle
from reports.profile import Profile, TextStyle
from reports.render.docx.markup import TWIPS_PER_POINT, twips
from reports.render.lengths import ABOVE_BASE, BELOW_BASE

FACE = "Times New Roman"
SINGLE = 240
"""What Word calls one line: in Times New Roman 1,15 times the size of the letters."""

NUMBER_GAP = 6 * TWIPS_PER_POINT
RULE_GAP, TITLE_RULE_GAP = 3 * TWIPS_PER_POINT, 5 * TWIPS_PER_POINT
THINNEST = 1
DATA_TABLE, SIDE_BY_SIDE = "BangSoLieu", "HaiCot"
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

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


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
    lower = round((level[0] - level[1]) / 2 * TWIPS_PER_POINT)
    yield NamedStyle("NoiNhan", "Nơi nhận", types.recipients_title, "left", lower)
    yield NamedStyle("NoiNhanDanhSach", "Nơi nhận (danh sách)", types.recipients, "left")
    yield NamedStyle("CuoiPhan", "Cuối phần", types.note, line=THINNEST, exact=True)
    yield NamedStyle(
        "KhoangTrong", "Khoảng trống", types.note, line=THINNEST, exact=True, kept=True
    )
    yield NamedStyle("SoTrang", "Số trang", types.page_number)
    yield NamedStyle("DauBang", "Đầu bảng", types.table_header, kept=True)
    yield NamedStyle("SoCot", "Số thứ tự cột", types.table_number, kept=True)
    yield NamedStyle("OBang", "Ô bảng", types.table_cell)
    yield NamedStyle("OBangDam", "Ô bảng đậm", types.table_strong)


def _head_styles(profile: Profile) -> Iterator[NamedStyle]:
    types, rule = profile.styles, round(profile.line_points * 8)
    gap = round(profile.letter_subject_gap_points * TWIPS_PER_POINT)
    yield NamedStyle("QuocHieu", "Quốc hiệu", types.national_name)
    yield NamedStyle("TieuNgu", "Tiêu ngữ", types.motto)
    yield NamedStyle("CoQuanChuQuan", "Cơ quan chủ quản", types.parent)
    yield NamedStyle("CoQuanBanHanh", "Cơ quan ban hành", types.issuer)
    yield NamedStyle("SoKyHieu", "Số, ký hiệu", types.number, before=NUMBER_GAP)
    yield NamedStyle("TrichYeuCongVan", "Trích yếu công văn", types.letter_subject, before=gap)
    yield NamedStyle("DiaDanh", "Địa danh, ngày tháng", types.place_date, before=NUMBER_GAP)
    yield NamedStyle("TenLoai", "Tên loại văn bản", types.type_name, kept=True)
    yield NamedStyle("TrichYeu", "Trích yếu", types.subject, kept=True)
    yield NamedStyle("DuongKe", "Đường kẻ", types.note, line=RULE_GAP, exact=True, ruled=rule)
    yield NamedStyle(
        "DuongKeTrichYeu", "Đường kẻ dưới trích yếu", types.note, line=TITLE_RULE_GAP, exact=True,
        ruled=rule,
    )  # fmt: skip


def _body_styles(profile: Profile) -> Iterator[NamedStyle]:
    types, gap = profile.styles, round(profile.paragraph_gap_points * TWIPS_PER_POINT)
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
    return round(profile.paragraph_gap_points * share * TWIPS_PER_POINT)


def _annex_styles(profile: Profile) -> Iterator[NamedStyle]:
    types = profile.styles
    yield NamedStyle("PhuLuc", "Phụ lục", types.annex_name, outline=0, kept=True)
    yield NamedStyle("TieuDePhuLuc", "Tiêu đề phụ lục", types.annex_title, kept=True)
    yield NamedStyle("KemTheo", "Kèm theo", types.attached, kept=True)
    yield NamedStyle("ChanPhuLuc", "Chân trang phụ lục", types.annex_footer, "left")


def styles_markup(profile: Profile) -> str:
    """The elements inside of `w:styles`, in their order."""
    body = "".join(map(_paragraph_style, paragraph_styles(profile)))
    return _defaults(profile.styles.body) + _CONSTANT + body + _table_styles(profile)


def _defaults(body: TextStyle) -> str:
    faces = " ".join(f'w:{script}="{FACE}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {faces}/>{_size(body.size)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


_CONSTANT = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _paragraph_style(style: NamedStyle) -> str:
    own = "" if style.outline is not None else ' w:customStyle="1"'
    next_style = '<w:next w:val="NoiDung"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.key}">'
        f'<w:name w:val={quoteattr(style.title)}/><w:basedOn w:val="Normal"/>{next_style}'
        f"<w:qFormat/><w:pPr>{_placed(style)}</w:pPr><w:rPr>{_typed(style.type)}</w:rPr></w:style>"
    )


def _placed(style: NamedStyle) -> str:
    rule = "exact" if style.exact else "auto"
    indent = f'<w:ind w:firstLine="{style.first}"/>' if style.first else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    ruled = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{style.ruled}" w:space="0" w:color="000000"/>'
        "</w:pBdr>"
        if style.ruled
        else ""
    )
    return (
        ("<w:keepNext/>" if style.kept else "")
        + f'<w:widowControl/>{ruled}<w:spacing w:before="{style.before}" w:after="{style.after}" '
        f'w:line="{style.line}" w:lineRule="{rule}"/>{indent}<w:jc w:val="{style.align}"/>{outline}'
    )


def _typed(style: TextStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    return bold + italic + _size(style.size)


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _table_styles(profile: Profile) -> str:
    points = round(profile.table_line_points * 8)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{points}" w:space="0" w:color="000000"/>'
        for side in _SIDES
    )
    padding = round(profile.cell_padding_points * TWIPS_PER_POINT)
    # Rows say how high they are; a margin above and below would come on top of the lines' width.
    sides = (("top", 0), ("left", padding), ("bottom", 0), ("right", padding))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{DATA_TABLE}">'
        '<w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        "</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{SIDE_BY_SIDE}">'
        '<w:name w:val="Hai cột không kẻ"/><w:basedOn w:val="TableNormal"/></w:style>'
    )
