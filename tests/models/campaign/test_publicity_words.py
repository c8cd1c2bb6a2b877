"""The paragraph of the report: whole, official, by unit, of the day that is told."""

from __future__ import annotations

from datetime import date

from models.campaign.publicity_words import (
    NOTHING,
    progress_words,
    publicity_paragraph,
    publicity_progress,
)
from models.records.publicity import PublicityTask
from tests.models.campaign.books import CENTRE, OFFICE

PORTAL = "Cổng thông tin điện tử"


def task(what, channel="", unit=CENTRE, due=None, asked=1, done=0, done_on=None, links=()):
    day = date(2026, 6, done_on) if done_on else None
    due_on = date(2026, 6, due) if due else None
    return PublicityTask(1, what, channel, None, unit, due_on, asked, done, day, tuple(links))


LETTERS = (
    task(
        "Đăng tải Thể lệ, nội dung Cuộc thi trên Cổng thông tin điện tử của xã", PORTAL,
        due=5, done=1, done_on=2, links=("https://kesat.haiphong.gov.vn/ai",),
    ),
    task("Niêm yết nội dung Cuộc thi trên bảng thông tin nội bộ", "Bảng thông tin nội bộ",
         done=1, done_on=3),
    task("Đăng tin, bài tuyên truyền về Cuộc thi trên mạng xã hội", "Mạng xã hội",
         due=11, asked=3, done=2),
    task("UBND xã phát tin trên loa truyền thanh", "Loa truyền thanh", OFFICE, due=6),
)  # fmt: skip


def test_the_whole_paragraph():
    assert publicity_paragraph(LETTERS, date(2026, 6, 8), "Ứng dụng AI") == (
        "Công tác tuyên truyền về Cuộc thi “Ứng dụng AI” được triển khai bằng nhiều hình thức: "
        "Cổng thông tin điện tử, bảng thông tin nội bộ, mạng xã hội và loa truyền thanh. "
        "Tính đến ngày 08/6/2026, đã hoàn thành 2/4 nhiệm vụ tuyên truyền. "
        "Trung tâm Dịch vụ sự nghiệp công đã hoàn thành: đăng tải Thể lệ, nội dung Cuộc thi trên "
        "Cổng thông tin điện tử của xã (ngày 02/6/2026; đường dẫn: "
        "https://kesat.haiphong.gov.vn/ai); niêm yết nội dung Cuộc thi trên bảng thông tin nội bộ "
        "(ngày 03/6/2026). "
        "Trung tâm Dịch vụ sự nghiệp công đang thực hiện: đăng tin, bài tuyên truyền về Cuộc thi "
        "trên mạng xã hội (2/3; hạn 11/6/2026). "
        "Phòng Văn hóa - Xã hội chưa hoàn thành đúng hạn: UBND xã phát tin trên loa truyền thanh "
        "(hạn 06/6/2026)."
    )


def test_an_earlier_day_tells_what_was_done_by_then():
    told = publicity_paragraph(LETTERS, date(2026, 6, 2))
    assert "Tính đến ngày 02/6/2026, đã hoàn thành 1/4" in told
    assert "đang thực hiện: niêm yết nội dung" in told
    assert "chưa hoàn thành đúng hạn" not in told


def test_without_tasks_units_or_channels():
    assert publicity_paragraph((), date(2026, 6, 8)) == NOTHING
    alone = (task("Facebook của xã đăng bài", unit="", asked=2, done=3, done_on=5,
                  links=[f"https://a.vn/{n}" for n in range(4)]),)  # fmt: skip
    assert publicity_paragraph(alone, date(2026, 6, 8)) == (
        "Công tác tuyên truyền về Cuộc thi được triển khai. Tính đến ngày 08/6/2026, đã hoàn thành "
        "1/1 nhiệm vụ tuyên truyền. Đã hoàn thành: Facebook của xã đăng bài (3, yêu cầu 2; ngày 05/6/2026; "
        "đường dẫn: https://a.vn/0, https://a.vn/1 và 2 đường dẫn khác)."
    )
    one = (task("Đăng tin", PORTAL),)
    assert "được triển khai trên Cổng thông tin điện tử." in publicity_paragraph(
        one, date(2026, 6, 8)
    )


def test_progress_in_words():
    told = progress_words(publicity_progress(LETTERS, date(2026, 6, 8)))
    assert told == "2/4 nhiệm vụ hoàn thành, 1 quá hạn, 1 chưa có minh chứng"
