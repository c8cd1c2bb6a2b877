"""The foot of a document: Nơi nhận on the left, authority and name of the signer on the right."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table, TableStyle

from models.records import Signer
from reports.document import Align, Document
from reports.render.pdf.header import borderless
from reports.render.pdf.text import Typesetter
from reports.render.text import recipient_lines


def closing_flowable(document: Document, setter: Typesetter, width: float) -> Table:
    """One row that no page break divides."""
    left = width * setter.profile.signature_split
    cells = [[_recipients(document, setter), _signature(document.signature, setter)]]
    return Table(
        cells,
        colWidths=[left, width - left],
        style=TableStyle(borderless(setter)),
        spaceBefore=5 * mm,
        splitByRow=0,
    )


def _recipients(document: Document, setter: Typesetter) -> list[Any]:
    styles = setter.profile.styles
    if not document.recipients:
        return []
    lines = recipient_lines(document.recipients)
    title = setter.line("Nơi nhận:", styles.recipients_title, Align.LEFT)
    return [title, *(setter.line(line, styles.recipients, Align.LEFT) for line in lines)]


def _signature(signer: Signer | None, setter: Typesetter) -> list[Any]:
    if signer is None:
        return []
    styles = setter.profile.styles
    return [
        *(setter.line(line, styles.authority) for line in signer.lines),
        Spacer(1, setter.profile.signature_gap * mm),
        setter.line(signer.name, styles.signer),
    ]
