"""Đối soát in a contest that counts one mark of its own: nothing in it speaks of registering."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from models.contests.mark_names import MarkNames
from models.journal.change import changing
from models.reconcile.reading import PRESENCE
from models.reconcile.records import Box, UnitDrop
from models.reconcile.sentences import box_name, drop_words
from models.store.schema import contests
from tests.ui.pages.reconcile.acts import button, open_box, words
from ui.table.data_table import DataTable

SIGNED = {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"}
NAMES = MarkNames("", "đã kích hoạt chữ ký số", one=True)


@pytest.fixture
def signed(qtbot, desk, page):
    with qtbot.waitSignal(desk.reference.changed), changing(desk.file, "x", "Tên gọi") as change:
        change.update(contests, {1: SIGNED})
    return page


def titles(table):
    return [each.title for each in table.header.shown_columns()]


def said(page):
    shown = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    texts = [t for each in shown if each.isVisible() for t in (each.text(), each.toolTip())]
    tables = [each for each in page.findChildren(DataTable) if each.isVisible()]
    return texts + [title for each in tables for title in titles(each)]


def test_the_boxes_and_the_button_tell_the_one_mark(qtbot, signed, receive, make_export):
    receive(make_export())
    assert "3 không có trong tệp" in words(signed, "tie-out")
    assert words(signed, "reconcile-summary").startswith("Sẽ ghi 1 người kích hoạt chữ ký số mới; ")
    assert button(signed, "card-not_registered").accessibleName() == "Không có trong tệp: 3"
    for box in Box:
        open_box(qtbot, signed, box.value)
        # What the platform registered stays what it is.
        kept = [] if box is Box.UNCERTAIN else [PRESENCE]
        assert [each for each in said(signed) if "đăng ký" in each.lower()] == kept
    open_box(qtbot, signed, "matched")
    assert "Kích hoạt chữ ký số" in said(signed)


def test_the_city_is_asked_for_the_one_mark(qtbot, signed):
    with qtbot.waitSignal(signed.loaded):
        signed.reload()
    assert "Thiếu" in titles(signed.findChild(DataTable, "reconcile-earlier"))
    signed.take("official")
    assert not signed.findChild(QLineEdit, "official-registered").isVisible()
    field = signed.findChild(QLineEdit, "official-completed")
    assert field.accessibleName() == "Đã kích hoạt chữ ký số"
    shown = titles(signed.findChild(DataTable, "official-figures"))
    assert "Kích hoạt chữ ký số: thành phố / xã" in shown
    assert [each for each in said(signed) if "đăng ký" in each.lower()] == []


def test_words_of_its_own_call_the_box_and_the_drop():
    essays = MarkNames("đã nộp bài", "bài được chấm")
    assert box_name(Box.NOT_REGISTERED, essays) == "Chưa nộp bài"
    drop = UnitDrop(1, "Trạm Y tế xã", 24, 21, 9, 8)
    assert drop_words(drop, NAMES) == "Trạm Y tế xã: kích hoạt chữ ký số 9 → 8"
