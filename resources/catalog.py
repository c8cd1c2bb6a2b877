"""What the program knows before the officer types anything: communes, units, contests."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from resources import resource_path

COMMUNE_KINDS = ("xã", "phường", "đặc khu")

_VILLAGE_WORDS = {"xã": "thôn", "phường": "tổ dân phố", "đặc khu": "thôn, tổ dân phố"}


@dataclass(frozen=True, slots=True)
class CommuneEntry:
    """One of the 114 communes of Hải Phòng.

    `kind` is one of `COMMUNE_KINDS`, `full_name` is "Xã Kẻ Sặt". `place` is the
    địa danh of documents: the bare name, except that communes named after a
    person keep the full form (decree 30/2020, appendix I).
    """

    code: str
    kind: str
    name: str
    full_name: str
    place: str


@dataclass(frozen=True, slots=True)
class StarterUnit:
    """A unit that a new commune starts with; `unit_kind` is a value of the roster's khối.

    A unit with children is a khối: it groups and usually has no people itself.
    """

    name: str
    unit_kind: str
    children: tuple[StarterUnit, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StagePreset:
    """Chặng of a contest. `suggested_internal_ends_on` is what other communes set themselves.

    `kind` is "each" (person), "entry" (one of the commune) or "presentation".
    """

    number: int
    name: str
    starts_on: date
    ends_on: date
    task: str
    suggested_internal_ends_on: date | None = None
    kind: str = "each"


@dataclass(frozen=True, slots=True)
class PrizePreset:
    """Giải: how many, of what rank, worth how many đồng each, and what goes with the money."""

    rank: str
    count: int
    amount: int
    honour: str = ""


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """Văn bản của cấp trên that reports on the contest cite. `symbol` is "2136/SKHCN-TTTT".

    `task` is what it asks of the commune by `due_on`.
    """

    kind: str
    symbol: str
    issued_on: date
    issuer: str
    subject: str
    due_on: date | None
    task: str


@dataclass(frozen=True, slots=True)
class PublicityPreset:
    """Nhiệm vụ tuyên truyền that is usual in every contest, and the unit that usually does it.

    It is due so many days after the first stage began; None: when that stage ends.
    """

    what: str
    channel: str
    unit: str
    asked: int
    days_after_start: int | None


@dataclass(frozen=True, slots=True)
class PresetWords:
    """What the letters say a contest is for, as parts of sentences; "" where they say nothing.

    `movement` is the phong trào without quotes, `motto` heads the stages, `aim` follows "với mục
    tiêu", `purpose` and `skills` "nhằm", `background` begins a sentence and `ambition` ends it.
    `account` is how to log in. What each person has to do, as the letters say it: `to_register` of
    those who have begun, `to_do` and `to_complete` of what is asked, `taking_part` "việc …", `way`
    before an address.
    """

    movement: str = ""
    motto: str = ""
    aim: str = ""
    purpose: str = ""
    background: str = ""
    skills: str = ""
    ambition: str = ""
    account: str = ""
    to_register: str = ""
    to_do: str = ""
    to_complete: str = ""
    taking_part: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class ContestPreset:
    """Cuộc thi as the city announced it. `target` is in per cent; `name` has no quotes.

    `score_rule` is the attempt that counts ("best", "first", "last"), `pass_mark` the score from
    which it completes; None: the letters name none. `organizer` is reported to, `entry_address` is
    where entries are sent.
    """

    code: str
    name: str
    short_name: str
    platform: str
    course_url: str
    target: int
    stages: tuple[StagePreset, ...]
    prizes: tuple[PrizePreset, ...]
    documents: tuple[CitedDocument, ...]
    score_rule: str = "best"
    pass_mark: float | None = None
    organizer: str = ""
    entry_address: str = ""
    words: PresetWords = PresetWords()


def _load(*parts: str) -> Any:
    return json.loads(resource_path("presets", *parts).read_text(encoding="utf-8"))


@cache
def communes() -> tuple[CommuneEntry, ...]:
    """The 114 communes of Hải Phòng in Vietnamese alphabetical order of `name`."""
    return tuple(CommuneEntry(**row) for row in _load("communes.json"))


@cache
def _communes_by_key() -> dict[str, CommuneEntry]:
    return {_name_key(entry.full_name): entry for entry in communes()}


def find_commune(full_name: str) -> CommuneEntry | None:
    """The commune with exactly this full name ("Xã Kẻ Sặt"), or None.

    Case, composition, spaces and the place of the tone mark (Thuỷ = Thủy) do
    not matter; the tone itself does (Cẩm Giang is not Cẩm Giàng).
    """
    return _communes_by_key().get(_name_key(full_name))


@cache
def starter_units(kind: str) -> tuple[StarterUnit, ...]:
    """The unit tree that a commune of this kind (one of `COMMUNE_KINDS`) starts with.

    Raises ValueError for any other kind.
    """
    if kind not in COMMUNE_KINDS:
        raise ValueError(f"no such kind of commune: {kind!r}")
    return _units(_load("units.json"), kind)


@cache
def publicity_presets(kind: str) -> tuple[PublicityPreset, ...]:
    """The tasks that the letters of a commune of this kind (one of `COMMUNE_KINDS`) give."""
    rows = _load("publicity.json")
    return tuple(PublicityPreset(**{**row, "what": row["what"].format(kind=kind)}) for row in rows)


def contest_codes() -> tuple[str, ...]:
    """The codes that `contest_preset` knows, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource_path("presets", "contests").glob("*.json")))


