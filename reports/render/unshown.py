"""Which letters of a document its PDF cannot show: asked before the document is sent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from reports.blocks import Chart, Paragraph, QrCode
from reports.document import Document, DocumentBlock, Publication, Table
from reports.poster import Poster
from reports.render.fonts import FontFamily, document_fonts
from reports.render.glyphs import is_shown
from reports.render.text import cell_text


def unshown_letters(document: Publication, fonts: FontFamily | None = None) -> tuple[str, ...]:
    """The letters for which a box will stand on the page, each once, in the order of the text.

    A letter counts as shown when every face of the family has it or its like (`glyphs.drawable`).
    """
    if isinstance(document, Poster):
        texts = _poster_texts(document)
    else:
        texts = document_texts(document)
    letters = dict.fromkeys(letter for text in texts for letter in text)
    foreign = [letter for letter in letters if not letter.isascii()]
    if not foreign:
        return ()
    faces = _coverages(fonts or document_fonts())
    return tuple(
        letter for letter in foreign if not all(is_shown(letter, covered) for covered in faces)
    )


def _coverages(fonts: FontFamily) -> list[Container[int]]:
    from reports.render.pdf.faces import registered_faces

    return [face.covered for face in registered_faces(fonts).values()]


def document_texts(document: Document) -> Iterator[str]:
    """Every text that stands on the pages, in the order of the pages."""
    header, signature = document.header, document.signature
    yield from (header.parent, *header.issuer, header.symbol, header.place, header.issuer_words)
    yield from (document.title.type_name, *document.title.subject, *document.addressees)
    yield from _block_texts(document.body)
    if signature is not None:
        yield from (*signature.lines, signature.name)
    yield from document.recipients
    for annex in document.annexes:
        yield from annex.title
        yield from _block_texts(annex.body)


def _block_texts(blocks: Iterable[DocumentBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Table():
                yield from (text for c in block.columns for text in (c.group, c.title))
                yield from (cell_text(cell) for row in block.rows for cell in row.cells)
            case Chart():
                yield from (block.title, *block.categories)
                yield from (series.name for series in block.series)
            case QrCode():
                yield block.caption


def _poster_texts(poster: Poster) -> Iterator[str]:
    yield from (poster.author, poster.campaign, poster.contest, poster.invitation, poster.link)
    yield from (*poster.steps, poster.deadline, poster.later)
    yield from (text for sheet in poster.sheets for text in (sheet.choose, sheet.help_words))
