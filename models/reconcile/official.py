"""Counts that the city gave, without names, beside our own, and why the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.contests.contests import current_contest_id
from models.contests.current_stage import of_current_stage, worked_on
from models.errors import AppError
from models.figures.figures import figures
from models.figures.reported import NotReported
from models.journal.change import changing
from models.reconcile.earlier import watch_of
from models.reconcile.kept import Leftover, kept_leftovers
from models.reconcile.records import CountGap, GapCause, OfficialFigure
from models.reconcile.unit_texts import UnitTexts
from models.records import Figures, Mark, Unit, UnitFigures
from models.roster.counted import counts_on, people_of_day
from models.roster.registration import completed_by, registered_by
from models.roster.unit_tree import list_units, load_units
from models.store.schema import communes, participations, people, units, wrong_unit_slips
from models.store.schema import official_figures as table
from models.store.store import Store
from models.text.formats import short_date
from models.text.names import storage_form

COUNTS = ("total", "registered", "completed")
PeopleRows = Sequence[Mapping[Any, Any]]
ELSEWHERE = "nền tảng đang ghi ở đơn vị khác"
UNSEEN = "chỉ có trong danh sách của xã, lần đối soát gần nhất không thấy trên nền tảng"
SAME_DAY = "ghi nhận đúng ngày này, cấp trên có thể chốt số sớm hơn"
STRANGERS = "có trên nền tảng, chưa có trong danh sách"
LATER = "danh sách ghi sau ngày này"
INCOMING = "người của đơn vị khác, nền tảng đang ghi ở đơn vị này"
UNCERTAIN = "tài khoản đang cần quyết định"


def set_official_figure(
    data_file: Store,
    day: date,
    unit_id: int | None = None,
    *,
    total: int | None = None,
    registered: int | None = None,
    completed: int | None = None,
    source: str = "",
) -> int:
    """Keep the count of a unit (None: the commune) on a day, in place of an earlier one.

    Returns its id. Raises `AppError` for counts that cannot be, or a day that is to come.
    """
    counts = {"total": total, "registered": registered, "completed": completed}
    _refuse_impossible(counts, day, data_file.clock().date())
    summary = f"Ghi số liệu của thành phố ngày {short_date(day)}"
    with changing(data_file, "official-figure", summary) as change:
        stage = worked_on(change.connection)
        own = table.c.unit_id.is_(None) if unit_id is None else table.c.unit_id == unit_id
        standing = change.connection.execute(
            select(table.c.id).where(of_current_stage(table=table), table.c.day == day, own)
        ).scalar()
        values = {**counts, "source": storage_form(source)}
        if standing is not None:
            change.update(table, {standing: values})
            return int(standing)
        row = {**stage._asdict(), "unit_id": unit_id, "day": day, **values}
        return change.insert(table, [row])[0]


def delete_official_figure(data_file: Store, figure_id: int) -> None:
    """Take a count away."""
    with changing(data_file, "official-figure-remove", "Xóa số liệu của thành phố") as change:
        change.delete(table, [figure_id])


def official_figures(data_file: Store) -> tuple[OfficialFigure, ...]:
    """All counts, the newest day first, each with our own figures of its day."""
    with data_file.reading() as connection:
        statement = (
            select(table)
            .where(of_current_stage(table=table))
            .order_by(table.c.day.desc(), table.c.unit_id, table.c.id)
        )
        rows = connection.execute(statement).mappings().all()
        kind = connection.execute(select(communes.c.kind)).scalar_one()
    tree, whole = list_units(data_file), whole_commune(kind)
    ours = dict(_ours(data_file, {row["day"] for row in rows}))
    return tuple(_figure(row, ours[row["day"]], tree, whole) for row in rows if row["day"] in ours)


def _ours(data_file: Store, days: Iterable[date]) -> Iterator[tuple[date, Figures]]:
    """Our figures of those days of which they are known: not before the reports of what was
    purged."""
    for day in days:
        with suppress(NotReported):
            yield day, figures(data_file, day)


def units_counted(tree: Sequence[Unit], unit_id: int | None) -> set[int]:
    """Whose people a count speaks of: the unit's own, as in all figures; for None everybody."""
    return {unit.id for unit in tree} if unit_id is None else {unit_id}


def whole_commune(kind: str) -> str:
    """What a count without a unit speaks of: "Toàn xã", "Toàn phường", "Toàn đặc khu"."""
    return f"Toàn {kind}"


def _figure(
    row: Mapping[Any, Any], ours: Figures, tree: Sequence[Unit], whole: str
) -> OfficialFigure:
    wanted = units_counted(tree, row["unit_id"])
    names = {unit.id: unit.name for unit in tree}
    lines: list[UnitFigures] = [line for line in ours.units if line.unit_id in wanted]
    return OfficialFigure(
        id=row["id"],
        unit_id=row["unit_id"],
        unit=whole if row["unit_id"] is None else names[row["unit_id"]],
        day=row["day"],
        total=row["total"],
        registered=row["registered"],
        completed=row["completed"],
        source=row["source"] or "",
        ours_total=sum(line.total for line in lines),
        ours_registered=sum(line.registered for line in lines),
        ours_completed=sum(line.completed for line in lines),
    )


def _refuse_impossible(counts: Mapping[str, int | None], day: date, today: date) -> None:
    if day > today:
        raise AppError(f"Ngày {short_date(day)} chưa đến.", "Hãy chọn hôm nay hoặc ngày đã qua.")
    given = [counts[name] for name in COUNTS if counts[name] is not None]
    if not given:
        raise AppError("Chưa có số nào.", "Hãy ghi ít nhất một số.")
    falling = [count for count in given if count is not None]
    if min(falling) < 0:
        raise AppError("Số người không thể âm.", "Hãy xem lại các số.")
    if falling != sorted(falling, reverse=True):
        raise AppError(
            "Các số chưa hợp lý: đã hoàn thành không quá đã đăng ký, đã đăng ký không quá tổng số.",
            "Hãy xem lại các số.",
        )


def explain_gap(
    data_file: Store, figure: OfficialFigure, mark: Mark = Mark.REGISTERED
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
        self._watch = watch_of(connection)

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
        .select_from(people_of_day(day))
        .where(counts_on(day))
        .order_by(people.c.name_sort, people.c.id)
    )
    return connection.execute(statement).mappings().all()
