"""What is left of a row that is of one person: what counts, and nothing that says who it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from models.campaign.rights.whose import OnePerson
from models.figures.digest import canonical_json, text_digest
from models.figures.frozen_text import NAMES_DIGEST
from models.records.periods import EXEMPT_REASONS, LEAVING_REASONS
from models.roster.people import person_name_columns
from models.roster.purged import PURGED_NAME
from models.store.schema import (
    absences,
    awards,
    distinct_people,
    entry_authors,
    exemptions,
    match_decisions,
    participations,
    people,
    posts,
    wrong_unit_slips,
)

Row = Mapping[str, Any]
_USUAL = frozenset((*EXEMPT_REASONS, *LEAVING_REASONS))
OTHER_REASON = "Lý do khác"
_BLANK: Mapping[str, Mapping[str, Any]] = {
    people.name: {
        **person_name_columns(PURGED_NAME), "position": "", "gender": "", "birth": "", "phone": "",
        "phone_raw": "", "email": "", "staff_code": "", "note": "",
    },
    participations.name: {
        "score": None, "platform_unit": "", "account": "", "doubt_mark": "",
        "doubt_kind": "", "doubt_by": "", "doubt_on": None,
    },
    exemptions.name: {"note": "", "proof": ""},
    posts.name: {"position": ""},
    entry_authors.name: {"name": ""},
    awards.name: {"note": ""},
    absences.name: {},
}  # fmt: skip
"""By table what goes of a row that stays because it is counted."""
_REASONS = {people.name: "left_reason", exemptions.name: "reason", absences.name: "reason"}
KEPT_TABLES = (people, participations, exemptions, posts, entry_authors, awards, absences)
DELETED_TABLES = (match_decisions, distinct_people, wrong_unit_slips)
"""Rows in which nothing is counted."""
LINKS: Mapping[str, tuple[str, ...]] = {
    people.name: ("id",),
    distinct_people.name: ("first_id", "second_id"),
    **{
        table.name: ("person_id",)
        for table in (*KEPT_TABLES[1:], match_decisions, wrong_unit_slips)
    },
}
"""By table the columns that say whose a row is."""


def is_of(table: str, row: Row, whose: OnePerson) -> bool:
    """Whether the row is of that person alone."""
    return any(row.get(column) in whose.ids for column in LINKS.get(table, ()))


def nameless(table: str, row: Row, uid: str) -> dict[str, Any]:
    """A row of the person as it stays, under a `uid` that nothing else has."""
    left = {**row, **{k: v for k, v in _BLANK.get(table, {}).items() if k in row}}
    if table == people.name and "uid" in row:
        left["uid"] = uid
    column = _REASONS.get(table)
    if column and left.get(column):
        left[column] = _usual_reason(str(left[column]))
    return left


def _usual_reason(reason: str) -> str:
    """One of many is kept, since it is counted by; what somebody wrote is not."""
    return reason if reason in _USUAL else OTHER_REASON


def frozen_without(
    row: Row, whose: OnePerson, uid: str, clean: Callable[[str], str]
) -> dict[str, str]:
    """The texts of a frozen report without the person; every count and hash of figures stays."""
    names = _names_without(str(row["names"]), whose, uid, clean)
    figures = clean(str(row["figures"]))
    if names != row["names"] and figures:
        told: dict[str, Any] = json.loads(figures)
        if NAMES_DIGEST in told:
            figures = canonical_json({**told, NAMES_DIGEST: text_digest(names)})
    return {
        "names": names,
        "figures": figures,
        "issue": clean(str(row["issue"])),
        "title": clean(str(row["title"])),
    }


def _names_without(text: str, whose: OnePerson, uid: str, clean: Callable[[str], str]) -> str:
    if not text:
        return text
    told: list[list[Any]] = json.loads(text)
    for each in told:
        if each[0] in whose.uids:
            each[0], each[1] = uid, PURGED_NAME
            each[7] = _usual_reason(each[7]) if each[7] else ""
        elif each[7]:
            each[7] = clean(each[7])
    return canonical_json(told)
