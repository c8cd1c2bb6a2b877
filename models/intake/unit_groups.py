"""New unit names of the files that seem to mean one unit, proposed together with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.plan_records import UnitGroup, UnitPlan
from models.matching.clusters import Cluster, cluster_names
from models.text.names import match_key


def unit_groups(units: Sequence[UnitPlan], commune: str) -> tuple[UnitGroup, ...]:
    """The spellings of one unit among the names that no unit is sure to have.

    A group names the unit of the tree only when it is the only one that its names suggest.
    Nothing is decided: each name stands for a unit of its own until the officer says so;
    only spellings of the very same name are one unit without a question.
    """
    new = {each.name: each for each in units if each.unit_id is None}
    weighted = (name for name, each in new.items() for _ in range(max(1, each.people)))
    clusters = cluster_names(weighted, commune)
    groups = (_group(cluster, [new[name] for name in cluster.names]) for cluster in clusters)
    return tuple(group for group in groups if group is not None)


def _group(cluster: Cluster, plans: Sequence[UnitPlan]) -> UnitGroup | None:
    people = sum(each.people for each in plans)
    suggested = {found: (name, why) for each in plans for found, name, why in each.suggestions}
    if len(suggested) == 1:
        ((unit_id, (name, why)),) = suggested.items()
        return UnitGroup(cluster.names, people, name, why or cluster.why, unit_id)
    if len({match_key(name) for name in cluster.names}) > 1 and not suggested:
        return UnitGroup(cluster.names, people, cluster.proposed, cluster.why)
    return None
