"""The command contest: seen, chosen, made anew and set part by part, without a window."""

from __future__ import annotations

import pytest

from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people, made_up_name
from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    return OfficeAtHand(data_path)


def test_show_tells_everything(office):
    shown = office.run("contest", "show")
    assert (shown["code"], shown["target"], shown["one_mark"]) == ("ai-2026", 100, False)
    assert [(s["number"], s["kind"], s["ends_on"]) for s in shown["stages"]] == [
        (1, "each", "2026-06-11"),
        (2, "entry", "2026-06-20"),
        (3, "presentation", "2026-06-25"),
    ]
    assert shown["prizes"][0] == {
        "rank": "Giải Nhất",
        "count": 1,
        "amount": 10_000_000,
        "words": "Mười triệu đồng",
        "honour": "Giấy khen của Giám đốc Sở Khoa học và Công nghệ",
    }
    assert [each["word"] for each in shown["levels"]] == ["chưa có ai", "thấp", "khá", "đạt"]
    assert "Đã kết thúc ngày 25/06/2026 · chưa có ai thuộc đối tượng" in shown["ending"]


def at(data, key):
    """The value that a key of `contest set` names."""
    kind, *rest = key.split(".")
    if not rest:
        return data[kind]
    part = data[f"{kind}s"][int(rest[0]) - 1]
    return part[rest[1]]


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("name", "Cuộc thi khác", "Cuộc thi khác"),
        ("short_name", "Khác", "Khác"),
        ("platform", "VNeID", "VNeID"),
        ("course_url", "https://vi.du/a", "https://vi.du/a"),
        ("organizer", "Sở Nội vụ", "Sở Nội vụ"),
        ("report_url", "https://vi.du/bang", "https://vi.du/bang"),
        ("entry_address", "thu@vi.du", "thu@vi.du"),
        ("prize.1.honour", "Bằng khen", "Bằng khen"),
        ("target", "95", 95),
        ("escalate_after", "3", 3),
        ("escalate_days", "0", 0),
        ("score_rule", "last", "last"),
        ("pass_mark", "7,5", 7.5),
        ("one_mark", "true", True),
        ("completed_word", "đã kích hoạt chữ ký số", "Đã kích hoạt chữ ký số"),
        ("stage.1.internal_ends_on", "2026-06-10", "2026-06-10"),
        ("stage.2.name", "Bài dự thi", "Bài dự thi"),
        ("stage.3.kind", "each", "each"),
        ("prize.2.amount", "6000000", 6_000_000),
        ("level.3.least", "60", 60),
        ("level.3.word", "trung bình", "trung bình"),
    ],
)
def test_each_part_is_set(office, key, value, kept):
    assert office.run("contest", "set", key, value)["changed"] is True
    assert at(office.run("contest", "show"), key) == kept
    assert office.run("contest", "set", key, value)["changed"] is False


def test_parts_are_added_and_taken_away(office):
    made = office.run("contest", "set", "stage.4", "2026-06-26 2026-06-30 Thi lại")
    assert made["stages"][3]["name"] == "Thi lại"
    assert office.run("contest", "set", "stage", "4")["stage"] == 4
    assert office.run("contest", "set", "stage.4", "")["stage"] == 1
    added = office.run("contest", "set", "prize.5", "1 500000 Giải phụ")
    assert added["prizes"][4]["words"] == "Năm trăm nghìn đồng"
    assert len(office.run("contest", "set", "prize.1", "")["prizes"]) == 4
    levels = office.run("contest", "set", "level.5", "90 good tốt")["levels"]
    assert [each["word"] for each in levels] == ["chưa có ai", "thấp", "khá", "tốt", "đạt"]
    assert office.run("undo", "5")["undone"][0].startswith("Sửa cuộc thi Ứng dụng AI 2026")


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("mau", "đỏ", "Cuộc thi không có mục mau"),
        ("target", "nhiều", "“nhiều” không phải là số nguyên"),
        ("target", "0", "Chỉ tiêu 0%"),
        ("pass_mark", "1.234", "“1.234” chưa rõ là số nào"),
        ("escalate_days", "999", "Số ngày trước khi báo cáo Chủ tịch là 999"),
        ("one_mark", "có", "Hãy ghi true hoặc false"),
        ("score_rule", "worst", "Hãy ghi best, first, last"),
        ("stage", "2", "Chặng 2 không đánh dấu từng người"),
        ("stage.9.name", "x", "không có chặng 9"),
        ("stage.1.color", "x", "Mục stage không có color"),
        ("stage.1.ends_on", "11/6/2026", "“11/6/2026” không phải là ngày"),
        ("stage.1.internal_ends_on", "2026-06-12", "muộn hơn hạn của thành phố"),
        ("stage.5", "2026-06-26 2026-06-30 Xa", "Chưa có chặng 4"),
        ("stage.4", "2026-06-26", "Hãy ghi như “2026-06-26 2026-06-30 Thi lại”"),
        ("stage.1", "", "Chỉ xóa được chặng cuối cùng"),
        ("prize.9", "", "không có giải số 9"),
        ("level.2.tone", "xanh", "Hãy ghi good, fair, low, none"),
    ],
)
def test_what_cannot_be_set_is_said(office, key, value, told):
    before = office.run("contest", "show")
    refused = office.raw("contest", "set", key, value)
    assert refused.returncode == 1
    assert told in refused.stderr
    assert office.run("contest", "show") == before


