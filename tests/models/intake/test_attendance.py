"""Who attended a meeting and for how long, who answered a form: Teams, Zoom, Meet, Forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.intake.attendance.moments import Moments, minutes_of
from models.intake.attendance.names import participant_name
from models.intake.attendance.records import AttendanceTable
from models.intake.attendance.tables import attendance_tables
from models.intake.reading.reader import read_workbook
from models.records import Attended

TEAMS = """1. Summary
Meeting title\tTập huấn AI
Attended participants\t3
Start time\t6/8/26, 2:00:00 PM
Meeting duration\t1h 30m

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Trần Văn An\t6/8/26, 2:00:03 PM\t6/8/26, 3:30:00 PM\t1h 29m 57s\tan@xa.vn\tan@xa.vn\tOrganizer
TYT_Trần Thị Bình (Khách)\t6/8/26, 2:10:00 PM\t6/8/26, 2:20:00 PM\t10m\t\t\tPresenter
THCS Ban Mai - Lê Văn Ba (Guest)\t6/8/26, 2:10:00 PM\t6/8/26, 2:50:00 PM\t40m\t\t\tPresenter

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Trần Văn An\t6/8/26, 2:00:03 PM\t6/8/26, 3:30:00 PM\t1h 29m 57s\tan@xa.vn\tOrganizer
"""
TEAMS_IN_VIETNAMESE = """1. Tóm tắt
Tiêu đề cuộc họp\tTập huấn AI

2. Người tham dự
Tên\tLần tham gia đầu tiên\tLần rời khỏi cuối cùng\tThời lượng trong cuộc họp\tEmail\tVai trò
Trần Văn An\t08/06/2026 14:00:03\t08/06/2026 15:30:00\t1 giờ 29 phút 57 giây\tan@xa.vn\tNgười dự
"""
TEAMS_OF_BEFORE = """Full Name\tUser Action\tTimestamp
Trần Văn An\tJoined before\t6/8/2026, 2:00:00 PM
Lê Thị Hoa\tJoined\t6/8/2026, 2:05:00 PM
Lê Thị Hoa\tLeft\t6/8/2026, 2:15:00 PM
Lê Thị Hoa\tJoined\t6/8/2026, 2:20:00 PM
Trần Văn An\tLeft\t6/8/2026, 3:00:00 PM
"""
ZOOM = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 345,Tập huấn,06/08/2026 02:00:00 PM,06/08/2026 03:30:00 PM,x@y.vn,90,3

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
TYT (Trần Thị Bình),,06/08/2026 02:00:00 PM,06/08/2026 02:30:00 PM,30,Yes
TYT (Trần Thị Bình),,06/08/2026 02:20:00 PM,06/08/2026 02:50:00 PM,30,Yes
Lê Văn Ba,,06/08/2026 02:00:00 PM,06/08/2026 02:10:00 PM,10,Yes
Lê Văn Ba,ba@xa.vn,06/08/2026 03:00:00 PM,06/08/2026 03:30:00 PM,30,No
"""
MEET = """Tên,Họ,Email,Thời lượng,Thời gian tham gia,Thời gian rời khỏi
An,Trần Văn,an@xa.vn,1 giờ 5 phút,14:00,15:05
"""
GOOGLE_FORM = """Dấu thời gian,Họ và tên,Đơn vị công tác,Số điện thoại
08/06/2026 14:00:03,Trần Văn An,Trạm Y tế,0912000001
13/06/2026 15:00:03,Lê Thị Hoa,Trạm Y tế,0912000002
"""
MICROSOFT_FORM = """ID,Start time,Completion time,Email,Name,Họ và tên của đồng chí
1,6/8/26 14:00:03,6/8/26 14:05:00,anonymous,,Trần Văn An
2,6/13/26 9:00:03,6/13/26 9:05:00,anonymous,,Lê Thị Hoa
"""
LIST = """STT,Họ và tên,Đơn vị công tác,Số điện thoại
1,Trần Văn An,Trạm Y tế,0912000001
"""


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> AttendanceTable | None:
    path = tmp_path / "tệp.csv"
    path.write_bytes(text.encode(encoding))
    found = attendance_tables(read_workbook(path))
    return found[0] if found else None


def stays(tmp_path: Path, text: str, encoding: str = "utf-8") -> dict[str, float | None]:
    found = table(tmp_path, text, encoding)
    assert found is not None
    assert found.kind is Attended.MEETING
    return {row.name: None if row.minutes is None else round(row.minutes, 1) for row in found.rows}


def test_teams_gives_its_participants_once(tmp_path: Path) -> None:
    assert stays(tmp_path, TEAMS, "utf-16") == {
        "Trần Văn An": 90.0,
        "TYT_Trần Thị Bình": 10.0,
        "THCS Ban Mai - Lê Văn Ba": 40.0,
    }
    found = table(tmp_path, TEAMS, "utf-16")
    assert found is not None
    assert {row.day for row in found.rows} == {date(2026, 6, 8)}