@cache
def contest_preset(code: str) -> ContestPreset:
    """The contest with this code. Raises LookupError when there is none."""
    if code not in contest_codes():
        raise LookupError(f"no such contest preset: {code!r}")
    raw = _load("contests", f"{code}.json")
    return ContestPreset(
        **{key: raw[key] for key in ("code", "name", "short_name", "platform", "course_url")},
        target=raw["target"],
        stages=tuple(_stage(row) for row in raw["stages"]),
        prizes=tuple(PrizePreset(**row) for row in raw["prizes"]),
        documents=tuple(_document(row) for row in raw["documents"]),
        score_rule=raw["score_rule"],
        pass_mark=raw["pass_mark"],
        organizer=raw["organizer"],
        entry_address=raw["entry_address"],
        words=PresetWords(**raw["words"]),
    )


def _stage(row: dict[str, Any]) -> StagePreset:
    suggested = row["suggested_internal_ends_on"]
    return StagePreset(
        number=row["number"],
        name=row["name"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        task=row["task"],
        suggested_internal_ends_on=date.fromisoformat(suggested) if suggested else None,
        kind=row["kind"],
    )


def _document(row: dict[str, str]) -> CitedDocument:
    return CitedDocument(
        kind=row["kind"],
        symbol=row["symbol"],
        issued_on=date.fromisoformat(row["issued_on"]),
        issuer=row["issuer"],
        subject=row["subject"],
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        task=row["task"],
    )


def _units(rows: list[dict[str, Any]], kind: str) -> tuple[StarterUnit, ...]:
    return tuple(_unit(row, kind) for row in rows if kind in row.get("only", COMMUNE_KINDS))


def _unit(row: dict[str, Any], kind: str) -> StarterUnit:
    words = {"kind": kind, "villages": _VILLAGE_WORDS[kind]}
    return StarterUnit(
        name=row["name"].format(**words),
        unit_kind=row["unit_kind"],
        children=_units(row.get("children", []), kind),
        aliases=tuple(alias.format(**words) for alias in row.get("aliases", [])),
    )


def _name_key(name: str) -> str:
    words = unicodedata.normalize("NFC", name).casefold().split()
    return " ".join(_old_tone_place(word) for word in words)


@cache
def _tone_places() -> dict[str, str]:
    """Endings with the tone on the second vowel, and the same with it on the first."""
    return {
        unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize(
            "NFC", first + tone + second
        )
        for first, second in ("oa", "oe", "uy")
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    }


def _old_tone_place(word: str) -> str:
    """`word` (NFC, lower case) with the tone of an open oa, oe, uy on its first vowel."""
    ending = word[-2:]
    if word.startswith("qu") or ending not in _tone_places():
        return word
    return word[:-2] + _tone_places()[ending]
