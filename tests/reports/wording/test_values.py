"""Each place has a value, said once; what a contest lacks is empty and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.campaign_words import campaign_words
from models.records import Contest, Prize, Stage, StageKind, UnitFigures
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.records.kinds import UnitKind
from reports.blocks import Paragraph, QrCode
from reports.occasion import Occasion
from reports.wording.known import PLACES
from reports.wording.places import COUNTED_PLACES, place_key
from reports.wording.values.all import COMMON_PLACES, common_values
from reports.wording.values.figures import about
from reports.wording.values.papers import cited
from reports.wording.values.records import WordingRecords
from tests.reports.samples import COMMUNE, CONTEST, DEPARTMENT, ISSUER, commune_figures, of_units

NOTHING = WordingRecords()
OCCASION = Occasion(commune_figures(), ISSUER, COMMUNE, CONTEST)


def values(contest: Contest = CONTEST, records: WordingRecords = NOTHING) -> dict[str, object]:
    return dict(common_values(replace(OCCASION, contest=contest), records))


def test_every_place_has_a_value_and_every_value_a_place():
    assert set(values()) == {place.code for place in COMMON_PLACES}


def test_a_place_is_declared_once_and_told_in_a_sentence():
    keys = [place_key(place.code) for place in PLACES]
    assert len(set(keys)) == len(keys)
    assert {place.code for place in COUNTED_PLACES} <= {place.code for place in PLACES}
    for place in PLACES:
        assert place.explanation.endswith((".", "…"))
        assert place.example
        assert not set(place.code) & set("{}[]|*")


def test_the_figures_are_those_of_the_letter():
    found = values()
    assert (found["số đã tham gia"], found["tổng số"]) == ("24", "532")
    assert found["tỷ lệ tham gia làm tròn"] == "khoảng 4,5%"
    assert found["ngày số liệu"] == "ngày 08 tháng 6 năm 2026"
    assert found["mới có"] == "mới có"
    assert found["nhận xét"] == "thấp hơn nhiều so với yêu cầu"


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (24, 532, "khoảng 4,5%"),
        (266, 532, "50,0%"),
        (1, 8, "12,5%"),
        (1, 3000, "dưới 0,1%"),
        (0, 532, "0%"),
        (532, 532, "100%"),
        (0, 0, "–"),
    ],
)
def test_a_rate_is_about_only_where_it_was_rounded(part, whole, words):
    assert about(part, whole) == words


@pytest.mark.parametrize(
    ("done", "said", "remark"),
    [
        (0, "", "thấp hơn nhiều so với yêu cầu"),
        (49, "mới có", "thấp hơn nhiều so với yêu cầu"),
        (50, "đã có", "chưa đạt yêu cầu"),
        (99, "đã có", "chưa đạt yêu cầu"),
        (100, "đã có", ""),
    ],
)
def test_what_is_said_of_a_rate_goes_by_the_target(done, said, remark):
    figures = of_units(UnitFigures(1, "A", UnitKind.OTHER, 100, done, 0))
    found = common_values(replace(OCCASION, figures=figures), NOTHING)
    assert (found["mới có"], found["nhận xét"]) == (said, remark)


def test_who_takes_part_is_told_as_far_as_it_is_known():
    def whom(*codes: str) -> object:
        lines = tuple(UnitFigures(None, c, None, 3, 0, 0, code=c) for c in codes)
        figures = replace(OCCASION.figures, staff=lines)
        return common_values(replace(OCCASION, figures=figures), NOTHING)["đối tượng"]

    everybody = "cán bộ, công chức, viên chức, người lao động"
    assert whom("public_employee", "cadre") == "cán bộ, viên chức"
    assert whom("cadre", "civil_servant", "public_employee") == "cán bộ, công chức, viên chức"
    assert whom("cadre", "worker") == whom("cadre", "") == whom() == everybody


def test_an_office_asks_and_does_not_tell_itself_what_to_do():
    found = common_values(replace(OCCASION, issuer=DEPARTMENT), NOTHING)
    assert (found["yêu cầu"], found["phòng tham mưu"]) == ("đề nghị", "")


STAGES = (
    Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10), "Học"),
    Stage(2, "Vinh danh", date(2026, 12, 30), date(2027, 1, 5), kind=StageKind.ENTRY),
    Stage(3, "", date(2027, 2, 1), date(2027, 2, 1)),
)


def texts(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [each.text for each in found if isinstance(each, Paragraph)]


def test_stages_are_told_with_their_days():
    assert texts(values(replace(CONTEST, stages=STAGES))["các chặng"]) == [
        "Chặng 1 - Nâng cao năng lực: từ ngày 28/5 đến ngày 11/6/2026;",
        "Chặng 2 - Vinh danh: từ ngày 30/12/2026 đến ngày 05/01/2027;",
        "Chặng 3: ngày 01/02/2027.",
    ]
    assert texts(values(replace(CONTEST, stages=STAGES[:1]))["các chặng"]) == [
        "Thời gian tổ chức: từ ngày 28/5 đến ngày 11/6/2026."
    ]
    assert values(replace(CONTEST, stages=()))["các chặng"] == ()


def test_each_stage_is_told_with_how_to_take_part():
    contest = replace(
        CONTEST, stages=STAGES, course_url="https://a.vn/hoc", entry_address="https://a.vn/bai"
    )
    found = values(contest)["nội dung các chặng"]
    assert isinstance(found, tuple)
    assert texts(found) == [
        "a) Chặng 1 - Nâng cao năng lực",
        "- Hình thức: Học.",
        "- Địa chỉ tham gia:",
        "https://a.vn/hoc",
        "- Thời gian: Từ ngày 28/5/2026 đến hết ngày 11/6/2026.",
        "b) Chặng 2 - Vinh danh",
        "- Nơi gửi bài dự thi:",
        "https://a.vn/bai",
        "- Thời gian: Từ ngày 30/12/2026 đến hết ngày 05/01/2027.",
        "c) Chặng 3",
        "- Địa chỉ tham gia:",
        "https://a.vn/hoc",
        "- Thời gian: Ngày 01/02/2027.",
    ]
    assert [each.text for each in found if isinstance(each, QrCode)] == ["https://a.vn/hoc"] * 2


@pytest.mark.parametrize(
    ("prize", "line"),
    [
        (Prize("Giải Nhất", 1, 10_000_000, honour="Giấy khen của Giám đốc Sở"),
         "- 01 Giải Nhất, trị giá 10 triệu đồng (bằng chữ: Mười triệu đồng) "
         "và Giấy khen của Giám đốc Sở."),
        (Prize("Giải Ba", 3, 500_000),
         "- 03 Giải Ba, mỗi giải trị giá 500.000 đồng (bằng chữ: Năm trăm nghìn đồng)."),
        (Prize("Giải Nhất", 1, 0, honour="Giấy khen"), "- 01 Giải Nhất: Giấy khen."),
        (Prize("Giải Nhất", 12, 0), "- 12 Giải Nhất."),
    ],
)  # fmt: skip
def test_prizes_are_told_in_figures_and_words(prize, line):
    assert texts(values(replace(CONTEST, prizes=(prize,)))["giải thưởng"]) == [line]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ứng dụng AI", "Cuộc thi “Ứng dụng AI”"),
        ("Hội thi cải cách hành chính", "Hội thi “Cải cách hành chính”"),
        ("Chiến dịch “Ký số”", "Chiến dịch “Ký số”"),
        ("Hội", "Cuộc thi “Hội”"),
        ("Tháng", "Cuộc thi “Tháng”"),
    ],
)
def test_a_campaign_is_called_what_its_name_says(name, words):
    assert campaign_words(replace(CONTEST, name=name)) == words


def test_words_of_a_preset_are_empty_in_a_campaign_of_ones_own():
    own = values(replace(CONTEST, code="chu-ky-so-2026", name="Kích hoạt chữ ký số"))
    assert (own["phong trào"], own["phương châm"], own["mục đích"]) == ("", "", "")
    assert values()["phong trào"] == "Bình dân học vụ số"
    # Begun anew for another year it has another code.
    assert values(replace(CONTEST, code="ai-2027"))["phong trào"] == "Bình dân học vụ số"


def paper(direction: Direction, symbol: str, day: date | None, **more: str) -> RegisteredDocument:
    told = DocumentDraft(direction, **{"kind": "Công văn", **more}, symbol=symbol, issued_on=day)
    return RegisteredDocument(1, told)


OURS = "Sở Khoa học và Công nghệ"


def test_what_came_from_above_is_cited_fully():
    first = paper(Direction.IN, "2136/SKHCN-TTTT", date(2026, 5, 28), issuer=OURS,
                  subject="Về việc triển khai")  # fmt: skip
    newest = paper(Direction.IN, "2291/SKHCN-TTTT", date(2026, 6, 6), issuer=OURS)
    later = paper(Direction.IN, "2300/SKHCN-TTTT", date(2026, 6, 9))
    found = values(records=WordingRecords((later, newest, first)))
    told = f"Công văn số 2136/SKHCN-TTTT ngày 28/5/2026 của {OURS} về việc triển khai"
    assert found["văn bản cấp trên"] == told
    assert found["văn bản cấp trên mới nhất"] == (
        f"Công văn số 2291/SKHCN-TTTT ngày 06/6/2026 của {OURS}"
    )
    assert (found["thể lệ"], found["cấp trên"]) == ("thể lệ", "thành phố")
    assert found["văn bản triển khai"] == values()["thể lệ"] == values()["cấp trên"] == ""


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("V/v triển khai.", "về việc triển khai"),
        ("về việc triển khai", "về việc triển khai"),
        ("Triển khai Cuộc thi", "về việc triển khai Cuộc thi"),
        ("Về một số nhiệm vụ", "về một số nhiệm vụ"),
        ("CBCC tham gia", "về việc CBCC tham gia"),
    ],
)
def test_a_subject_goes_on_in_the_sentence(subject, said):
    told = paper(Direction.IN, "1/A", None, subject=subject).told
    assert cited(told) == f"Công văn số 1/A {said}"


def test_the_communes_own_letter_is_the_first_that_set_it_going():
    own = (
        paper(Direction.OUT, "", None),
        paper(Direction.OUT, "09/BC-UBND", date(2026, 6, 1), kind="Báo cáo"),
        paper(Direction.OUT, "1000/UBND-VHXH", date(2026, 6, 2), subject="triển khai Cuộc thi"),
        paper(Direction.OUT, "1001/UBND-VHXH", date(2026, 6, 3)),
        paper(Direction.OUT, "1/UBND-VHXH", date(2026, 6, 9)),
    )
    found = values(records=WordingRecords(own))
    assert found["văn bản triển khai"] == "công văn số 1000/UBND-VHXH về việc triển khai Cuộc thi"
    assert found["ngày văn bản triển khai"] == "02/6/2026"


@pytest.mark.parametrize(
    ("symbol", "kind", "told"),
    [
        ("1000/UBND-VHXH", "", "văn bản số 1000/UBND-VHXH"),
        ("12/VHXH", "", "văn bản số 12/VHXH"),
        ("09/BC-UBND", "", ""),
        ("07/TTr-UBND", "", ""),
        ("1000/UBND-VHXH", "Báo cáo", ""),
        ("15/KH-UBND", "Kế hoạch", "kế hoạch số 15/KH-UBND"),
    ],
)
def test_a_document_whose_kind_nobody_wrote_is_known_by_its_symbol(symbol, kind, told):
    own = (paper(Direction.OUT, symbol, date(2026, 6, 2), kind=kind, subject=""),)
    assert values(records=WordingRecords(own))["văn bản triển khai"] == told


SIGNING = replace(
    CONTEST, code="ky-so", name="Chiến dịch ký số", platform="", one_mark=True,
    completed_word="đã kích hoạt chữ ký số",
)  # fmt: skip


def test_one_mark_has_nothing_of_registering():
    found = values(SIGNING)
    assert found["việc tham gia"] == found["việc phải làm"] == "kích hoạt chữ ký số"
    assert (found["số đã đăng ký"], found["tỷ lệ đăng ký"], found["việc đăng ký"]) == ("", "", "")
    assert (found["số đã tham gia"], found["kết quả hoàn thành"]) == ("10", "")


@pytest.mark.parametrize(
    ("more", "begun", "asked"),
    [
        ({"completed_word": ""}, "hoàn thành chiến dịch",
         "hoàn thành chiến dịch đúng thời gian quy định"),
        ({"one_mark": False, "completed_word": ""}, "đăng ký tham gia",
         "đăng ký, tham gia và hoàn thành chiến dịch đúng thời gian quy định"),
        ({"one_mark": False, "registered_word": "đã nhận thiết bị"}, "nhận thiết bị",
         "nhận thiết bị và kích hoạt chữ ký số đúng thời gian quy định"),
        ({"one_mark": False}, "đăng ký tham gia chiến dịch",
         "đăng ký tham gia chiến dịch và kích hoạt chữ ký số đúng thời gian quy định"),
    ],
)  # fmt: skip
def test_a_campaign_of_ones_own_is_told_in_its_words(more, begun, asked):
    found = values(replace(SIGNING, **more))
    assert (found["việc tham gia"], found["việc phải hoàn thành"]) == (begun, asked)
    assert found["việc dự thi"] == ""


@pytest.mark.parametrize(
    ("as_of", "issued_on", "left"),
    [
        (date(2026, 6, 8), None, "10/6/2026"),
        (date(2026, 6, 10), None, "10/6/2026"),
        (date(2026, 6, 8), date(2026, 6, 11), "11/6/2026"),
        (date(2026, 6, 12), None, ""),
    ],
)
def test_only_a_deadline_that_is_still_to_come_is_named(as_of, issued_on, left):
    figures = replace(OCCASION.figures, as_of=as_of)
    contest = replace(CONTEST, stages=STAGES[:1])
    at = replace(OCCASION, figures=figures, contest=contest, issued_on=issued_on)
    found = common_values(at, NOTHING)
    assert (found["hạn hoàn thành"], found["hạn nội bộ"]) == (left, "10/6/2026")


def test_figures_of_a_minute_are_told_with_it():
    figures = replace(OCCASION.figures, minute=17 * 60)
    found = common_values(replace(OCCASION, figures=figures), NOTHING)
    assert found["ngày số liệu"] == "17 giờ 00 ngày 08 tháng 6 năm 2026"
