"""Made-up names of units: what a file says, the unit that is meant, and how sure one may be.

SAME is taken without asking, LIKELY is suggested first, DIFFERENT is never even suggested.
Every name is looked up among `UNITS` of the commune `COMMUNE`.
"""

from dataclasses import dataclass

from models.matching.people import Tier
from models.matching.units import UnitFinder

COMMUNE = "Xã Cẩm Giàng"


@dataclass(frozen=True)
class MadeUpUnit:
    id: int
    name: str
    parent_id: int | None = None
    aliases: tuple[str, ...] = ()


_NAMES = """
Khối Ủy ban nhân dân
Phòng Văn hóa - Xã hội
Phòng Kinh tế
Văn phòng HĐND và UBND
Trung tâm Phục vụ hành chính công
Trung tâm Dịch vụ sự nghiệp công
Ban Quản lý dự án
Văn phòng Đảng ủy
Ban Xây dựng Đảng
Ủy ban Kiểm tra Đảng ủy
Thường trực HĐND
Ủy ban Mặt trận Tổ quốc Việt Nam xã
Ban Chỉ huy Quân sự xã
Công an xã
Trạm Y tế xã
Trường Mầm non Cẩm Giàng
Trường Tiểu học Cẩm Giàng
Trường THCS Cẩm Giàng
Trường Tiểu học Tân Trường
Trường TH & THCS Thạch Lỗi
Trường Mầm non Hoà Bình
Thôn 1
Thôn 2
Thôn Đông
Thôn Đoài
Thôn Lý Đỏ
Tổ dân phố số 3
Hội Nông dân
Đoàn Thanh niên
""".strip().split("\n")

UNITS = (
    *(MadeUpUnit(at, name) for at, name in enumerate(_NAMES, 1)),
    MadeUpUnit(101, "Tổ Văn phòng", parent_id=17),
    MadeUpUnit(102, "Tổ Văn phòng", parent_id=18),
    MadeUpUnit(103, "Hội Liên hiệp Phụ nữ", aliases=("Chi hội chị em",)),
)

FINDER = UnitFinder(UNITS, COMMUNE)

