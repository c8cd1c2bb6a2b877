"""What `import` is told beforehand: which proposals to carry out, what columns mean, and that a
file of a platform is meant as a list."""

from __future__ import annotations

import argparse
from dataclasses import replace

from models.errors import AppError
from models.intake.column_map import fields_by_letter
from models.intake.plan import Source
from models.intake.plan_records import ImportDecisions, ImportPlan, PlanOptions, PlanProblem
from models.intake.platform_file import ROSTER_FIRST, advice_on, export_words
from models.intake.proposal_records import ProposalKind
from models.intake.proposals import EMPLOYMENT, problems_of
from models.intake.sentences import plan_problems
from models.intake.sitting.lists import ListSitting
from models.intake.wishes import Wishes, rows_said
from models.roster.person_rows import count_people
from models.store.store import Store

AS_LIST = "Nếu đúng là danh sách cán bộ, hãy thêm --as-list."
HOW_TO_RECORD = "Thêm --second-posts để ghi."
_ASKED = {"employment": EMPLOYMENT, "moves": {ProposalKind.MOVE}, "doubtful": {ProposalKind.MARK}}


def planned(file: Store, arguments: argparse.Namespace) -> ImportPlan:
    """The plan of the file. Raises `AppError` for a platform's file not said to be a list."""
    options = PlanOptions(unit=arguments.unit, uncertain=arguments.uncertain)
    sitting = ListSitting(file)
    source = sitting.take(arguments.file, _wishes(arguments))
    if source.platform and not arguments.as_list:
        advice = advice_on(source.platform) if count_people(file) else ROSTER_FIRST
        raise AppError(_of_platform(source), f"{advice} {AS_LIST}")
    if source.platform:
        source = replace(source, remarks=(*source.remarks, _of_platform(source)))
    return sitting.plan_sources([source], options)


def _wishes(arguments: argparse.Namespace) -> Wishes:
    """How the command wants the file read."""
    return Wishes(
        sheet=arguments.sheet,
        skipped=tuple(arguments.skip_sheet),
        header=rows_said(arguments.header) if arguments.header else None,
        fields=fields_by_letter(arguments.map),
        convert=arguments.convert,
    )


def decided(plan: ImportPlan, arguments: argparse.Namespace) -> ImportDecisions:
    """The proposals and second posts that are to be carried out, and the first day."""
    offered = plan.offered_posts if arguments.second_posts else ()
    wanted = {kind for name in _ASKED if _applies(arguments, name) for kind in _ASKED[name]}
    return ImportDecisions(
        accepted=frozenset(each.id for each in plan.proposals if each.kind in wanted),
        posts=frozenset(row.ordinal for row in offered),
        since=arguments.since,
    )


def proposal_counts(plan: ImportPlan) -> dict[str, int]:
    """How many proposals of each sort the plan has, under the names of their options."""
    return {
        name: sum(each.kind in kinds for each in plan.proposals) for name, kinds in _ASKED.items()
    }


def all_told(plan: ImportPlan, decisions: ImportDecisions) -> list[PlanProblem]:
    """Everything that the plan says, and the proposals that nobody accepted."""
    undone = [each for each in plan.proposals if each.id not in decisions.accepted]
    return [*plan_problems(plan, HOW_TO_RECORD), *problems_of(undone, plan.rows)]


def _applies(arguments: argparse.Namespace, name: str) -> bool:
    return bool(getattr(arguments, name) == "apply")


def _of_platform(source: Source) -> str:
    return export_words(source.name, source.platform)
