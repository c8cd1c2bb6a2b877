"""Rules of the marks: what implies what, nobody twice, and nothing beyond its stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.checking.findings import RESTORE, Flaw, SetValues
from models.checking.sight import CheckRule, Flaws, Sight, mark_moment
from models.records import Mark
from models.roster.doubtful import NO_DOUBT
from models.roster.registration import mark_columns, registered_from
from models.text.formats import short_date

_MARKS = (
    "SELECT id, person_id, contest_id, stage, registered_on, registered_minute, failed_on,"
    " failed_minute, completed_on, completed_minute FROM participations WHERE "
)
_AFTER = (
    "(registered_on IS NULL OR registered_on > {0}_on OR (registered_on = {0}_on"
    " AND coalesce(registered_minute, -1) > coalesce({0}_minute, -1)))"
)
_SIDE = {Mark.COMPLETED: "hoàn thành", Mark.FAILED: "đã thi, chưa đạt"}


def _implied(mark: Mark) -> Any:
    def find(look: Sight) -> Iterator[Flaw]:
        for row in look.rows(f"{_MARKS}{mark}_on IS NOT NULL AND {_AFTER.format(mark)}"):
            first = registered_from(*(mark_moment(row, each) for each in Mark))
            assert first is not None
            how = "chưa đăng ký" if row.registered_on is None else "đăng ký sau đó"
            yield Flaw(
                f"Người này {_SIDE[mark]} mà {how}.",
                f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
                f"ghi là đăng ký từ {short_date(first.day)}",
                cure=SetValues("participations", row.id, mark_columns(Mark.REGISTERED, first)),
            )

    return find


def _minutes(look: Sight) -> Flaws:
    odd = " OR ".join(
        f"({m}_minute IS NOT NULL AND ({m}_on IS NULL OR {m}_minute NOT BETWEEN 0 AND 1439))"
        for m in Mark
    )
    for row in look.rows(_MARKS + odd):
        values: dict[str, Any] = {}
        for mark in Mark:
            minute = row._mapping[f"{mark}_minute"]
            lone = row._mapping[f"{mark}_on"] is None
            if minute is not None and (lone or not 0 <= minute <= 1439):
                values[f"{mark}_minute"] = None
        yield Flaw(
            "Giờ của một dấu không phải là giờ trong ngày, hoặc có giờ mà không có ngày.",
            f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
            "bỏ giờ ấy, giữ ngày",
            cure=SetValues("participations", row.id, values),
        )


def _twice(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT person_id, contest_id, stage, count(*) AS times FROM participations"
        " GROUP BY person_id, contest_id, stage HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Người này có {row.times} dòng kết quả trong cùng một chặng nên có thể bị tính hai "
            "lần.",
            f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
            advice=RESTORE,
        )


def _doubts(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT id, person_id, contest_id, stage FROM participations WHERE"
        " (doubt_mark <> '' AND (doubt_on IS NULL OR doubt_kind NOT IN ('lost', 'mismatch')"
        " OR doubt_mark NOT IN ('registered', 'failed', 'completed')"
        " OR (doubt_mark = 'registered' AND registered_on IS NULL)"
        " OR (doubt_mark = 'failed' AND failed_on IS NULL)"
        " OR (doubt_mark = 'completed' AND completed_on IS NULL)))"
        " OR (doubt_mark = '' AND (doubt_on IS NOT NULL OR doubt_kind <> ''))"
    ):
        yield Flaw(
            "Một dấu bị ghi là cần xem lại, nhưng không còn dấu ấy hoặc không rõ vì sao.",
            f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
            "bỏ ghi chú cần xem lại",
            cure=SetValues("participations", row.id, dict(NO_DOUBT)),
        )


def _stages(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT person_id, contest_id, stage FROM participations AS own WHERE NOT EXISTS"
        " (SELECT 1 FROM stages WHERE stages.contest_id = own.contest_id"
        " AND stages.number = own.stage)"
    ):
        yield Flaw(
            "Kết quả của người này thuộc một chặng mà cuộc thi không có.",
            f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
            advice=RESTORE,
        )


def _seen(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT id, person_id, contest_id, stage FROM participations AS own"
        " WHERE seen_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reconciliations"
        " WHERE reconciliations.id = own.seen_in"
        " AND reconciliations.contest_id = own.contest_id)"
    ):
        yield Flaw(
            "Lần đối soát đã thấy người này không còn trong dữ liệu.",
            f"{look.person(row.person_id)}; {look.contest(row.contest_id, row.stage)}",
            advice=RESTORE,
        )


MARK_RULES = (
    CheckRule("completed-registered", "Đã hoàn thành thì đã đăng ký", _implied(Mark.COMPLETED)),
    CheckRule("failed-registered", "Đã thi thì đã đăng ký", _implied(Mark.FAILED)),
    CheckRule("minutes", "Giờ của dấu là giờ trong ngày", _minutes),
    CheckRule("marked-once", "Mỗi người một dòng kết quả trong mỗi chặng", _twice),
    CheckRule("doubts", "Dấu cần xem lại là dấu đang có", _doubts),
    CheckRule("marked-stages", "Kết quả thuộc chặng của cuộc thi", _stages),
    CheckRule("seen", "Lần đối soát đã thấy còn trong dữ liệu", _seen),
)
