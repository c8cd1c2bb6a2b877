"""Letters of an open file: its wording, its figures, its names, in every format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.editing import edit_contest
from models.errors import AppError
from models.figures.closing import close_contest
from models.papers.wordings import store_wording
from models.records import Contest, Mark, StageKind
from models.records.choices import DocumentChoices
from models.roster.marks import set_marks
from reports.catalog import KINDS, kind_of
from reports.compose import compose
from reports.document import Table
from reports.gather.request import Request
from reports.nothing import NothingToList
from reports.publish import render_document
from reports.wording.checking import check_wording
from reports.wording.known import places_of
from reports.wording.originals import kinds_with_wording, original_wording
from tests.factory import add_people, unit
from tests.reports.letters.offices import paragraphs

LETTERS = ("launch-letter", "support-letter", "reminder-letter", "unit-reminder-letter")
OFFICE, OTHER = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"


def request(file, kind: str, **more) -> Request:
    only = {"unit_id": unit(file, OTHER).id} if kind == "unit-reminder-letter" else {}
    return Request(kind, **{**only, **more})


@pytest.mark.parametrize("kind", kinds_with_wording())
def test_an_original_wording_has_nothing_wrong_in_it(kind):
    assert check_wording(kind, original_wording(kind)) == ()
    assert original_wording(kind).endswith("\n")


@pytest.mark.parametrize("kind", LETTERS)
def test_no_figure_stands_in_an_original_by_hand(kind):
    assert not any(letter.isdigit() for letter in original_wording(kind))


def test_every_kind_with_a_wording_is_a_document():
    assert set(kinds_with_wording()) <= {kind.code for kind in KINDS}
    assert set(LETTERS) <= set(kinds_with_wording())
    assert all(places_of(kind) for kind in LETTERS)


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_is_made_in_all_its_formats(file, kind):
    add_people(file, 3, unit(file, OTHER).id)
    made = compose(file, request(file, kind))
    assert made.title.is_letter
    assert made.title.subject[0].startswith("V/v ")
    assert paragraphs(made)[-1].endswith("./.")
    for fmt in kind_of(kind).formats:
        assert len(render_document(made, fmt)) > 1000


@pytest.mark.parametrize("kind", LETTERS)
def test_the_offices_own_wording_holds_and_what_was_chosen(file, kind):
    add_people(file, 3, unit(file, OTHER).id)
    store_wording(file, kind, "= V/v {tên xã}\nCó {tổng số} người./.", original_wording(kind))
    chosen = DocumentChoices(addressees=("Công an xã",), recipients=("Lãnh đạo xã",))
    made = compose(file, request(file, kind, choices=chosen, number=7))
    assert made.title.subject == ("V/v xã Kẻ Sặt",)
    assert paragraphs(made) == ["Có 3 người./."]
    assert made.addressees == ("Công an xã",)
    assert made.recipients == ("Lãnh đạo xã", "Lưu: VT, VHXH")
    assert made.header.number == 7


def test_before_the_list_of_people_is_there_the_contest_can_be_launched(file):
    made = compose(file, Request("launch-letter"))
    assert made.addressees == (
        "Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy, Văn phòng Đảng ủy",
        "Các Ban HĐND xã",
        "Các cơ quan chuyên môn, đơn vị thuộc xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Các đơn vị sự nghiệp công lập trực thuộc xã",
        "Ban Chỉ huy Quân sự, Công an xã",
        "Trạm Y tế xã",
        "Các trường học trên địa bàn xã",
        "Các thôn",
    )
    assert "các cơ quan, đơn vị, trường học" in paragraphs(made)[2]


def test_a_letter_of_the_office_itself_asks_and_reports(file):
    add_people(file, 3)
    made = compose(file, Request("reminder-letter", choices=DocumentChoices(issuer="vhxh")))
    texts = paragraphs(made)
    assert made.header.symbol == "VHXH"
    assert any(text.endswith("Phòng Văn hóa - Xã hội đề nghị:") for text in texts)
    assert any("Phòng Văn hóa - Xã hội theo dõi, tổng hợp" in text for text in texts)


def test_a_unit_gets_its_names_with_what_each_lacks(file):
    ids = add_people(file, 4, unit(file, OTHER).id)
    add_people(file, 2)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 1))
    set_marks(file, ids[:1], Mark.COMPLETED, date(2026, 6, 2))
    made = compose(file, request(file, "unit-reminder-letter"))
    told = paragraphs(made)[1]
    assert "Phòng Kinh tế đã có 2/4" in told
    assert told.endswith(
        "Đơn vị còn 02 người chưa đăng ký và 01 người đã đăng ký nhưng chưa hoàn thành có tên tại "
        "Phụ lục kèm theo Công văn này."
    )
    assert made.addressees == (OTHER,)
    assert made.stem == "CongVanDonDoc_KeSat_PhongKinhTe"
    [annex] = made.annexes
    assert annex.title[-1] == "Đơn vị: Phòng Kinh tế"
    [table] = [block for block in annex.body if isinstance(block, Table)]
    assert sorted(str(row.cells[4]) for row in table.rows) == [
        "Chưa đăng ký", "Chưa đăng ký", "Đã đăng ký, chưa hoàn thành",
    ]  # fmt: skip
    assert all("*" in str(row.cells[3]) for row in table.rows)
    assert (made.people, made.phones) == (3, 0)
    full = compose(file, request(file, "unit-reminder-letter", masked=False, reason="gọi điện"))
    assert full.phones == 3


def test_the_office_that_follows_the_contest_does_not_report_to_itself(file):
    add_people(file, 1)
    made = compose(file, Request("unit-reminder-letter", unit_id=unit(file, OFFICE).id))
    assert any("Báo cáo kết quả thực hiện về UBND xã" in text for text in paragraphs(made))


def test_where_nobody_is_missing_there_is_a_sentence_and_no_letter(file):
    ids = add_people(file, 2, unit(file, OTHER).id)
    set_marks(file, ids, Mark.COMPLETED, date(2026, 6, 2))
    for kind, sentence in (
        ("reminder-letter", "Tất cả các đơn vị đã hoàn thành"),
        ("unit-reminder-letter", "Phòng Kinh tế không còn ai chưa hoàn thành"),
    ):
        with pytest.raises(NothingToList, match=sentence):
            compose(file, request(file, kind))
    add_people(file, 1)
    assert compose(file, Request("reminder-letter")).annexes
    with pytest.raises(NothingToList):
        compose(file, request(file, "unit-reminder-letter"))


def of_entries(contest: Contest) -> Contest:
    stages = tuple(replace(each, kind=StageKind.ENTRY) for each in contest.stages)
    return replace(contest, stages=stages)


def later(contest: Contest) -> Contest:
    days = {"starts_on": date(2026, 6, 9), "ends_on": date(2026, 6, 11)}
    return replace(contest, stages=(replace(contest.stages[0], **days), *contest.stages[1:]))


@pytest.mark.parametrize("kind", LETTERS[2:])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (None, "đã đóng nên không còn đôn đốc"),
        (of_entries, "không tính theo từng người"),
        (later, "Chặng 1 bắt đầu từ ngày 09/6/2026 nên chưa cần"),
    ],
)
def test_nobody_is_reminded_where_there_is_nothing_to_do(file, kind, change, sentence):
    add_people(file, 3, unit(file, OTHER).id)
    if change is None:
        close_contest(file)
    else:
        edit_contest(file, change)
    with pytest.raises(NothingToList, match=sentence):
        compose(file, request(file, kind))
    assert compose(file, request(file, "launch-letter")).body


def test_a_letter_to_a_unit_wants_to_know_which(file):
    with pytest.raises(AppError, match="gửi đơn vị nào"):
        compose(file, Request("unit-reminder-letter"))


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize(
    "more",
    [
        {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"},
        {"one_mark": True},
        {"registered_word": "đã nhận thiết bị", "completed_word": "đã ký số"},
        {"platform": "Zalo"},
        {"target": 80, "course_url": "https://vi.du/hoc"},
    ],
)
@pytest.mark.parametrize("name", ["Chiến dịch ký số", "Tìm hiểu pháp luật"])
def test_a_campaign_of_ones_own_has_natural_sentences(file, kind, more, name):
    add_people(file, 3, unit(file, OTHER).id)
    own = own_contest(name, date(2026, 6, 1), date(2026, 6, 30))
    add_contest(file, replace(own, **more))
    made = compose(file, request(file, kind))
    for text in [*paragraphs(made), *made.title.subject]:
        assert not any(wrong in text for wrong in ("  ", "()", " ,", " .", "{", "}", "[[", "“”"))
        assert ",," not in text
        assert text[:1].isupper() or text[:1] in "-1234567890h(“"
    told = " ".join((*made.title.subject, *paragraphs(made)))
    assert "OneTouch" not in told
    assert "Bình dân học vụ số" not in told
    assert ("Chiến dịch “Ký số”" if name.startswith("Chiến") else f"Cuộc thi “{name}”") in told
