"""A made-up commune of 532 people with many namesakes, and a file about it with known truth."""

import random
from dataclasses import dataclass, replace

from models.matching.finder import Finder
from models.matching.identity import Identity, identity
from models.text.names import search_fold
from tests.models.matching.people import noisy

HO = ["Nguyễn"] * 8 + ["Trần"] * 3 + ["Lê", "Phạm", "Vũ", "Hoàng", "Đặng", "Bùi", "Đỗ", "Phan"]
DEM = ["Văn"] * 3 + ["Thị"] * 4 + ["Đức", "Minh", "Thanh", "Ngọc", "Quang", "Thu", "Xuân", "Hữu"]
TEN = """
An Ân Anh Ánh Bình Bỉnh Chinh Chính Cường Cương Dung Dũng Dụng Đức Giang Giàng Hà Hạ Hải Hài
Hạnh Hiên Hiền Hiển Hoa Hòa Hóa Hùng Hưng Hương Hường Khánh Lan Lân Linh Loan Long Mai Minh
Nam Năm Nga Ngà Nhung Oanh Phương Phượng Quân Quang Quảng Sơn Tâm Tám Thanh Thành Thảo Thao
Thắng Thu Thư Thúy Thùy Toàn Toản Trang Tuấn Tuân Tuyến Tuyền Vân Văn Vinh Yên Yến
""".split()  # noqa: SIM905
PEOPLE, UNITS = 532, 25
RIGHT, WRONG, ASKED, ASKED_IN_VAIN, NOBODY = "right", "wrong", "asked", "in vain", "nobody"


@dataclass(frozen=True)
class Case:
    """A row, the person it is about (None: a stranger) and what happened to it."""

    row: Identity
    truth: Identity | None
    kind: str

    def outcome(self, finder: Finder) -> str:
        """RIGHT, WRONG, ASKED (the truth among the candidates), ASKED_IN_VAIN or NOBODY."""
        finding = finder.find(self.row)
        if finding.same is not None:
            return RIGHT if finding.same == self.truth else WRONG
        if not finding.candidates:
            return NOBODY
        met = [each.identity for each in finding.candidates]
        return ASKED if self.truth in met else ASKED_IN_VAIN


def commune(seed: int) -> tuple[list[Identity], list[Case]]:
    dice = random.Random(seed)
    roster = [_person(dice, at) for at in range(PEOPLE)]
    kinds = list(SPOILERS)
    cases = [_case(dice, person, kinds[at % len(kinds)]) for at, person in enumerate(roster)]
    cases += [Case(_bare(_person(dice, PEOPLE + at)), None, STRANGER) for at in range(68)]
    dice.shuffle(cases)
    return roster, cases


STRANGER = "Người chưa có trong danh sách"


def _person(dice, at) -> Identity:
    words = [dice.choice(HO), *dice.sample(DEM, dice.choice([1, 1, 2])), dice.choice(TEN)]
    unit = dice.randrange(UNITS)
    return identity(
        " ".join(words),
        id=at,
        uid=f"u{at}",
        phone=f"09{at:04d}{dice.randrange(10**4):04d}"
        if at >= PEOPLE or dice.random() < 0.9
        else "",
        unit_id=unit,
        unit=f"Đơn vị {unit}",
        birth=str(dice.randrange(1966, 2003)) if dice.random() < 0.4 else "",
    )


def _bare(person) -> Identity:
    return replace(person, id=None, uid="")


def _renamed(row, name) -> Identity:
    new = identity(name)
    return replace(row, name=name, name_key=new.name_key)


def _typo(dice, name) -> str:
    at = dice.randrange(1, len(name) - 1)
    return dice.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + "x" + name[at + 1 :],
        ]
    )


def _without_middle(dice, name) -> str:
    words = name.split()
    return " ".join([words[0], words[-1]])


def _other_unit(dice, row) -> Identity:
    unit = (row.unit_id + dice.randrange(1, UNITS)) % UNITS
    return replace(row, unit_id=unit, unit=f"Đơn vị {unit}")


def _noise(dice, row) -> Identity:
    return _renamed(row, noisy(row.name, dice.choice(["nfd", "upper", "lower", "spaces"])))


SPOILERS = {
    "Viết khác kiểu": _noise,
    "Viết khác kiểu, không có số": lambda dice, row: replace(_noise(dice, row), phone=""),
    "Sai đơn vị": _other_unit,
    "Sai đơn vị, không có số": lambda dice, row: replace(_other_unit(dice, row), phone=""),
    "Không ghi đơn vị, không có số": lambda dice, row: replace(
        row, phone="", unit_id=None, unit=""
    ),
    "Không dấu": lambda dice, row: _renamed(row, search_fold(row.name)),
    "Không dấu, không có số": lambda dice, row: replace(
        _renamed(row, search_fold(row.name)), phone=""
    ),
    "Gõ nhầm một chữ, không có số": lambda dice, row: replace(
        _renamed(row, _typo(dice, row.name)), phone=""
    ),
    "Thiếu đệm, không có số": lambda dice, row: replace(
        _renamed(row, _without_middle(dice, row.name)), phone=""
    ),
    "Đổi số điện thoại": lambda dice, row: replace(row, phone=f"08{dice.randrange(10**8):08d}"),
}


def _case(dice, person, kind) -> Case:
    return Case(SPOILERS[kind](dice, _bare(person)), person, kind)
