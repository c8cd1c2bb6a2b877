"""Bugs: logged and told without anything personal, and only once."""

import logging

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


def test_each_bug_is_told_once(qtbot, error):
    reporter = BugReporter()
    told = []
    reporter.noticed.connect(told.append)
    reporter.report(error)
    reporter.report(error)
    assert [notice.tone for notice in told] == [Tone.BUG]
    assert "KeyError" in told[0].details
    assert "Traceback" not in told[0].text


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
