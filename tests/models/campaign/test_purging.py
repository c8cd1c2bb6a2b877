"""The personal data of a closed contest goes for good, and every count stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from models.campaign.awards import NAME_PURGED, award_book
from models.campaign.entry_rows import entry_book
from models.campaign.purging import purge_contest, purge_counts
from models.campaign.reminders import reminders_given
from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import use_contest
from models.contests.current import current_contest
from models.errors import AppError, Cancelled
from models.figures.closing import close_contest, closing_figures, reopen_contest
from models.figures.comparing import compared
from models.figures.curve import daily_counts
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, frozen_report
from models.figures.ledger import ledger_on
from models.figures.rechecking import recheck
from models.figures.reported import NotReported
from models.journal.change import changing
from models.journal.forgetting import FORGOTTEN
from models.journal.history import fingerprint, history, history_of
from models.journal.replay import redo, undo
from models.journal.standing import next_undo
from models.records import Contact, PeopleQuery, PersonDraft
from models.roster.people import add_person, list_ids
from models.roster.units import set_contacts
from models.store.schema import (
    DOMAIN_TABLES,
    change_rows,
    changes,
    contents,
    contests,
    frozen_reports,
    match_decisions,
    metadata,
)
from reports.catalog import UNIT_SUMMARY
from reports.compose import compose
from reports.gather.request import Request
from tests.factory import unit
from tests.models.campaign.personal import JUROR, SECRETS, TITLE, closed_contest, full_contest

TODAY = date(2026, 6, 8)
CODE = "ai-2026"


def everything(store):
    """All that stands in any table, the journal too, as one text."""
    with store.reading() as connection:
        return "\n".join(
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        )


def counted(store, table):
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_nothing_of_people_is_left_in_any_table(file):
    closed_contest(file)
    before = everything(file)
    assert [each for each in SECRETS if each not in before and "tệp của" not in each] == []
    purged = purge_contest(file, CODE)
    after = everything(file)
    assert [each for each in SECRETS if each in after] == []
    assert counted(file, contents) == 0
    assert purged.swept
    assert purged.day == current_contest(file).purged_on == TODAY
    assert purged.counts.gone == {
        "participations": 3, "exemptions": 1, "wrong_unit_slips": 1, "reminders": 1, "entries": 1,
        "jurors": 1, "awards": 1, "frozen_reports": 1, "entry_authors": 2, "entry_scores": 1,
        "attachments": 1, "match_decisions": 1, "issued_files": 0,
    }  # fmt: skip
    assert purged.counts.kept["people"] == 6


def test_what_would_go_is_told_before_and_nothing_is_changed(file):
    closed_contest(file)
    before = fingerprint(file)
    told = purge_counts(file, CODE)
    assert fingerprint(file) == before
    assert purge_contest(file, CODE).counts == told


def test_counts_titles_and_the_roster_stay(file):
    [frozen] = closed_contest(file)
    people = list_ids(file, PeopleQuery())
    purge_contest(file, CODE)
    assert list_ids(file, PeopleQuery()) == people
    report = frozen_report(file, frozen.id)
    assert (report.figures, report.digest) == (frozen.figures, frozen.digest)
    assert (report.whole, report.nameless) == (True, True)
    assert frozen_names(file, frozen.id) == ()
    [entry] = entry_book(file).entries
    assert (entry.title, entry.authors, entry.standing.mean) == (TITLE, (), 87.5)
    assert [each.juror for each in entry.scores] == ["Giám khảo 1"]
    [award] = award_book(file).awards
    assert (award.to, award.decision) == (NAME_PURGED, "12/QĐ-UBND")
    [given] = reminders_given(file)
    assert (given.name, given.phone, given.text) == ("", "", "")
    assert (given.counts.total, given.counts.completed, given.unit) == (6, 1, unit(file).name)


def test_heads_of_units_go_from_what_was_frozen_and_every_count_stays(file):
    head = Contact("head", "Vi Trúc Thanh Hà", "Trưởng phòng", "0912345678")
    set_contacts(file, unit(file).id, [head])
    [frozen] = closed_contest(file)
    assert [line.head for line in frozen.figures.units] == [head.name]
    purge_contest(file, CODE)
    report = frozen_report(file, frozen.id)
    [line] = frozen.figures.units
    assert report.figures == replace(frozen.figures, units=(replace(line, head=""),))
    assert (report.digest, report.whole) == (frozen.digest, True)
    with file.reading() as connection:
        told = connection.execute(select(frozen_reports.c.figures)).scalar_one()
    assert head.name not in told


def test_figures_are_those_that_were_reported_or_are_refused(file):
    [frozen] = closed_contest(file)
    purge_contest(file, CODE)
    found = figures(file)
    assert (found.total, found.registered, found.completed) == (5, 3, 1)
    assert "đã xóa ngày 08/06/2026" in found.notes[-1]
    assert closing_figures(file, current_contest(file)) == frozen.figures
    assert daily_counts(file, date(2026, 6, 7), TODAY) == (
        (date(2026, 6, 7), 0, 0), (TODAY, 3, 1),
    )  # fmt: skip
    with pytest.raises(NotReported, match="Không tính được số liệu đến hết ngày 07/06/2026"):
        figures(file, date(2026, 6, 7))
    assert compared(file, found, "last").whole == (0, 0, 0, 0)
    told = recheck(file, frozen.id)
    assert (told.people, told.differs) == ((), False)


def test_no_list_of_people_is_made_of_what_is_gone(file):
    closed_contest(file)
    purge_contest(file, CODE)
    assert compose(file, Request(UNIT_SUMMARY)).title
    for call in (
        lambda: compose(file, Request("people")),
        lambda: ledger_on(file),
        lambda: freeze(file),
    ):
        with pytest.raises(AppError, match="Dữ liệu cá nhân của cuộc thi Ứng dụng AI 2026 đã xóa"):
            call()


def test_names_that_are_gone_without_a_purge_are_damage(file):
    [frozen] = closed_contest(file)
    with changing(file, "test", "") as change:
        change.update(frozen_reports, {frozen.id: {"names": "[]"}})
    report = frozen_report(file, frozen.id)
    assert (report.whole, report.nameless) == (False, False)


def test_it_is_one_entry_without_names_and_can_not_be_undone(file):
    closed_contest(file)
    before = len(history(file))
    purge_contest(file, CODE)
    entries = history(file)
    assert len(entries) == before + 1
    assert entries[0].summary == "Xóa dữ liệu cá nhân của cuộc thi Ứng dụng AI 2026: 15 mục"
    assert (entries[0].kind, entries[0].in_effect, entries[0].who) == (
        "contest-purge", True, file.who,
    )  # fmt: skip
    assert not any(JUROR in each.summary for each in entries)
    [first, *_] = list_ids(file, PeopleQuery())
    assert history_of(file, first)
    after = fingerprint(file)
    for call in (undo, redo):
        with pytest.raises(AppError, match="sau đó dữ liệu cá nhân trong việc này đã được xóa hẳn"):
            call(file)
    assert fingerprint(file) == after


def test_what_is_done_later_is_undone_and_redone_as_ever(file):
    closed_contest(file)
    purge_contest(file, CODE)
    before = fingerprint(file)
    add_person(file, PersonDraft(name="Lý Thị Sau", unit_id=unit(file).id))
    after = fingerprint(file)
    assert undo(file) == "Thêm Lý Thị Sau"
    assert fingerprint(file) == before
    assert next_undo(file) is not None
    redo(file)
    assert fingerprint(file) == after


def test_no_undo_brings_the_contest_back_as_it_was_before(file):
    close_contest(file)
    with changing(file, "contest-edit", "Sửa cuộc thi") as change:
        contest_id = change.connection.execute(select(contests.c.id)).scalar_one()
        change.update(contests, {contest_id: {"target": 90}})
    purge_contest(file, CODE)
    with pytest.raises(AppError, match="Không hoàn tác hay làm lại được “Sửa cuộc thi” vì sau đó"):
        undo(file)
    assert current_contest(file).purged_on == TODAY
    add_contest(file, own_contest("Khác", date(2026, 7, 1), date(2026, 7, 2)))
    use_contest(file, CODE)
    undo(file)
    undo(file)
    assert current_contest(file).purged_on == TODAY


def test_the_journal_still_leads_to_the_tables(file):
    """The newest word of the journal on each row is what stands, or that nothing does."""
    closed_contest(file)
    purge_contest(file, CODE)
    with file.reading() as connection:
        newest = {}
        states = select(change_rows, changes.c.state).join(changes).order_by(change_rows.c.id)
        for row in connection.execute(states):
            if row.state not in ("undone", "discarded"):
                newest[row.table_name, row.row_id] = row.after
        for table in DOMAIN_TABLES:
            ids = set(connection.execute(select(table.c.id)).scalars())
            known = {at: text for (name, at), text in newest.items() if name == table.name}
            assert {at for at, text in known.items() if text is not None} == ids, table.name
            assert FORGOTTEN not in known.values(), table.name


def test_an_open_an_unknown_and_a_purged_contest_are_refused(file):
    full_contest(file)
    with pytest.raises(AppError, match="đang mở nên chưa xóa"):
        purge_contest(file, CODE)
    with pytest.raises(AppError, match="không có cuộc thi mang mã khac"):
        purge_counts(file, "khac")
    close_contest(file)
    purge_contest(file, CODE)
    with pytest.raises(AppError, match="đã xóa ngày 08/06/2026"):
        purge_contest(file, CODE)
    with pytest.raises(AppError, match="không mở lại được"):
        reopen_contest(file)


def test_another_contest_is_left_alone_and_keeps_the_decisions(file):
    other = add_contest(file, own_contest("Khác", date(2026, 7, 1), date(2026, 7, 2)))
    full_contest(file)
    held = everything(file).count(JUROR)
    use_contest(file, CODE)
    close_contest(file)
    purge_contest(file, CODE)
    assert everything(file).count(JUROR) == held
    assert counted(file, match_decisions) == 1
    with file.reading() as connection:
        statement = select(contests.c.purged_on).where(contests.c.id == other.id)
        assert connection.execute(statement).scalar() is None


def test_one_that_is_stopped_leaves_all_as_it_was(file):
    closed_contest(file)
    before, written = fingerprint(file), everything(file)

    def stop(rows):
        if rows > 8:
            raise Cancelled

    with pytest.raises(Cancelled):
        purge_contest(file, CODE, stop)
    assert fingerprint(file) == before
    assert everything(file) == written
