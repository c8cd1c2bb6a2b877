"""The foot of a Word document: Nơi nhận at the left, who signs by which authority at the right."""

from __future__ import annotations

from models.records import Signer
from reports.document import Document
from reports.profile import Profile, TextStyle
from reports.render.docx.heading import balanced
from reports.render.docx.markup import (
    Placing,
    TableBox,
    line,
    points,
    shared_widths,
    table,
    table_row,
)
from reports.render.docx.styles import SIDE_BY_SIDE
from reports.render.text import recipient_lines


def is_closed(document: Document) -> bool:
    """Whether anybody signs or receives the document."""
    return document.signature is not None or bool(document.recipients)


def closing_markup(document: Document, profile: Profile, width: int) -> str:
    """One row that no page break divides."""
    widths = shared_widths(width, (profile.signature_split, 1 - profile.signature_split))
    boxes = [
        TableBox(_recipients(document, profile)),
        TableBox(_signature(document.signature, profile, widths[1])),
    ]
    return table(SIDE_BY_SIDE, widths, [table_row(boxes, widths)])


def _recipients(document: Document, profile: Profile) -> str:
    if not document.recipients:
        return line("NoiNhanDanhSach", "")
    placing = Placing(right=points(profile.gaps.column_points))
    lines = recipient_lines(document.recipients)
    listed = "".join(line("NoiNhanDanhSach", text, placing) for text in lines)
    return line("NoiNhan", "Nơi nhận:") + listed


def _signature(signer: Signer | None, profile: Profile, width: int) -> str:
    if signer is None:
        return line("NguoiKy", "")

    def signed(key: str, text: str, style: TextStyle) -> str:
        return line(key, "\n".join(balanced(text, style, width)))

    styles = profile.styles
    return "".join(signed("QuyenHan", text, styles.authority) for text in signer.lines) + signed(
        "NguoiKy", signer.name, styles.signer
    )
