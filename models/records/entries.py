"""Bài dự thi: what units made for a stage, who made it, what the jury says, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Channel(StrEnum):
    """Through what an entry is sent to the organisers."""

    PLATFORM = "platform"
    ZALO = "zalo"
    EMAIL = "email"


CHANNEL_NAMES: dict[Channel, str] = {
    Channel.PLATFORM: "Nền tảng đào tạo trực tuyến",
    Channel.ZALO: "Zalo",
    Channel.EMAIL: "Thư điện tử",
}


@dataclass(frozen=True, slots=True)
class Author:
    """Tác giả: somebody of the roster, or (without `person_id`) a name alone.

    `unit` is the one that they are in now, `left_on` the day on which they left the roster.
    """

    person_id: int | None
    name: str
    unit: str = ""
    phone: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What is said of an entry before it is stored; of an author the person's id or a name."""

    title: str
    unit_id: int
    authors: tuple[int | str, ...] = ()
    summary: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Juror:
    """Thành viên Ban Giám khảo of the commune. `scored` counts the entries that they scored."""

    id: int
    name: str
    position: str = ""
    role: str = ""
    scored: int = 0


@dataclass(frozen=True, slots=True)
class GivenScore:
    """What one juror gave one entry."""

    juror_id: int
    juror: str
    score: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class JuryStanding:
    """How an entry stands with the jury.

    `mean` is rounded to two digits, half up, and None before the first score; `missing` names the
    jurors who have not scored it; `rank` begins at 1 and is shared by the `ties` (other entries
    with the same mean); without a score there is none.
    """

    mean: float | None = None
    count: int = 0
    missing: tuple[str, ...] = ()
    rank: int | None = None
    ties: tuple[str, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether every juror has scored it."""
        return self.count > 0 and not self.missing


PROOF = "sent"
"""The part of an entry's files that shows that it was sent."""


@dataclass(frozen=True, slots=True)
class Sending:
    """When and through what an entry was sent to the organisers; `proofs` counts the files that
    show it."""

    at: datetime
    channel: Channel
    note: str = ""
    proofs: int = 0


@dataclass(frozen=True, slots=True)
class Presenting:
    """When an entry is presented, by whom, and with what result; each as far as it is known."""

    at: datetime | None = None
    presenter: str = ""
    result: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything is."""
        return bool(self.at or self.presenter or self.result)


@dataclass(frozen=True, slots=True)
class ContestEntry:
    """Bài dự thi. `files` counts what is attached beside the proof of sending; `awards` names the
    prizes it was given."""

    id: int
    stage: int
    unit_id: int
    unit: str
    title: str
    summary: str = ""
    received_on: date | None = None
    representative: bool = False
    authors: tuple[Author, ...] = ()
    scores: tuple[GivenScore, ...] = ()
    standing: JuryStanding = JuryStanding()
    sent: Sending | None = None
    presented: Presenting = Presenting()
    files: int = 0
    awards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryBook:
    """All entries of one stage, the jury, and the highest score it gives.

    `stages` are all stages of entries, by number with their names.
    """

    stage: int
    stages: dict[int, str]
    ends_on: date
    entries: tuple[ContestEntry, ...]
    jurors: tuple[Juror, ...]
    scale: int

    @property
    def representative(self) -> ContestEntry | None:
        """The entry that stands for the commune."""
        return next((each for each in self.entries if each.representative), None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing a representative came to; `remarks` say what of it is unusual."""

    title: str
    former: str = ""
    remarks: tuple[str, ...] = ()
