"""An import carried out: the change, and the rows that it leaves out saved beside their files."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.campaign.naming_heads import proposed_heads
from models.intake.plan_records import ImportDecisions, ImportPlan, ImportResult
from models.intake.sitting.lists import ListSitting
from models.intake.sitting.records import ChosenTable, Report

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What an import did, and where the rows that it left out are saved.

    `unsaved` says that some of them could not be saved; `heads` of how many units the posts on the
    roster propose a head by now.
    """

    result: ImportResult
    rejected: tuple[Path, ...]
    unsaved: bool = False
    heads: int = 0


def carry_out_import(
    sitting: ListSitting,
    plan: ImportPlan,
    decisions: ImportDecisions,
    tables: Sequence[ChosenTable],
    fallback: Path,
    report: Report,
) -> CarriedOut:
    """Write the plan as one change, then save the rejected rows beside their files."""
    from reports.rejected_files import save_rejected

    result = sitting.write(plan, decisions, report)
    heads = _heads_proposed(sitting)
    places = {each.workbook.sha256: each.path for each in sitting.files if each.workbook}
    try:
        saved = save_rejected(plan, tables, places, fallback, sitting.today)
    except Exception:
        # The people are in: what goes wrong from here on must not look as if they were not.
        log.exception("the rejected rows could not be saved")
        return CarriedOut(result, (), unsaved=True, heads=heads)
    return CarriedOut(result, saved.paths, saved.lacking, heads)


def _heads_proposed(sitting: ListSitting) -> int:
    try:
        return len(proposed_heads(sitting.data_file))
    except Exception:
        log.exception("the heads of units could not be looked for")
        return 0
