"""The data of one person by subject: what is read of it and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, or_, select

from models.campaign.rights.mentions import rows_naming
from models.campaign.rights.naming_files import naming_files
from models.campaign.rights.whose import OnePerson
from models.contests.mark_names import MarkNames
from models.figures.frozen_text import names_from_text
from models.journal.packs import whole_journal
from models.records import Mark
from models.records.person_columns import PERSON_TITLES
from models.records.person_data import DataSection
from models.store.schema import (
    absences,
    attachments,
    awards,
    change_rows,
    changes,
    contests,
    distinct_people,
    entries,
    entry_authors,
    exemptions,
    export_log,
    frozen_reports,
    issued_files,
    jurors,
    match_decisions,
    participations,
    people,
    posts,
    prizes,
    reminders,
    signers,
    unit_contacts,
    units,
    wrong_unit_slips,
)
from models.text.formats import minute_words, number, score_words, short_date

MOST_LINES = 100
"""SectionLines of a section that are told one by one."""
SectionLines = Iterable[tuple[str, ...]]


class Subject(NamedTuple):
    """What a section tells of: its title, its columns, the tables and how their rows are read."""

    title: str
    columns: tuple[str, ...]
    tables: tuple[str, ...]
    read: Callable[[Connection, OnePerson], SectionLines]


def section_of(connection: Connection, whose: OnePerson, subject: Subject) -> DataSection:
    """The section of that subject; without lines where there is nothing."""
    rows = tuple(subject.read(connection, whose))
    return DataSection(
        subject.title,
        subject.columns,
        rows[:MOST_LINES],
        subject.tables,
        max(0, len(rows) - MOST_LINES),
    )


def _day(value: date | None, minute: int | None = None) -> str:
    if value is None:
        return ""
    return short_date(value) if minute is None else f"{minute_words(minute)} {short_date(value)}"


def _at(value: datetime) -> str:
    return f"{value:%H:%M} {short_date(value.date())}"


def _posts(connection: Connection, whose: OnePerson) -> SectionLines:
    joined = posts.join(units, units.c.id == posts.c.unit_id)
    rows = select(posts, units.c.name).select_from(joined).where(posts.c.person_id.in_(whose.ids))
    for row in connection.execute(rows.order_by(posts.c.id)):
        kind = "Vị trí chính trước đây" if row.main else PERSON_TITLES["second_posts"]
        yield row.name, row.position, kind, _day(row.since), _day(row.until)


def _away(connection: Connection, whose: OnePerson) -> SectionLines:
    rows = select(absences).where(absences.c.person_id.in_(whose.ids)).order_by(absences.c.since)
    for row in connection.execute(rows):
        yield row.reason, _day(row.since), _day(row.until)


def _exempt(connection: Connection, whose: OnePerson) -> SectionLines:
    for row in connection.execute(_of_contest(exemptions, whose).order_by(exemptions.c.since)):
        yield (
            row.short_name, row.reason, _day(row.since), _day(row.until), row.note, row.proof,
        )  # fmt: skip


def _of_contest(table: Any, whose: OnePerson) -> Select[Any]:
    joined = table.join(contests, contests.c.id == table.c.contest_id)
    of = table.c.person_id.in_(whose.ids)
    columns = contests.c.short_name, contests.c.registered_word, contests.c.completed_word
    more = contests.c.one_mark
    return select(table, *columns, more).select_from(joined).where(of)


def _marks(connection: Connection, whose: OnePerson) -> SectionLines:
    for row in connection.execute(_of_contest(participations, whose).order_by(participations.c.id)):
        names = MarkNames(row.registered_word, row.completed_word, row.one_mark)
        told = [
            f"{names.done(Mark.REGISTERED)} {_day(row.registered_on, row.registered_minute)}"
            if row.registered_on
            else "",
            f"thi chưa đạt {_day(row.failed_on, row.failed_minute)}" if row.failed_on else "",
            f"{names.done(Mark.COMPLETED)} {_day(row.completed_on, row.completed_minute)}"
            if row.completed_on
            else "",
        ]
        score = f"điểm {score_words(row.score)}" if row.score is not None else ""
        tries = f"{number(row.attempts)} lượt thi" if row.attempts is not None else ""
        yield (
            f"{row.short_name}, chặng {row.stage}",
            "; ".join(filter(None, (*told, score, tries))),
            "; ".join(filter(None, (row.account, row.platform_unit))),
            _source(connection, participations.name, row.id),
        )


def _source(connection: Connection, table: str, row_id: int) -> str:
    """The newest deed that wrote this row: where what stands in it comes from."""
    written = select(func.max(change_rows.c.change_id)).where(
        change_rows.c.table_name == table, change_rows.c.row_id == row_id
    )
    found = connection.execute(
        select(changes.c.at, changes.c.summary).where(changes.c.id == written.scalar_subquery())
    ).first()
    return "" if found is None else f"{found.summary} ({_at(found.at)})"


def _slips(connection: Connection, whose: OnePerson) -> SectionLines:
    for row in connection.execute(_of_contest(wrong_unit_slips, whose)):
        yield row.short_name, row.platform_unit, _day(row.opened_on)


def _entries(connection: Connection, whose: OnePerson) -> SectionLines:
    joined = entry_authors.join(entries, entries.c.id == entry_authors.c.entry_id).join(
        contests, contests.c.id == entries.c.contest_id
    )
    own = entry_authors.c.person_id.in_(whose.ids)
    columns = entries.c.title, entries.c.received_on, contests.c.short_name
    for row in connection.execute(select(*columns).select_from(joined).where(own)):
        yield row.short_name, row.title, _day(row.received_on)


def _awards(connection: Connection, whose: OnePerson) -> SectionLines:
    joined = awards.join(prizes, prizes.c.id == awards.c.prize_id).join(
        contests, contests.c.id == awards.c.contest_id
    )
    own = awards.c.person_id.in_(whose.ids)
    for row in connection.execute(
        select(awards, prizes.c.rank, contests.c.short_name).select_from(joined).where(own)
    ):
        yield row.short_name, row.rank, _day(row.given_on), row.decision, row.note


def _reminders(connection: Connection, whose: OnePerson) -> SectionLines:
    for row in rows_naming(connection, reminders, whose):
        yield _at(row["at"]), row["name"], row["phone"], row["note"]


def _contacts(connection: Connection, whose: OnePerson) -> SectionLines:
    for table, words in (
        (unit_contacts, "Người đứng đầu hoặc đầu mối của đơn vị"),
        (signers, "Người ký văn bản"),
        (jurors, "Giám khảo"),
    ):
        for row in rows_naming(connection, table, whose):
            yield words, row["name"], row.get("phone", ""), row.get("position", "")


def _decisions(connection: Connection, whose: OnePerson) -> SectionLines:
    own = match_decisions.c.person_id.in_(whose.ids)
    for row in connection.execute(select(match_decisions).where(own)):
        yield (
            row.row_key.replace("|", " · "),
            "Là người này" if row.same else "Không phải người này",
        )
    twice = distinct_people.c.first_id.in_(whose.ids) | distinct_people.c.second_id.in_(whose.ids)
    for _ in connection.execute(select(distinct_people.c.id).where(twice)):
        yield "Một người khác của danh sách", "Là hai người khác nhau"


def _files(connection: Connection, whose: OnePerson) -> SectionLines:
    found = naming_files(connection, whose)
    own = attachments.c.id.in_(found.attachments)
    for row in connection.execute(select(attachments).where(own).order_by(attachments.c.id)):
        yield "Tệp đính kèm", row.name, _at(row.added_at)
    issued = issued_files.c.id.in_(found.issued)
    joined = issued_files.join(frozen_reports, frozen_reports.c.id == issued_files.c.report_id)
    for row in connection.execute(
        select(issued_files.c.name, frozen_reports.c.at).select_from(joined).where(issued)
    ):
        yield "Văn bản đã phát hành", row.name, _at(row.at)


def _frozen(connection: Connection, whose: OnePerson) -> SectionLines:
    rows = select(frozen_reports).where(
        or_(*(frozen_reports.c.names.contains(f'"{uid}"') for uid in sorted(whose.uids)))
    )
    for row in connection.execute(rows.order_by(frozen_reports.c.id)):
        for each in names_from_text(row.names):
            if each.uid in whose.uids:
                title = row.title or "Số liệu đã chốt"
                yield title, _day(row.as_of, row.as_of_minute), each.unit, each.reason


def _exports(connection: Connection, whose: OnePerson) -> SectionLines:
    since = _known_since(connection, whose)
    rows = select(export_log).order_by(export_log.c.id.desc())
    for row in connection.execute(rows.where(export_log.c.at >= since) if since else rows):
        yield _at(row.at), row.title, number(row.people), row.reason


def _known_since(connection: Connection, whose: OnePerson) -> datetime | None:
    written = (change_rows.c.table_name == people.name) & change_rows.c.row_id.in_(whose.ids)
    joined = changes.join(change_rows, change_rows.c.change_id == changes.c.id)
    found = select(func.min(changes.c.at)).select_from(joined).where(written)
    with whole_journal(connection):
        return connection.execute(found).scalar()


SECTIONS: tuple[Subject, ...] = (
    Subject(
        "Vị trí công tác trước đây, kiêm nhiệm",
        ("Đơn vị", "Chức vụ", "Loại", "Từ ngày", "Đến trước ngày"), (posts.name,), _posts,
    ),
    Subject("Thời gian rời danh sách", ("Lý do", "Từ ngày", "Đến ngày"), (absences.name,), _away),
    Subject(
        "Không thuộc đối tượng của cuộc thi",
        ("Cuộc thi", "Lý do", "Từ ngày", "Đến ngày", "Ghi chú", "Minh chứng"),
        (exemptions.name,), _exempt,
    ),
    Subject(
        "Kết quả tham gia cuộc thi",
        ("Cuộc thi", "Kết quả", "Tài khoản, đơn vị trên nền tảng", "Nguồn"),
        (participations.name,), _marks,
    ),
    Subject(
        "Phiếu đề nghị sửa đơn vị trên nền tảng", ("Cuộc thi", "Đơn vị trên nền tảng", "Ngày lập"),
        (wrong_unit_slips.name,), _slips,
    ),
    Subject(
        "Bài dự thi", ("Cuộc thi", "Tên bài dự thi", "Ngày nhận"), (entry_authors.name,), _entries
    ),
    Subject(
        "Giải thưởng", ("Cuộc thi", "Giải", "Ngày trao", "Quyết định", "Ghi chú"), (awards.name,),
        _awards,
    ),
    Subject(
        "Đầu mối, người đứng đầu, người ký, giám khảo",
        ("Vai trò", "Họ và tên", "Điện thoại", "Chức vụ"),
        (unit_contacts.name, signers.name, jurors.name), _contacts,
    ),
    Subject(
        "Lần đôn đốc có nêu tên", ("Thời gian", "Họ và tên", "Điện thoại", "Ghi chú"),
        (reminders.name,), _reminders,
    ),
    Subject(
        "Ghi nhớ về cách nhận ra người trong tệp", ("Dòng của tệp, người", "Kết luận"),
        (match_decisions.name, distinct_people.name), _decisions,
    ),
    Subject(
        "Tệp lưu trong phần mềm có nêu tên", ("Loại", "Tên tệp", "Thời gian"),
        (attachments.name, issued_files.name), _files,
    ),
    Subject(
        "Số liệu đã chốt có tên trong danh sách đứng sau",
        ("Số liệu", "Tính đến", "Đơn vị khi ấy", "Lý do không tính"),
        (frozen_reports.name,), _frozen,
    ),
    Subject(
        "Lần xuất danh sách người kể từ khi có trong dữ liệu",
        ("Thời gian", "Nội dung", "Số người", "Lý do"), (export_log.name,), _exports,
    ),
)  # fmt: skip
"""In the order in which they are told; the person, the history and the rest stand apart."""
