"""The end of a sheet: Nơi nhận at the left, the signature at the right."""

from __future__ import annotations

from itertools import zip_longest

from reports.document import Document
from reports.profile import TextStyle
from reports.render.text import recipient_lines
from reports.render.xlsx.measure import line_height
from reports.render.xlsx.sheet import SheetWriter

SIGNATURE_ROWS = 5
POINTS_PER_MM = 72 / 25.4


def write_closing(sheet: SheetWriter, document: Document) -> None:
    """Components 7 and 9, side by side."""
    profile, split = sheet.profile, sheet.grid.split(sheet.profile.signature_split)
    left, right = _recipients(sheet, document), _signature(sheet, document)
    gap = profile.signature_gap * POINTS_PER_MM / SIGNATURE_ROWS
    blank = ("", profile.styles.recipients)
    for (recipient, small), (line, large) in zip_longest(left, right, fillvalue=blank):
        sheet.text(recipient, small, 1, split, "left")
        sheet.text(line, large, split + 1, sheet.columns)
        needed = sheet.height_for([(recipient, small, sheet.grid.width(1, split))])
        sheet.end_row(max(gap if not line else 0.0, line_height(large), needed))


def _recipients(sheet: SheetWriter, document: Document) -> list[tuple[str, TextStyle]]:
    styles = sheet.profile.styles
    lines = [(line, styles.recipients) for line in recipient_lines(document.recipients)]
    return [("Nơi nhận:", styles.recipients_title), *lines] if lines else []


def _signature(sheet: SheetWriter, document: Document) -> list[tuple[str, TextStyle]]:
    signer, styles = document.signature, sheet.profile.styles
    if signer is None:
        return []
    lines = [(line, styles.authority) for line in signer.lines]
    return [*lines, *[("", styles.recipients)] * SIGNATURE_ROWS, (signer.name, styles.signer)]
