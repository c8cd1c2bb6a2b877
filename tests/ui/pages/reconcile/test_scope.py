"""A file of one unit after one of all: the page says so, and everybody can be counted."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from models.records import PersonDraft
from models.roster.people import add_person
from tests.factory import unit
from tests.ui.pages.reconcile.acts import column, counts, go_to_step, pick, words, write
from tests.ui.pages.reconcile.conftest import CLINIC, CULTURE, ECONOMY, ROSTER
from ui.intake.steps import IntakeStep
from ui.table.data_table import DataTable

FORCES = "Ban Chỉ huy Quân sự xã"
MORE = (("Ngô Thị Giang", FORCES, "0912000006"), ("Đặng Văn Hùng", CLINIC, "0912000007"))


def row(name, where, phone):
    return (f"tk{phone[-2:]}", name, phone, where, "8", "x")


@pytest.fixture
def after_all(qtbot, desk, page, receive, make_export):
    """Everybody of four units has been seen once."""
    for name, where, phone in MORE:
        draft = PersonDraft(name=name, unit_id=unit(desk.file, where).id, phone=phone)
        add_person(desk.file, draft)
    receive(make_export([row(*each) for each in (*ROSTER, *MORE)]))
    write(qtbot, desk, page)
    return page


def shown(page, name) -> str:
    found = page.findChild(QLabel, name)
    return found.text() if found.isVisible() else ""


def test_the_people_of_other_units_are_not_lost(qtbot, desk, after_all, receive, make_export):
    flow = receive(make_export([row(*ROSTER[0])], "vanhoa.xlsx"))
    assert counts(after_all)["regressed"] == 1
    go_to_step(qtbot, after_all, 1)
    assert shown(after_all, "scope-words") == (
        f"Tệp chỉ nói đến {CULTURE} nên người của các đơn vị khác không bị tính là mất."
    )
    assert words(after_all, "unit-drops").count("→") == 2

    combo = after_all.findChild(QComboBox, "scope")
    assert combo.currentText() == "đơn vị có trong tệp"
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        pick(qtbot, combo, "mọi đơn vị")
    assert combo.currentText() == "mọi đơn vị"
    assert counts(after_all)["regressed"] == 6
    assert shown(after_all, "scope-words") == ""

    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        pick(qtbot, combo, f"chỉ {ECONOMY}")
    assert combo.currentText() == f"chỉ {ECONOMY}"
    assert counts(after_all)["regressed"] == 2
    assert shown(after_all, "scope-words").startswith("Chỉ xét người bị mất")

    write(qtbot, desk, after_all)
    earlier = after_all.findChild(DataTable, "reconcile-earlier")
    qtbot.waitUntil(lambda: earlier.model().rowCount() == 2)
    assert column(qtbot, earlier, "Tệp") == [f"vanhoa.xlsx (chỉ {ECONOMY})", "ketqua.xlsx"]


def test_the_choice_does_not_stay_for_the_next_file(qtbot, after_all, receive, make_export):
    flow = receive(make_export([row(*ROSTER[0])], "vanhoa.xlsx"))
    go_to_step(qtbot, after_all, 1)
    combo = after_all.findChild(QComboBox, "scope")
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        pick(qtbot, combo, "mọi đơn vị")
    flow.leave()
    receive(make_export([row(*ROSTER[1])], "vanhoa2.xlsx"))
    assert combo.currentText() == "đơn vị có trong tệp"
    assert counts(after_all)["regressed"] == 1


def test_the_first_file_is_compared_with_nothing(page, receive, make_export):
    receive(make_export([row(*ROSTER[0])]))
    assert not page.findChild(QComboBox, "scope").isVisible()
