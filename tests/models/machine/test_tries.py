"""Wrong tries are counted over restarts, and no clock shortens the wait."""

import json

import pytest

from models.machine.tries import (
    NAME,
    TryMoment,
    failed_tries,
    forget_tries,
    note_try,
    this_moment,
    wait_left,
)

KEY = "00ff"
START = TryMoment(1_000_000.0, 500.0)


def _later(seconds, since=START):
    return TryMoment(since.wall + seconds, since.running + seconds)


def _fail(folder, times, now=START):
    for _ in range(times):
        note_try(folder, KEY, now)


@pytest.mark.parametrize(
    ("times", "seconds"), [(0, 0), (1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (5000, 60)]
)
def test_the_wait_doubles_up_to_a_minute(tmp_path, times, seconds):
    (tmp_path / NAME).write_text(json.dumps({KEY: [times, *START]}))
    assert wait_left(tmp_path, KEY, START) == seconds
    assert wait_left(tmp_path, KEY, _later(seconds - 0.5)) == (0.5 if seconds else 0)
    assert wait_left(tmp_path, KEY, _later(seconds)) == 0


def test_tries_are_counted_for_each_key_until_one_is_right(tmp_path):
    assert [note_try(tmp_path, KEY, START) for _ in range(3)] == [1, 2, 3]
    assert (failed_tries(tmp_path, KEY), failed_tries(tmp_path, "aa")) == (3, 0)
    note_try(tmp_path, "aa", START)
    forget_tries(tmp_path, KEY)
    forget_tries(tmp_path, KEY)
    assert (failed_tries(tmp_path, KEY), failed_tries(tmp_path, "aa")) == (0, 1)
    assert wait_left(tmp_path, KEY, START) == 0


@pytest.mark.parametrize("wall", [-10_000, 0, 10_000])
def test_setting_the_clock_shortens_nothing(tmp_path, wall):
    _fail(tmp_path, 7)
    set_clock = TryMoment(START.wall + wall, START.running + 10)
    assert wait_left(tmp_path, KEY, set_clock) == 50


def test_a_machine_that_was_started_anew_counts_by_the_wall(tmp_path):
    _fail(tmp_path, 7)
    assert wait_left(tmp_path, KEY, TryMoment(START.wall + 40, 5.0)) == 20
    assert wait_left(tmp_path, KEY, TryMoment(START.wall + 400, 5.0)) == 0


def test_started_anew_with_the_clock_set_back_it_waits_from_then_on(tmp_path):
    _fail(tmp_path, 7)
    back = TryMoment(START.wall - 90_000, 5.0)
    assert wait_left(tmp_path, KEY, back) == 60
    assert wait_left(tmp_path, KEY, _later(60, back)) == 0


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"00ff": 3}', '{"00ff": ["x", 1, 2]}', "[" * 9_000, "9" * 70_000]
)
def test_what_cannot_be_read_is_no_try(tmp_path, text):
    (tmp_path / NAME).write_text(text)
    assert wait_left(tmp_path, KEY) == 0
    assert note_try(tmp_path, KEY) == 1
    assert 0 < wait_left(tmp_path, KEY, this_moment()) <= 1


def test_where_nothing_can_be_written_the_process_remembers(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert [note_try(blocked, KEY, START), note_try(blocked, KEY, START)] == [1, 2]
    assert wait_left(blocked, KEY, START) == 2


def test_the_note_stays_small(tmp_path):
    for number in range(70):
        note_try(tmp_path, f"{number:032x}", START)
    assert len(json.loads((tmp_path / NAME).read_text())) == 50
    assert failed_tries(tmp_path, f"{69:032x}") == 1
    assert [each.name for each in tmp_path.iterdir()] == [NAME]
