"""The sheet with the recovery code that is printed once: what it says, as a value.

It bears no password, no name of a person and no picture to scan: a code that is photographed lies
in somebody's cloud. What a file says of itself (title, subject) does not have the code either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from models.text.formats import short_date

TITLE = "Phiếu mã khôi phục"
FORGOTTEN = "Quên mật khẩu…"
"""What is chosen where the password is asked for; the window says it with the same words."""
KNOWN_BY = 8
"""So many digits of the key's id tell on paper to which file a sheet belongs."""


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """One page. `groups` are those of the code; `key_id` is that of the file's key.

    `commune` may be "". The code is left out of what the value shows of itself.
    """

    file_name: str
    commune: str
    made_on: date
    key_id: str
    groups: tuple[str, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """The title in one line."""
        return f"{TITLE} của tệp {self.file_name}"

    @property
    def stem(self) -> str:
        """The beginning of a file's name for it."""
        return f"phieu-ma-khoi-phuc-{self.made_on:%Y-%m-%d}"

    @property
    def key_mark(self) -> str:
        """What tells this sheet from those of other files and of earlier passwords."""
        mark = self.key_id[:KNOWN_BY].upper()
        return f"{mark[: KNOWN_BY // 2]}-{mark[KNOWN_BY // 2 :]}"


def facts(sheet: RecoverySheet) -> tuple[tuple[str, str], ...]:
    """Which file the sheet is for: name and value of each line."""
    told = (
        ("Tệp dữ liệu:", sheet.file_name),
        ("Đơn vị:", sheet.commune),
        ("Ngày lập:", short_date(sheet.made_on)),
        ("Ký hiệu khóa:", sheet.key_mark),
    )
    return tuple(each for each in told if each[1])


LEAD = (
    "Quên mật khẩu thì chỉ mã dưới đây mở được tệp dữ liệu. Mất cả mật khẩu và phiếu này thì "
    "không ai mở được nữa, kể cả người làm ra chương trình."
)
READING = (
    "Trong mã không có các chữ I, L, O, U: 0 và 1 luôn là chữ số. Chữ hoa, chữ thường, dấu gạch "
    "hay dấu cách đều được. Ký tự cuối mỗi nhóm giúp chỉ ra nhóm gõ sai."
)
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Khi cần dùng",
        (
            f"Mở tệp dữ liệu bằng Tiến Độ; ở chỗ nhập mật khẩu, chọn “{FORGOTTEN}”.",
            "Tắt bộ gõ tiếng Việt, gõ lần lượt các nhóm của mã rồi đặt mật khẩu mới.",
            "Lập mã khôi phục mới khi chương trình hỏi, in phiếu mới và hủy phiếu này.",
        ),
    ),
    (
        "Cất giữ",
        (
            "Cho phiếu vào phong bì niêm phong, để trong két hoặc tủ có khóa của cơ quan, không để "
            "cùng chỗ với máy tính.",
            "Không chụp ảnh, không gửi qua Zalo hay thư điện tử: ai có mã này và tệp dữ liệu thì "
            "đọc được toàn bộ dữ liệu.",
            "In xong, xóa tệp PDF của phiếu này khỏi máy, xóa cả trong Thùng rác.",
            "Bàn giao phiếu khi thay người phụ trách; phong bì bị mở thì lập mã mới.",
        ),
    ),
)
SIGNED = ("Người lập phiếu", "Người giữ phiếu")
BY_HAND = "(Ký, ghi rõ họ tên)"