def test_teams_in_vietnamese(tmp_path: Path) -> None:
    assert stays(tmp_path, TEAMS_IN_VIETNAMESE) == {"Trần Văn An": 90.0}


def test_acts_of_joining_and_leaving_become_minutes(tmp_path: Path) -> None:
    # Whoever never left stayed until the last act of anybody.
    assert stays(tmp_path, TEAMS_OF_BEFORE) == {"Trần Văn An": 60.0, "Lê Thị Hoa": 50.0}


def test_two_devices_at_once_count_once_and_later_visits_are_added(tmp_path: Path) -> None:
    assert stays(tmp_path, ZOOM) == {"Trần Thị Bình": 50.0, "Lê Văn Ba": 40.0}


def test_names_in_two_columns(tmp_path: Path) -> None:
    assert stays(tmp_path, MEET) == {"Trần Văn An": 65.0}


@pytest.mark.parametrize("text", [GOOGLE_FORM, MICROSOFT_FORM])
def test_answers_of_a_form_have_the_day_of_their_stamp(tmp_path: Path, text: str) -> None:
    found = table(tmp_path, text)
    assert found is not None
    assert found.kind is Attended.FORM
    assert [(row.row, row.day) for row in found.rows] == [
        (2, date(2026, 6, 8)),
        (3, date(2026, 6, 13)),
    ]


MOODLE = """Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00
Trần Văn,An,an@xa.vn,Finished,8 June 2026  8:00 AM,8 June 2026  8:20 AM,20 mins,9.00
"""
PLATFORM = """Tên,Email,Thời gian tham gia,Thời lượng,Điểm thi
Trần Văn An,an@xa.vn,08/06/2026 14:00,20 phút,90
"""


@pytest.mark.parametrize("text", [MOODLE, PLATFORM])
def test_an_export_of_a_test_is_no_meeting(tmp_path: Path, text: str) -> None:
    assert table(tmp_path, text) is None


def test_a_list_is_neither(tmp_path: Path) -> None:
    assert table(tmp_path, LIST) is None


def test_namesakes_with_addresses_of_their_own_stay_apart(tmp_path: Path) -> None:
    text = ZOOM.replace("Lê Văn Ba,,06", "Lê Văn Ba,ba2@xa.vn,06")
    found = table(tmp_path, text)
    assert found is not None
    keys = {row.key for row in found.rows if row.name == "Lê Văn Ba"}
    assert len(keys) == 2
    assert sorted(row.minutes or 0 for row in found.rows if row.name == "Lê Văn Ba") == [10, 30]


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("1h 30m", 90.0), ("45 phút", 45.0), ("1 giờ 5 phút", 65.0), ("01:05:30", 65.5),
        ("5:30", 5.5), (45, 45.0), ("30s", 0.5), ("2 giờ", 120.0), ("90 giây", 1.5),
        ("1 hr 10 min", 70.0), ("7,5", 7.5), ("1.234", None), ("vắng", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_durations(cell: object, minutes: float | None) -> None:
    assert minutes_of(cell) == minutes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "english", "day"),
    [
        (["6/8/2026, 2:00 PM", "6/13/2026, 2:00 PM"], True, date(2026, 6, 8)),
        (["8/6/2026 14:00", "13/6/2026 14:00"], False, date(2026, 6, 8)),
        (["08/06/2026 14:00"], False, date(2026, 6, 8)),
        (["06/08/2026 02:00:00 PM"], True, date(2026, 6, 8)),
        (["2026-06-08T14:00:00Z"], True, date(2026, 6, 8)),
        (["2026-06-08T20:00:00Z"], True, date(2026, 6, 9)),
        (["14:00:03 08/06/2026"], False, date(2026, 6, 8)),
        (["2026-06-08 23:30 GMT+7"], True, date(2026, 6, 8)),
    ],
)
def test_moments(cells: list[str], english: bool, day: date) -> None:
    moment = Moments(cells, english=english).read(cells[0])
    assert moment is not None
    assert moment.date() == day


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Trần Thị Bình (Khách)", "Trần Thị Bình"),
        ("Trần Thị Bình (Guest)", "Trần Thị Bình"),
        ("Trần Thị Bình (Chưa xác minh)", "Trần Thị Bình"),
        ("Trần Thị Bình (Host, me)", "Trần Thị Bình"),
        ("iPhone (Trần Thị Bình)", "Trần Thị Bình"),
        ("Trần Thị Bình (TYT)", "Trần Thị Bình"),
        ("TYT_Trần Thị Bình", "TYT_Trần Thị Bình"),
        ("VP_Hoàng Thị Giang (Galaxy A14)", "VP_Hoàng Thị Giang"),
        ("Hoàng Thị Giang (máy 2)", "Hoàng Thị Giang"),
        ("Samsung SM-A146 (Hoàng Thị Giang)", "Hoàng Thị Giang"),
        ("Trần Thị Bình (Lê Văn Ba)", "Trần Thị Bình"),
    ],
)
def test_what_the_meeting_adds_to_a_name_is_taken_off(shown: str, name: str) -> None:
    assert participant_name(shown) == name
