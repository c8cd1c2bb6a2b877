"""The letters 000, 001 and 003 come out of made-up data, paragraph by paragraph.

They are the officers' own words; errors of the reading of the scan are corrected. Where the letters
differ from one another, an office has changed the original wording. What is said better than in the
letters: the second of two dates has its day and year everywhere, and of several prizes each one's
worth is called so.
"""

from __future__ import annotations

from dataclasses import replace

from models.records import Prize, UnitFigures, UnitKind
from models.records.choices import DocumentChoices
from reports.blocks import QrCode
from tests.reports.letters.offices import (
    AI,
    CENTRE,
    CONTEST,
    FOR_CHAIRMAN,
    QR,
    SCHOOL,
    bold_of,
    edited,
    headings_of,
    occasion_in,
    paragraphs,
    rebuilt,
    with_workers,
)

LINK = "http://onetouch.mic.gov.vn/khoa-hoc-dia-phuong/khoa-hoc-hai-phong"
STAFF = "cán bộ, công chức, viên chức, người lao động"
PRAISED = "Giấy khen, tuyên dương trên truyền thông Thành phố"
PRIZES = (
    replace(CONTEST.prizes[0], honour="Giấy khen của Giám đốc Sở Khoa học và Công nghệ"),
    *(replace(each, honour=PRAISED) for each in CONTEST.prizes[1:]),
)
LAUNCHING = replace(CONTEST, course_url=LINK, prizes=PRIZES)
STAGES = [
    "Chặng 1 - Nâng cao năng lực: từ ngày 28/5 đến ngày 11/6/2026;",
    "Chặng 2 - Chuyển đổi đột phá: từ ngày 12/6 đến ngày 20/6/2026;",
    "Chặng 3 - Vinh danh: từ ngày 21/6 đến ngày 25/6/2026.",
]
PRIZE_LINES = [
    "- 01 Giải Nhất, trị giá 10 triệu đồng (bằng chữ: Mười triệu đồng) và Giấy khen của Giám đốc "
    "Sở Khoa học và Công nghệ.",
    f"- 02 Giải Nhì, mỗi giải trị giá 05 triệu đồng (bằng chữ: Năm triệu đồng) và {PRAISED}.",
    f"- 03 Giải Ba, mỗi giải trị giá 03 triệu đồng (bằng chữ: Ba triệu đồng) và {PRAISED}.",
    f"- 05 Giải Khuyến khích, mỗi giải trị giá 02 triệu đồng (bằng chữ: Hai triệu đồng) và "
    f"{PRAISED}.",
]
ACCOUNT = (
    "Lưu ý: Trường hợp cán bộ, công chức, viên chức đã có tài khoản trên nền tảng onetouch thì sẽ "
    "đăng nhập ID là số điện thoại; Mật khẩu mặc định: 12345678 hoặc mật khẩu học viên đã thay đổi "
    "sau đó;"
)
NO_ACCOUNT = (
    "Trường hợp các học viên chưa có tài khoản tiến hành đăng ký mới bằng số điện thoại cá nhân."
)


def launching(place: str, kind: str, received: str = "Thực hiện") -> list[str]:
    """The paragraphs that the letters 000 and 001 have in common."""
    committee = f"Ủy ban nhân dân {kind}"
    return [
        f"{received} Công văn số 2136/SKHCN-TTTT ngày 28/5/2026 của Sở Khoa học và Công nghệ về "
        f"việc triển khai {AI}.",
        f"Để hiện thực hoá phong trào “Bình dân học vụ số”, Ủy ban nhân dân {place} phát động cuộc "
        "thi với chủ đề “Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”. Đây là "
        "chiến dịch quan trọng với mục tiêu xây dựng đội ngũ cán bộ “giàu tri thức số, mạnh về ứng "
        "dụng công nghệ”; thúc đẩy tinh thần thi đua học tập, ứng dụng kiến thức, kỹ năng số sôi "
        f"nổi, hướng tới xây dựng {place} ngày càng văn minh, hiện đại trong kỷ nguyên mới.",
        f"{committee} đề nghị các cơ quan, đơn vị, trường học triển khai tuyên truyền, vận động và "
        f"tạo điều kiện để toàn thể {STAFF} tích cực tham gia Cuộc thi trực tuyến trên nền tảng "
        "OneTouch (Gửi kèm thể lệ cuộc thi).",
        "Đường link tham gia:",
        LINK,
        QR,
        "Lộ trình 3 chặng: Từ nhận thức đến thay đổi thực tiễn",
        *STAGES,
        "Cơ cấu giải thưởng",
        *PRIZE_LINES,
    ]


