"""A check that somebody asked for is on record: when, by whom, and how much was found."""

from __future__ import annotations

from models.checking.checking import CheckStep, check_store
from models.checking.file_rules import WHOLE_FILE_RULES
from models.checking.findings import Checked
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.store import Store

_OF_FILE = frozenset(rule.code for rule in WHOLE_FILE_RULES)


def check_and_log(store: Store, step: CheckStep | None = None) -> Checked:
    """As `check_store`, and a line in the log.

    A file whose pages, tables or values are damaged is left as it is, and so is one in which
    nothing can be written.
    """
    checked = check_store(store, step)
    damaged = any(each.code in _OF_FILE for each in checked.findings)
    if store.only_read is None and not damaged:
        log_action(store, ActionKind.CHECKED, count=len(checked.findings))
    return checked
