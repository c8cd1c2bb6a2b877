"""An import carried out: the change, and the rows that it leaves out saved beside their files."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.campaign.naming_heads import proposed_heads
from models.intake.plan_records import ImportDecisions, ImportPlan, ImportResult
from models.intake.sitting.lists import ListSitting
from models.intake.sitting.records import ChosenTable, Report
from models.records.exports import Export

if TYPE_CHECKING:
    from reports.rejected_files import SavedRows

log = logging.getLogger(__name__)
REJECTED_TITLE = "Các dòng không nhập được"
REJECTED_REASON = "Để sửa các dòng không nhập được rồi nhập lại"


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
        _log_rejected(sitting, saved)
    except Exception:
        # The people are in: what goes wrong from here on must not look as if they were not.
        log.exception("the rejected rows could not be saved")
        return CarriedOut(result, (), unsaved=True, heads=heads)
    return CarriedOut(result, saved.paths, saved.lacking, heads)


def _log_rejected(sitting: ListSitting, saved: SavedRows) -> None:
    """The workbooks have whole rows of the lists, phones too."""
    from models.papers.export_log import log_exports

    place = "; ".join(map(str, saved.paths))
    told = Export(
        "rejected-rows", "xlsx", REJECTED_TITLE, saved.rows, saved.rows, place, REJECTED_REASON
    )
    log_exports(sitting.data_file, [told])


def _heads_proposed(sitting: ListSitting) -> int:
    try:
        return len(proposed_heads(sitting.data_file))
    except Exception:
        log.exception("the heads of units could not be looked for")
        return 0