def test_one_s_own_and_last_year_s(office):
    words = ("--one-mark", "--completed-word", "đã kích hoạt chữ ký số")
    days = ("--starts", "2026-07-01", "--ends", "2026-07-31")
    own = office.run("contest", "new", "--name", "Chữ ký số 2026", *days, *words)
    assert (own["contest"], own["one_mark"]) == ("chu-ky-so-2026", True)
    assert own["completed_word"] == "Đã kích hoạt chữ ký số"
    again = office.run("contest", "new", "--from", "ai-2026")
    assert (again["contest"], again["stages"][0]["starts_on"]) == (
        "ung-dung-ai-2027",
        "2027-05-28",
    )
    moved = office.run(
        "contest", "new", "--from", "ai-2026", "--starts", "2028-03-01", "--name", "Đợt hai"
    )
    assert (moved["short_name"], moved["stages"][0]["starts_on"]) == ("Đợt hai", "2028-03-01")
    listed = office.run("contest", "list")["contests"]
    assert [each["code"] for each in listed if each["current"]] == ["dot-hai"]
    assert office.raw("contest", "new", "--name", "Thiếu ngày").returncode == 1
    assert office.raw("contest", "new", "--from", "khong-co").returncode == 1


def test_closing_freezes_and_refuses_marks_until_it_is_open_again(office):
    with open_file(office.data, clock) as file:
        add_people(file, 2)
    office.run("mark", "completed", "--phone", "0912000000", "--on", "2026-06-08")
    closed = office.run("contest", "close", "--on", "2026-06-08")
    assert closed["closed_on"] == "2026-06-08"
    assert closed["ending"] == "Đã đóng ngày 08/06/2026 · 1/2 hoàn thành (50,0%)"
    assert [each["stage"] for each in closed["frozen"]] == [1]
    assert closed["held"] == {"people": 2, "marked": 1, "exempt": 0}
    for words in (
        ("mark", "completed", "--phone", "0912000001"),
        ("undo",),
        ("contest", "set", "target", "90"),
        ("contest", "close"),
    ):
        refused = office.raw(*words)
        assert refused.returncode == 1
        assert "đã đóng ngày 08/06/2026" in refused.stderr
    assert office.run("contest", "list")["contests"][0]["closed"] is True
    assert office.run("contest", "reopen")["closed_on"] is None
    assert office.run("mark", "completed", "--phone", "0912000001")["marked"] == 1


def test_what_was_undone_before_a_refused_step_is_told(office):
    with open_file(office.data, clock) as file:
        add_people(file, 1)
    office.run("mark", "completed", "--phone", "0912000000", "--on", "2026-06-08")
    office.run("contest", "close", "--on", "2026-06-08")
    days = ("--starts", "2026-07-01", "--ends", "2026-07-31")
    office.run("contest", "new", "--name", "Khác", *days)
    refused = office.raw("undo", "3")
    assert refused.returncode == 1
    assert refused.stderr.startswith(
        "Đã hoàn tác: Thêm cuộc thi Khác. Cuộc thi Ứng dụng AI 2026 đã"
    )


def test_one_mark_alone_has_no_word_of_registration(office, tmp_path):
    with open_file(office.data, clock) as file:
        add_people(file, 2)
    office.run("contest", "set", "one_mark", "true")
    path = tmp_path / "xuat.csv"
    path.write_text(
        "Họ và tên,Số điện thoại,Đơn vị,Ngày hoàn thành\n"
        f"{made_up_name(0)},0912000000,Phòng Văn hóa - Xã hội,08/06/2026\n"
    )
    said = office.raw("reconcile", str(path), "--as-of", "2026-06-09").stdout
    assert "Trong danh sách: 1 người đã hoàn thành." in said
    refused = office.raw("report", "not-registered", "--out", tmp_path / "a.pdf")
    assert (refused.returncode, "không theo dõi đăng ký" in refused.stderr) == (1, True)
    assert office.run("report", "not-completed", "--out", tmp_path / "b.pdf")["path"]


def test_an_export_is_not_reconciled_with_a_closed_contest(office, tmp_path):
    with open_file(office.data, clock) as file:
        add_people(file, 1)
    path = tmp_path / "xuat.csv"
    path.write_text(
        "Họ và tên,Số điện thoại,Đơn vị,Ngày hoàn thành\n"
        f"{made_up_name(0)},0912000000,Phòng Văn hóa - Xã hội,08/06/2026\n"
    )
    office.run("contest", "close", "--on", "2026-06-08")
    refused = office.raw("reconcile", str(path), "--as-of", "2026-06-09")
    assert refused.returncode == 1
    assert "đã đóng ngày 08/06/2026" in refused.stderr


def test_a_mark_that_is_not_counted_is_refused(office):
    office.run("contest", "set", "one_mark", "true")
    told = office.raw("--json", "mark", "registered", "--phone", "0912000000")
    assert told.returncode == 1
    assert "chỉ tính một mốc (đã hoàn thành)" in told.stderr


def test_a_stage_of_entries_has_no_figures_of_people(office):
    said = "Chặng 2 không tính theo từng người"
    told = office.raw("--json", "freeze", "--stage", "2")
    assert (told.returncode, said in told.stderr) == (1, True)
    assert any(said in note for note in office.run("figures", "--stage", "2")["notes"])
