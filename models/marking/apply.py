"""Marking whom a text speaks of: one change, with what the officer decided on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.contests.attendance import least_minutes as kept_minutes
from models.contests.current_stage import names_in_use
from models.errors import AppError
from models.intake.roster_view import roster_view
from models.journal.change import changing, rows_by_id
from models.journal.history import newest_change
from models.marking.recognise import Recogniser
from models.marking.records import Recognition
from models.marking.stays import stays_in_text
from models.records import Mark, MarkResult
from models.records.moment import Moment, moment_at
from models.roster.marks import apply_marks, count_passed
from models.roster.match_decisions import remember_decisions
from models.store.schema import people
from models.store.store import Store
from models.text.formats import number, short_date

DecidedPair = tuple[str, int, bool]


class MessageReader:
    """Recognises texts again and again; the roster is read anew only when it has changed."""

    def __init__(self) -> None:
        self._known: Recogniser | None = None

    def read(self, data_file: Store, text: str, least_minutes: float | None = None) -> Recognition:
        """Whom `text` speaks of, by the roster as it is now.

        Of a list of a meeting only who was in it for `least_minutes` is spoken of; None: as long
        as the contest says.
        """
        if self._known is None or self._known.base != _newest(data_file):
            self._known = Recogniser(roster_view(data_file))
        least = kept_minutes(data_file) if least_minutes is None else least_minutes
        stays = stays_in_text(text, least)
        if stays is None:
            return self._known.read(text)
        found = self._known.read("\n".join(stays.names))
        return replace(found, short=stays.short, least_minutes=least)


def _newest(data_file: Store) -> int:
    with data_file.reading() as connection:
        return newest_change(connection)


def mark_recognised(
    data_file: Store,
    mark: Mark,
    day: date,
    person_ids: Sequence[int],
    decided: Iterable[DecidedPair] = (),
) -> MarkResult:
    """Mark these people as of `day` and remember the decisions (key, person id, the same or not).

    Of today it is this minute. A mark that stands keeps its date, and who has completed does not
    fail any more. Raises `AppError` for a day
    that is still to come and when somebody has been taken off the roster meanwhile.
    """
    now = moment_at(data_file.clock())
    if day > now.day:
        raise AppError(
            f"Ngày {short_date(day)} chưa đến nên chưa đánh dấu được.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )
    when = now if day == now.day else Moment(day)
    wanted = {person_id: {mark: when} for person_id in person_ids}
    with changing(data_file, f"mark-{mark}", "") as change:
        if len(rows_by_id(change.connection, people, list(wanted))) != len(wanted):
            raise AppError(
                "Danh sách vừa thay đổi nên chưa đánh dấu ai.", "Hãy xem lại rồi đánh dấu lần nữa."
            )
        passed = count_passed(change.connection, list(wanted)) if mark is Mark.FAILED else 0
        marked = apply_marks(change, wanted) if wanted else 0
        remember_decisions(change, _agreeing(decided))
        change.summary = (
            f"Đánh dấu {number(marked)} người {names_in_use(change.connection).done(mark)}"
            if marked
            else "Ghi nhớ cách nhận ra người trong văn bản"
        )
    return MarkResult(marked, len(wanted) - marked - passed, passed=passed)


def _agreeing(decided: Iterable[DecidedPair]) -> list[DecidedPair]:
    """What may be remembered: one key that was said to be two people says nothing."""
    given = [each for each in decided if each[0]]
    chosen: dict[str, set[int]] = {}
    for key, person_id, same in given:
        if same:
            chosen.setdefault(key, set()).add(person_id)
    return [each for each in given if len(chosen.get(each[0], ())) <= 1]
