"""What attending comes to, in the words of a command and of the window."""

from __future__ import annotations

import pytest

from models.contests.wording import what_attending_comes_to, without_command
from models.records import AttendanceRule, Attended


@pytest.mark.parametrize("kind", list(Attended))
def test_the_window_is_told_of_no_command(kind: Attended) -> None:
    told = what_attending_comes_to(kind, AttendanceRule())
    assert "--attended registered" in told
    shown = without_command(told)
    assert "--" not in shown
    assert shown.endswith("Hãy chọn “đã đăng ký” hoặc “đã hoàn thành”.")
