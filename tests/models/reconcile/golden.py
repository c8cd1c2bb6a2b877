"""A made-up roster and an export of which the truth is known, account by account."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from models.journal.change import changing
from models.records import PersonDraft, UnitKind
from models.roster.people import columns_of, new_uids
from models.roster.unit_tree import load_units
from models.roster.units import insert_units
from models.store.data_file import DataFile
from models.store.schema import people
from models.text.names import search_fold

# fmt: off
FAMILY = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng", "Đặng", "Ngô", "Dương", "Phan",
    "Đinh", "Lương", "Mai", "Tạ",
]
MIDDLE = [
    "Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Hồng", "Xuân", "Thu", "Hải", "Kim",
    "Đình", "Tuấn", "Bích", "Gia",
]
GIVEN = [
    "An", "Ánh", "Ân", "Dung", "Dũng", "Đức", "Hòa", "Yến", "Bình", "Bỉnh", "Thuận", "Hạnh",
    "Thúy", "Hùng", "Hưng", "Lan", "Liên", "Nga", "Ngân", "Oanh", "Phúc", "Phương", "Quý", "Sơn",
    "Tâm", "Tuyết", "Toàn", "Trang", "Trung", "Tùng", "Uyên", "Vinh", "Khánh", "Loan", "Mỹ",
    "Nhung",
]
PLACES = [
    "An Lạc", "Bình Minh", "Cẩm Giàng", "Đông Hưng", "Gia Lộc", "Hòa Bình", "Kim Thành",
    "Long Xuyên", "Mai Trung", "Ninh Giang", "Phú Thái", "Quang Minh", "Tân Việt", "Thái Dương",
    "Vĩnh Hồng", "Xuân Phú", "Yên Sở", "Hợp Tiến",
]
# fmt: on
KINDS = ("Trường Mầm non", "Trường Tiểu học", "Trường Trung học cơ sở", "Thôn", "Trạm Y tế")
HEAD = ["Stt", "Tên đăng nhập", "Họ tên", "Đơn vị", "Điện thoại", "Điểm thi", "Ngày thi"]
OLD_PREFIXES = {"038": "0168", "032": "0162", "070": "0120", "083": "0123"}
MOBILE = ("0912", "0982", "0382", "0325", "0702", "0835")


class Kind(StrEnum):
    """What an account of the export is, and so where it must go."""

    RIGHT = "right"
    WRONG_UNIT = "wrong_unit"
    NAME_ONLY = "name_only"
    NAME_AND_UNIT = "name_and_unit"
    MISTYPED = "mistyped"
    BORROWED_PHONE = "borrowed_phone"
    STRANGER = "stranger"


AMBIGUOUS = {Kind.NAME_ONLY, Kind.MISTYPED, Kind.BORROWED_PHONE}


@dataclass
class Truth:
    """One account: its kind, whose it is (None: nobody of the roster), and its results."""

    kind: Kind
    person: int | None
    best: float
    attempts: int


@dataclass
class Golden:
    """The export, and the truth by login."""

    rows: list[list[Any]] = field(default_factory=list)
    truth: dict[str, Truth] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """The export as a workbook."""
        book = Workbook(write_only=True)
        sheet = book.create_sheet("DANH SÁCH ĐỀ THI")
        for row in (HEAD, *self.rows):
            sheet.append(row)
        book.save(path)
        return path


class _Maker:
    def __init__(self, file: DataFile, count: int, attempts: int, seed: int) -> None:
        self.rng = random.Random(seed)
        self.file, self.count, self.attempts = file, count, attempts
        self.people: list[tuple[int, str, str, int]] = []
        self.units: dict[int, str] = {}
        self.golden = Golden()
        self.accounts: list[tuple[str, str, str, Any, Truth]] = []

    def make(self) -> Golden:
        self._make_roster()
        self._make_accounts()
        self._make_rows()
        return self.golden

    def _make_roster(self) -> None:
        pairs = [f"{kind} {place}" for place in PLACES for kind in KINDS]
        names = pairs[: max(15, self.count // 40)]
        drafts = []
        with changing(self.file, "made-up", "Số liệu mẫu") as change:
            start = len(load_units(change.connection, self.file.clock().date()))
            rows = [(n, UnitKind.SCHOOL, None, start + at) for at, n in enumerate(names)]
            ids = insert_units(change, rows)
            self.units = dict(zip(ids, names, strict=True))
            for index in range(self.count):
                unit_id = ids[index % len(ids)]
                drafts.append(PersonDraft(self._name(), unit_id, phone=self._phone(index)))
            uids = new_uids(len(drafts))
            stored = [{"uid": u, **columns_of(d)} for u, d in zip(uids, drafts, strict=True)]
            given = change.insert(people, stored)
        self.people = [
            (each, d.name, d.phone, d.unit_id) for each, d in zip(given, drafts, strict=True)
        ]

    def _name(self) -> str:
        pick = self.rng.choice
        return f"{pick(FAMILY)} {pick(MIDDLE)} {pick(GIVEN)}"

    def _phone(self, index: int) -> str:
        # Every fiftieth shares the phone of the one before: husband and wife.
        index -= index % 50 == 49
        return f"{MOBILE[index % len(MOBILE)]}{index:06d}"

    def _make_accounts(self) -> None:
        strangers = self.count // 3
        for person in self.people:
            if self.rng.random() < 0.62:
                self._account_of(person)
        for index in range(strangers):
            where = self.rng.choice(("UBND xã Bình Giang", "Sở Nội vụ", "Trường ĐH Tây Bắc", ""))
            phone = f"0868{index:06d}"
            self._add(phone, self._name(), where, phone, Kind.STRANGER, None)

    def _account_of(self, person: tuple[int, str, str, int]) -> None:
        own_id, name, phone, unit_id = person
        draw = self.rng.random()
        nick, unit = f"nick{own_id}", self._spelt(self.units[unit_id])
        if draw < 0.04:
            self._add(nick, name, "", None, Kind.NAME_ONLY, own_id)
        elif draw < 0.09:
            self._add(nick, name, unit, None, Kind.NAME_AND_UNIT, own_id)
        elif draw < 0.13:
            others = [each for each in GIVEN if search_fold(each) != search_fold(name.split()[-1])]
            spouse = f"Lương Quý {self.rng.choice(others)}"
            self._add(nick, spouse, unit, phone, Kind.BORROWED_PHONE, None)
        elif draw < 0.17:
            typed = name[:-1] + ("g" if name[-1] != "g" else "m")
            self._add(nick, typed, unit, phone, Kind.MISTYPED, own_id)
        elif draw < 0.27:
            elsewhere = self._wrong(unit_id)
            written = self._written(phone)
            self._add(phone, self._variant(name), elsewhere, written, Kind.WRONG_UNIT, own_id)
        else:
            written = self._written(phone)
            self._add(phone, self._variant(name), unit, written, Kind.RIGHT, own_id)

    def _add(
        self, login: str, name: str, unit: str, phone: Any, kind: Kind, person: int | None
    ) -> None:
        # The phone of two is one login for both; the second takes a nickname.
        login = login if login not in self.golden.truth else f"nick{person}"
        truth = Truth(kind, person, 0.0, 0)
        self.golden.truth[login] = truth
        self.accounts.append((login, name, unit, phone, truth))

    def _wrong(self, unit_id: int) -> str:
        other = self.rng.choice([each for each in self.units if each != unit_id])
        within = self._spelt(self.units[other], whole=False)
        return self.rng.choice((within, "UBND xã Bình Giang", "Trường THPT Nguyễn Văn Cừ"))

    def _spelt(self, name: str, *, whole: bool = True) -> str:
        """One of thousands of spellings of a unit; `whole`: or no more than the commune."""
        chance = self.rng.random()
        if chance < 0.1:
            return search_fold(name).title()
        if chance < 0.2:
            return f"{name}, xã Kẻ Sặt, thành phố Hải Phòng"
        if chance < 0.3:
            name = name.replace("Trung học cơ sở", "THCS").replace("Tiểu học", "TH")
            return name.replace("Mầm non", "MN").replace("Trạm Y tế", "TYT")
        if chance < 0.4:
            return f"Xã Kẻ Sặt - {name}"
        if chance < 0.45 and whole:
            return self.rng.choice(("", "UBND xã Kẻ Sặt", "Xã Kẻ Sặt"))
        letters = [c.upper() if self.rng.random() < 0.3 else c for c in name]
        return "".join(letters).replace(" ", self.rng.choice((" ", "  ", "\u00a0")))

    def _variant(self, name: str) -> str:
        draw = self.rng.randrange(5)
        if draw == 0:
            return unicodedata.normalize("NFD", name)
        if draw == 1:
            return f" {name.upper()} "
        return name.replace("òa", "oà") if draw == 2 else name

    def _written(self, phone: str) -> Any:
        draw = self.rng.randrange(6)
        if draw == 0 and phone[:3] in OLD_PREFIXES:
            return OLD_PREFIXES[phone[:3]] + phone[3:]
        forms = (phone, f"+84{phone[1:]}", int(phone), f"{phone[:4]}.{phone[4:7]}.{phone[7:]}")
        return forms[draw % 4]

    def _make_rows(self) -> None:
        left = self.attempts - len(self.accounts)
        tries = [1] * len(self.accounts)
        while left > 0:
            tries[self.rng.randrange(len(tries))] += 1
            left -= 1
        rows = []
        for (login, name, unit, phone, truth), count in zip(self.accounts, tries, strict=True):
            truth.attempts = count
            for _ in range(count):
                score = float(self.rng.randrange(20, 101))
                truth.best = max(truth.best, score)
                day = f"{self.rng.randrange(1, 9):02d}/06/2026"
                rows.append([login, name, unit, phone, f"{score}/100", day])
        self.rng.shuffle(rows)
        self.golden.rows = [[at, *row] for at, row in enumerate(rows, start=1)]


def make_golden(file: DataFile, count: int, attempts: int, seed: int = 20260608) -> Golden:
    """Fill the roster of `file` with `count` people; returns an export of `attempts` rows."""
    return _Maker(file, count, attempts, seed).make()
