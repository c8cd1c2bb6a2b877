"""Sổ đối tượng: everybody on a day, who is counted, why the others are not and on what grounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select

from models.figures.denominator import denominator_on
from models.records.denominator import DenominatorLine, Ledger, LedgerLine, Outside
from models.records.periods import NO_GROUNDS, Grounds
from models.store.schema import exemptions, units
from models.store.snapshot import snapshot
from models.store.store import Store


def ledger_on(data_file: Store, day: date | None = None) -> Ledger:
    """The ledger as of the end of `day` (today when None), in the order of names.

    It is the denominator of the figures of that day, line by line.
    """
    shown = day or data_file.clock().date()
    with snapshot(data_file) as seen:
        lines = denominator_on(seen, shown)
        with seen.reading() as connection:
            names = _unit_names(connection)
            grounds = _grounds(connection)
    return Ledger(shown, tuple(_line(each, names, grounds) for each in lines))


def reasons_counted(ledger: Ledger) -> tuple[tuple[str, int], ...]:
    """Each reason why somebody is not counted, with how many; the commonest first."""
    counted = Counter(line.reason for line in ledger.outside)
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _line(
    line: DenominatorLine, names: Mapping[int, str], grounds: Mapping[int, Grounds]
) -> LedgerLine:
    exempt = line.outside is Outside.EXEMPT
    noted = grounds.get(line.period_id, NO_GROUNDS) if exempt else NO_GROUNDS
    return LedgerLine(
        line.person_id,
        line.name,
        names.get(line.unit_id, ""),
        line.outside,
        line.why_not,
        line.since,
        line.until,
        noted,
        line.period_id,
    )


def _unit_names(connection: Connection) -> dict[int, str]:
    return {row.id: row.name for row in connection.execute(select(units.c.id, units.c.name))}


def _grounds(connection: Connection) -> dict[int, Grounds]:
    rows = connection.execute(select(exemptions.c.id, exemptions.c.note, exemptions.c.proof))
    return {row.id: Grounds(row.note, row.proof) for row in rows}