SAME = """
PHÒNG VĂN HÓA - XÃ HỘI|Phòng Văn hóa - Xã hội
Phòng Văn hoá - Xã hội|Phòng Văn hóa - Xã hội
Phòng Văn hóa – Xã hội|Phòng Văn hóa - Xã hội
Phòng Văn hóa-Xã hội|Phòng Văn hóa - Xã hội
Phòng Văn hóa và Xã hội|Phòng Văn hóa - Xã hội
P. Văn hóa – Xã hội|Phòng Văn hóa - Xã hội
PHÒNG VH-XH|Phòng Văn hóa - Xã hội
Phòng VHXH|Phòng Văn hóa - Xã hội
Phòng VH&XH|Phòng Văn hóa - Xã hội
P.VHXH|Phòng Văn hóa - Xã hội
PVHXH|Phòng Văn hóa - Xã hội
Phòng VHXH xã|Phòng Văn hóa - Xã hội
UBND xã Cẩm Giàng - Phòng VHXH|Phòng Văn hóa - Xã hội
Phòng VH-XH, UBND xã Cẩm Giàng|Phòng Văn hóa - Xã hội
Phòng Văn hóa - Xã hội thuộc UBND xã|Phòng Văn hóa - Xã hội
Phòng Văn hóa - Xã hội xã Cẩm Giàng, TP Hải Phòng|Phòng Văn hóa - Xã hội
P. Kinh tế|Phòng Kinh tế
Phòng KT|Phòng Kinh tế
VP HĐND & UBND|Văn phòng HĐND và UBND
Văn phòng HĐND-UBND xã Cẩm Giàng|Văn phòng HĐND và UBND
Văn phòng Hội đồng nhân dân và Ủy ban nhân dân|Văn phòng HĐND và UBND
TT PVHCC|Trung tâm Phục vụ hành chính công
TTPVHCC xã|Trung tâm Phục vụ hành chính công
Trung tâm phục vụ HCC|Trung tâm Phục vụ hành chính công
TT DVSNC|Trung tâm Dịch vụ sự nghiệp công
TT Dịch vụ SN công|Trung tâm Dịch vụ sự nghiệp công
Ban QLDA|Ban Quản lý dự án
VPĐU|Văn phòng Đảng ủy
VP Đảng uỷ xã|Văn phòng Đảng ủy
Ban XDĐ|Ban Xây dựng Đảng
UBKT Đảng ủy|Ủy ban Kiểm tra Đảng ủy
UBKT ĐU xã Cẩm Giàng|Ủy ban Kiểm tra Đảng ủy
TT HĐND xã|Thường trực HĐND
UBMTTQ|Ủy ban Mặt trận Tổ quốc Việt Nam xã
UBMTTQ VN xã Cẩm Giàng|Ủy ban Mặt trận Tổ quốc Việt Nam xã
Uỷ ban MTTQ Việt Nam xã|Ủy ban Mặt trận Tổ quốc Việt Nam xã
BCH QS xã|Ban Chỉ huy Quân sự xã
Ban CHQS|Ban Chỉ huy Quân sự xã
BCHQS xã Cẩm Giàng|Ban Chỉ huy Quân sự xã
Công an xã Cẩm Giàng|Công an xã
CA xã|Công an xã
CÔNG AN|Công an xã
TYT|Trạm Y tế xã
TYT xã Cẩm Giàng|Trạm Y tế xã
Trạm y tế|Trạm Y tế xã
Trường MN Cẩm Giàng|Trường Mầm non Cẩm Giàng
Trường mầm non xã Cẩm Giàng|Trường Mầm non Cẩm Giàng
TTH Cẩm Giàng|Trường Tiểu học Cẩm Giàng
Trường TH Cẩm Giàng|Trường Tiểu học Cẩm Giàng
TRƯỜNG TIỂU HỌC CẨM GIÀNG|Trường Tiểu học Cẩm Giàng
Trường Trung học cơ sở Cẩm Giàng|Trường THCS Cẩm Giàng
Tr. TH Tân Trường|Trường Tiểu học Tân Trường
Trường Tiểu học và THCS Thạch Lỗi|Trường TH & THCS Thạch Lỗi
Trường TH-THCS Thạch Lỗi|Trường TH & THCS Thạch Lỗi
Trường MN Hòa Bình|Trường Mầm non Hoà Bình
Thôn 02|Thôn 2
T. 1|Thôn 1
thôn1|Thôn 1
TDP số 3|Tổ dân phố số 3
TDP 03|Tổ dân phố số 3
HND|Hội Nông dân
ĐTN xã|Đoàn Thanh niên
Hội LHPN|Hội Liên hiệp Phụ nữ
chi hội chị em|Hội Liên hiệp Phụ nữ
"""

LIKELY = """
PHONG VAN HOA XA HOI|Phòng Văn hóa - Xã hội
Phòng Văn hoa - Xã hội|Phòng Văn hóa - Xã hội
Phòng Văn hóa - Xã hộ|Phòng Văn hóa - Xã hội
Phòng Xã hội - Văn hóa|Phòng Văn hóa - Xã hội
Phòng Vănhóa Xã hội|Phòng Văn hóa - Xã hội
Bộ phận Phòng Kinh tế|Phòng Kinh tế
TRUONG TIEU HOC CAM GIANG|Trường Tiểu học Cẩm Giàng
Tiểu học Cẩm Giàng|Trường Tiểu học Cẩm Giàng
TH Tân Trường|Trường Tiểu học Tân Trường
Tiểu học xã Cẩm Giàng|Trường Tiểu học Cẩm Giàng
Trường Tiểu hoc Tân Trường|Trường Tiểu học Tân Trường
Trường Tiểu học Tân Trườngg|Trường Tiểu học Tân Trường
MN Hòa Bình|Trường Mầm non Hoà Bình
Thôn II|Thôn 2
Thôn I|Thôn 1
Thôn Lí Đỏ|Thôn Lý Đỏ
Lý Đỏ|Thôn Lý Đỏ
THON DONG|Thôn Đông
Đoài|Thôn Đoài
Tổ 3|Tổ dân phố số 3
Tram Y te xa|Trạm Y tế xã
Ủy ban Mặt trận Tổ quốc|Ủy ban Mặt trận Tổ quốc Việt Nam xã
Tổ Văn phòng|Tổ Văn phòng
Trường Tiểu học|Trường Tiểu học Cẩm Giàng
"""

