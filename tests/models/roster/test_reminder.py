"""The text for Zalo that reminds selected people of the contest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.records import Contest, Person, Stage
from models.roster.reminder import reminder_messages

TODAY = date(2026, 6, 8)
STAGE = Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))
CONTEST = Contest(1, "ai", "Ứng dụng AI", "AI", "OneTouch", "https://vi.du/khoa-hoc", 100, (STAGE,))
AN = Person(1, "a", "Trần Văn An", 7, "Trạm Y tế", phone="0912330118", position="Y sĩ")
BINH = Person(2, "b", "Lê Thị Bình", 8, "Trường Mầm non", registered_on=date(2026, 6, 2))
CUC = Person(3, "c", "Phạm Thị Cúc", 7, "Trạm Y tế", phone="0912330119")


def text(*people, contest=CONTEST, today=TODAY):
    return "\n".join(reminder_messages(people, contest, today))


def test_one_person_is_addressed_by_name():
    assert text(AN) == (
        "Kính gửi đồng chí Trần Văn An (Trạm Y tế),\n"
        "Theo số liệu đến ngày 08/06/2026, đồng chí chưa đăng ký tham gia Cuộc thi “Ứng dụng AI”.\n"
        "Đề nghị đồng chí thực hiện chậm nhất hết ngày 10/06/2026 "
        "(hạn chung của Cuộc thi: hết ngày 11/06/2026).\n"
        "Địa chỉ tham gia: https://vi.du/khoa-hoc\n"
        "Nếu đã thực hiện, xin báo lại để cập nhật. Trân trọng cảm ơn!"
    )


def test_several_stand_under_their_units_with_what_is_missing():
    assert text(AN, BINH, CUC).splitlines()[:9] == [
        "Kính gửi các đồng chí,",
        "Theo số liệu đến ngày 08/06/2026, các đồng chí có tên sau đây chưa đăng ký hoặc "
        "chưa hoàn thành Cuộc thi “Ứng dụng AI”:",
        "",
        "Trạm Y tế:",
        "1. Trần Văn An: chưa đăng ký tham gia",
        "2. Phạm Thị Cúc: chưa đăng ký tham gia",
        "Trường Mầm non:",
        "1. Lê Thị Bình: đã đăng ký, chưa hoàn thành",
        "",
    ]


def test_what_all_lack_is_said_once():
    told = text(AN, CUC)
    assert "có tên sau đây chưa đăng ký tham gia Cuộc thi" in told
    assert "1. Trần Văn An\n2. Phạm Thị Cúc\n" in told


def test_nothing_private_is_told():
    told = text(AN, BINH, CUC)
    for private in ("0912", "330118", "Y sĩ"):
        assert private not in told


def test_who_has_nothing_left_to_do_is_not_reminded():
    done = replace(AN, registered_on=TODAY, completed_on=TODAY)
    exempt = replace(AN, exempt_reason="Nghỉ thai sản", counts=False)
    left = replace(AN, left_on=date(2026, 6, 1), counts=False)
    assert reminder_messages((done, exempt, left), CONTEST, TODAY) == ()
    assert text(done, exempt, left, BINH) == text(BINH)


@pytest.mark.parametrize(
    ("today", "own", "words"),
    [
        (date(2026, 6, 11), date(2026, 6, 10), "thực hiện chậm nhất hết ngày 11/06/2026."),
        (date(2026, 6, 8), None, "thực hiện chậm nhất hết ngày 11/06/2026."),
        (date(2026, 6, 12), None, "Thời hạn là hết ngày 11/06/2026, nay đã qua."),
    ],
)
def test_the_deadline_is_the_next_one(today, own, words):
    contest = replace(CONTEST, stages=(replace(STAGE, internal_ends_on=own),))
    assert words in text(AN, contest=contest, today=today)


def test_a_contest_without_stages_and_address_is_still_named():
    told = text(AN, contest=replace(CONTEST, stages=(), course_url=""))
    assert told.splitlines()[-1].startswith("Nếu đã thực hiện")
    assert "hạn" not in told
    assert "http" not in told


def test_a_long_text_comes_in_parts_that_each_stand_alone():
    many = [
        replace(
            AN, id=at, name=f"Nguyễn Thị Hoa {at:03d}", unit_id=at // 60, unit=f"Trường {at // 60}"
        )
        for at in range(300)
    ]
    parts = reminder_messages(many, CONTEST, TODAY)
    assert len(parts) > 3
    assert all(len(part) <= 2_000 for part in parts)
    named = [line for part in parts for line in part.splitlines() if "Hoa" in line]
    assert len(named) == 300
    for at, part in enumerate(parts, start=1):
        lines = part.splitlines()
        assert lines[0] == f"({at}/{len(parts)}) Kính gửi các đồng chí,"
        assert lines[3].startswith("Trường ")
        assert "10/06/2026" in part


def test_a_contest_of_one_mark_asks_for_that_alone():
    contest = replace(CONTEST, one_mark=True, completed_word="Đã kích hoạt chữ ký số")
    words = text(AN, contest=contest)
    assert "đồng chí chưa kích hoạt chữ ký số trong Cuộc thi “Ứng dụng AI”." in words
    failed = replace(AN, name="Lê Thị Bình", failed_on=TODAY)
    words = text(AN, failed, contest=contest)
    assert "có tên sau đây chưa kích hoạt chữ ký số trong Cuộc thi" in words
    assert "đăng ký" not in words
