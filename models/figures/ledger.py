"""Sổ đối tượng: everybody on a day, who is counted, why the others are not and on what grounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from models.contests.closed import refuse_purged
from models.contests.contests import find_contest_id
from models.figures.dated_facts import DatedFacts, load_facts
from models.figures.denominator import denominator_line
from models.figures.denominator_moves import moves_between_days
from models.figures.footnotes import total_footnote
from models.records.denominator import DenominatorLine, Ledger, LedgerLine, Outside
from models.records.periods import NO_GROUNDS, Grounds
from models.store.schema import exemptions, units
from models.store.store import Store


def ledger_on(data_file: Store, day: date | None = None, beside: date | None = None) -> Ledger:
    """The ledger as of the end of `day` (today when None), in the order of names.

    It is the denominator of the figures of that day, line by line. With the day `beside` it says
    what is different from then, by what is known now.
    """
    shown = day or data_file.clock().date()
    with data_file.reading() as connection:
        refuse_purged(connection)
        facts = load_facts(connection, find_contest_id(connection))
        names = _unit_names(connection)
        grounds = _grounds(connection)
    lines = tuple(_line(denominator_line(each, shown), names, grounds) for each in facts)
    ledger = Ledger(shown, lines)
    return ledger if beside is None else _beside(ledger, facts, beside)


def _beside(ledger: Ledger, facts: Sequence[DatedFacts], day: date) -> Ledger:
    """The ledger with what is different from `day`, be that earlier or later."""
    moves = moves_between_days(facts, day, ledger.day)
    uids = {move.uid for move in moves}
    before = sum(denominator_line(each, day).counts for each in facts)
    after = len(ledger.lines) - len(ledger.outside)
    moved = frozenset(each.person_id for each in facts if each.uid in uids)
    return ledger._replace(footnote=total_footnote(before, after, moves), moved=moved)


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
