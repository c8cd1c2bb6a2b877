"""A document as Word: its parts in their order, and a section for each phụ lục."""

from __future__ import annotations

from models.records.practising import PRACTICE_MARK
from reports.document import Document
from reports.profile import ND30_2020, Profile
from reports.render.docx.content import Setting, body_markup, content_markup
from reports.render.docx.heading import annex_head_markup, head_markup
from reports.render.docx.markup import line
from reports.render.docx.package import blank_file, mark_content, packed_file
from reports.render.docx.pictures import Pictures
from reports.render.docx.sections import (
    foot_pages,
    number_pages,
    set_up_section,
    start_annex,
    text_size,
)
from reports.render.fonts import FontFamily, document_fonts
from reports.render.text import figures_footer


def render_docx(
    document: Document, profile: Profile = ND30_2020, fonts: FontFamily | None = None
) -> bytes:
    """The document as a Word file. The same value and fonts always give the same bytes.

    The fonts are those of words in charts; text has the fonts of whoever reads it.
    """
    file = blank_file(document, profile)
    pictures = Pictures(file.part, profile, fonts or document_fonts())
    set_up_section(file.sections[0], profile, document.orientation)
    number_pages(file, PRACTICE_MARK if document.for_practice else "")
    setting = Setting(profile, *text_size(profile, document.orientation), pictures)
    head, lead = head_markup(document, profile, setting.width)
    contents = [head + body_markup(document, setting, lead)]
    mark_content(file, 0)
    for index, annex in enumerate(document.annexes):
        start_annex(file, profile, annex.orientation)
        if index == 0:
            foot_pages(file, figures_footer(document))
        setting = Setting(profile, *text_size(profile, annex.orientation), pictures)
        head, lead = annex_head_markup(document, index, profile, setting.width)
        contents.append(head + content_markup(annex.body, setting, lead))
        mark_content(file, index + 1)
    return packed_file(file, [*contents[:-1], contents[-1] + line("CuoiPhan", "")])
