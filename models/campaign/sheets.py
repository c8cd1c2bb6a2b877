"""A reminder ready to be given: to whom, with what text; of one unit, or to the chairman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from models.campaign.chairman import the_chairman
from models.campaign.chairman_text import chairman_text, standing_of
from models.campaign.due import DueUnit
from models.campaign.look import ReminderLook
from models.campaign.unit_text import UnitCase, unit_messages, unit_text
from models.errors import AppError
from models.journal.practising import marked_texts
from models.records import PeopleQuery, Person, Status
from models.records.kinds import StageKind
from models.records.reminders import Addressee, Reminder, ReminderDraft, ReminderWay, UnitCounts
from models.roster.people import list_people
from models.roster.reminder import reminder_messages
from models.store.schema import entries
from models.store.store import Store

JOINED = "\n\n"


@dataclass(frozen=True, slots=True)
class ReminderSheet:
    """What one reminder says. `drafts` holds one entry of the log for each unit that it is about.

    `texts` are the messages to send, one or more parts; `number` says which reminder of the unit
    it will be; `why` in words why it is due, or "".
    """

    title: str
    to: Addressee
    name: str
    post: str
    phone: str
    counts: UnitCounts
    texts: tuple[str, ...]
    drafts: tuple[ReminderDraft, ...]
    number: int = 1
    why: str = ""
    log: tuple[Reminder, ...] = ()

    def given(self, way: ReminderWay, text: str = "", note: str = "") -> tuple[ReminderDraft, ...]:
        """The entries of the log, once it is given by this way with this text."""
        return tuple(replace(each, way=way, text=text, note=note) for each in self.drafts)


def unit_sheet(
    data_file: Store,
    look: ReminderLook,
    unit_id: int,
    to: Addressee = Addressee.HEAD,
    *,
    every_name: bool = False,
) -> ReminderSheet:
    """The reminder of a unit to its head or its staff, with all names or those that fit.

    Raises `AppError` for a unit that is gone, or has nobody who still has to do something.
    """
    unit = look.units.get(unit_id)
    if unit is None:
        raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    counts = look.standing(unit_id)
    missing = _missing(data_file, look, unit_id)
    if not counts.missing:
        raise AppError(
            f"{unit.name} không còn ai phải nhắc.",
            "Mọi người thuộc đối tượng đã hoàn thành, hoặc đơn vị chưa có danh sách.",
        )
    log = look.log_of(unit_id)
    asked = [each for each in log if each.to is not Addressee.CHAIRMAN]
    before = asked[-1] if asked else None
    case = UnitCase(unit, counts, missing, before, _entries(data_file, look, unit_id))
    head = unit.head if to is Addressee.HEAD else None
    name, phone = (head.name, head.phone) if head is not None else ("", "")
    stage = look.terms.stage_number
    return ReminderSheet(
        title=unit.name,
        to=to,
        name=name,
        post=head.position if head is not None else "",
        phone=phone,
        counts=counts,
        texts=marked_texts(data_file, _texts(case, look, to, every_name=every_name)),
        drafts=(ReminderDraft(unit_id, stage, ReminderWay.ZALO, to, name, phone, counts),),
        number=len(asked) + 1,
        why=next((each.why for each in look.behind if each.unit.unit_id == unit_id), ""),
        log=log,
    )


def chairman_sheet(
    data_file: Store, look: ReminderLook, wanted: Sequence[int] = ()
) -> ReminderSheet:
    """The proposal to the chairman about the units that the rule names, or those `wanted`.

    Raises `AppError` when there is none.
    """
    due = [each for each in look.behind if each.unit.unit_id in wanted] if wanted else look.escalate
    due = [each for each in due if each.reminded]
    if not due:
        raise AppError(
            "Chưa có đơn vị nào phải báo cáo Chủ tịch.",
            "Chỉ báo cáo về đơn vị đã được nhắc mà kết quả còn thấp.",
        )
    chairman = the_chairman(data_file)
    text = chairman_text(
        chairman, due, look.units, look.reminders, look.figures, look.terms, look.now
    )
    told = [each for each in look.reminders if each.to is Addressee.CHAIRMAN]
    return ReminderSheet(
        title=chairman.post,
        to=Addressee.CHAIRMAN,
        name=chairman.name,
        post=chairman.post,
        phone=chairman.phone,
        counts=standing_of(look.figures),
        texts=marked_texts(data_file, (text,)),
        drafts=tuple(_to_chairman(each, look, chairman.name, chairman.phone) for each in due),
        number=len({each.at for each in told}) + 1,
        why="đã nhắc nhiều lần, kết quả chuyển biến chậm",
    )


def _to_chairman(due: DueUnit, look: ReminderLook, name: str, phone: str) -> ReminderDraft:
    assert due.unit.unit_id is not None
    stage, counts = look.terms.stage_number, standing_of(due.unit)
    to = Addressee.CHAIRMAN
    return ReminderDraft(due.unit.unit_id, stage, ReminderWay.ZALO, to, name, phone, counts)


def _missing(data_file: Store, look: ReminderLook, unit_id: int) -> Sequence[Person]:
    """Who has not completed; in a stage that is no matter of each person nobody is named."""
    stage = look.terms.stage
    if stage is not None and stage.kind is not StageKind.EACH:
        return ()
    query = PeopleQuery(unit_ids=look.scope_of(unit_id), statuses=frozenset({Status.NOT_COMPLETED}))
    return list_people(data_file, query, look.terms.stage_number)


def _entries(data_file: Store, look: ReminderLook, unit_id: int) -> int | None:
    """How many entries the unit has sent in; None in a stage that takes none."""
    stage = look.terms.stage
    if stage is None or stage.kind is not StageKind.ENTRY:
        return None
    statement = (
        select(func.count())
        .select_from(entries)
        .where(
            entries.c.contest_id == look.terms.contest.id,
            entries.c.stage == stage.number,
            entries.c.unit_id.in_(sorted(look.scope_of(unit_id))),
        )
    )
    with data_file.reading() as connection:
        return int(connection.execute(statement).scalar_one())


def _texts(
    case: UnitCase, look: ReminderLook, to: Addressee, *, every_name: bool
) -> tuple[str, ...]:
    if to is Addressee.STAFF:
        return reminder_messages(case.missing, look.terms.contest, look.now.date())
    if every_name:
        return unit_messages(case, look.terms, look.now)
    return (unit_text(case, look.terms, look.now),)
