"""The letter 004 comes out of made-up data: 24/532, 4,5%, the day of the figures, the deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.records import UnitFigures, UnitKind
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from reports.document import RowStyle, Share, Table
from tests.reports.letters.offices import (
    AI,
    CONTEST,
    FIRST,
    bold_of,
    edited,
    figures_of,
    incoming,
    occasion_in,
    paragraphs,
    rebuilt,
)
from tests.reports.samples import AS_OF

CITY = "Sở Khoa học và Công nghệ thành phố Hải Phòng"
NEWEST = incoming("2291/SKHCN-TTTT", date(2026, 6, 6), CITY)
SENT = RegisteredDocument(
    2,
    DocumentDraft(
        Direction.OUT, "Công văn", "1000/UBND-VHXH", subject=f"triển khai {AI}",
        issued_on=date(2026, 6, 2),
    ),
)  # fmt: skip
STAFF = "cán bộ, công chức, viên chức"
UNITS = (
    UnitFigures(1, "Phòng Kinh tế", UnitKind.GOVERNMENT, 15, 8, 0),
    UnitFigures(2, "Phòng Văn hóa - Xã hội", UnitKind.GOVERNMENT, 14, 14, 0),
    UnitFigures(3, "Trung tâm Phục vụ hành chính công", UnitKind.GOVERNMENT, 11, 2, 0),
    UnitFigures(4, "Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_SERVICE, 13, 0, 0),
    UnitFigures(5, "Trường Tiểu học Thượng Hồng", UnitKind.SCHOOL, 457, 0, 0),
    UnitFigures(6, "Trạm Y tế xã", UnitKind.HEALTH, 22, 0, 0),
)
FIRST_STAGE = replace(CONTEST.stages[0], internal_ends_on=date(2026, 6, 10))
REMINDING = replace(CONTEST, stages=(FIRST_STAGE, *CONTEST.stages[1:]))
OCCASION = occasion_in("Xã Kẻ Sặt", UNITS, contest=REMINDING, as_of=AS_OF, signer=("Q. CHỦ TỊCH",))
IN_ANNEX = "Các đơn vị có tỷ lệ tham gia thấp có tên tại Phụ lục kèm theo Công văn này."


def letter_004() -> list[str]:
    return [
        f"Thực hiện Công văn số 2291/SKHCN-TTTT ngày 06/6/2026 của {CITY} về việc triển khai {AI}; "
        "nhằm đẩy mạnh Phong trào “Bình dân học vụ số”, nâng cao nhận thức, kỹ năng ứng dụng trí "
        f"tuệ nhân tạo (AI) trong thực thi công vụ của đội ngũ {STAFF} trên địa bàn xã.",
        "Ngày 02/6/2026 Ủy ban nhân dân xã đã ban hành công văn số 1000/UBND-VHXH về việc triển "
        f"khai {AI}. Tuy nhiên theo số liệu thống kê đến ngày 08 tháng 6 năm 2026, toàn xã Kẻ Sặt "
        f"mới có 24/532 {STAFF} đăng ký tham gia học tập và dự thi, đạt tỷ lệ khoảng 4,5%, thấp "
        "hơn nhiều so với yêu cầu và mặt bằng chung của thành phố.",
        f"Để bảo đảm đến hết ngày 10/6/2026 hoàn thành chỉ tiêu 100% {STAFF} tham gia cuộc thi "
        "theo yêu cầu của thành phố, UBND xã yêu cầu:",
        "1. Thủ trưởng các phòng chuyên môn, đơn vị sự nghiệp, hiệu trưởng các trường học khẩn "
        f"trương quán triệt, tuyên truyền và đôn đốc 100% {STAFF} thuộc đơn vị mình quản lý đăng "
        "ký tham gia học tập và hoàn thành các nội dung dự thi theo đúng thể lệ, thời gian quy "
        "định.",
        "2. Người đứng đầu cơ quan, đơn vị chịu trách nhiệm trước UBND xã về kết quả triển khai "
        "tại đơn vị; thường xuyên theo dõi, kiểm tra, đôn đốc và tổng hợp tình hình tham gia của "
        f"{STAFF}.",
        "3. Cán bộ, công chức, viên chức khi đăng ký tham gia cuộc thi cần kiểm tra kỹ thông tin "
        "cá nhân và tên đơn vị dự thi; trường hợp đăng ký sai đơn vị phải kịp thời chỉnh sửa trên "
        "hệ thống để bảo đảm kết quả được ghi nhận đúng cho đơn vị.",
        "4. Giao Phòng Văn hóa - Xã hội theo dõi, tổng hợp kết quả thực hiện; báo cáo UBND xã và "
        "tham mưu các giải pháp đôn đốc các đơn vị có tỷ lệ tham gia thấp.",
        "5. Cán bộ, công chức, viên chức tham gia học tập trực tuyến tại địa chỉ: "
        "https://onetouch.mic.gov.vn/khoa-hoc/"
        "cuoc-thi-ung-dung-ai-trong-thuc-thi-nhiem-vu-cua-cac-co-quan-hanh-chinh",
        "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện; hoàn thành việc đăng ký, học "
        "tập và tham gia dự thi theo quy định của Ban Tổ chức cuộc thi./.",
    ]


def test_letter_004_says_what_it_says():
    """How others stand in the city no figure of the office tells: the officer says that."""
    wording = edited(
        "reminder-letter", ("{nhận xét}", "{nhận xét} và mặt bằng chung của thành phố")
    )
    made = rebuilt("reminder-letter", OCCASION, (FIRST, NEWEST, SENT), wording)
    told = letter_004()
    assert paragraphs(made) == [*told[:2], IN_ANNEX, *told[2:]]
    assert bold_of(made) == ["10/6/2026", "100%"]
    assert made.title.subject == (f"V/v đôn đốc tham gia {AI}",)
    assert made.addressees == (
        "Các phòng chuyên môn thuộc UBND xã",
        "Trung tâm Phục vụ hành chính công xã",
        "Trung tâm Dịch vụ sự nghiệp công xã",
        "Các trường học, trạm y tế trên địa bàn xã",
        "Cán bộ, công chức, viên chức, người lao động thuộc UBND xã",
    )
    assert made.recipients == ("Như trên", "Lưu: VT, VHXH")
    assert made.signature is not None
    assert made.signature.lines == ("Q. CHỦ TỊCH",)


def test_the_original_says_nothing_that_no_figure_tells():
    made = paragraphs(rebuilt("reminder-letter", OCCASION, (FIRST, NEWEST, SENT)))
    told = [text.replace(" và mặt bằng chung của thành phố", "") for text in letter_004()]
    assert [text for text in made if text != IN_ANNEX] == told


def test_without_a_letter_of_its_own_the_sentence_about_it_drops_out():
    made = paragraphs(rebuilt("reminder-letter", OCCASION, (NEWEST,)))
    assert made[1].startswith("Theo số liệu thống kê đến ngày 08 tháng 6 năm 2026, toàn xã")
    bare = paragraphs(rebuilt("reminder-letter", OCCASION, ()))
    assert bare[0] == f"Ủy ban nhân dân xã Kẻ Sặt đang triển khai {AI} trên địa bàn xã."
    assert "100% cán bộ, công chức, viên chức tham gia cuộc thi, UBND xã yêu cầu:" in bare[3]


def test_low_units_stand_in_the_annex_the_lowest_first():
    made = rebuilt("reminder-letter", OCCASION)
    [annex] = made.annexes
    assert annex.title == ("DANH SÁCH ĐƠN VỊ CÓ TỶ LỆ THAM GIA THẤP", AI)
    [table] = [block for block in annex.body if isinstance(block, Table)]
    assert [row.cells for row in table.rows[:-1]] == [
        (1, "Trường Tiểu học Thượng Hồng", 457, 0, Share(0, 457), 457, 4),
        (2, "Trạm Y tế xã", 22, 0, Share(0, 22), 22, 4),
        (3, "Trung tâm Dịch vụ sự nghiệp công", 13, 0, Share(0, 13), 13, 4),
        (4, "Trung tâm Phục vụ hành chính công", 11, 2, Share(2, 11), 9, 3),
    ]
    assert table.rows[-1].style is RowStyle.TOTAL
    assert table.rows[-1].cells[1:5] == (503, 2, Share(2, 503), 501)


def shown(*units: UnitFigures) -> tuple[list[str], list[tuple[object, ...]]]:
    occasion = replace(OCCASION, figures=figures_of(units))
    made = rebuilt("reminder-letter", occasion, ())
    [table] = [block for block in made.annexes[0].body if isinstance(block, Table)]
    return paragraphs(made), [row.cells for row in table.rows]


def test_where_none_is_low_those_stand_there_who_are_not_through():
    fair = UnitFigures(1, "A", UnitKind.OTHER, 10, 8, 3)
    full = UnitFigures(2, "B", UnitKind.OTHER, 10, 10, 3)
    texts, rows = shown(fair, full)
    assert rows == [(1, "A", 10, 8, Share(8, 10), 2, 2)]
    assert (
        texts[2] == "Các đơn vị chưa hoàn thành chỉ tiêu có tên tại Phụ lục kèm theo Công văn này."
    )
    assert "đã có 18/20" in texts[1]
    assert "đạt tỷ lệ 90,0% (trong đó 6 người đã hoàn thành, đạt tỷ lệ 30,0%), chưa đạt" in texts[1]


def test_once_all_are_registered_completing_is_looked_at():
    whole = UnitFigures(1, "A", UnitKind.OTHER, 10, 10, 10)
    half = UnitFigures(2, "B", UnitKind.OTHER, 10, 10, 5)
    texts, rows = shown(whole, half)
    assert rows == [(1, "B", 10, 5, Share(5, 10), 5, 2)]
    assert "đạt tỷ lệ 100% (trong đó 15 người đã hoàn thành, đạt tỷ lệ 75,0%)." in texts[1]


def test_nobody_at_all_is_said_in_words():
    texts, _ = shown(UnitFigures(1, "A", UnitKind.OTHER, 10, 0, 0))
    assert texts[1].endswith(
        f"toàn xã Kẻ Sặt chưa có {STAFF} nào đăng ký tham gia học tập và dự thi trong tổng số "
        "10 người."
    )


def test_where_nobody_has_begun_no_unit_has_a_rank():
    _, rows = shown(
        UnitFigures(1, "A", UnitKind.OTHER, 10, 0, 0), UnitFigures(2, "B", UnitKind.OTHER, 5, 0, 0)
    )
    assert [len(row) for row in rows[:-1]] == [6, 6]
    assert rows[-1][1:] == (15, 0, Share(0, 15), 15)


def test_a_centre_that_names_its_commune_is_not_told_whose_it_is():
    own = UnitFigures(
        7, "Trung tâm Văn hóa phường Trần Hưng Đạo số 2", UnitKind.PUBLIC_SERVICE, 5, 0, 0
    )
    other = replace(own, unit_id=8, name="Trung tâm Dịch vụ sự nghiệp công")
    told = rebuilt("reminder-letter", occasion_in("Phường Trần Hưng Đạo", (own, other)))
    assert own.name in told.addressees
    assert f"{other.name} phường" in told.addressees
