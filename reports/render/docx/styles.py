"""The part of a Word file that holds its styles, of paragraphs and of tables, as markup."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from reports.profile import Profile, TextStyle
from reports.render.docx.components import NamedStyle, paragraph_styles
from reports.render.docx.markup import points

FACE = "Times New Roman"
DATA_TABLE, SIDE_BY_SIDE = "BangSoLieu", "HaiCot"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


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
    eighths = round(profile.table_line_points * 8)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for side in _SIDES
    )
    padding = points(profile.cell_padding_points)
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
