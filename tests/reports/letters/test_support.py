"""The letter 002 comes out of made-up data, paragraph by paragraph.

The officer's own words; errors of the reading of the scan are corrected, and what was a slip of the
pen: "cuộc thi Cuộc thi", "10/114 xã, xã, đặc khu", "Hội thi" for the same Cuộc thi, "tổng hợp, kết
quả", and a purpose that was cut off from its sentence.
"""

from __future__ import annotations

from dataclasses import replace

from models.records import UnitFigures, UnitKind
from tests.reports.letters.offices import (
    AI,
    CENTRE,
    CONTEST,
    DEPARTMENT,
    QR,
    SCHOOL,
    bold_of,
    occasion_in,
    paragraphs,
    rebuilt,
    with_workers,
)

LINK = (
    "https://onetouch.mic.gov.vn/khoa-hoc/"
    "cuoc-thi-ung-dung-ai-trong-thuc-thi-nhiem-vu-cua-cac-co-quan-hanh-chinh"
)
SHEET = "https://docs.google.com/spreadsheets/d/12345/edit?gid=0#gid=0"
STAFF = "cán bộ, công chức, viên chức, người lao động"
TASKS = (
    f"Chặng 1 cuộc thi được tổ chức bằng hình thức học tập trực tuyến tại địa chỉ: {LINK}.",
    "Lựa chọn 10/114 xã, phường, đặc khu và 01 sở, ban, ngành có thành tích xuất sắc nhất ở Chặng "
    "1 tham gia thi đua tại Chặng 2. Mỗi đơn vị được lựa chọn vào Chặng 2 thực hiện thiết kế Bài "
    "dự thi và lựa chọn 01 bài đại diện. Bài dự thi được gửi tới Ban Tổ chức thông qua hướng dẫn "
    "trên nền tảng đào tạo phát triển kỹ năng số của thành phố Hải Phòng địa chỉ: "
    "https://daotaotructuyen.haiphong.gov.vn/.",
    "Căn cứ kết quả Chặng 2 lựa chọn 06 đơn vị được Hội đồng chuyên môn đánh giá cao nhất tham gia "
    "thuyết trình tại Lễ Chung kết và trao giải cuộc thi. Thời gian tổ chức Lễ Chung kết và trao "
    "giải cuộc thi: ngày 25/06/2026.",
)
HONOUR = "Giấy khen của Giám đốc Sở Khoa học và Công nghệ"
UNITS = (
    UnitFigures(1, "Văn phòng Đảng ủy", UnitKind.PARTY, 5, 0, 0),
    UnitFigures(2, "Thường trực Hội đồng nhân dân", UnitKind.COUNCIL, 2, 0, 0),
    UnitFigures(3, "Phòng Kinh tế", UnitKind.GOVERNMENT, 9, 0, 0),
    UnitFigures(4, "Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind.FRONT, 6, 0, 0),
    UnitFigures(5, "Công an xã", UnitKind.FORCES, 6, 0, 0),
    UnitFigures(6, "Trạm Y tế xã", UnitKind.HEALTH, 6, 0, 0),
    SCHOOL,
)


def test_letter_002_says_all_it_says_on_paper():
    stages = tuple(
        replace(stage, task=task) for stage, task in zip(CONTEST.stages, TASKS, strict=True)
    )
    contest = replace(CONTEST, stages=stages, report_url=SHEET, organizer=DEPARTMENT)
    occasion = occasion_in("Xã Đại Sơn", (*UNITS, CENTRE), contest=contest, signer=("CHỦ TỊCH",))
    made = rebuilt("support-letter", with_workers(occasion))
    assert paragraphs(made) == [
        f"Thực hiện Công văn số 2136/SKHCN-TTTT ngày 28/5/2026 của Sở Khoa học và Công nghệ về "
        f"việc triển khai {AI}. Với mục đích triển khai hiệu quả phong trào “Bình dân học vụ số” "
        "trên địa bàn thành phố năm 2026, tạo khí thế thi đua sôi nổi, phát huy tinh thần tiên "
        "phong của thành phố Hải Phòng trong thực hiện chuyển đổi số toàn diện; đồng thời nâng cao "
        "nhận thức, kiến thức và kỹ năng ứng dụng công nghệ, trí tuệ nhân tạo (AI) trong thực thi "
        "công vụ, góp phần thúc đẩy cải cách hành chính, nâng cao chất lượng phục vụ người dân, "
        "doanh nghiệp và hiệu quả hoạt động của cơ quan nhà nước, UBND xã Đại Sơn triển khai hưởng "
        f"ứng tham gia {AI} trên địa bàn xã với các nội dung cụ thể như sau:",
        "1. Mục đích, nội dung cuộc thi",
        "Hưởng ứng phong trào thi đua do Thủ tướng Chính phủ và UBND thành phố phát động, với mục "
        "tiêu tạo chuyển biến mạnh mẽ trong nhận thức và hành động của cán bộ, đảng viên, công "
        "chức, người lao động trong cơ quan nhà nước về vai trò của khoa học, công nghệ, đổi mới "
        "sáng tạo và chuyển đổi số, đặc biệt là ứng dụng trí tuệ nhân tạo (AI) trong phát triển "
        f"đất nước, thành phố Hải Phòng triển khai {AI} nhằm triển khai phong trào “Bình dân học "
        "vụ số” trên địa bàn thành phố năm 2026, tạo khí thế thi đua sôi nổi, khẳng định tinh thần "
        "tiên phong của thành phố Hải Phòng trong thực hiện chuyển đổi số toàn diện.",
        "2. Đối tượng tham gia",
        f"Toàn thể {STAFF} trong cơ quan nhà nước của xã.",
        "3. Hình thức, thời gian tổ chức",
        "a) Chặng 1 - Nâng cao năng lực",
        f"- Hình thức: {TASKS[0]}",
        QR,
        "- Thời gian: Từ ngày 28/5/2026 đến hết ngày 11/6/2026.",
        "b) Chặng 2 - Chuyển đổi đột phá",
        f"- Hình thức: {TASKS[1]}",
        "- Thời gian: Từ ngày 12/6/2026 đến hết ngày 20/6/2026.",
        "c) Chặng 3 - Vinh danh",
        f"- Hình thức: {TASKS[2]}",
        "- Thời gian: Từ ngày 21/6/2026 đến hết ngày 25/6/2026.",
        "4. Giải thưởng cuộc thi",
        f"- 01 Giải Nhất, trị giá 10 triệu đồng (bằng chữ: Mười triệu đồng) và {HONOUR}.",
        f"- 02 Giải Nhì, mỗi giải trị giá 05 triệu đồng (bằng chữ: Năm triệu đồng) và {HONOUR}.",
        f"- 03 Giải Ba, mỗi giải trị giá 03 triệu đồng (bằng chữ: Ba triệu đồng) và {HONOUR}.",
        f"- 05 Giải Khuyến khích, mỗi giải trị giá 02 triệu đồng (bằng chữ: Hai triệu đồng) và "
        f"{HONOUR}.",
        f"(Chi tiết thể lệ {AI} gửi kèm theo công văn này).",
        "5. Giao Trung tâm Dịch vụ sự nghiệp công xã đẩy mạnh tuyên truyền, quảng bá về Cuộc thi "
        "bằng nhiều hình thức, như: tuyên truyền về Cuộc thi, đăng tải Thể lệ, nội dung Cuộc thi "
        "trên Cổng thông tin điện tử của xã; trên bảng thông tin nội bộ, mạng xã hội...; liên kết "
        "đường link Cuộc thi trên Cổng thông tin điện tử của cơ quan, đơn vị đảm bảo cho cán bộ, "
        "công chức tham gia Cuộc thi thuận tiện theo hướng dẫn gửi kèm.",
        "6. Yêu cầu các cơ quan, đơn vị gửi báo cáo nhanh về số người tham gia và kết quả cuộc thi "
        "qua đường link gửi kèm trước ngày 11/6/2026.",
        SHEET,
        f"7. Phòng Văn hóa - Xã hội hướng dẫn, đôn đốc các cơ quan, đơn vị tham gia {AI}; đảm bảo "
        "100% cán bộ, công chức và các cơ quan, đơn vị tham gia đầy đủ; tổng hợp kết quả để báo "
        "cáo UBND xã và Sở Khoa học và Công nghệ theo quy định.",
        "UBND xã đề nghị các phòng, ban, đơn vị và các cơ quan, tổ chức quan tâm chỉ đạo, phổ biến "
        f"và triển khai cuộc thi tới toàn thể {STAFF} thuộc phạm vi quản lý tích cực hưởng ứng "
        "tham gia, bảo đảm tỷ lệ 100% tham gia./.",
    ]
    assert bold_of(made) == [
        "28/5/2026", "11/6/2026", "12/6/2026", "20/6/2026", "21/6/2026", "25/6/2026", "11/6/2026",
    ]  # fmt: skip
    assert made.title.subject == (f"V/v hưởng ứng {AI}",)
    assert made.addressees == (
        "Thường trực Đảng ủy xã",
        "Thường trực HĐND xã",
        "Ủy ban MTTQ và các tổ chức chính trị - xã hội xã",
        "Ban Chỉ huy Quân sự xã",
        "Công an xã",
        "Các phòng, ban, đơn vị thuộc Đảng ủy, HĐND, UBND xã",
        "Trạm Y tế xã",
        "Các trường học trên địa bàn xã",
    )
    assert made.recipients == ("Như trên", "CT, các PCT UBND xã", "Lưu: VT, VHXH")
    assert made.signature is not None
    assert made.signature.lines == ("CHỦ TỊCH",)
