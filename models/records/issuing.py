"""Who issues a document and who signs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signer:
    """Người ký: the lines of authority above the name, as the decree prescribes."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Cơ quan ban hành: what stands at the head and the foot of a document.

    `parent` is empty for a document of the People's Committee itself. `symbols`
    maps a kind of document ("BC", "CV") to its ký hiệu ("BC-UBND"). `words` is the body inside a
    sentence: "Ủy ban nhân dân xã Kẻ Sặt".
    """

    profile: str
    parent: str
    lines: tuple[str, ...]
    place: str
    symbols: dict[str, str]
    signer: Signer
    archive: str = "VT, VHXH"
    words: str = ""
