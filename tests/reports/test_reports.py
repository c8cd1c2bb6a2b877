"""Báo cáo kết quả, báo cáo nhanh, báo cáo định kỳ: what they say, of when, and what they leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.campaign.publicity import add_task
from models.campaign.purging import purge_contest
from models.campaign.reminders import give_reminders
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.parts import with_stage
from models.figures.closing import close_contest
from models.figures.frozen import freeze
from models.office.choices import remember_choices
from models.office.issuer import COMMITTEE
from models.office.signers import store_signer
from models.papers.documents import add_document
from models.papers.periods import parse_period
from models.reconcile.official import set_official_figure
from models.records import Mark, PeopleQuery, StageKind, UnitFigures
from models.records.choices import PARTS, DocumentChoices, NamedSigner
from models.records.documents import Direction, DocumentDraft
from models.records.moment import Moment
from models.records.publicity import TaskDraft
from models.records.reminders import Addressee, ReminderDraft, ReminderWay, UnitCounts
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.store.data_file import DataFile
from models.text.formats import percent
from reports.blocks import Chart, Paragraph, ParagraphStyle
from reports.checking.paper import check_paper
from reports.compose import compose_document
from reports.document import Document
from reports.gather.request import Request
from reports.issuing import issue
from reports.kinds.charts import rates_chart
from reports.kinds.report import annexes_words
from reports.kinds.report import report as make_report
from reports.nothing import NothingToList
from reports.occasion import Occasion
from reports.wording.checking import check_wording
from reports.wording.known import places_of
from reports.wording.originals import original_wording
from reports.wording.places import COUNTED_PLACES
from reports.wording.values.own_parts import UNWRITTEN
from reports.wording.values.report_records import REPORT_KINDS, ReportRecords
from reports.wording.values.results import values_of_results
from tests.factory import add_people, unit
from tests.reports.samples import COMMUNE, CONTEST, ISSUER, many_units, of_units

DAY = date(2026, 6, 8)
TEXTS = {part: f"Phần {at}." for at, part in enumerate(PARTS, start=1)}
CENTRE = "Trung tâm Phục vụ hành chính công"


@pytest.fixture
def office(file: DataFile) -> DataFile:
    """Ten people in two units; three registered, one of them completed; frozen on 06/6."""
    ids = [*add_people(file, 6), *add_people(file, 4, unit(file, CENTRE).id)]
    set_marks(file, ids[:1], Mark.REGISTERED, date(2026, 6, 5))
    freeze(file, date(2026, 6, 6), kind="figures", title="Số liệu")
    set_marks(file, ids[1:3], Mark.REGISTERED, date(2026, 6, 7))
    set_marks(file, ids[:1], Mark.COMPLETED, date(2026, 6, 7))
    store_signer(file, NamedSigner(0, COMMITTEE, ("CHỦ TỊCH",), "Trần Thị Mẫu"))
    for kind in REPORT_KINDS:
        remember_choices(file, kind, DocumentChoices(texts=TEXTS))
    return file


def report(file: DataFile, kind: str = "result-report", **asked: object) -> Document:
    return compose_document(file, Request(kind, **asked))  # type: ignore[arg-type]


def text_of(document: Document) -> str:
    return "\n".join(block.text for block in document.body if isinstance(block, Paragraph))


def heads(document: Document) -> list[str]:
    return [
        block.text
        for block in document.body
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.PART
    ]


def test_the_five_parts_with_the_figures_of_the_screen(office: DataFile) -> None:
    document = report(office, as_of=DAY)
    assert document.title.type_name == "BÁO CÁO"
    assert document.title.subject[1] == "(số liệu tính đến ngày 08 tháng 6 năm 2026)"
    assert document.addressees == ("Sở Khoa học và Công nghệ thành phố Hải Phòng",)
    assert document.header.symbol == "BC-UBND"
    assert heads(document) == [
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ",
        "III. KHÓ KHĂN, VƯỚNG MẮC",
        "IV. NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    text = text_of(document)
    assert text.startswith("Thực hiện Công văn số 2136/SKHCN-TTTT ngày 28/5/2026 của Sở Khoa học")
    assert "toàn xã Kẻ Sặt có 10 cán bộ, công chức, viên chức, người lao động" in text
    assert "- Đã đăng ký: 3/10 người, đạt tỷ lệ 30,0%; còn 7 người chưa đăng ký;" in text
    assert "- Đã hoàn thành: 1/10 người, đạt tỷ lệ 10,0%; còn 9 người chưa hoàn thành." in text
    assert "so với báo cáo số liệu chốt 06/6/2026, đăng ký tăng 2 người, hoàn thành" in text
    assert "Phụ lục I (theo đơn vị), Phụ lục II (theo khối)" not in text
    assert text.endswith("tổng hợp./.")
    for part in TEXTS.values():
        assert part in text
    assert (document.people, document.phones) == (0, 0)
    assert {place.code for place in places_of("result-report")} - document.places.keys() <= {
        place.code for place in COUNTED_PLACES
    }


def test_who_does_not_count_is_told_with_the_reasons_and_why_the_total_changed(
    office: DataFile,
) -> None:
    person = list_people(office, PeopleQuery())[-1]
    set_exempt(office, [person.id], "Nghỉ thai sản", since=date(2026, 6, 7))
    text = text_of(report(office, as_of=DAY))
    assert "có 9 cán bộ" in text
    assert "đơn vị. Không thuộc đối tượng: 1 (1 nghỉ thai sản). Kết quả cụ thể:" in text
    assert "tổng số giảm 1 người (từ 10 xuống 9: 1 nghỉ thai sản từ 07/6)." in text


def test_the_table_of_units_is_its_annex_and_that_of_khoi_where_there_are_several(
    office: DataFile,
) -> None:
    assert [annex.title for annex in report(office, as_of=DAY).annexes] == [
        ("BIỂU TỔNG HỢP KẾT QUẢ THAM GIA CUỘC THI THEO ĐƠN VỊ",)
    ]
    add_people(office, 2, unit(office, "Văn phòng Đảng ủy").id)
    document = report(office, as_of=DAY)
    assert len(document.annexes) == 2
    assert document.annexes[1].title[0].endswith("THEO KHỐI")
    assert "tại Phụ lục I (theo đơn vị), Phụ lục II (theo khối) kèm theo" in text_of(document)


def test_what_was_done_stands_in_part_one_as_far_as_it_is_known(office: DataFile) -> None:
    plain = text_of(report(office, as_of=DAY))
    assert "2. " not in plain.split("II. KẾT QUẢ")[0]
    letter = DocumentDraft(
        Direction.OUT, "Công văn", "1000/UBND-VHXH", subject="V/v triển khai Cuộc thi",
        issued_on=date(2026, 6, 2),
    )  # fmt: skip
    add_document(office, letter)
    add_document(office, replace(letter, kind="Báo cáo", symbol="12/BC-UBND"))
    add_task(office, TaskDraft("Đăng bài trên Cổng thông tin điện tử", done=1, done_on=DAY))
    where = unit(office).id
    draft = ReminderDraft(where, 1, ReminderWay.ZALO, Addressee.HEAD, "", "", UnitCounts(6, 0, 0))
    give_reminders(office, [draft, replace(draft, way=ReminderWay.LETTER)])
    told = text_of(report(office, as_of=DAY)).split("II. KẾT QUẢ")[0]
    assert (
        "2. Văn bản chỉ đạo, triển khai: Ủy ban nhân dân xã đã ban hành 01 văn bản, gồm: Công văn "
        "số 1000/UBND-VHXH ngày 02/6/2026 về việc triển khai Cuộc thi." in told
    )
    assert "3. Tuyên truyền: Công tác tuyên truyền về Cuộc thi" in told
    assert (
        "4. Theo dõi, đôn đốc: Ủy ban nhân dân xã đã đôn đốc 2 lượt đối với 1 cơ quan, đơn vị "
        "(1 lượt qua Zalo, 1 lượt bằng văn bản), gần nhất ngày 08/6/2026." in told
    )


def test_the_count_of_the_city_stands_beside_ours(office: DataFile) -> None:
    set_official_figure(office, date(2026, 6, 7), registered=2)
    assert "đã đăng ký 2 người (danh sách đang theo dõi: 3 người), ngày 07/6/2026" in text_of(
        report(office, as_of=DAY)
    )
    assert "đã thông báo" not in text_of(report(office, as_of=date(2026, 6, 6)))


def test_a_part_that_nobody_wrote_is_a_gap_that_blocks(office: DataFile) -> None:
    remember_choices(office, "result-report", DocumentChoices(texts={PARTS[0]: "Mạng yếu."}))
    document = report(office, as_of=DAY)
    assert text_of(document).count(UNWRITTEN) == 2
    faults = [each.sentence for each in check_paper(document, DAY) if each.code == "empty-part"]
    assert faults == [
        "Phần “IV. NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI” chưa có nội dung.",
        "Phần “V. KIẾN NGHỊ, ĐỀ XUẤT” chưa có nội dung.",
    ]


def test_braces_and_marks_of_the_officer_are_ordinary_letters(office: DataFile) -> None:
    odd = "Đã nhắc {tổng số} **lần** [[ & <b>\nDòng hai."
    remember_choices(office, "result-report", DocumentChoices(texts=dict.fromkeys(PARTS, odd)))
    text = text_of(report(office, as_of=DAY))
    assert text.count("Đã nhắc {tổng số} **lần** [[ & <b>\nDòng hai.") == 3


def test_a_quick_report_is_of_this_minute_and_short(office: DataFile) -> None:
    now = office.clock()
    document = report(office, "quick-report")
    assert document.title.type_name == "BÁO CÁO NHANH"
    minute = f"{now:%H} giờ {now:%M} ngày 08 tháng 6 năm 2026"
    assert document.title.subject[-1] == f"(tính đến {minute})"
    assert document.figures.minute == now.hour * 60 + now.minute
    assert not any(isinstance(block, Chart) for block in document.body)
    asked = report(office, "quick-report", as_of=Moment(date(2026, 6, 7), 17 * 60))
    assert asked.title.subject[-1] == "(tính đến 17 giờ 00 ngày 07 tháng 6 năm 2026)"
    assert "(số liệu tính đến 17 giờ 00 ngày 07 tháng 6 năm 2026)" in {
        block.text for block in asked.annexes[0].body if isinstance(block, Paragraph)
    }
    day = report(office, "quick-report", as_of=date(2026, 6, 7))
    assert day.title.subject[-1] == "(tính đến ngày 07 tháng 6 năm 2026)"


def test_a_quick_report_leaves_out_what_nobody_wrote(office: DataFile) -> None:
    assert "Khó khăn, vướng mắc" in text_of(report(office, "quick-report"))
    remember_choices(office, "quick-report", DocumentChoices())
    text = text_of(report(office, "quick-report"))
    assert "Khó khăn" not in text
    assert UNWRITTEN not in text


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("2026-06", "tháng 6 năm 2026 (từ 15/5/2026 đến 08/6/2026)"),
        ("2026-Q2", "quý II năm 2026 (từ 15/3/2026 đến 08/6/2026)"),
        ("2026-H1", "6 tháng đầu năm 2026 (từ 15/12/2025 đến 08/6/2026)"),
        ("2026-9T", "9 tháng đầu năm 2026 (từ 15/12/2025 đến 08/6/2026)"),
        ("2026", "năm 2026 (từ 15/12/2025 đến 08/6/2026)"),
        ("2026-06-01..2026-06-07", "từ 01/6/2026 đến 07/6/2026"),
    ],
)
def test_a_periodic_report_is_named_by_its_period(office: DataFile, code: str, title: str) -> None:
    document = report(office, "period-report", period=parse_period(code))
    assert document.title.subject[-1] == title
    assert "Mức thay đổi so với kỳ trước: so với ngày" in text_of(document)
    assert document.stem.endswith(f"_Ky-{code.replace('..', '_')}")


def test_the_period_before_is_told_with_its_year(office: DataFile) -> None:
    text = text_of(report(office, "period-report", period=parse_period("2026-9T")))
    assert "so với kỳ trước: so với ngày 14/9/2025 theo dữ liệu hiện nay" in text


def test_nobody_is_left_where_all_have_done_it(office: DataFile) -> None:
    set_marks(office, [each.id for each in list_people(office, PeopleQuery())], Mark.COMPLETED, DAY)
    text = text_of(report(office, as_of=DAY))
    assert "- Đã hoàn thành: 10/10 người, đạt tỷ lệ 100%." in text


def test_without_a_period_it_is_of_the_last_month_that_has_ended(office: DataFile) -> None:
    document = report(office, "period-report")
    assert document.title.subject[-1] == "tháng 5 năm 2026 (từ 15/4/2026 đến 14/5/2026)"
    assert document.stem.endswith("_Ky-2026-05")
    assert document.header.dated.month == office.clock().month
    assert issue(office, Request("period-report"), ("pdf",)).period == "2026-05"
    earlier = report(office, "period-report", as_of=date(2026, 5, 10))
    assert earlier.stem.endswith("_Ky-2026-04")


def test_a_contest_of_one_mark_speaks_nowhere_of_registering(office: DataFile) -> None:
    edit_contest(
        office,
        lambda contest: replace(contest, one_mark=True, completed_word="đã kích hoạt chữ ký số"),
    )
    for kind in REPORT_KINDS:
        document = report(office, kind)
        text = text_of(document)
        assert "Đã kích hoạt chữ ký số: " in text
        assert "đăng ký" not in text
        charts = [block for block in document.body if isinstance(block, Chart)]
        assert not any("đăng ký" in s.name.lower() for chart in charts for s in chart.series)


def test_charts_end_with_the_figures(office: DataFile) -> None:
    document = report(office, as_of=DAY)
    curve, bars = (block for block in document.body if isinstance(block, Chart))
    assert curve.categories[-1] == "08/6"
    assert [series.values[-1] for series in curve.series[:2]] == [3, 1]
    shares = dict(zip(bars.categories, bars.series[0].values, strict=True))
    assert shares == {unit(office).name: 0.5, CENTRE: 0}
    assert percent(3, 6) == "50,0%"


@pytest.mark.parametrize(
    ("count", "ending"),
    [(0, ""), (1, "Đơn vị 1"), (15, "Đơn vị 15"), (17, "Đơn vị 15 và 2 đơn vị khác")],
)
def test_units_that_are_done_are_named_as_far_as_a_sentence_goes(count: int, ending: str) -> None:
    lines = (UnitFigures(at, f"Đơn vị {at}", None, 3, 3, 3) for at in range(1, count + 1))
    left = UnitFigures(99, "Còn lại", None, 3, 3, 2)
    occasion = Occasion(of_units(*lines, left), ISSUER, COMMUNE, CONTEST)
    values = values_of_results(occasion, ReportRecords())
    assert str(values["các đơn vị đạt 100%"]).endswith(ending)
    assert "Còn lại" not in str(values["các đơn vị đạt 100%"])
    assert values["số đơn vị đạt 100%"] == (f"{count:02d}" if count else "")


@pytest.mark.parametrize(("units", "named"), [(12, "đơn vị"), (13, "khối"), (61, "khối")])
def test_many_units_have_a_chart_of_their_own_in_an_annex(units: int, named: str) -> None:
    figures = many_units(units)
    told = Occasion(figures, ISSUER, COMMUNE, CONTEST)
    body = rates_chart(figures, CONTEST)
    assert body is not None
    assert body.title == f"Tỷ lệ tham gia theo {named}"
    charts = [
        block
        for annex in make_report("result-report", told, "", {}).annexes
        for block in annex.body
        if isinstance(block, Chart)
    ]
    assert [len(chart.categories) for chart in charts] == ([13] if units == 13 else [])
    assert annexes_words("result-report", told).count("Phụ lục") == (3 if charts else 2)
    assert rates_chart(of_units(), CONTEST) is None


def test_a_contest_of_entries_alone_has_nobody_to_report(file: DataFile) -> None:
    edit_contest(
        file,
        lambda contest: with_stage(replace(contest.stages[0], kind=StageKind.ENTRY), contest),
    )
    for kind in (*REPORT_KINDS, "unit-summary", "kind-summary", "not-registered"):
        with pytest.raises(NothingToList, match="Chặng 1 không tính theo từng người"):
            report(file, kind)


def test_of_a_purged_contest_the_counts_stay(office: DataFile) -> None:
    contest = current_contest(office)
    assert contest is not None
    close_contest(office)
    text = text_of(report(office))
    purge_contest(office, contest.code)
    document = report(office)
    assert "3/10 người" in text_of(document)
    assert "3/10 người" in text
    with pytest.raises(NothingToList, match="đã xóa"):
        report(office, "people")


@pytest.mark.parametrize("kind", [*REPORT_KINDS, "award-decision"])
def test_the_originals_name_only_places_that_there_are(kind: str) -> None:
    assert original_wording(kind)
    assert check_wording(kind, original_wording(kind)) == ()
