"""Bugs: logged and told without anything personal, and only once."""

import logging
import sys

import pytest

from ui.notice import Tone
from ui.window.bugs import LOG_NAME, BugReporter, Discreet, describe, start_log


def broken(name):
    raise KeyError(f"{name} 0982103591")


@pytest.fixture
def error():
    try:
        broken("Đặng Thị Hòa")
    except KeyError as caught:
        return caught


def test_the_description_names_the_place_and_nobody(error):
    words = describe(error)
    assert words.startswith("KeyError")
    assert "test_bugs.py" in words
    assert "broken" in words
    assert "Hòa" not in words
    assert "0982" not in words


def test_a_cause_is_described_before_its_effect(error):
    try:
        raise ValueError("Trần Văn An") from error
    except ValueError as later:
        words = describe(later)
    assert words.index("KeyError") < words.index("ValueError")
    assert "Trần" not in words


def test_each_bug_is_told_once(desk, error):
    reporter = BugReporter(desk)
    told = []
    reporter.noticed.connect(told.append)
    reporter.report(error)
    reporter.report(error)
    assert [notice.tone for notice in told] == [Tone.BUG]
    assert "KeyError" in told[0].details
    assert "Traceback" not in told[0].text


@pytest.fixture
def installed(desk, monkeypatch):
    """What is told of errors that end on no console, which is put back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter, told = BugReporter(desk), []
    reporter.noticed.connect(told.append)
    reporter.install()
    return told


def test_a_bug_of_the_window_is_a_bug(qtbot, installed, error, caplog):
    sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: installed != [])
    assert [notice.tone for notice in installed] == [Tone.BUG]
    caplog.clear()


def test_what_the_window_stumbles_over_in_the_file_is_named(qtbot, desk, installed, error, caplog):
    with desk.file.writing() as connection:
        connection.exec_driver_sql("UPDATE communes SET name = x'ff'")
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: installed != [])
    (notice,) = installed
    assert notice.tone is Tone.PROBLEM
    assert "bảng xã, phường có giá trị không dùng được: cột name" in notice.text
    caplog.clear()


def test_without_a_file_it_is_a_bug(desk, installed, error, caplog):
    desk.close()
    sys.excepthook(type(error), error, error.__traceback__)
    assert [notice.tone for notice in installed] == [Tone.BUG]
    caplog.clear()


def test_the_log_keeps_where_but_not_what(tmp_path, error):
    record = logging.LogRecord(
        "x", logging.ERROR, "x.py", 1, "a bug", None, (type(error), error, error.__traceback__)
    )
    words = Discreet("%(message)s").format(record)
    assert "broken" in words
    assert "0982" not in words


def test_the_log_lies_in_the_users_folder(tmp_path, caplog):
    root = logging.getLogger()
    before = list(root.handlers)
    start_log(tmp_path / "du-lieu")
    added = [each for each in root.handlers if each not in before]
    try:
        logging.getLogger("ui").warning("a word")
        assert "a word" in (tmp_path / "du-lieu" / LOG_NAME).read_text(encoding="utf-8")
    finally:
        caplog.clear()
        for each in added:
            root.removeHandler(each)
            each.close()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path, caplog, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("")
    root = logging.getLogger()
    before = list(root.handlers)
    start_log(blocked / "below")
    for each in [each for each in root.handlers if each not in before]:
        logging.getLogger("ui").warning("a word")
        root.removeHandler(each)
        each.close()
    caplog.clear()
    assert not capsys.readouterr().err
