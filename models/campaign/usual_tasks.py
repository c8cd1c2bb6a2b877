"""Publicity tasks that are usual: offered for the current contest, never added by themselves."""

from __future__ import annotations

from datetime import date, timedelta

from models.campaign.publicity import list_tasks
from models.contests.current import current_contest
from models.records import Contest, Unit
from models.records.publicity import TaskDraft, UsualTask
from models.roster.unit_tree import list_units
from models.store.schema import communes
from models.store.snapshot import snapshot
from models.store.store import Store
from models.text.names import match_key
from resources.catalog import COMMUNE_KINDS, PublicityPreset, publicity_presets


def usual_tasks(data_file: Store) -> tuple[UsualTask, ...]:
    """What is usual in the current contest, and whether it is among the tasks already.

    What would be due by now is due when the stage ends, and after that on no day.
    """
    with snapshot(data_file) as moment:
        contest = current_contest(moment)
        if contest is None:
            return ()
        with moment.reading() as connection:
            kind = connection.execute(communes.select()).mappings().first()
        known = {match_key(task.what) for task in list_tasks(moment)}
        tree = list_units(moment)
    named = kind["kind"] if kind and kind["kind"] in COMMUNE_KINDS else COMMUNE_KINDS[0]
    today = data_file.clock().date()
    return tuple(
        _offered(preset, contest, tree, today, added=match_key(preset.what) in known)
        for preset in publicity_presets(named)
    )


def _offered(
    preset: PublicityPreset, contest: Contest, tree: tuple[Unit, ...], today: date, *, added: bool
) -> UsualTask:
    key = match_key(preset.unit)
    unit = next((u for u in tree if key in (match_key(u.name), *map(match_key, u.aliases))), None)
    draft = TaskDraft(
        what=preset.what,
        channel=preset.channel,
        unit_id=unit.id if unit else None,
        due_on=_due(preset, contest, today),
        asked=preset.asked,
    )
    return UsualTask(draft, unit.name if unit else "", added)


def _due(preset: PublicityPreset, contest: Contest, today: date) -> date | None:
    if not contest.stages:
        return None
    first = contest.stages[0]
    last = first.internal_ends_on or first.ends_on
    if preset.days_after_start is not None:
        day = min(first.starts_on + timedelta(days=preset.days_after_start), last)
        if day >= today:
            return day
    return last if last >= today else None