DIFFERENT = """
Trường Tiểu học Cẩm Giang|Trường Tiểu học Cẩm Giàng
Trường TH Cẩm Giang|Trường Tiểu học Cẩm Giàng
Trường Mầm non Cẩm Giang|Trường Mầm non Cẩm Giàng
Công an xã Cẩm Giang|Công an xã
UBND xã Cẩm Giang - Phòng VHXH|Phòng Văn hóa - Xã hội
Công an xã Kẻ Sặt|Công an xã
Công an phường Tứ Minh|Công an xã
Công an phường|Công an xã
Trạm Y tế xã Mao Điền|Trạm Y tế xã
Trường THCS Tân Trường|Trường Tiểu học Tân Trường
Trường Mầm non Tân Trường|Trường Tiểu học Tân Trường
Trường TH & THCS Cẩm Giàng|Trường Tiểu học Cẩm Giàng
Trường TH & THCS Cẩm Giàng|Trường THCS Cẩm Giàng
Trường Tiểu học Thạch Lỗi|Trường TH & THCS Thạch Lỗi
Trường Tiểu học Trường Tân|Trường Tiểu học Tân Trường
Trường Tiểu học Tân Trưởng|Trường Tiểu học Tân Trường
Trường Mầm non Bình Hòa|Trường Mầm non Hoà Bình
Thôn 3|Thôn 2
Thôn 12|Thôn 2
Thôn 21|Thôn 2
Thôn III|Thôn 2
TDP 4|Tổ dân phố số 3
Thôn Đồng|Thôn Đông
Thôn Động|Thôn Đông
Thôn Tây|Thôn Đông
Phòng Nội vụ|Phòng Kinh tế
Phòng Kinh tế, Hạ tầng và Đô thị|Phòng Kinh tế
Ban Tổ chức Đảng ủy|Ban Xây dựng Đảng
Văn phòng UBND|Văn phòng Đảng ủy
Trung tâm Văn hóa - Thể thao|Trung tâm Dịch vụ sự nghiệp công
Hội Cựu chiến binh|Hội Nông dân
"""

NOT_YET_KNOWN = """
Phòng Văn xã|Phòng Văn hóa - Xã hội
Mặt trận xã|Ủy ban Mặt trận Tổ quốc Việt Nam xã
Quân sự xã|Ban Chỉ huy Quân sự xã
Trường cấp 1 Tân Trường|Trường Tiểu học Tân Trường
"""

STILL_SUGGESTED = """
Thôn Đoàn|Thôn Đoài
"""


@dataclass(frozen=True)
class UnitPair:
    text: str
    unit: MadeUpUnit
    expected: Tier
    rule: str

    @property
    def judged(self) -> Tier:
        finding = FINDER.find(self.text)
        if finding.unit_id is not None:
            return Tier.SAME if finding.unit_id == self.unit.id else Tier.DIFFERENT
        suggested = {unit_id for unit_id, _ in finding.suggestions}
        return Tier.LIKELY if self.unit.id in suggested else Tier.DIFFERENT

    def __str__(self):
        return f"{self.text} | {self.unit.name} | {self.expected}"


GROUPS = (
    ("Đơn vị: đọc đầy đủ thì trùng từng chữ", Tier.SAME, SAME),
    ("Đơn vị: gần giống, đề nghị để chọn", Tier.LIKELY, LIKELY),
    ("Đơn vị: gọi theo thói quen (hiện chưa nhận ra)", Tier.LIKELY, NOT_YET_KNOWN),
    ("Đơn vị: khác nhau, không đề nghị", Tier.DIFFERENT, DIFFERENT),
    ("Đơn vị: khác một chữ cái (hiện vẫn đề nghị)", Tier.DIFFERENT, STILL_SUGGESTED),
)


def unit_pairs() -> tuple[UnitPair, ...]:
    by_name = {unit.name: unit for unit in UNITS}
    return tuple(
        UnitPair(text, by_name[name], tier, rule)
        for rule, tier, lines in GROUPS
        for text, name in (line.split("|") for line in lines.strip().split("\n"))
    )
