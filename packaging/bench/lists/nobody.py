"""Made-up files that name nobody who works for the commune: units, codes, counts, schedules."""

from __future__ import annotations

from random import Random

from lists.sheet import MadeList, Sheet
from lists.vocabulary import COMMUNES, OFFICES, SCHOOLS

Row = list[object]


def no_people(draw: Random, label: str) -> MadeList:
    """A file that is no list of people."""
    kind = draw.choice((communes, counts_by_unit, codes, schedule, blank_form, tasks))
    sheet = Sheet("Sheet1", kind(draw))
    return MadeList(label, [f"no people: {kind.__name__}"], [sheet], [], unit="Phòng Kinh tế")


def communes(draw: Random) -> list[Row]:
    """The communes with addresses and telephones of their offices."""
    rows: list[Row] = [["DANH SÁCH XÃ, PHƯỜNG, ĐẶC KHU", None, None, None]]
    rows.append(["STT", draw.choice(("Tên xã, phường", "Đơn vị hành chính", "Tên đơn vị")),
                 "Điện thoại", "Số dân"])  # fmt: skip
    chosen = draw.sample(COMMUNES, 9)
    return rows + [
        [at, name, f"0220{draw.randrange(3_000_000, 3_999_999)}", draw.randrange(9000, 30000)]
        for at, name in enumerate(chosen, 1)
    ]


def counts_by_unit(draw: Random) -> list[Row]:
    """How many have registered in each unit."""
    rows: list[Row] = [["TT", "Đơn vị", "Tổng số", "Đã đăng ký", "Đã hoàn thành", "Tỷ lệ (%)"]]
    for at, unit in enumerate([*OFFICES[:6], *SCHOOLS[:5]], 1):
        total = draw.randrange(8, 60)
        rows.append([at, unit, total, total // 2, total // 3, f"{33.3}%".replace(".", ",")])
    return [*rows, [None, "Tổng cộng", 400, 200, 130, "32,5%"]]


def codes(draw: Random) -> list[Row]:
    """A list of codes and what they mean."""
    return [
        [draw.choice(("Mã", "Mã ngành", "Mã số")), draw.choice(("Tên", "Tên ngành", "Diễn giải"))],
        *[[f"7{draw.randrange(100, 999)}", name] for name in
          ("Kế toán", "Luật", "Công nghệ thông tin", "Sư phạm Ngữ văn", "Quản lý đất đai")],
    ]  # fmt: skip


def schedule(draw: Random) -> list[Row]:
    """The week of an office."""
    rows: list[Row] = [["LỊCH CÔNG TÁC TUẦN 23", None, None, None]]
    rows.append(["Ngày", "Thời gian", "Nội dung", "Địa điểm"])
    deeds = (
        "Họp giao ban",
        "Tiếp công dân",
        "Tập huấn chuyển đổi số",
        "Kiểm tra vệ sinh môi trường",
    )
    for day in range(8, 13):
        rows.append([f"{day:02d}/6/2026", "7 giờ 30", draw.choice(deeds), "Phòng họp tầng 2"])
    return rows


def blank_form(draw: Random) -> list[Row]:
    """A form that nobody has filled in yet."""
    rows: list[Row] = [["BIỂU MẪU ĐĂNG KÝ", None, None, None, None]]
    rows.append(["STT", "Họ và tên", "Chức vụ", "Số điện thoại", "Ghi chú"])
    rows += [[at, None, None, None, None] for at in range(1, draw.randrange(6, 20))]
    return rows


def tasks(draw: Random) -> list[Row]:
    """Tasks and which unit does them."""
    rows: list[Row] = [["TT", "Tên nhiệm vụ", "Đơn vị chủ trì", "Hạn", "Kết quả"]]
    names = ("Tuyên truyền trên loa", "Đăng bài trang thông tin", "Tập huấn", "Phát động cuộc thi")
    for at, name in enumerate(names, 1):
        rows.append(
            [at, name, draw.choice(OFFICES), "10/6/2026", draw.choice(("Xong", "Đang làm"))]
        )
    return rows
