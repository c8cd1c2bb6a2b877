"""When a copy is due, and when the second place is asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.safekeeping.when import SinceCopy, asking_due, carrying_due, copy_due

NOW = datetime(2026, 11, 25, 15, 0)
MINUTE, DAY = 60.0, timedelta(days=1)


def test_every_half_hour_of_change_and_never_without_one() -> None:
    assert not copy_due(SinceCopy(changed=True, seconds=29 * MINUTE))
    assert copy_due(SinceCopy(changed=True, seconds=30 * MINUTE))
    assert not copy_due(SinceCopy(changed=False, seconds=600 * MINUTE))


def test_what_failed_is_tried_again_soon_and_again() -> None:
    failed = SinceCopy(changed=False, seconds=MINUTE, failed=True, since_failure=4 * MINUTE)
    assert not copy_due(failed)
    assert copy_due(failed._replace(since_failure=5 * MINUTE))


def test_a_newer_copy_goes_to_the_second_place_once_a_day() -> None:
    assert carrying_due(NOW, None, NOW)
    assert not carrying_due(None, None, NOW)
    assert not carrying_due(NOW, NOW, NOW + 9 * DAY)
    assert not carrying_due(NOW, NOW - DAY / 2, NOW)
    assert carrying_due(NOW, NOW - DAY, NOW)
    assert carrying_due(NOW, NOW + 90 * DAY, NOW), "the clock has been set back"


def test_the_second_place_is_asked_for_each_week() -> None:
    assert asking_due(None, NOW)
    assert not asking_due(NOW - 6 * DAY, NOW)
    assert asking_due(NOW - 7 * DAY, NOW)
