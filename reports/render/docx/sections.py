"""The paper of a Word file: one section for the document, one for each phụ lục."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.section import Section
from docx.shared import Mm

from reports.document import Orientation
from reports.profile import Profile
from reports.render.docx.markup import line, paragraph, twips
from reports.render.lengths import ABOVE_BASE, BELOW_BASE, MM_PER_POINT

PAGE_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def text_size(profile: Profile, orientation: Orientation) -> tuple[int, int]:
    """Width and height of the text between the margins, in twips."""
    short, long = profile.paper
    across, down = (long, short) if orientation is Orientation.LANDSCAPE else (short, long)
    margins = profile.margins
    width = twips(across) - twips(margins.left) - twips(margins.right)
    return width, twips(down) - twips(margins.top) - twips(margins.bottom)


def set_up_section(section: Section, profile: Profile, orientation: Orientation) -> None:
    """Paper, margins, and where page numbers and the footer stand; none on the first page."""
    short, long = profile.paper
    landscape = orientation is Orientation.LANDSCAPE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (Mm(long), Mm(short)) if landscape else (Mm(short), Mm(long))
    )
    margins, styles = profile.margins, profile.styles
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    above = styles.page_number.size * ABOVE_BASE * MM_PER_POINT
    section.header_distance = Mm(profile.page_number_top - above)
    below = styles.annex_footer.size * BELOW_BASE * MM_PER_POINT
    section.footer_distance = Mm(profile.annex_footer_bottom - below)
    section.different_first_page_header_footer = True


def number_pages(file: WordFile, below: str = "") -> None:
    """The number in the middle, from the second page on, and words `below` it on every page;
    sections after this one have both too."""
    told = line("DauThucHanh", below) if below else ""
    _add_header(file, WD_HEADER_FOOTER.PRIMARY, paragraph("SoTrang", PAGE_FIELD) + told)
    _add_header(file, WD_HEADER_FOOTER.FIRST_PAGE, line("SoTrang", "") + told)


def foot_pages(file: WordFile, words: str) -> None:
    """The footer on every page of the last section, and of those that come after it."""
    for place in (WD_HEADER_FOOTER.PRIMARY, WD_HEADER_FOOTER.FIRST_PAGE):
        package, markup = file.part.package, line("ChanPhuLuc", words)
        name = package.next_partname("/word/footer%d.xml")
        part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, _rooted("ftr", markup), package)
        key = file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
        file.element.body[-1].add_footerReference(place, key)


def _add_header(file: WordFile, place: WD_HEADER_FOOTER, markup: str) -> None:
    package = file.part.package
    name = package.next_partname("/word/header%d.xml")
    part = HeaderPart(name, CONTENT_TYPE.WML_HEADER, _rooted("hdr", markup), package)
    key = file.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)
    file.element.body[-1].add_headerReference(place, key)


def _rooted(name: str, markup: str) -> BaseOxmlElement:
    """The content of a header or footer.

    python-docx would take a template from beside its code; a frozen program has no such folder.
    """
    return parse_xml(f"<w:{name} {nsdecls('w')}>{markup}</w:{name}>")


def start_annex(document: WordFile, profile: Profile, orientation: Orientation) -> None:
    """A section on a new page whose pages are counted from 1."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    body = document.element.body
    # What ends the section before is a paragraph, above the properties of this one.
    body[-2].style = "CuoiPhan"
    set_up_section(section, profile, orientation)
    properties = body[-1]
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    counted = OxmlElement("w:pgNumType", {qn("w:start"): "1"})
    properties.find(qn("w:cols")).addprevious(counted)
