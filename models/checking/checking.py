"""Everything that must be so, looked at once: the file, the journal, the rules of the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy.exc import SQLAlchemyError

from models.checking.closed_rules import CLOSED_RULES
from models.checking.contest_rules import CONTEST_RULES
from models.checking.file_rules import WHOLE_FILE_RULES
from models.checking.findings import Checked, Flaw
from models.checking.journal_rules import JOURNAL_RULES
from models.checking.key_rules import KEY_RULES
from models.checking.mark_rules import MARK_RULES
from models.checking.paper_rules import FILE_RULES, PAPER_RULES
from models.checking.roster_rules import ROSTER_RULES
from models.checking.sight import CheckRule, Sight
from models.store.store import Store
from models.store.unreadable import STUMBLES

DOMAIN_RULES: tuple[CheckRule, ...] = (
    *MARK_RULES, *KEY_RULES, *ROSTER_RULES, *CONTEST_RULES, *PAPER_RULES, *CLOSED_RULES,
)  # fmt: skip
RULES: tuple[CheckRule, ...] = (
    *WHOLE_FILE_RULES, *JOURNAL_RULES, *DOMAIN_RULES, *FILE_RULES,
)  # fmt: skip
CheckStep = Callable[[int, int, str], None]
"""Hears how many rules are done, of how many, and what is looked at; may raise to stop it."""


def check_store(store: Store, step: CheckStep | None = None) -> Checked:
    """All that is wrong with the data of `store`, in sentences; nothing is changed."""
    with store.reading() as connection:
        sight = Sight(connection, store.clock().date())
        rules = [each for each in RULES if sight.in_file or not each.only_file]
        findings = found_by(sight, rules, step)
        people, entries = (_counted(sight, table, findings) for table in ("people", "changes"))
    return Checked(tuple(findings), people, len(rules), entries)


def _counted(sight: Sight, table: str, findings: Sequence[Flaw]) -> int:
    """How many rows; 0 where not even that can be told, which a finding says then."""
    try:
        return int(sight.rows(f"SELECT count(*) FROM {table}")[0][0])
    except SQLAlchemyError:
        if not findings:
            raise
        return 0


def found_by(sight: Sight, rules: Sequence[CheckRule], step: CheckStep | None = None) -> list[Flaw]:
    """What these rules find. One that stumbles over what an earlier one has told is passed over."""
    found: list[Flaw] = []
    for done, rule in enumerate(rules):
        if step is not None:
            step(done, len(rules), rule.title)
        try:
            found += [replace(each, code=rule.code) for each in rule.find(sight)]
        except STUMBLES:
            if not found:
                raise
    return found
