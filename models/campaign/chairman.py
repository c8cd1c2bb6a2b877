"""Who the chairman of the People's Committee is, as far as the data tell."""

from __future__ import annotations

from sqlalchemy import Connection, select

from models.campaign.chairman_text import Chairman
from models.campaign.post_parts import parts_of
from models.roster.presence import present_on
from models.roster.unit_tree import load_units
from models.store.schema import communes, people, signers
from models.store.store import Store
from models.text.names import match_key

_POSTS = ("chủ tịch ubnd", "chủ tịch ủy ban nhân dân")
_SIGNS_ALONE = ("chủ tịch", "q. chủ tịch")
Named = tuple[str, str]
"""A name and a phone, each may be ""."""


def the_chairman(data_file: Store) -> Chairman:
    """The chairman, with name and phone where one person surely holds that post.

    Looked for among the heads of units, the people of the roster, and who signs.
    """
    with data_file.reading() as connection:
        row = connection.execute(select(communes.c.name, communes.c.kind)).first()
        name, phone = _named(connection, data_file) or ("", "")
    commune = "" if row is None else f" {row.name[:1].lower()}{row.name[1:]}"
    place = "xã" if row is None else commune.split(" ")[1]
    if commune.startswith(" đặc khu"):
        place = "đặc khu"
    return Chairman(f"Chủ tịch UBND{commune}", name, phone, place)


def _named(connection: Connection, data_file: Store) -> Named | None:
    today = data_file.clock().date()
    heads = {
        (unit.head.name, unit.head.phone)
        for unit in load_units(connection, today)
        if unit.head is not None and _is_chairman(unit.head.position)
    }
    if len(heads) == 1:
        return heads.pop()
    statement = select(people.c.name, people.c.phone, people.c.position).where(
        present_on(today), people.c.position != ""
    )
    found = [row for row in connection.execute(statement) if _is_chairman(row.position)]
    if len(found) == 1:
        return found[0].name, found[0].phone
    signer = connection.execute(select(signers).where(signers.c.current)).first()
    if signer is None or match_key(signer.lines.split("\n")[-1]) not in _SIGNS_ALONE:
        return None
    return (signer.name, "") if "\n" not in signer.lines or "TM." in signer.lines else None


def _is_chairman(position: str) -> bool:
    return any(match_key(part).startswith(_POSTS) for part in parts_of(position))
