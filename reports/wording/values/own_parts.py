"""Places of the parts of reports that only the officer can write."""

from __future__ import annotations

from models.records.choices import PART_NAMES, PARTS, DocumentChoices
from reports.blocks import Paragraph
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.report_records import REPORT_KINDS

UNWRITTEN = f"{'…' * 30} (chưa ghi)"
"""What stands where the officer has written nothing: nobody takes it for a text."""
_PLACES = {"difficulties": "khó khăn", "solutions": "giải pháp", "proposals": "kiến nghị"}
_OPTIONAL = frozenset({"quick-report"})
"""A quick report has these parts only where something was written."""

OWN_PART_PLACES = tuple(
    WordingPlace(
        _PLACES[part],
        f"Phần “{PART_NAMES[part]}” mà cán bộ tự ghi.",
        "(các đoạn đã ghi)",
        REPORT_KINDS,
        is_block=True,
    )
    for part in PARTS
)


def values_of_own_parts(kind: str, occasion: Occasion) -> dict[str, WordingValue]:
    """The values of `OWN_PART_PLACES`: a paragraph for each line, or the gap that is to be seen."""
    empty = () if kind in _OPTIONAL else (Paragraph(UNWRITTEN),)
    return {
        _PLACES[part]: tuple(map(Paragraph, _lines(occasion.choices, part))) or empty
        for part in PARTS
    }


def _lines(choices: DocumentChoices, part: str) -> list[str]:
    lines = (line.strip() for line in choices.texts.get(part, "").split("\n"))
    return [line for line in lines if line]
