"""What the officer said of rows and people: who is the same, kept for every later file."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from models.journal.change import Change
from models.matching.decisions import Decisions
from models.store.schema import match_decisions, people


def decisions_made(connection: Connection) -> Decisions:
    """What the officer decided at earlier imports and reconciliations."""
    rows = connection.execute(
        select(match_decisions.c.row_key, match_decisions.c.same, people.c.uid).join(
            people, people.c.id == match_decisions.c.person_id
        )
    ).all()
    return Decisions(
        not_same=frozenset((row.row_key, row.uid) for row in rows if not row.same),
        same={row.row_key: row.uid for row in rows if row.same},
    )


def remember_decisions(change: Change, decided: Iterable[tuple[str, int, bool]]) -> None:
    """Keep (row key, person id, the same or not) within `change`; the newest word counts."""
    wanted = {(key, person_id): same for key, person_id, same in decided}
    rows = change.connection.execute(select(match_decisions)).all()
    standing = {(row.row_key, row.person_id): row.id for row in rows}
    change.update(
        match_decisions,
        {standing[pair]: {"same": same} for pair, same in wanted.items() if pair in standing},
    )
    change.insert(
        match_decisions,
        [
            {"row_key": key, "person_id": person_id, "same": same}
            for (key, person_id), same in wanted.items()
            if (key, person_id) not in standing
        ],
    )
