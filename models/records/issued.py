"""What left the office for good: as what it was issued, and the very files that went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class IssuedAs:
    """With what a document was issued; none of it changes again.

    `name` is its title in one line, `unit` the uid of the unit that it is limited to. The header
    is in lines as they are printed; with `blank_day` the clerk wrote the day by hand, and the
    `number` where it is None. `wording` is the text by which it was worded, as it stood then, and
    `version` that of the program. `texts` are the parts that the officer wrote. `people` says
    how many stand in it; `replaces` is the issued document that this one recalls, `cut` how its
    period was cut off.
    """

    name: str
    type_words: str = ""
    unit: str = ""
    unit_name: str = ""
    parent: str = ""
    issuer: tuple[str, ...] = ()
    issuer_words: str = ""
    place: str = ""
    dated: date | None = None
    blank_day: bool = False
    symbol: str = ""
    number: int | None = None
    signer_lines: tuple[str, ...] = ()
    signer: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    wording: str = ""
    version: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    people: int = 0
    phones: int = 0
    replaces: int | None = None
    cut: str = ""


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """One format of an issued document: its file name, its hash (64 hex digits), its bytes."""

    id: int
    report_id: int
    fmt: str
    name: str
    sha256: str
    size: int
