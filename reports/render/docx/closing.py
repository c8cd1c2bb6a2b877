"""The foot of a Word document: Nơi nhận at the left, who signs by which authority at the right."""

from __future__ import annotations

from models.records import Signer
from reports.document import Document
from reports.profile import Profile
from reports.render.docx.heading import balanced
from reports.render.docx.markup import (
    TWIPS_PER_MM,
    Placing,
    TableBox,
    line,
    points,
    shared_widths,
    table,
    table_row,
)
from reports.render.docx.styles import SIDE_BY_SIDE
from reports.render.lengths import MM_PER_POINT, line_count
from reports.render.text import recipient_lines


def is_closed(document: Document) -> bool:
    """Whether anybody signs or receives the document."""
    return document.signature is not None or bool(document.recipients)


def closing_markup(document: Document, profile: Profile, width: int) -> tuple[str, str]:
    """One row that no page break divides, and what of Nơi nhận goes on below it.

    The row is as high as the signature: one that is higher than a page cannot be laid out.
    """
    widths = shared_widths(width, (profile.signature_split, 1 - profile.signature_split))
    signature, height = _signature(document.signature, profile, widths[1])
    listed = _recipients(document, profile, widths[0], height)
    beside = "".join(listed[0]) or line("NoiNhanDanhSach", "")
    boxes = [TableBox(beside), TableBox(signature)]
    return table(SIDE_BY_SIDE, widths, [table_row(boxes, widths)]), "".join(
        line("NoiNhanDanhSach", text, Placing(right=width - widths[0])) for text in listed[1]
    )


def _recipients(
    document: Document, profile: Profile, width: int, height: float
) -> tuple[list[str], list[str]]:
    """The paragraphs beside a signature so many points high, and the lines that have no room."""
    texts = recipient_lines(document.recipients)
    if not texts:
        return [], []
    styles, gap = profile.styles, profile.gaps.column_points
    room = width / TWIPS_PER_MM - gap * MM_PER_POINT
    left = height - profile.leading(styles.recipients_title)
    beside = [line("NoiNhan", "Nơi nhận:")]
    for at, text in enumerate(texts):
        lines = line_count(text, styles.recipients, room)
        left -= lines * profile.leading(styles.recipients)
        if at and left < 0:
            return beside, texts[at:]
        beside.append(line("NoiNhanDanhSach", text, Placing(right=points(gap))))
    return beside, []


def _signature(signer: Signer | None, profile: Profile, width: int) -> tuple[str, float]:
    """Authority and name as markup, and their height in points with the free paper between."""
    if signer is None:
        return line("QuyenHan", ""), 0.0
    styles, gap = profile.styles, profile.signature_gap / MM_PER_POINT
    made, height = "", gap
    texts = [("QuyenHan", text, styles.authority) for text in signer.lines]
    for key, text, style in (*texts, ("NguoiKy", signer.name, styles.signer)):
        lines = balanced(text, style, width)
        made += line(key, "\n".join(lines))
        height += len(lines) * profile.leading(style)
    return made, height
