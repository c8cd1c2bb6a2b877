"""A page of reconciling on a small made-up roster, and exports to let fall on it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.records import PersonDraft
from models.roster.people import add_person
from tests.factory import unit
from ui.intake.steps import IntakeStep
from ui.pages.reconcile import ReconcilePage

HEADER = ("Tài khoản", "Họ và tên", "Số điện thoại", "Đơn vị", "Điểm", "Hoàn thành")
CULTURE, ECONOMY, CLINIC = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trạm Y tế xã"
ROSTER = (
    ("Trần Văn An", CULTURE, "0912000001"),
    ("Lê Thị Bình", CULTURE, "0912000002"),
    ("Phạm Đức Cường", ECONOMY, "0912000003"),
    ("Vũ Ngọc Dung", ECONOMY, "0912000004"),
    ("Đỗ Minh Yến", CLINIC, "0912000005"),
)
MATCHED = ("an01", "Trần Văn An", "0912000001", CULTURE, "8,5", "x")
WRONG = ("binh01", "Lê Thị Bình", "0912000002", CLINIC, "7", "")
UNSURE = ("cuong01", "Phạm Đức Cường", "", "", "6", "x")
OUTSIDER = ("la01", "Hoàng Thị Lạ", "0977000001", ECONOMY, "9", "x")
FAR = ("xa01", "Bùi Văn Xa", "0977000002", "Ban Quản trị chợ đầu mối", "5", "")
EXPORT = (MATCHED, WRONG, UNSURE, OUTSIDER, FAR)
FIRST = {
    "regressed": 0,
    "matched": 1,
    "wrong_unit": 1,
    "not_on_roster": 2,
    "not_registered": 3,
    "uncertain": 1,
}
"""How many accounts of EXPORT stand in each box at first."""


@pytest.fixture
def make_export(tmp_path):
    def maker(rows=EXPORT, name="ketqua.xlsx", header=HEADER) -> Path:
        book = Workbook()
        for row in (header, *rows):
            book.active.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return maker


@pytest.fixture
def roster(desk):
    """The five people by name."""
    return {
        name: add_person(
            desk.file, PersonDraft(name=name, unit_id=unit(desk.file, where).id, phone=phone)
        )
        for name, where, phone in ROSTER
    }


@pytest.fixture
def page(qtbot, desk, roster):
    gc.collect()  # The page of the test before goes here, and not in the lane amid this one.
    page = ReconcilePage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


@pytest.fixture
def receive(qtbot, page):
    """Let files come to the page and wait for a step."""

    def receiver(*paths, step=IntakeStep.PLAN):
        from ui.pages.reconcile.flow import Flow

        flow = page.findChild(Flow)
        with qtbot.waitSignal(
            flow.stepped, check_params_cb=lambda now: now == step, timeout=20_000
        ):
            page.take(list(paths))
        return flow

    return receiver
