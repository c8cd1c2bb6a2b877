"""Rules of the roster: dates in order, periods that do not overlap, a tree of units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row

from models.checking.findings import RESTORE, Flaw, TakeAway
from models.checking.sight import CheckRule, Flaws, Sight, as_day
from models.roster.periods import Span, periods_overlap, same_reason
from models.roster.posts import posts_meet
from models.text.formats import days_words, short_date

TIMES = "Hãy sửa ở các mốc thời gian của người này, trang Danh sách."


def _stay(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, came_on, left_on FROM people WHERE came_on > left_on"):
        came, left = as_day(row.came_on), as_day(row.left_on)
        yield Flaw(
            f"Ngày vào {short_date(came)} đứng sau ngày rời danh sách {short_date(left)}.",
            look.person(row.id),
            advice=TIMES,
        )


def _backwards(look: Sight) -> Flaws:
    for table, words, ends in (
        ("absences", "Thời gian rời danh sách", "until < since"),
        ("exemptions", "Thời gian không thuộc đối tượng", "until < since"),
        ("posts", "Thời gian giữ vị trí công tác", "until <= since"),
    ):
        for row in look.rows(f"SELECT person_id, since, until FROM {table} WHERE {ends}"):
            since, until = as_day(row.since), as_day(row.until)
            yield Flaw(
                f"{words} kết thúc ({short_date(until)}) trước khi bắt đầu ({short_date(since)}).",
                look.person(row.person_id),
                advice=TIMES,
            )


def _overlaps(look: Sight) -> Flaws:
    absences = "SELECT person_id, 0 AS contest_id, id, reason, since, until FROM absences"
    left = (
        " UNION ALL SELECT id, 0, 0, left_reason, left_on, NULL FROM people"
        " WHERE left_on IS NOT NULL AND id IN (SELECT person_id FROM absences)"
    )
    exempt = "SELECT person_id, contest_id, id, reason, since, until FROM exemptions"
    for statement, words in (
        (absences + left, "rời danh sách"),
        (exempt, "không thuộc đối tượng"),
    ):
        for key, one, other in _meeting(look.rows(statement)):
            yield Flaw(
                f"Hai lần ghi {words} vì cùng một lý do ({one.reason or 'chưa ghi'}) trùng ngày: "
                f"{days_words(one.since, one.until)} và {days_words(other.since, other.until)}.",
                look.person(key[0]) + (f"; {look.contest(key[1])}" if key[1] else ""),
                advice=TIMES,
            )


def _meeting(rows: Any) -> Iterator[tuple[tuple[int, int], Span, Span]]:
    """Neighbours of one reason that share a day; of two reasons they may, after a merge."""
    spans: dict[tuple[int, int], list[Span]] = {}
    for row in rows:
        since = as_day(row.since)
        assert since is not None
        span = Span(row.id, row.reason, since, as_day(row.until))
        spans.setdefault((row.person_id, row.contest_id), []).append(span)
    for key, held in spans.items():
        if len(held) < 2:
            continue
        held.sort(key=lambda span: span.since)
        for at, one in enumerate(held):
            for other in held[at + 1 :]:
                if periods_overlap(one, other) and same_reason(one, other):
                    yield key, one, other


def _posts(look: Sight) -> Flaws:
    for row in look.rows("SELECT person_id FROM posts WHERE main AND until IS NULL"):
        yield Flaw(
            "Đơn vị trước đây của người này không có ngày chuyển đi.",
            look.person(row.person_id),
            advice=TIMES,
        )
    for row in look.rows(
        "SELECT person_id, until, count(*) AS times FROM posts WHERE main AND until IS NOT NULL"
        " GROUP BY person_id, until HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Ngày {short_date(as_day(row.until))} có {row.times} lần chuyển đơn vị.",
            look.person(row.person_id),
            advice=TIMES,
        )
    yield from _side_posts(look)


def _side_posts(look: Sight) -> Flaws:
    held: dict[int, list[Mapping[str, Any]]] = {}
    for row in look.rows(
        "SELECT person_id, unit_id, position, since, until FROM posts WHERE NOT main ORDER BY id"
    ):
        held.setdefault(row.person_id, []).append(_post(row))
    for person_id, posts in held.items():
        for at, one in enumerate(posts):
            if any(posts_meet(one, other) for other in posts[at + 1 :]):
                yield Flaw(
                    "Một vị trí kiêm nhiệm được ghi hai lần trong cùng thời gian.",
                    f"{look.person(person_id)}; {look.unit(one['unit_id'])}",
                    advice=TIMES,
                )


def _post(row: Row[Any]) -> Mapping[str, Any]:
    return {**row._mapping, "since": as_day(row.since), "until": as_day(row.until)}


def _tree(look: Sight) -> Flaws:
    parents = {row.id: row.parent_id for row in look.rows("SELECT id, parent_id FROM units")}
    for unit_id, parent in parents.items():
        above, seen = parent, {unit_id}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == unit_id:
            yield Flaw("Đơn vị này trực thuộc chính nó.", look.unit(unit_id), advice=RESTORE)


def _same_names(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT min(id) AS first, count(*) AS times FROM units"
        " GROUP BY name_key HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Có {row.times} đơn vị cùng tên nên danh sách nhập vào có thể rơi vào nhầm chỗ.",
            look.unit(row.first),
            advice="Hãy đổi tên hoặc gộp các đơn vị này ở trang Đơn vị.",
        )


def _apart(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, first_id FROM distinct_people WHERE first_id >= second_id"):
        yield Flaw(
            "Ghi nhớ “không phải một người” không đủ hai người khác nhau.",
            look.person(row.first_id),
            "bỏ ghi nhớ này",
            cure=TakeAway("distinct_people", row.id),
        )


ROSTER_RULES = (
    CheckRule("stay", "Ngày vào trước ngày rời", _stay),
    CheckRule("backwards", "Thời gian kết thúc sau khi bắt đầu", _backwards),
    CheckRule("overlaps", "Thời gian cùng lý do không trùng nhau", _overlaps),
    CheckRule("posts", "Mỗi lúc một đơn vị chính, không kiêm nhiệm trùng", _posts),
    CheckRule("unit-tree", "Cây đơn vị không vòng", _tree),
    CheckRule("unit-names", "Tên đơn vị không trùng", _same_names),
    CheckRule("distinct", "Ghi nhớ hai người khác nhau", _apart),
)
