"""A status that says yes and no at once, on the page: shown, counted, and decided by key."""

import pytest
from PySide6.QtCore import Qt

from models.roster.person_rows import people_by_ids
from tests.ui.pages.reconcile.acts import box, button, click, column, counts, open_box, words, write

Key = Qt.Key
HEADER = ("Tên đăng nhập", "Họ và tên", "Đơn vị", "Trạng thái")
REFUSED = ("0912000001", "Trần Văn An", "", "Đã đăng ký nhưng bị từ chối")
ASKED = tuple(
    (f"091200000{at}", name, "", "Hoàn thành?")
    for at, name in enumerate(("Trần Văn An", "Lê Thị Bình", "Phạm Đức Cường"), 1)
)


@pytest.fixture
def asked(qtbot, page, receive, make_export):
    """The box of those to look at, the keys on its first line, for an export of these rows."""

    def asked(*rows):
        receive(make_export(rows, header=HEADER))
        table = box(page, "uncertain")
        qtbot.waitUntil(table.hasFocus)
        return table

    return asked


def decided(qtbot, table, *words):
    """Wait until the lines tell these decisions."""
    qtbot.waitUntil(lambda: tuple(column(qtbot, table, "Quyết định")) == words)


def test_it_stands_among_those_to_look_at_and_cannot_be_taken_in_again(
    qtbot, desk, page, receive, make_export
):
    receive(make_export([REFUSED], header=HEADER))
    assert counts(page)["uncertain"] == 1
    open_box(qtbot, page, "uncertain")
    qtbot.waitUntil(lambda: "bị từ chối" in words(page, "reconcile-uncertain-why"))
    click(qtbot, page, "reconcile-uncertain-new")
    assert words(page, "reconcile-uncertain-said") == "Người này đã có trong danh sách."
    assert "không đánh dấu thêm ai" in write(qtbot, desk, page).text


def test_key_1_gives_the_mark_that_the_status_would_give(qtbot, desk, page, roster, asked):
    table = asked(REFUSED)
    this, nobody = (button(page, f"reconcile-uncertain-{each}") for each in ("this", "nobody"))
    assert (this.text(), nobody.text()) == ("Ghi đã đăng ký (1)", "Không ghi kết quả (2)")
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 1)
    decided(qtbot, table, "Ghi kết quả")
    assert words(page, "reconcile-summary") == "Sẽ ghi 1 người đăng ký mới."
    write(qtbot, desk, page)
    (an,) = people_by_ids(desk.file, [roster["Trần Văn An"]])
    assert (an.registered_on is not None, an.completed_on) == (True, None)


def test_key_2_leaves_it_unmarked_and_key_0_asks_again(qtbot, desk, page, roster, asked):
    table = asked(REFUSED)
    qtbot.keyClick(table, Key.Key_2)
    decided(qtbot, table, "Không ghi kết quả")
    assert counts(page)["uncertain"] == 1
    qtbot.keyClick(table, Key.Key_0)
    decided(qtbot, table, "Chưa quyết định")
    assert "không đánh dấu thêm ai" in write(qtbot, desk, page).text


def test_one_decision_serves_all_of_the_same_status(qtbot, page, asked):
    table = asked(*ASKED)
    qtbot.keyClick(table, Key.Key_1)
    qtbot.keyClick(table, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 3)
    assert "3 người đăng ký mới, 3 người hoàn thành mới" in words(page, "reconcile-summary")


def test_an_account_of_somebody_else_is_taken_back_by_its_own_button(qtbot, page, asked):
    asked(REFUSED)
    click(qtbot, page, "reconcile-uncertain-other")
    qtbot.waitUntil(lambda: counts(page)["not_registered"] == 5)
    table = box(page, "uncertain")
    decided(qtbot, table, "Đã bỏ khớp")
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 1)
    decided(qtbot, table, "Không phải ai")


def test_who_and_what_are_chosen_together_where_both_are_open(qtbot, page, asked):
    table = asked(("cuong01", "Phạm Đức Cường", "", "Hoàn thành?"), REFUSED)
    table.go_to(0)
    click(qtbot, page, "reconcile-uncertain-other")
    assert words(page, "reconcile-uncertain-said") == "Hãy chọn dòng đã rõ là ai trước."
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Right)
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 1)
    decided(qtbot, table, "Là người này, ghi kết quả", "Chưa quyết định")
    table.go_to(0)
    qtbot.keyClick(table, Key.Key_0)
    qtbot.keyClick(table, Key.Key_1)
    decided(qtbot, table, "Là người này", "Chưa quyết định")
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
