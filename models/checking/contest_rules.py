"""Rules of the contests: one that is worked on, stages in order, prizes that there are."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from models.checking.findings import RESTORE, Flaw, SetValues
from models.checking.sight import CheckRule, Flaws, Sight
from models.contests.checks import contest_problems
from models.contests.rows import read_contest
from models.text.formats import number

_CHOOSE = "Hãy chọn lại cuộc thi ở Dữ liệu → Cuộc thi…"
_AWARDS = "Hãy xem lại giải đã ghi ở trang Cuộc thi."
_ENTRIES = "Hãy xem lại bài dự thi ở trang Cuộc thi."


def _current(look: Sight) -> Flaws:
    rows = look.rows("SELECT id, current FROM contests ORDER BY id")
    chosen = [row.id for row in rows if row.current]
    if not rows or len(chosen) == 1:
        return
    if len(rows) == 1:
        yield Flaw(
            "Không có cuộc thi nào được chọn là đang làm.",
            look.contest(rows[0].id),
            "chọn cuộc thi duy nhất này",
            cure=SetValues("contests", rows[0].id, {"current": True}),
        )
        return
    names = ", ".join(map(look.contest, chosen)) or "các cuộc thi"
    yield Flaw(
        f"Có {number(len(chosen))} cuộc thi cùng được chọn là đang làm."
        if chosen
        else "Không có cuộc thi nào được chọn là đang làm.",
        names,
        advice=_CHOOSE,
    )


def _kept(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, closed_on, purged_on FROM contests ORDER BY id"):
        for sentence, advice in contest_problems(read_contest(look.connection, row.id)):
            yield Flaw(sentence, look.contest(row.id), advice=advice)
        if row.purged_on is not None and row.closed_on is None:
            yield Flaw(
                "Cuộc thi đã xóa dữ liệu cá nhân mà lại đang mở.",
                look.contest(row.id),
                advice=RESTORE,
            )
    numbers = look.rows("SELECT contest_id, number FROM stages ORDER BY contest_id, number")
    for contest_id, rows in groupby(numbers, attrgetter("contest_id")):
        found = [row.number for row in rows]
        if found != list(range(1, len(found) + 1)):
            told = ", ".join(map(str, found))
            yield Flaw(
                f"Các chặng mang số {told}, không liền nhau từ 1.",
                look.contest(contest_id),
                advice=RESTORE,
            )


def _of_stage(look: Sight) -> Flaws:
    for table, words in (("entries", "Bài dự thi"), ("reminders", "Lần đôn đốc")):
        for row in look.rows(
            f"SELECT contest_id, stage, unit_id FROM {table} AS own WHERE NOT EXISTS"
            " (SELECT 1 FROM stages WHERE stages.contest_id = own.contest_id"
            " AND stages.number = own.stage)"
        ):
            yield Flaw(
                f"{words} thuộc một chặng mà cuộc thi không có.",
                f"{look.unit(row.unit_id)}; {look.contest(row.contest_id, row.stage)}",
                advice=RESTORE,
            )


def _representative(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT contest_id, stage, count(*) AS times FROM entries WHERE representative"
        " GROUP BY contest_id, stage HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Có {row.times} bài cùng là bài dự thi đại diện; chỉ được có 01 bài.",
            look.contest(row.contest_id, row.stage),
            advice=_ENTRIES,
        )
    for row in look.rows(
        "SELECT contest_id, stage, title FROM entries"
        " WHERE NOT representative AND (sent_at IS NOT NULL OR presented_at IS NOT NULL)"
    ):
        yield Flaw(
            f"Bài “{row.title}” đã gửi hoặc đã thuyết trình mà không phải bài đại diện.",
            look.contest(row.contest_id, row.stage),
            advice=_ENTRIES,
        )


def _authors(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT entries.title, entries.contest_id, entry_authors.person_id FROM entry_authors"
        " JOIN entries ON entries.id = entry_authors.entry_id"
        " WHERE (person_id IS NULL) = (name = '')"
    ):
        yield Flaw(
            f"Một tác giả của bài “{row.title}” không rõ là ai.",
            look.contest(row.contest_id),
            advice=_ENTRIES,
        )
    for row in look.rows(
        "SELECT entry_id, person_id FROM entry_authors WHERE person_id IS NOT NULL"
        " GROUP BY entry_id, person_id HAVING count(*) > 1"
    ):
        yield Flaw(
            "Một người đứng tên hai lần trong cùng một bài dự thi.",
            look.person(row.person_id),
            advice=_ENTRIES,
        )


def _scores(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT entries.title, contests.id AS contest_id, contests.jury_scale, jurors.name,"
        " entry_scores.score, jurors.contest_id AS of_juror FROM entry_scores"
        " JOIN entries ON entries.id = entry_scores.entry_id"
        " JOIN contests ON contests.id = entries.contest_id"
        " JOIN jurors ON jurors.id = entry_scores.juror_id"
        " WHERE entry_scores.score > contests.jury_scale"
        " OR jurors.contest_id <> contests.id"
    ):
        what = (
            f"Điểm {row.name} chấm bài “{row.title}” nằm ngoài thang {row.jury_scale}."
            if row.of_juror == row.contest_id
            else f"Bài “{row.title}” có điểm của giám khảo thuộc cuộc thi khác."
        )
        yield Flaw(what, look.contest(row.contest_id), advice=_ENTRIES)


def _awards(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT awards.contest_id, prizes.rank FROM awards"
        " JOIN prizes ON prizes.id = awards.prize_id"
        " JOIN contests ON contests.id = awards.contest_id"
        " WHERE prizes.contest_id <> awards.contest_id"
        " OR (CASE WHEN entry_id IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN unit_id IS NULL THEN 0 ELSE 1 END > 1)"
        " OR (entry_id IS NULL AND person_id IS NULL AND unit_id IS NULL"
        " AND contests.purged_on IS NULL)"
    ):
        yield Flaw(
            f"{row.rank} không được trao cho đúng một bài, một người hoặc một đơn vị của cuộc thi.",
            look.contest(row.contest_id),
            advice=_AWARDS,
        )
    for row in look.rows(
        'SELECT prizes.contest_id, prizes.rank, prizes."count" AS most, count(*) AS given'
        " FROM awards JOIN prizes ON prizes.id = awards.prize_id"
        ' GROUP BY prizes.id, prizes.contest_id, prizes.rank, prizes."count"'
        ' HAVING count(*) > prizes."count"'
    ):
        yield Flaw(
            f"Đã ghi {number(row.given)} {row.rank}, nhiều hơn cơ cấu ({number(row.most)}).",
            look.contest(row.contest_id),
            advice=_AWARDS,
        )
    for row in look.rows(
        "SELECT awards.contest_id, entries.title FROM awards JOIN entries"
        " ON entries.id = awards.entry_id GROUP BY awards.contest_id, entries.id, entries.title"
        " HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Bài “{row.title}” được trao hơn một giải.",
            look.contest(row.contest_id),
            advice=_AWARDS,
        )


def _tasks(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT contest_id, what, asked, done FROM publicity_tasks WHERE asked < 1"
        " OR (done >= asked AND done_on IS NULL) OR (done < asked AND done_on IS NOT NULL)"
    ):
        yield Flaw(
            f"Nhiệm vụ tuyên truyền “{row.what}” ghi đã làm {number(row.done)}/"
            f"{number(row.asked)}, không hợp với ngày hoàn thành.",
            look.contest(row.contest_id),
            advice="Hãy sửa nhiệm vụ này ở trang Cuộc thi.",
        )


def _reminders(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT contest_id, stage, unit_id FROM reminders WHERE registered > total"
        " OR completed > total"
    ):
        yield Flaw(
            "Số liệu ghi cùng một lần đôn đốc không hợp lý: có mốc nhiều hơn tổng số.",
            f"{look.unit(row.unit_id)}; {look.contest(row.contest_id, row.stage)}",
            advice=RESTORE,
        )


CONTEST_RULES = (
    CheckRule("current", "Một cuộc thi đang làm", _current),
    CheckRule("contests", "Cuộc thi, chặng, giải và mức hợp lệ", _kept),
    CheckRule("stages", "Bài dự thi, đôn đốc thuộc chặng của cuộc thi", _of_stage),
    CheckRule("representative", "Một bài dự thi đại diện", _representative),
    CheckRule("authors", "Tác giả rõ ràng, mỗi người một lần", _authors),
    CheckRule("scores", "Điểm chấm trong thang", _scores),
    CheckRule("awards", "Giải trao đúng cơ cấu", _awards),
    CheckRule("tasks", "Nhiệm vụ tuyên truyền khớp ngày hoàn thành", _tasks),
    CheckRule("reminders", "Số liệu của các lần đôn đốc", _reminders),
)
