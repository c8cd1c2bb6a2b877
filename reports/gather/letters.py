"""Letters: the figures, the register and the wording in force are read, the kinds make letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.contests.campaign_words import campaign_words
from models.contests.mark_names import mark_names
from models.errors import AppError
from models.records import Mark, PeopleQuery, Status, Unit
from models.text.formats import document_date
from models.text.names import match_key
from reports.document import Document
from reports.gather.lists import named_occasion
from reports.gather.request import Request, occasion_of
from reports.gather.wording import records_of, wording_in_force
from reports.kinds.letter_annexes import missing_words, people_annex, units_behind_annex
from reports.kinds.letters import LetterParts, letter
from reports.kinds.people_of_units import phones_shown
from reports.nothing import NothingToList
from reports.occasion import Occasion
from reports.wording.places import WordingValue
from reports.wording.values.all import common_values
from reports.wording.values.letters import ITS_UNIT, PEOPLE_IN_ANNEX, REPORTS_TO, UNITS_IN_ANNEX
from reports.wording.values.office import CULTURE_OFFICE

if TYPE_CHECKING:
    from models.store.store import Store


def letter_to_all(file: Store, request: Request) -> Document:
    """Công văn phát động, công văn hưởng ứng."""
    occasion = occasion_of(file, request)
    records = records_of(file)
    values = common_values(occasion, records)
    parts = LetterParts(units=records.units)
    return letter(request.kind, occasion, wording_in_force(file, request.kind), values, parts)


def reminder_to_all(file: Store, request: Request) -> Document:
    """Công văn đôn đốc with the units that are behind. Raises `NothingToList` when none is."""
    occasion = occasion_of(file, request)
    _refuse_needless(occasion)
    found = units_behind_annex(occasion)
    if found is None:
        done = mark_names(occasion.contest).done(Mark.COMPLETED)
        raise NothingToList(
            f"Tất cả các đơn vị {done} nên không cần công văn đôn đốc.",
            "Có thể lập báo cáo kết quả để gửi cấp trên.",
        )
    told, annex = found
    values: dict[str, WordingValue] = {
        **common_values(occasion, records_of(file)),
        UNITS_IN_ANNEX: told,
    }
    text = wording_in_force(file, request.kind)
    return letter(request.kind, occasion, text, values, LetterParts((annex,)))


def reminder_to_unit(file: Store, request: Request) -> Document:
    """Công văn đôn đốc of one unit with its names. Raises `NothingToList` when nobody is missing,
    and `AppError` when no unit was chosen."""
    from models.roster.people import list_people

    occasion, unit = named_occasion(file, request)
    _refuse_needless(occasion)
    if unit is None:
        raise AppError(
            "Công văn đôn đốc từng đơn vị cần biết là gửi đơn vị nào.",
            "Hãy chọn một đơn vị, hoặc lưu trọn bộ để có công văn của mọi đơn vị.",
        )
    query = PeopleQuery(
        unit_ids=frozenset({unit.id}),
        as_of=occasion.as_of,
        statuses=frozenset({Status.NOT_COMPLETED}),
    )
    people = list_people(file, query)
    if not people:
        undone = mark_names(occasion.contest).undone(Mark.COMPLETED)
        raise NothingToList(
            f"{unit.name} không còn ai {undone} nên không cần công văn đôn đốc.",
            "Hãy chọn đơn vị khác.",
        )
    values: dict[str, WordingValue] = {
        **common_values(occasion, records_of(file, unit)),
        ITS_UNIT: unit.name,
        PEOPLE_IN_ANNEX: missing_words(people, occasion),
        REPORTS_TO: _reports_to(unit, occasion),
    }
    shown = phones_shown((each.phone for each in people), masked=request.masked)
    annex = people_annex(people, unit.name, occasion, request.masked)
    parts = LetterParts(
        annexes=(annex,),
        addressees=(unit.name,),
        unit=unit.name,
        people=len(people),
        phones=shown,
    )
    return letter(request.kind, occasion, wording_in_force(file, request.kind), values, parts)


def _refuse_needless(occasion: Occasion) -> None:
    """Raise `NothingToList` where nobody can be reminded: closed, not begun, no matter of each."""
    from models.figures.board import of_entries_note

    contest, stage = occasion.contest, occasion.contest.marked_stage
    told = of_entries_note(contest, contest.stage)
    if contest.closed_on is not None:
        told = f"{campaign_words(contest)} đã đóng nên không còn đôn đốc."
    elif stage is not None and occasion.as_of < stage.starts_on:
        begins = document_date(stage.starts_on)
        told = f"Chặng {stage.number} bắt đầu từ ngày {begins} nên chưa cần công văn đôn đốc."
    if told:
        raise NothingToList(told, "Hãy chọn chặng hoặc ngày khác nếu cần đôn đốc.")


def _reports_to(unit: Unit, occasion: Occasion) -> str:
    """The office that follows the contest, unless it is written to itself."""
    kind, office = occasion.commune.kind, CULTURE_OFFICE
    is_office = match_key(unit.name).startswith(match_key(office))
    return f"UBND {kind}" if is_office else f"{office} {kind}"
