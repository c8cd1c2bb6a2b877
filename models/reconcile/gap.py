"""Why the city counts otherwise than we: causes by name, and the rest as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from models.contests.contests import current_contest_id
from models.reconcile.leftovers import Leftover, kept_leftovers
from models.reconcile.official import units_counted
from models.reconcile.records import CountGap, GapCause, OfficialFigure
from models.reconcile.unit_texts import UnitTexts
from models.reconcile.watch import watch_of
from models.records import Mark
from models.roster.counted import counts_on, joined
from models.roster.registration import completed_by, registered_by
from models.roster.unit_tree import load_units
from models.store.data_file import DataFile
from models.store.schema import communes, participations, people, units, wrong_unit_slips

PeopleRows = Sequence[Mapping[Any, Any]]

ELSEWHERE = "nền tảng đang ghi ở đơn vị khác"
UNSEEN = "chỉ có trong danh sách của xã, lần đối soát gần nhất không thấy trên nền tảng"
SAME_DAY = "ghi nhận đúng ngày này, cấp trên có thể chốt số sớm hơn"
STRANGERS = "có trên nền tảng, chưa có trong danh sách"
LATER = "danh sách ghi sau ngày này"
INCOMING = "người của đơn vị khác, nền tảng đang ghi ở đơn vị này"
UNCERTAIN = "tài khoản đang cần xem"


def explain_gap(
    data_file: DataFile, figure: OfficialFigure, mark: Mark = Mark.REGISTERED
) -> CountGap | None:
    """What may explain that the city counts otherwise than we; None when it did not count."""
    counted = mark is Mark.REGISTERED
    official = figure.registered if counted else figure.completed
    if official is None:
        return None
    ours = figure.ours_registered if counted else figure.ours_completed
    with data_file.reading() as connection:
        evidence = _Evidence(connection, figure, mark)
    causes = evidence.of_more() if ours > official else evidence.of_fewer()
    rest = abs(ours - official)
    found: list[GapCause] = []
    for words, names in causes:
        count = min(rest, len(names))
        if count:
            found.append(GapCause(words, tuple(names), count))
            rest -= count
    return CountGap(mark.value, ours, official, ours - official, tuple(found), rest)


class _Evidence:
    """Everybody who may stand behind a gap; nobody is named for two causes."""

    def __init__(self, connection: Connection, figure: OfficialFigure, mark: Mark) -> None:
        contest_id = current_contest_id(connection)
        tree = load_units(connection, figure.day)
        commune = connection.execute(select(communes.c.name)).scalar() or ""
        self._texts = UnitTexts(tree, commune)
        self._figure, self._mark = figure, mark
        self._wanted = units_counted(tree, figure.unit_id)
        self._rows = _rows(connection, figure, mark)
        self._leftovers = kept_leftovers(connection, contest_id)
        self._watch = watch_of(connection, contest_id)

    def of_more(self) -> list[tuple[str, list[str]]]:
        """Why we may count people whom the city does not."""
        held = [row for row in self._rows if row["done"] and row["unit_on"] in self._wanted]
        causes: list[tuple[str, list[str]]] = []
        for words, says in (
            (ELSEWHERE, self._is_elsewhere), (UNSEEN, self._is_unseen), (SAME_DAY, self._is_of_day)
        ):  # fmt: skip
            causes.append((words, [row["name"] for row in held if says(row)]))
            held = [row for row in held if not says(row)]
        return causes

    def of_fewer(self) -> list[tuple[str, list[str]]]:
        """Why the city may count people whom we do not."""
        inside = [row for row in self._rows if row["unit_on"] in self._wanted]
        others = [row for row in self._rows if row["unit_on"] not in self._wanted]
        strangers = [each for each in self._leftovers if self._is_ours(each)]
        return [
            (STRANGERS, [each.name for each in strangers if not each.uncertain]),
            (LATER, [row["name"] for row in inside if row["day"] and not row["done"]]),
            (INCOMING, [row["name"] for row in others if self._is_incoming(row)]),
            (UNCERTAIN, [each.name for each in strangers if each.uncertain]),
        ]

    def _is_elsewhere(self, row: Mapping[Any, Any]) -> bool:
        """Whether an open slip has the person outside of what the figure counts."""
        written = row["slip_unit"]
        if not written:
            return False
        found = self._texts.find(written).unit_id
        return found is None or found not in self._wanted

    def _is_incoming(self, row: Mapping[Any, Any]) -> bool:
        written = row["slip_unit"]
        return bool(written) and self._texts.find(written).unit_id in self._wanted

    def _is_unseen(self, row: Mapping[Any, Any]) -> bool:
        if self._watch.of(row["unit_on"]) is None:
            return False
        seen = self._watch.saw(row["unit_on"], row["seen_in"])
        return not seen or (self._mark is Mark.COMPLETED and not row["seen_completed"])

    def _is_of_day(self, row: Mapping[Any, Any]) -> bool:
        return bool(row["day"] == self._figure.day)

    def _is_ours(self, leftover: Leftover) -> bool:
        done = leftover.registered if self._mark is Mark.REGISTERED else leftover.completed
        inside = leftover.unit_id in self._wanted
        return done and (inside or (self._figure.unit_id is None and leftover.unit_id is None))


def _rows(connection: Connection, figure: OfficialFigure, mark: Mark) -> PeopleRows:
    """Everybody who counts on the day of the figure, with their mark and their open slip."""
    day = figure.day
    done = registered_by(day) if mark is Mark.REGISTERED else completed_by(day)
    marked = participations.c[f"{mark.value}_on"]
    slip = (
        select(wrong_unit_slips.c.platform_unit)
        .where(
            wrong_unit_slips.c.person_id == people.c.id,
            wrong_unit_slips.c.contest_id == participations.c.contest_id,
            wrong_unit_slips.c.closed_on.is_(None),
        )
        .correlate(people, participations)
        .scalar_subquery()
    )
    statement = (
        select(
            people.c.name,
            units.c.id.label("unit_on"),
            marked.label("day"),
            done.label("done"),
            participations.c.seen_in,
            participations.c.seen_completed,
            slip.label("slip_unit"),
        )
        .select_from(joined(day))
        .where(counts_on(day))
        .order_by(people.c.name_sort, people.c.id)
    )
    return connection.execute(statement).mappings().all()
