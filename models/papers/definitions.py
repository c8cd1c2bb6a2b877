"""Stored definitions of reports: kept by name, and which of them are to be run on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from models.errors import AppError
from models.journal.change import changing
from models.papers.periods import (
    SPAN_NAMES,
    PeriodCut,
    PeriodSpan,
    ReportPeriod,
    free_period,
    last_ended,
    parse_period,
    previous_period,
)
from models.records.recurring import ReportDefinition
from models.store.schema import report_definitions
from models.store.store import Store
from models.text.names import match_key, storage_form

PERIODS_OFFERED = 6


def definitions_of(store: Store) -> tuple[ReportDefinition, ...]:
    """The stored definitions, in the order in which they were made."""
    with store.reading() as connection:
        return _all(connection)


def definition_named(store: Store, name: str) -> ReportDefinition:
    """The definition of that name, however it is typed. Raises `AppError` when there is none."""
    found = definitions_of(store)
    for each in found:
        if match_key(each.name) == match_key(name):
            return each
    known = ", ".join(f"“{each.name}”" for each in found)
    raise AppError(
        f"Không có báo cáo định kỳ “{name}”.",
        f"Các báo cáo định kỳ đã lưu: {known}." if known else "Chưa lưu báo cáo định kỳ nào.",
    )


def store_definition(store: Store, definition: ReportDefinition) -> int:
    """Keep a definition: a new one (id 0), or in the place of the one with its id; its id.

    Raises `AppError` for one without a name, documents or days, and for a name that is taken.
    """
    told = _tidied(definition)
    _check(told)
    with changing(store, "report-definition", f"Lưu báo cáo định kỳ “{told.name}”") as change:
        for each in _all(change.connection):
            if each.id != told.id and match_key(each.name) == match_key(told.name):
                raise AppError(
                    f"Đã có báo cáo định kỳ tên “{each.name}”.",
                    "Hãy đặt tên khác, hoặc sửa báo cáo ấy.",
                )
        if not told.id:
            fresh = {**_columns(told), "last_run_on": None, "last_period": ""}
            return change.insert(report_definitions, [fresh])[0]
        change.update(report_definitions, {told.id: _columns(told)})
        return told.id


def forget_definitions(store: Store, ids: Sequence[int]) -> int:
    """Take definitions away; documents that were made stay. Returns how many."""
    with changing(store, "report-definition", "") as change:
        names = [each.name for each in _all(change.connection) if each.id in ids]
        change.summary = f"Xóa báo cáo định kỳ {', '.join(f'“{each}”' for each in names)}"
        return change.delete(report_definitions, ids)


def note_run(store: Store, definition: ReportDefinition, of: ReportPeriod) -> None:
    """Note that the documents of a period have been made today.

    A period made again later than one that followed it does not make that one due once more.
    """
    words = f"Lập báo cáo định kỳ “{definition.name}” cho kỳ {of.short_name}"
    with changing(store, "report-run", words) as change:
        values: dict[str, Any] = {"last_run_on": store.clock().date()}
        if not _has_run(definition, of):
            values["last_period"] = of.code
        change.update(report_definitions, {definition.id: values})


def period_to_run(definition: ReportDefinition, today: date) -> ReportPeriod:
    """The period that the definition is for on `today`: the last one that has ended."""
    if PeriodSpan(definition.span) is PeriodSpan.FREE:
        return free_period(*_free_days(definition))
    return last_ended(PeriodSpan(definition.span), today, PeriodCut(definition.cut))


def periods_to_run(definition: ReportDefinition, today: date) -> tuple[ReportPeriod, ...]:
    """The last periods that have ended by `today`, the newest first; of free days the one."""
    found = [period_to_run(definition, today)]
    if found[0].span is not PeriodSpan.FREE:
        while len(found) < PERIODS_OFFERED:
            found.append(previous_period(found[-1]))
    return tuple(found)


def period_due(definition: ReportDefinition, today: date) -> ReportPeriod | None:
    """The period that has ended and was not run; None when there is none."""
    wanted = period_to_run(definition, today)
    if not wanted.has_ended(today):
        return None
    return None if _has_run(definition, wanted) else wanted


def _has_run(definition: ReportDefinition, of: ReportPeriod) -> bool:
    """Whether the definition was run for this period or a later one."""
    if not definition.last_period:
        return False
    return parse_period(definition.last_period, PeriodCut(definition.cut)).until >= of.until


def definition_words(definition: ReportDefinition) -> str:
    """How often, and by which months: "Tháng, theo Nghị định 09/2019/NĐ-CP"."""
    span = PeriodSpan(definition.span)
    if span is PeriodSpan.FREE:
        days = free_period(*_free_days(definition)).days
        return f"{days[:1].upper()}{days[1:]}"
    by = "NĐ 09/2019" if definition.cut == PeriodCut.DECREE else "tháng dương lịch"
    return f"{SPAN_NAMES[span]}, theo {by}"


def _all(connection: Connection) -> tuple[ReportDefinition, ...]:
    rows = connection.execute(select(report_definitions).order_by(report_definitions.c.id))
    return tuple(_definition(row) for row in rows)


def _definition(row: Row[Any]) -> ReportDefinition:
    return ReportDefinition(
        row.id,
        row.name,
        row.period,
        row.cut,
        row.since,
        row.until,
        _listed(row.kinds),
        _listed(row.formats),
        row.last_run_on,
        row.last_period,
    )


def _columns(told: ReportDefinition) -> dict[str, Any]:
    return {
        "name": told.name,
        "period": told.span,
        "cut": told.cut,
        "since": told.since,
        "until": told.until,
        "kinds": ",".join(told.kinds),
        "formats": ",".join(told.formats),
    }


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each for each in text.split(",") if each)


def _tidied(definition: ReportDefinition) -> ReportDefinition:
    """Days only where the period is free: of every other it follows from the day it is run."""
    free = definition.span == PeriodSpan.FREE
    return replace(
        definition,
        name=storage_form(definition.name),
        since=definition.since if free else None,
        until=definition.until if free else None,
    )


def _check(told: ReportDefinition) -> None:
    if not told.name:
        raise AppError("Báo cáo định kỳ chưa có tên.", "Hãy ghi tên, ví dụ: Báo cáo tháng.")
    if not told.kinds or not told.formats:
        raise AppError(
            f"Báo cáo định kỳ “{told.name}” chưa chọn văn bản nào.",
            "Hãy chọn ít nhất một loại văn bản và một định dạng.",
        )
    if told.span == PeriodSpan.FREE:
        free_period(*_free_days(told))


def _free_days(told: ReportDefinition) -> tuple[date, date]:
    if told.since is None or told.until is None:
        raise AppError(
            f"Báo cáo “{told.name}” chưa có ngày bắt đầu và kết thúc của kỳ.",
            "Hãy ghi cả hai ngày.",
        )
    return told.since, told.until