def closing(place: str) -> str:
    return f"Ủy ban nhân dân {place} đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."


def without_demands(*changes: tuple[str, str]) -> str:
    """The wording of an office that asks for nothing in numbers."""
    text = edited("launch-letter", *changes)
    begin = text.index("{cơ quan} đề nghị các cơ quan, đơn vị thực hiện như sau:")
    return (
        text[:begin] + text[text.index("{cơ quan ban hành} đề nghị các cơ quan, đơn vị nghiêm") :]
    )


UNITS_000 = (
    UnitFigures(1, "Văn phòng Đảng ủy", UnitKind.PARTY, 5, 0, 0),
    UnitFigures(8, "Thường trực Đảng ủy", UnitKind.PARTY, 2, 0, 0),
    UnitFigures(9, "Ủy ban Kiểm tra Đảng ủy", UnitKind.PARTY, 4, 0, 0),
    UnitFigures(10, "Ban Xây dựng Đảng", UnitKind.PARTY, 4, 0, 0),
    UnitFigures(2, "Các Ban Hội đồng nhân dân", UnitKind.COUNCIL, 2, 0, 0),
    UnitFigures(3, "Phòng Kinh tế", UnitKind.GOVERNMENT, 9, 0, 0),
    UnitFigures(4, "Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind.FRONT, 6, 0, 0),
    CENTRE,
    SCHOOL,
)
PARTY = "Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy, Văn phòng Đảng ủy"


def lines_000(kind: str) -> list[str]:
    return [
        f"Các Ban HĐND {kind}",
        f"Các cơ quan chuyên môn, đơn vị thuộc {kind}",
        f"Ủy ban MTTQ Việt Nam {kind}",
        f"Các đơn vị sự nghiệp công lập trực thuộc {kind}",
        f"Các trường học trên địa bàn {kind}",
    ]


def test_letter_000_of_a_rural_commune():
    note = "***Lưu ý:** {cách đăng nhập}.*"
    told = (
        "***Lưu ý:** Trường hợp cán bộ, công chức, viên chức đã có tài khoản trên nền tảng "
        "onetouch thì sẽ đăng nhập ID là số điện thoại; Mật khẩu mặc định: 12345678 hoặc mật khẩu "
        f"học viên đã thay đổi sau đó;*\n*{NO_ACCOUNT}*"
    )
    occasion = with_workers(occasion_in("Xã Mao Điền", UNITS_000, contest=LAUNCHING))
    made = rebuilt("launch-letter", occasion, wording=without_demands((note, told)))
    assert paragraphs(made) == [
        *launching("xã Mao Điền", "xã"), ACCOUNT, NO_ACCOUNT, closing("xã Mao Điền"),
    ]  # fmt: skip
    assert made.title.subject == (f"V/v phát động {AI}",)
    assert made.addressees == (PARTY, *lines_000("xã"))
    assert made.recipients == ("Như trên", "Lưu: VT, VHXH")
    assert made.header.symbol == "UBND-VHXH"
    assert made.header.place == "Mao Điền"
    assert made.header.blank_day
    assert made.signature is not None
    assert made.signature.lines == FOR_CHAIRMAN
    assert [block.text for block in made.body if isinstance(block, QrCode)] == [LINK]


def test_letter_001_of_a_ward():
    ward = UnitFigures(7, "Tổ dân phố số 1", UnitKind.VILLAGE, 3, 0, 0)
    occasion = with_workers(occasion_in("Phường Bạch Đằng", (*UNITS_000, ward), contest=LAUNCHING))
    wording = without_demands(
        ("Thực hiện {văn bản cấp trên}.", "{cơ quan ban hành} nhận được {văn bản cấp trên}."),
        ("***Lưu ý:** {cách đăng nhập}.*", ""),
    )
    made = rebuilt("launch-letter", occasion, wording=wording)
    received = "Ủy ban nhân dân phường Bạch Đằng nhận được"
    assert paragraphs(made) == [
        *launching("phường Bạch Đằng", "phường", received), closing("phường Bạch Đằng"),
    ]  # fmt: skip
    assert headings_of(made) == [
        "Lộ trình 3 chặng: Từ nhận thức đến thay đổi thực tiễn",
        "Cơ cấu giải thưởng",
    ]
    assert made.addressees == (PARTY, *lines_000("phường"), "Các Tổ dân phố")


def test_what_was_chosen_stands_in_kinh_gui():
    chosen = DocumentChoices(addressees=("Các cơ quan thuộc UBND xã",), recipients=())
    made = rebuilt("launch-letter", occasion_in("Xã Mao Điền", UNITS_000, choices=chosen))
    assert made.addressees == chosen.addressees
    assert made.recipients == ("Lưu: VT, VHXH",)


def test_of_many_bodies_of_the_party_only_what_they_are_is_said():
    many = tuple(
        UnitFigures(at, f"Đảng bộ bộ phận {at}", UnitKind.PARTY, 2, 0, 0) for at in range(1, 6)
    )
    made = rebuilt("launch-letter", occasion_in("Xã Mao Điền", many))
    assert made.addressees == ("Các cơ quan, đơn vị thuộc Đảng ủy xã",)


def test_without_any_unit_the_letter_still_goes_to_somebody():
    made = rebuilt("launch-letter", occasion_in("Xã Mao Điền", ()))
    assert made.addressees == ("Các cơ quan, đơn vị thuộc xã",)


OWN_003 = """= V/v phát động {cuộc thi}
Thực hiện {văn bản cấp trên}.
{cơ quan ban hành} phát động {loại cuộc thi} với chủ đề “{tên cuộc thi}”. Đây là chiến dịch quan trọng với mục tiêu {mục tiêu}, hướng tới xây dựng {tên xã} ngày càng văn minh, hiện đại trong kỷ nguyên mới.
{cơ quan} đề nghị các cơ quan, đơn vị thực hiện như sau:
{số thứ tự}. {chỉ tiêu} {đối tượng} thuộc {tên xã} và các đơn vị có liên quan {việc phải làm} đầy đủ, đúng thời gian quy định, nghiêm túc và có chất lượng. (Có Tài liệu Hướng dẫn gửi kèm)
Lộ trình {số chặng} chặng từ Nhận thức đến Thay đổi thực tiễn:
{các chặng}
{số thứ tự}. {trung tâm dịch vụ} đẩy mạnh tuyên truyền, quảng bá về Cuộc thi bằng nhiều hình thức, như: tuyên truyền về Cuộc thi, đăng tải Thể lệ, nội dung Cuộc thi trên Cổng thông tin điện tử của {loại xã}; trên bảng thông tin nội bộ, mạng xã hội, liên kết đường link Hội thi trên Cổng thông tin điện tử của cơ quan, đơn vị đảm bảo cho cán bộ, công chức tham gia Cuộc thi thuận tiện theo hướng dẫn gửi kèm.
{số thứ tự}. {phòng tham mưu} hướng dẫn, đôn đốc các cơ quan, đơn vị tham gia {cuộc thi}; đảm bảo {chỉ tiêu} cán bộ, công chức và các cơ quan, đơn vị tham gia đầy đủ; tổng hợp kết quả để báo cáo Sở Khoa học và Công nghệ theo quy định. Các cơ quan, đơn vị, trường học triển khai tuyên truyền, vận động và tạo điều kiện để toàn thể {đối tượng} tích cực tham gia Cuộc thi trực tuyến trên nền tảng {nền tảng}.
{cơ quan ban hành} đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.
"""
MEDIA_003 = (
    "Trung tâm Dịch vụ sự nghiệp công xã đẩy mạnh tuyên truyền, quảng bá về Cuộc thi bằng nhiều "
    "hình thức, như: tuyên truyền về Cuộc thi, đăng tải Thể lệ, nội dung Cuộc thi trên Cổng thông "
    "tin điện tử của xã; trên bảng thông tin nội bộ, mạng xã hội, liên kết đường link Hội thi trên "
    "Cổng thông tin điện tử của cơ quan, đơn vị đảm bảo cho cán bộ, công chức tham gia Cuộc thi "
    "thuận tiện theo hướng dẫn gửi kèm."
)
OFFICE_003 = (
    f"Phòng Văn hóa - Xã hội hướng dẫn, đôn đốc các cơ quan, đơn vị tham gia {AI}; đảm bảo 100% "
    "cán bộ, công chức và các cơ quan, đơn vị tham gia đầy đủ; tổng hợp kết quả để báo cáo Sở Khoa "
    "học và Công nghệ theo quy định."
)
DEMAND_003 = (
    f"1. 100% {STAFF} thuộc xã Bắc Thanh Miện và các đơn vị có liên quan đăng nhập và đăng ký tham "
    "gia Cuộc thi đầy đủ, đúng thời gian quy định, nghiêm túc và có chất lượng."
)


def test_letter_003_with_demands():
    """Its demands are numbered 1, 3, 4 on paper; here nothing is missing between them."""
    occasion = with_workers(occasion_in("Xã Bắc Thanh Miện", contest=LAUNCHING))
    made = rebuilt("launch-letter", occasion, wording=OWN_003)
    common = launching("xã Bắc Thanh Miện", "xã")
    assert paragraphs(made) == [
        common[0],
        common[1].replace("Để hiện thực hoá phong trào “Bình dân học vụ số”, ", ""),
        "Ủy ban nhân dân xã đề nghị các cơ quan, đơn vị thực hiện như sau:",
        f"{DEMAND_003} (Có Tài liệu Hướng dẫn gửi kèm)",
        "Lộ trình 3 chặng từ Nhận thức đến Thay đổi thực tiễn:",
        *STAGES,
        f"2. {MEDIA_003}",
        f"3. {OFFICE_003} Các cơ quan, đơn vị, trường học triển khai tuyên truyền, vận động và tạo "
        f"điều kiện để toàn thể {STAFF} tích cực tham gia Cuộc thi trực tuyến trên nền tảng "
        "OneTouch.",
        closing("xã Bắc Thanh Miện"),
    ]


def test_the_original_says_what_all_three_letters_say():
    """One contest is called Cuộc thi throughout; the deadline of the commune's own is bold."""
    contest = replace(LAUNCHING, organizer="Sở Khoa học và Công nghệ")
    made = rebuilt("launch-letter", with_workers(occasion_in("Xã Bắc Thanh Miện", contest=contest)))
    assert paragraphs(made) == [
        *launching("xã Bắc Thanh Miện", "xã"),
        "Lưu ý: Trường hợp cán bộ, công chức, viên chức đã có tài khoản trên nền tảng OneTouch thì "
        "đăng nhập với ID là số điện thoại, mật khẩu là mật khẩu được cấp hoặc mật khẩu học viên "
        "đã thay đổi sau đó; trường hợp các học viên chưa có tài khoản tiến hành đăng ký mới bằng "
        "số điện thoại cá nhân.",
        "Ủy ban nhân dân xã đề nghị các cơ quan, đơn vị thực hiện như sau:",
        DEMAND_003,
        f"2. {MEDIA_003.replace('Hội thi', 'Cuộc thi')}",
        f"3. {OFFICE_003}",
        closing("xã Bắc Thanh Miện"),
    ]


def test_a_deadline_of_ones_own_stands_out():
    first, *others = CONTEST.stages
    own = replace(first, internal_ends_on=first.ends_on.replace(day=10))
    contest = replace(CONTEST, stages=(own, *others), prizes=(Prize("Giải Nhất", 1, 0),))
    made = rebuilt("launch-letter", occasion_in("Xã Mao Điền", contest=contest))
    assert "10/6/2026" in bold_of(made)
    [demand] = [text for text in paragraphs(made) if text.startswith("1. ")]
    assert demand.endswith("Thời hạn hoàn thành của xã: đến hết ngày 10/6/2026.")
    assert "- 01 Giải Nhất." in paragraphs(made)
