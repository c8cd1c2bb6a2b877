"""The content of a document or a phụ lục in Word, and what keeps a signature company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.blocks import Chart, Paragraph, ParagraphStyle, QrCode
from reports.document import Document, DocumentBlock, Table
from reports.profile import Profile
from reports.render.docx.closing import closing_markup, is_closed
from reports.render.docx.components import ALIGNED, PARAGRAPH_KEYS, paragraph_gap
from reports.render.docx.grid import grid_markup
from reports.render.docx.heading import balanced
from reports.render.docx.markup import (
    TWIPS_PER_MM,
    Placing,
    line,
    paragraph,
    points,
    run,
    twips,
    writable,
)
from reports.render.docx.pictures import Pictures
from reports.render.lengths import line_count, line_length

MOST_NOTE_LINES = 12
FOOTNOTES = {ParagraphStyle.NOTE, ParagraphStyle.UNIT_OF_MEASURE}


@dataclass(frozen=True, slots=True)
class Setting:
    """The rules, the width and height of the text on a page in twips, the file's pictures."""

    profile: Profile
    width: int
    height: int
    pictures: Pictures

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.width / TWIPS_PER_MM, self.height / TWIPS_PER_MM


def body_markup(document: Document, setting: Setting, lead: int) -> str:
    """The content down to the signature; `lead` is free paper above it, in twips.

    Where a table ends the document, its notes and the signature are its last row: so its last rows
    go with them to another page, and have their header there.
    """
    blocks = document.body
    if not is_closed(document):
        return content_markup(blocks, setting, lead)
    above = twips(setting.profile.gaps.above_closing)
    closing, below = closing_markup(document, setting.profile, setting.width)
    at = _closing_table(blocks, setting)
    if at is None:
        return content_markup(blocks, setting, lead, above_closing=above) + closing + below
    notes = content_markup(blocks[at + 1 :], setting, 0, above_closing=above)
    return content_markup(blocks[: at + 1], setting, lead, notes + closing) + below


def _closing_table(blocks: Sequence[DocumentBlock], setting: Setting) -> int | None:
    """The index of a table below which only some notes stand: a page holds them in one row."""
    lines = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Table):
            return at if lines <= MOST_NOTE_LINES else None
        lines += _lines_of(block, setting)
        if not isinstance(block, Paragraph) or block.style not in FOOTNOTES:
            return None
    return None


def content_markup(
    blocks: Sequence[DocumentBlock],
    setting: Setting,
    lead: int,
    closing: str = "",
    above_closing: int = 0,
) -> str:
    """Blocks one after the other; the last one stays with what follows `above_closing` below it.

    `closing` becomes the last row of the last block, a table.
    """
    made, end = list[str](), len(blocks) - 1
    kept_from = _kept_from(blocks, setting) if above_closing else end + 1
    above_table = points(setting.profile.gaps.above_table_points)
    if not blocks and above_closing:
        return _space(lead + above_closing)
    for at, block in enumerate(blocks):
        below = above_table if at < end and isinstance(blocks[at + 1], Table) else 0
        after = (above_closing if at == end else below) or None
        if isinstance(block, Table):
            parted = at == 0 or isinstance(blocks[at - 1], Table)
            made.append(_space(lead + above_table) if parted else "")
            last = closing if at == end else ""
            made.append(grid_markup(block, setting.profile, setting.width, last))
        else:
            made.append(
                _block_markup(block, setting, lead, Placing(after=after, kept=at >= kept_from))
            )
        lead = 0
    return "".join(made)


def _kept_from(blocks: Sequence[DocumentBlock], setting: Setting) -> int:
    """The first of the blocks that stay with a signature: so many that their lines are company."""
    lines, at = 0, len(blocks)
    while at > 0 and lines < setting.profile.lines_kept:
        at -= 1
        lines += _lines_of(blocks[at], setting)
    return at


def _lines_of(block: DocumentBlock, setting: Setting) -> int:
    """How many lines a block ends with, as far as it matters; a picture is enough by itself."""
    if not isinstance(block, Paragraph):
        return setting.profile.lines_kept
    style, width = setting.profile.styles.of_paragraph(block.style), setting.room[0]
    indented = width - setting.profile.first_line_indent
    return max(
        line_count(block.text, style, width), 1 + (line_length(block.text, style) > indented)
    )


def _space(height: int) -> str:
    return line("KhoangTrong", "", Placing(before=height))


def _block_markup(
    block: Paragraph | Chart | QrCode, setting: Setting, lead: int, placing: Placing
) -> str:
    if isinstance(block, Paragraph):
        return _paragraph_markup(block, setting, lead, placing)
    gap = points(setting.profile.paragraph_gap_points)
    placing = replace(placing, before=lead + gap)
    if isinstance(block, Chart):
        return setting.pictures.chart_markup(block, setting.room, placing)
    return setting.pictures.qr_markup(block, setting.room, placing)


def _paragraph_markup(block: Paragraph, setting: Setting, lead: int, placing: Placing) -> str:
    """A paragraph; words that announce what follows stay with it. A caption breaks like a title."""
    profile, (key, _) = setting.profile, PARAGRAPH_KEYS[block.style]
    before = lead + paragraph_gap(block.style, profile) if lead else None
    kept = placing.kept or block.text.rstrip().endswith(":")
    placing = replace(placing, before=before, kept=kept)
    if ALIGNED.get(block.style) == "center" and not block.runs:
        style = profile.styles.of_paragraph(block.style)
        return line(key, "\n".join(balanced(block.text, style, setting.width)), placing)
    runs = "".join(_run(each.text, each.bold, each.italic) for each in block.pieces)
    return paragraph(key, runs, placing)


def _run(text: str, bold: bool, italic: bool) -> str:
    return run(writable(text.replace("\n", " ")), bold, italic)
