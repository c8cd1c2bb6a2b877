"""A made-up export in the shape of a real contest platform: 16.376 attempts of 9.622 logins.

Shared names and phones, doubled given names, capitals, lost marks, mixed logins and free unit
texts stand in it as often as in the export that was counted.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from big_list import FAMILY, GIVEN, MIDDLE
from openpyxl import Workbook

HEAD = (
    "Stt", "Tên đăng nhập", "Họ tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị", "Điện thoại",
    "Tên bài thi", "Điểm thi", "Ngày thi", "Thời gian làm bài",
)  # fmt: skip
ATTEMPTS = (5_674, 1_983, 1_364, 461, 98, 42)
"""How many logins tried once, twice, three times …"""
LOGINS = sum(ATTEMPTS)
ROWS = 16_376
SHARED_NAMES, SHARED_PHONES = 863, 275
DOUBLED, CAPITALS, BARE = 1 / 3, 0.03, 0.02
PLACES = (
    "Trường THCS", "Trường Tiểu học", "Trường Mầm non", "Trạm Y tế", "Thôn", "UBND xã", "Công an",
)  # fmt: skip
TOWNS = (
    "Kẻ Sặt", "Bình Minh", "Hưng Thịnh", "Thúc Kháng", "Vĩnh Hồng", "Long Xuyên", "Tân Việt",
)  # fmt: skip


@dataclass(frozen=True)
class Someone:
    """A person of the platform; `name` is as their papers have it."""

    login: str
    name: str
    phone: str
    birth: str
    unit: str


def somebodies(random: Random) -> list[Someone]:
    """Everybody with a login; some share a name, some a phone."""
    names = _names(random)
    people: list[Someone] = []
    for at, name in enumerate(names):
        phone = f"09{at + 10_000_000:08d}"
        if at and at % (LOGINS // SHARED_PHONES) == 0:
            phone = people[-1].phone
        unit = f"{random.choice(PLACES)} {random.choice(TOWNS)}"
        birth = (
            f"{random.randint(1, 28):02d}/{random.randint(1, 12):02d}/{random.randint(1966, 2003)}"
        )
        people.append(Someone(_login(random, at, phone, name), name, phone, birth, unit))
    return people


def write_export(people: list[Someone], random: Random, path: Path) -> dict[int, Someone]:
    """Write the workbook of all attempts; returns whose each row is, as Excel counts them."""
    tried = zip(people, _tries(), strict=True)
    rows = [(who, row) for who, tries in tried for row in _rows(random, who, tries)]
    random.shuffle(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("DANH SÁCH ĐỀ THI")
    sheet.append(HEAD)
    for at, (_, row) in enumerate(rows, start=1):
        sheet.append((at, *row))
    book.save(path)
    return {at: who for at, (who, _) in enumerate(rows, start=2)}


def _names(random: Random) -> list[str]:
    seen: dict[str, None] = {}
    while len(seen) < LOGINS - SHARED_NAMES:
        middle = random.choice(MIDDLE)
        extra = random.choice(("", f" {random.choice(MIDDLE)}", f" {random.choice(GIVEN)}"))
        given = random.choice(GIVEN)
        if not extra.endswith(f" {given}"):
            seen[f"{random.choice(FAMILY)} {middle}{extra} {given}"] = None
    names = list(seen)
    names += random.sample(names, SHARED_NAMES)
    random.shuffle(names)
    return names


def _login(random: Random, at: int, phone: str, name: str) -> str:
    draw = random.random()
    if draw < 0.17:
        return phone if at % (LOGINS // SHARED_PHONES) else f"{phone}a"
    if draw < 0.40:
        return f"0300{random.randint(60, 99)}{at:06d}"
    plain = "".join(_bare(name).lower().split())
    return f"{plain}{at}"


def _tries() -> list[int]:
    tries = [count for count, logins in enumerate(ATTEMPTS, start=1) for _ in range(logins)]
    over = ROWS - sum(tries)
    tries[-abs(over) or len(tries) :] = [each + (over > 0) for each in tries[-abs(over) :]]
    return tries


def _rows(random: Random, who: Someone, tries: int) -> list[tuple[Any, ...]]:
    name, phone, unit = _written_name(random, who.name), _written(random, who.phone), who.unit
    unit = random.choice((unit, unit.upper(), _bare(unit), f"{unit}, Hải Dương", unit.lower()))
    return [
        (
            who.login, name, random.choice(("Nam", "Nữ", "N/A")), who.birth, "Viên chức", unit,
            phone, "Đề thi tuần 1", f"{random.randint(30, 100)}.0/100",
            f"{random.randint(1, 27):02d}/04/2026", f"{random.randint(2, 20)} phút ",
        )
        for _ in range(tries)
    ]  # fmt: skip


def _written_name(random: Random, name: str) -> str:
    if random.random() < DOUBLED:
        name = f"{name} {name.rsplit(maxsplit=1)[-1]}"
    draw = random.random()
    if draw < BARE:
        return _bare(name)
    return name.upper() if draw < BARE + CAPITALS else name


def _written(random: Random, phone: str) -> object:
    draw = random.random()
    if draw < 0.025:
        return int(f"84{phone[1:]}")
    if draw < 0.031:
        return phone[1:]
    return f"{phone[:4]} {phone[4:]}" if draw < 0.035 else phone


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(each for each in letters if not unicodedata.combining(each))
