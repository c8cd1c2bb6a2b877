"""What attending comes to, in the words of a command and of the window."""

from __future__ import annotations

import pytest

from models.contests.wording import (
    mark_word,
    marks_counted,
    what_attending_comes_to,
    without_command,
)
from models.records import AttendanceRule, Attended, Contest, Mark


@pytest.mark.parametrize("kind", list(Attended))
def test_the_window_is_told_of_no_command(kind: Attended) -> None:
    told = what_attending_comes_to(kind, AttendanceRule())
    assert "--attended registered" in told
    shown = without_command(told)
    assert "--" not in shown
    assert shown.endswith("Hãy chọn “đã đăng ký” hoặc “đã hoàn thành”.")


SIGNATURES = Contest(
    1, "chu-ky-so", "Chữ ký số", "Chữ ký số", "", "", 100,
    completed_word="đã kích hoạt chữ ký số", one_mark=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "contest", "word"),
    [
        (Mark.REGISTERED, None, "Đã đăng ký"),
        (Mark.COMPLETED, None, "Đã hoàn thành"),
        (Mark.REGISTERED, SIGNATURES, "Đã đăng ký"),
        (Mark.COMPLETED, SIGNATURES, "Đã kích hoạt chữ ký số"),
    ],
)
def test_a_mark_is_called_as_its_contest_says(
    mark: Mark, contest: Contest | None, word: str
) -> None:
    assert mark_word(mark, contest) == word


def test_of_one_mark_only_completing_is_counted() -> None:
    assert marks_counted(SIGNATURES) == (Mark.COMPLETED,)
    assert marks_counted(None) == (Mark.REGISTERED, Mark.COMPLETED)
