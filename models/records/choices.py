"""What is chosen for a kind of document and remembered for the next of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PARTS = ("difficulties", "solutions", "proposals")
"""The parts of a report that only the officer can write."""
PART_NAMES = {
    "difficulties": "Khó khăn, vướng mắc",
    "solutions": "Nhiệm vụ, giải pháp thời gian tới",
    "proposals": "Kiến nghị, đề xuất",
}


@dataclass(frozen=True, slots=True)
class DocumentChoices:
    """Who issues a document, who signs it, to whom it goes, and what the officer wrote of it.

    None: nothing was chosen, and what is usual for the kind holds. `issuer` is a profile ("ubnd",
    "vhxh"), `signer` the id of a signer. `addressees` (Kính gửi) and `recipients` (Nơi nhận) are
    lines without dashes and closing marks; the line of the archive comes by itself. `texts` are
    the parts of a report by their code (`PARTS`), each with its paragraphs in lines.
    """

    issuer: str | None = None
    signer: int | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


NOTHING_CHOSEN = DocumentChoices()


@dataclass(frozen=True, slots=True)
class NamedSigner:
    """One of the signers of the file. `lines` are the lines of authority, `issuer` the profile
    whose documents are signed so."""

    id: int
    issuer: str
    lines: tuple[str, ...]
    name: str
    current: bool = False
