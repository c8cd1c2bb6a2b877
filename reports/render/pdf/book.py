"""A document as PDF: its parts in their order, page after page, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from models.text.formats import short_date
from models.version import PRODUCT_NAME
from reports.blocks import Chart, Paragraph, ParagraphStyle, QrCode
from reports.document import Align, Document, DocumentBlock, Table, figures_hash, file_title
from reports.profile import ND30_2020, Profile
from reports.render.fonts import FontFamily, document_fonts
from reports.render.pdf.annexes import annex_head
from reports.render.pdf.closing import closing_strips
from reports.render.pdf.faces import registered_faces
from reports.render.pdf.heading import addressee_strips, header_strip, title_strips
from reports.render.pdf.outline import Branch, has_parts
from reports.render.pdf.paper import Paper, paper_of
from reports.render.pdf.paragraphs import paragraph_strips
from reports.render.pdf.pictures import chart_strips, qr_strips
from reports.render.pdf.practice_mark import draw_practice_mark
from reports.render.pdf.sheet import About, PdfSheet
from reports.render.pdf.strips import Keep, Strip, filled_pages, kept
from reports.render.pdf.structure import Element
from reports.render.pdf.table import TableSetter
from reports.render.pdf.typesetter import Typesetter
from reports.render.text import figures_footer


@dataclass(frozen=True, slots=True)
class _Section:
    """Pages that are numbered together; `footer` stands at the foot of each."""

    paper: Paper
    strips: Iterator[Strip]
    footer: str = ""


def render_pdf(
    document: Document, profile: Profile = ND30_2020, fonts: FontFamily | None = None
) -> bytes:
    """The document as PDF. The same value and fonts always give the same bytes."""
    return _drawn(document, profile, fonts, all_pages=True)


def render_first_page(
    document: Document, profile: Profile = ND30_2020, fonts: FontFamily | None = None
) -> bytes:
    """A PDF of the first page alone, as it is in the whole: it takes no longer for a long list."""
    return _drawn(document, profile, fonts, all_pages=False)


def _drawn(
    document: Document, profile: Profile, fonts: FontFamily | None, *, all_pages: bool
) -> bytes:
    setter = Typesetter(profile, registered_faces(fonts or document_fonts()))
    sheet = PdfSheet(_about(document, setter))
    for section in _sections(document, setter, sheet.tree.root):
        pages = filled_pages(section.strips, section.paper.text_height)
        for number, page in enumerate(pages, start=1):
            sheet.begin(section.paper.width, section.paper.height)
            for down, strip in page:
                strip.draw(sheet, section.paper.top + down)
            _draw_edges(sheet, section, setter, number)
            if document.for_practice:
                draw_practice_mark(sheet, setter, section.paper)
            sheet.end(profile.table_line_points)
            if not all_pages:
                return sheet.saved()
    return sheet.saved()


def _about(document: Document, setter: Typesetter) -> About:
    as_of = document.figures.as_of
    return About(
        title=file_title(document),
        author=document.author,
        subject=f"Số liệu tính đến ngày {short_date(as_of)}; mã số liệu {figures_hash(document)}",
        program=PRODUCT_NAME,
        stamp=f"D:{as_of:%Y%m%d}000000+07'00'",
        first_face=setter.face(setter.profile.styles.body).name,
    )


def _draw_edges(sheet: PdfSheet, section: _Section, setter: Typesetter, number: int) -> None:
    """In the margins: the page's number from the second on, and the footer."""
    paper, profile = section.paper, setter.profile
    if number > 1:
        top = profile.page_number_top * float(mm)
        _draw_edge(sheet, str(number), setter, top, Align.CENTER, paper)
    if section.footer:
        base = paper.height - profile.annex_footer_bottom * float(mm)
        _draw_edge(sheet, section.footer, setter, base, Align.LEFT, paper)


def _draw_edge(
    sheet: PdfSheet, text: str, setter: Typesetter, base: float, align: Align, paper: Paper
) -> None:
    styles = setter.profile.styles
    style = styles.page_number if align is Align.CENTER else styles.annex_footer
    face = setter.face(style)
    shown = face.shown(text)
    left = paper.left
    if align is Align.CENTER:
        left += (paper.text_width - face.width(shown, style.size)) / 2
    sheet.tag(None)
    sheet.text(left, base, face, style.size, shown)


def _sections(document: Document, setter: Typesetter, root: Element) -> Iterator[_Section]:
    paper = paper_of(document.orientation, setter.profile)
    yield _Section(paper, _main_strips(document, setter, paper, root))
    for index, annex in enumerate(document.annexes):
        paper = paper_of(annex.orientation, setter.profile)
        branch = Branch(Element("Sect", root), has_parts(annex.body), bookmarks=1)
        strips = _annex_strips(document, index, setter, paper, branch)
        yield _Section(paper, strips, figures_footer(document))


def _main_strips(
    document: Document, setter: Typesetter, paper: Paper, root: Element
) -> Iterator[Strip]:
    branch = Branch(Element("Sect", root) if document.annexes else root, has_parts(document.body))
    yield header_strip(document, setter, paper, branch)
    yield from title_strips(document.title, setter, paper, branch)
    yield from addressee_strips(document.addressees, setter, paper, branch)
    # The elements of the closing come after those of the body, so it is made when it is reached.
    signed = document.signature is not None or bool(document.recipients)
    yield from _body_strips(document.body, setter, paper, branch, signed=signed)
    yield from closing_strips(document, setter, paper, branch)


def _annex_strips(
    document: Document, index: int, setter: Typesetter, paper: Paper, branch: Branch
) -> Iterator[Strip]:
    yield annex_head(document, index, setter, paper, branch)
    body = document.annexes[index].body
    yield from _body_strips(body, setter, paper, branch, signed=False)


def _body_strips(
    blocks: Sequence[DocumentBlock],
    setter: Typesetter,
    paper: Paper,
    branch: Branch,
    *,
    signed: bool,
) -> Iterator[Strip]:
    """All blocks. The end of what is said, and the notes below it, go with the signature."""
    said = [at for at, block in enumerate(blocks) if not _is_note(block)]
    company = said[-1] if said else 0
    for at, block in enumerate(blocks):
        last = Keep.MUST if signed and at >= company else Keep.NO
        if isinstance(block, Table):
            yield from TableSetter(block, setter, paper, branch).strips(last)
            continue
        strips = _block_strips(block, setter, paper, branch)
        if last:
            count = setter.profile.lines_kept if at == company else len(strips)
            strips = kept(strips, count, last)
        yield from strips


def _is_note(block: DocumentBlock) -> bool:
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.NOTE


def _block_strips(
    block: Paragraph | Chart | QrCode, setter: Typesetter, paper: Paper, branch: Branch
) -> list[Strip]:
    if isinstance(block, Paragraph):
        return paragraph_strips(block, setter, paper, branch)
    if isinstance(block, Chart):
        return chart_strips(block, setter, paper, branch)
    return qr_strips(block, setter, paper, branch)
