"""A pasted list of a meeting speaks only of who stayed long enough."""

from models.contests.attendance import set_attendance_rule
from models.marking.apply import MessageReader
from models.marking.records import Standing
from models.marking.stays import stays_in_text
from models.records import AttendanceRule, Attended, Mark
from tests.models.marking.roster import fill

MEETING = (
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n"
    "Nguyễn Văn An,,08/06/2026 14:00:00,08/06/2026 14:20:00,20\n"
    "Nguyễn Văn An,,08/06/2026 14:30:00,08/06/2026 14:45:00,15\n"
    "Lê Thị Lan,,08/06/2026 14:00:00,08/06/2026 14:10:00,10\n"
)


def test_a_message_is_of_no_meeting() -> None:
    assert stays_in_text("Nguyễn Văn An đã tham gia, Lê Thị Lan chưa", 30) is None
    assert stays_in_text("", 0) is None


def test_who_stayed_too_short_is_named_apart() -> None:
    found = stays_in_text(MEETING, 30)
    assert found is not None
    assert found.names == ("Nguyễn Văn An",)
    assert found.short == ("Lê Thị Lan (10 phút)",)


def test_without_a_least_time_everybody_counts() -> None:
    found = stays_in_text(MEETING, 0)
    assert found is not None
    assert found.names == ("Nguyễn Văn An", "Lê Thị Lan")


def test_the_minutes_of_the_contest_are_asked_unless_told(file) -> None:
    fill(file)
    set_attendance_rule(file, Attended.MEETING, AttendanceRule(Mark.COMPLETED, 30))
    kept = MessageReader().read(file, MEETING)
    assert kept.least_minutes == 30
    assert [each.mention.text for each in kept.found] == ["Nguyễn Văn An"]
    told = MessageReader().read(file, MEETING, 5)
    assert told.least_minutes == 5
    assert len(told.of(Standing.SURE)) + len(told.of(Standing.UNCERTAIN)) == 2
