"""The lines of the six boxes, and of what stands beside them, as columns of tables."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.contests.mark_names import USUAL_NAMES, MarkNames, capitalised
from models.reconcile.records import AccountDecision, Box, Entry, UnitDrop
from models.reconcile.sentences import NOT_IN_FILE
from models.records import Mark
from models.text.formats import number, score_words, short_date
from models.text.phones import display_phone
from ui.pages.reconcile.words import decision_words
from ui.table.column import A_PHONE, Column, Kind

YES, IN_FILE = "✓", "Có trong tệp"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a box with what was decided of it."""

    id: int
    entry: Entry
    decision: AccountDecision | None = None
    names: MarkNames = USUAL_NAMES


@dataclass(frozen=True, slots=True)
class DropLine:
    """A unit that counts fewer people than before."""

    id: int
    drop: UnitDrop


def name_of(entry: Entry) -> str:
    """The name on the roster, else on the platform, else the login."""
    if entry.person is not None:
        return entry.person.name
    account = entry.account
    return (account.name or account.login or display_phone(account.phone)) if account else ""


def phone_of(entry: Entry) -> str:
    """The phone on the roster, else on the platform."""
    own = entry.person.phone if entry.person else ""
    return display_phone(own or (entry.account.phone if entry.account else ""))


def place_words(entry: Entry) -> str:
    """In which rows of the file the account stands: "12, 48"."""
    rows = entry.account.rows if entry.account else ()
    return ", ".join(number(each.row) for each in rows)


def platform_unit(entry: Entry) -> str:
    """What the platform has as the unit."""
    return entry.platform_unit or (entry.account.unit if entry.account else "")


def _mark(line: EntryLine, what: str) -> str:
    account = line.entry.account
    if account is None or not getattr(account, what):
        return ""
    day = getattr(account, f"{what}_on")
    return f"{YES} {short_date(day)}" if day else YES


def _before(line: EntryLine) -> str:
    person = line.entry.person
    if person is not None and person.seen_completed:
        return capitalised(line.names.done(Mark.COMPLETED))
    return IN_FILE if line.names.one else capitalised(line.names.done(Mark.REGISTERED))


def _now(line: EntryLine) -> str:
    account = line.entry.account
    if account is None:
        return NOT_IN_FILE
    less = account.registered or line.names.one
    return capitalised(line.names.undone(Mark.COMPLETED if less else Mark.REGISTERED))


def _reasons(line: EntryLine) -> str:
    return "; ".join(line.entry.reasons)


def _attempts(line: EntryLine) -> str:
    account = line.entry.account
    return number(account.attempts) if account and account.attempts is not None else ""


def _unit(line: EntryLine) -> str:
    return line.entry.person.unit if line.entry.person else ""


NAME: Column[EntryLine] = Column(
    "name", "Họ và tên", 24, lambda line: name_of(line.entry), Kind.STRONG
)
PHONE: Column[EntryLine] = Column(
    "phone", "Điện thoại", 14, lambda line: phone_of(line.entry), never_cut=A_PHONE
)
UNIT: Column[EntryLine] = Column("unit", "Đơn vị", 28, _unit, tooltip=_unit)
PLATFORM: Column[EntryLine] = Column(
    "platform",
    "Đơn vị ghi trên nền tảng",
    30,
    lambda line: platform_unit(line.entry),
    tooltip=lambda line: platform_unit(line.entry),
)
REGISTERED: Column[EntryLine] = Column(
    "registered", "Đăng ký", 15, lambda line: _mark(line, "registered")
)
COMPLETED: Column[EntryLine] = Column(
    "completed", "Hoàn thành", 15, lambda line: _mark(line, "completed")
)
SCORE: Column[EntryLine] = Column(
    "score",
    "Điểm",
    7,
    lambda line: score_words(line.entry.account.score) if line.entry.account else "",
    Kind.NUMBER,
)
ATTEMPTS: Column[EntryLine] = Column("attempts", "Lượt thi", 8, _attempts, Kind.NUMBER)
ROWS: Column[EntryLine] = Column(
    "rows", "Dòng", 9, lambda line: place_words(line.entry), Kind.NUMBER
)
REASONS: Column[EntryLine] = Column("reasons", "Lý do", 44, _reasons, Kind.QUIET, tooltip=_reasons)
DECISION: Column[EntryLine] = Column(
    "decision",
    "Quyết định",
    19,
    lambda line: decision_words(line.decision),
    Kind.STRONG,
    kind_of=lambda line: Kind.QUIET if line.decision is None else Kind.STRONG,
)
BEFORE: Column[EntryLine] = Column("before", "Lần trước", 17, _before)
NOW: Column[EntryLine] = Column("now", "Lần này", 19, _now, Kind.WARNING)
RIGHT: Column[EntryLine] = Column(
    "right", "Đơn vị đúng", 30, lambda line: line.entry.right_unit or _unit(line), Kind.STRONG
)
LOGIN: Column[EntryLine] = Column(
    "login", "Tài khoản", 18, lambda line: line.entry.account.login if line.entry.account else ""
)
POSITION: Column[EntryLine] = Column(
    "position",
    "Chức vụ",
    22,
    lambda line: line.entry.person.position if line.entry.person else "",
)

BOX_COLUMNS: dict[Box, tuple[Column[EntryLine], ...]] = {
    Box.REGRESSED: (NAME, BEFORE, NOW, UNIT, PHONE, REASONS),
    Box.MATCHED: (NAME, UNIT, PHONE, REGISTERED, COMPLETED, SCORE, ATTEMPTS, ROWS, REASONS),
    Box.WRONG_UNIT: (NAME, RIGHT, PLATFORM, PHONE, REGISTERED, COMPLETED, ROWS, REASONS),
    Box.NOT_ON_ROSTER: (
        DECISION,
        NAME,
        PHONE,
        PLATFORM,
        REASONS,
        COMPLETED,
        SCORE,
        LOGIN,
        ROWS,
    ),
    Box.NOT_REGISTERED: (NAME, UNIT, POSITION, PHONE, REASONS),
    Box.UNCERTAIN: (
        replace(NAME, width=20, tooltip=NAME.text, fills=True, least=17),
        replace(DECISION, width=15),
    ),
}

DROP_COLUMNS: tuple[Column[DropLine], ...] = (
    Column("unit", "Đơn vị", 40, lambda line: line.drop.unit, Kind.STRONG),
    Column(
        "registered-before",
        "Đăng ký lần trước",
        18,
        lambda line: number(line.drop.registered_before),
        Kind.NUMBER,
    ),
    Column("registered-now", "nay", 8, lambda line: number(line.drop.registered_now), Kind.NUMBER),
    Column(
        "completed-before",
        "Hoàn thành lần trước",
        20,
        lambda line: number(line.drop.completed_before),
        Kind.NUMBER,
    ),
    Column("completed-now", "nay", 8, lambda line: number(line.drop.completed_now), Kind.NUMBER),
)


def mark_titles(names: MarkNames) -> tuple[dict[str, str], tuple[str, ...]]:
    """The titles of the columns of marks by key, and the columns that have no place."""
    titles = {
        key: title
        for mark in Mark
        for key, title in (
            (str(mark), names.title(mark)),
            (f"{mark}-before", f"{names.title(mark)} lần trước"),
        )
    }
    without = ("registered", "registered-before", "registered-now") if names.one else ()
    return titles, without
