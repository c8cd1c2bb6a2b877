"""One person's data goes to the last byte; every count stays, and so does everybody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.campaign.rights.purging_person import person_purge_counts, purge_person
from models.checking.checking import check_store
from models.errors import AppError
from models.figures.digest import figures_digest
from models.figures.figures import figures
from models.figures.frozen_reports import frozen_names, frozen_report, list_frozen
from models.journal.chain_check import broken_links, state_faults
from models.journal.differences import journal_differences
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.leaving import bring_back, set_left
from models.roster.people import add_person, edit_person, list_people
from models.roster.purged import PURGED_NAME
from models.store.backup import back_up
from models.store.data_file import open_file
from models.store.schema import people
from models.store.unreadable import find_unreadable
from tests.conftest import clock
from tests.factory import made_up_name
from tests.models.campaign.rights.somebody import (
    DAY,
    NAME,
    PHONE,
    draft,
    secrets_of,
    somebody,
)

DAYS = [DAY - timedelta(days=back) for back in range(1, 10)]


def found_in(folder, secrets):
    there = b"".join(each.read_bytes() for each in folder.iterdir() if each.is_file())
    return [each for each in secrets if each.encode() in there]


def undo_all(file):
    while undo(file) is not None:
        pass


def counted(told):
    """Every count of some figures."""
    return figures_digest(told), told.failed, told.attempts, [u.attempts for u in told.units]


@pytest.mark.file_only("the bytes of the file itself")
def test_no_byte_is_left_in_the_file_its_log_and_a_new_copy(data_path):
    with open_file(data_path, clock) as file:
        person, _ = somebody(file)
        with file.reading() as connection:
            kept = connection.execute(select(people).where(people.c.id == person)).one()
        secrets = [*secrets_of(), kept.uid, kept.name_key, kept.name_search, kept.name_sort]
        before = found_in(data_path.parent, secrets)
        assert len(before) > len(secrets) / 2
        assert purge_person(file, person).swept
        assert found_in(data_path.parent, secrets) == []
        copy = back_up(data_path).path
        assert not [each for each in secrets if each.encode() in copy.read_bytes()]
    assert found_in(data_path.parent, secrets) == []
    assert made_up_name(0).encode() in data_path.read_bytes()


def test_no_figure_of_a_past_day_and_no_frozen_one_changes(file):
    person, others = somebody(file)
    then = [counted(figures(file, day)) for day in DAYS]
    (frozen,) = list_frozen(file)
    purge_person(file, person)
    assert [counted(figures(file, day)) for day in DAYS] == then
    again = frozen_report(file, frozen.id)
    assert (again.whole, again.digest) == (True, frozen.digest)
    assert counted(again.figures) == counted(frozen.figures)
    named = {each.name for each in frozen_names(file, frozen.id)}
    assert PURGED_NAME in named
    assert made_up_name(0) in named
    assert figures(file, DAY).total == frozen.figures.total - 1
    assert len(list_people(file, PeopleQuery())) == len(others)
    assert find_unreadable(file.engine) is None


def test_it_is_told_before_what_goes_and_what_stays(file):
    person, _ = somebody(file)
    before = fingerprint(file)
    told = person_purge_counts(file, person)
    assert fingerprint(file) == before
    assert (told.counted, told.left_on, told.namesakes) == (True, DAY, 0)
    assert told.files == ("bai.pdf", "ds.xlsx")
    assert told.unread == ("quet.pdf",)
    assert (told.gone["match_decisions"], told.gone["unit_contacts"]) == (1, 1)
    assert (told.kept["participations"], told.kept["awards"]) == (1, 1)
    assert purge_person(file, person).told == told


def test_others_stay_as_they_were_and_the_one_who_shares_the_name_too(file):
    person, others = somebody(file)
    twin = add_person(file, draft(file, phone="0961237899", email="", staff_code="", note="kia"))
    with file.reading() as connection:
        rows = select(people).where(people.c.id.in_([*others, twin])).order_by(people.c.id)
        before = connection.execute(rows).all()
    assert person_purge_counts(file, person).namesakes == 1
    purge_person(file, person)
    with file.reading() as connection:
        assert connection.execute(rows).all() == before
    assert [p.id for p in list_people(file, PeopleQuery(search=NAME))] == [twin]
    assert [p.id for p in list_people(file, PeopleQuery(search=PHONE, include_left=True))] == []
    assert sum(NAME in each.summary for each in history(file)) >= 1


def test_nothing_brings_them_back(file):
    person, _ = somebody(file)
    purge_person(file, person)
    with pytest.raises(AppError, match="đã được xóa hẳn"):
        undo_all(file)
    assert NAME not in "".join(each.summary for each in history(file))
    with pytest.raises(AppError, match="đã được xóa hẳn"):
        purge_person(file, person)
    with pytest.raises(AppError, match="đã được xóa hẳn"):
        edit_person(file, person, draft(file))
    with pytest.raises(AppError, match="đã được xóa hẳn"):
        bring_back(file, [person], DAY)


def test_the_chain_holds_and_the_check_is_clean(file):
    person, _ = somebody(file)
    set_left(file, [person], DAY)
    before = {each.code for each in check_store(file).findings}
    purge_person(file, person)
    with file.reading() as connection:
        assert broken_links(connection) == []
        assert state_faults(connection) == []
        assert list(journal_differences(connection)) == []
    assert {each.code for each in check_store(file).findings} <= before


def test_who_has_left_before_keeps_that_day(file):
    person, _ = somebody(file)
    set_left(file, [person], date(2026, 6, 7), "Chuyển công tác")
    told = purge_person(file, person).told
    assert (told.counted, told.left_on) == (False, date(2026, 6, 7))
