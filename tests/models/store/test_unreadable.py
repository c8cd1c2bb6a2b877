"""Stored values that cannot be read are named by their row; nothing else is called damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from models.campaign.entry_rows import entry_book
from models.campaign.representative import choose_representative, record_sending
from models.checking.checking import check_store
from models.checking.sizes import sized
from models.checking.stumbles import broken_told
from models.contests.current import current_contest
from models.errors import AppError, Broke
from models.figures.figures import figures
from models.journal import replay
from models.journal.contents import content_of
from models.journal.history import history
from models.records import Mark, PeopleQuery
from models.records.entries import Channel, Sending
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.store.data_file import open_file
from models.store.unreadable import find_unreadable
from models.text.amounts import money_words
from tests.conftest import clock
from tests.factory import add_people
from tests.models.campaign.books import add


def roster(file):
    return list_people(file, PeopleQuery())


def there_and_back(file):
    replay.undo(file)
    replay.redo(file)


def add_somebody(file):
    set_marks(file, add_people(file, 2), Mark.REGISTERED, clock().date())


def amounts_in_words(file):
    with broken_told(file):
        return [money_words(prize.amount) for prize in current_contest(file).prizes]


@pytest.fixture
def spoiled(data_path):
    """Two people, one marked; then whatever SQL spoils the file while nobody has it open."""

    def spoil(sql, *values):
        with closing(sqlite3.connect(data_path)) as raw:
            raw.execute(sql, values)
            raw.commit()
        return data_path

    with open_file(data_path, clock) as file:
        ids = add_people(file, 2)
        set_marks(file, ids[:1], Mark.REGISTERED, clock().date())
    return spoil


OF_SQLITE = pytest.mark.file_only("a file holds in a column whatever was put there")


@OF_SQLITE
@pytest.mark.parametrize(
    ("sql", "value", "deed", "words"),
    [
        (
            "UPDATE units SET kind = ? WHERE id = 3",
            "lạ",
            list_units,
            "dòng 3 của bảng đơn vị.*“lạ”",
        ),
        (
            "UPDATE people SET staff_type = ? WHERE id = 2",
            "?",
            roster,
            "dòng 2 của bảng người",
        ),
        ("UPDATE people SET gender = ? WHERE id = 1", "nam", roster, "dòng 1 của bảng người"),
        (
            "UPDATE participations SET registered_on = ?",
            "2026-13-45",
            roster,
            "dòng 1 của bảng đăng ký, hoàn thành.*2026-13-45",
        ),
        ("UPDATE stages SET ends_on = ? WHERE id = 1", "mai", current_contest, "bảng chặng"),
        ("UPDATE stages SET kind = ? WHERE id = 1", "CON", current_contest, "bảng chặng"),
        ("UPDATE contests SET score_rule = ?", "hên", current_contest, "dòng 1 của bảng cuộc thi"),
        ("UPDATE changes SET at = ? WHERE id = 2", "hôm qua", history, "dòng 2 của bảng lịch sử"),
        (
            "UPDATE change_rows SET after = ? WHERE id = (SELECT max(id) FROM change_rows)",
            "{",
            there_and_back,
            "bảng nhật ký thay đổi",
        ),
        (
            "UPDATE people SET name = CAST(? AS TEXT) WHERE id = 2",
            b"Nguy\xff\xfen",
            roster,
            "dòng 2 của bảng người có giá trị không dùng được: cột name",
        ),
        (
            "UPDATE units SET name = CAST(? AS TEXT) WHERE id = 4",
            b"\xc3\x28",
            list_units,
            "dòng 4 của bảng đơn vị",
        ),
        (
            "UPDATE change_rows SET change_id = ? WHERE id = 2",
            1e308,
            add_somebody,
            "dòng 2 của bảng nhật ký thay đổi có giá trị không dùng được: cột change_id",
        ),
        (
            "UPDATE change_rows SET row_id = ? WHERE table_name = 'people'",
            2**63 - 1,
            add_somebody,
            "của bảng nhật ký thay đổi có giá trị không dùng được: cột row_id",
        ),
        (
            "UPDATE prizes SET amount = ? WHERE id = 1",
            -1,
            amounts_in_words,
            "dòng 1 của bảng giải thưởng có giá trị không dùng được: cột amount ghi “-1”",
        ),
    ],
)
def test_the_row_of_a_value_that_cannot_be_read_is_named(
    spoiled, damage_expected, sql, value, deed, words
):
    path = spoiled(sql, value)
    with open_file(path, clock) as file, pytest.raises(AppError, match=f"(?i){words}"):
        deed(file)


@OF_SQLITE
def test_figures_say_it_too(spoiled):
    path = spoiled("UPDATE units SET kind = 'lạ' WHERE id = 3")
    with open_file(path, clock) as file, pytest.raises(AppError, match="Dòng 3"):
        figures(file, clock().date())


def test_a_bug_is_not_called_damage_and_says_whether_something_was_written(file):
    with pytest.raises(ValueError, match="ours"), file.reading():
        raise ValueError("ours")
    with pytest.raises(Broke) as told, broken_told(file):
        raise KeyError("ours")
    assert told.value.written is False
    with pytest.raises(Broke) as told, broken_told(file):
        _write_and_break(file)
    assert told.value.written is True


def _write_and_break(file):
    add_people(file, 1)
    raise KeyError("ours")


@OF_SQLITE
def test_a_schema_that_is_no_text_is_damage_and_no_traceback(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_master SET sql = CAST(? AS TEXT) WHERE name = 'people'",
            (b"CREATE TABLE people (\xff\xfe",),
        )
        raw.commit()
    with pytest.raises(AppError, match="hỏng"):
        open_file(data_path, clock)


@OF_SQLITE
@pytest.mark.parametrize("version", ["abc", "", "5", b"\xff\xfe", "0005; DROP"])
def test_a_revision_that_is_none_is_damage(data_path, version):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = CAST(? AS TEXT)", (version,))
        raw.commit()
    with pytest.raises(AppError, match="hỏng"):
        open_file(data_path, clock)


@OF_SQLITE
def test_through_what_an_entry_was_sent_says_it_too(data_path, spoiled):
    with open_file(data_path, clock) as file:
        entry = add(file, "Bài")
        choose_representative(file, entry)
        record_sending(file, entry, Sending(clock(), Channel.ZALO))
    path = spoiled("UPDATE entries SET sent_by = 'bồ câu'")
    with (
        open_file(path, clock) as file,
        pytest.raises(AppError, match=r"Dòng 1 của bảng bài dự thi.*“bồ câu”"),
    ):
        entry_book(file)


@OF_SQLITE
@pytest.mark.parametrize("value", ["CAST(x'ff' AS TEXT)", "'chữ'", "1000000000000"])
def test_a_content_that_is_no_bytes_is_not_there(data_path, spoiled, value):
    path = spoiled(f"INSERT INTO contents (sha256, size, bytes) VALUES ('ab', 1, {value})")
    with open_file(path, clock) as file, file.reading() as connection:
        assert content_of(connection, "ab") is None


@OF_SQLITE
def test_a_row_that_points_to_one_that_is_gone_is_named(spoiled, damage_expected):
    """What was looked up for it is not there: no bug of ours."""
    path = spoiled("UPDATE people SET unit_id = 999 WHERE id = 2")
    words = r"Dòng 2 của bảng người chỉ đến một mục không còn có \(đơn vị\)"
    with open_file(path, clock) as file, pytest.raises(AppError, match=words), broken_told(file):
        raise KeyError(999)


@OF_SQLITE
@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(
            (column, value)
            for column in ("least_minutes", "target")
            for value in ("-1", "9e300", "-9e300", "1e999", "-1e999", str(2**53 + 2))
        ),
        *(("id", str(value)) for value in (-1, 2**53 + 2)),
        *(("keep_until", f"'{day}'") for day in ("0001-01-01", "1899-12-31", "2101-01-02")),
        ("closed_on", "'9999-12-31'"),
    ],
)
def test_no_number_is_below_zero_or_beyond_counting_and_no_day_out_of_reach(spoiled, column, value):
    """Whatever reckons with it would go wrong, wherever it does."""
    path = spoiled(f"UPDATE contests SET {column} = {value} WHERE id = 1")
    with open_file(path, clock) as file:
        told = find_unreadable(file.engine)
        codes = {flaw.code for flaw in check_store(file).findings}
    assert told is not None
    assert f"của bảng cuộc thi có giá trị không dùng được: cột {column}" in told.sentence
    assert "values" in codes


@OF_SQLITE
def test_what_is_told_of_a_content_is_looked_at_and_its_bytes_are_not(spoiled):
    path = spoiled("INSERT INTO contents (sha256, size, bytes) VALUES ('ab', -1, 'no bytes')")
    with open_file(path, clock) as file:
        told = find_unreadable(file.engine)
        assert sized(file)
    assert told is not None
    assert (
        "Dòng ab của bảng nội dung tệp có giá trị không dùng được: cột size ghi “-1”"
        in told.sentence
    )


def test_a_server_is_told_of_too(file):
    with file.writing() as connection:
        connection.exec_driver_sql("UPDATE contests SET keep_until = '0001-01-01'")
    told = find_unreadable(file.engine)
    assert told is not None
    assert "cột keep_until ghi “0001-01-01”" in told.sentence
