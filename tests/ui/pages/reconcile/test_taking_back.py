"""A wrong match is taken back on the page by key or mouse, looked at again, and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PersonDraft
from models.roster.people import add_person
from models.roster.person_rows import people_by_ids
from tests.factory import unit
from tests.ui.keys import agree
from tests.ui.pages.reconcile.acts import (
    box,
    button,
    click,
    column,
    counts,
    open_box,
    words,
    write,
)
from tests.ui.pages.reconcile.conftest import CLINIC, ECONOMY, FIRST, HEADER, MATCHED, WRONG
from ui.people.question import Question

Key = Qt.Key
AN = "Trần Văn An"


def sums_tie_out(page, plan_words):
    _people, total, boxes = plan_words.split(" So với")[0].rstrip(".").split(" = ")
    parts = [int(part.split(" ")[0]) for part in boxes.split(" + ")]
    return sum(parts) == int(total) == sum(counts(page).values())


def test_key_2_sends_a_matched_account_to_be_seen(qtbot, desk, page, roster, receive, make_export):
    namesake = add_person(desk.file, PersonDraft(name=AN, unit_id=unit(desk.file, CLINIC).id))
    receive(make_export())
    before = counts(page)
    table = open_box(qtbot, page, "matched")
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    assert counts(page)["uncertain"] == before["uncertain"] + 1
    assert sums_tie_out(page, words(page, "tie-out"))
    assert "Cần quyết định" in page.findChild(QLabel, "reconcile-matched-said").text()

    asked = open_box(qtbot, page, "uncertain")
    assert AN in column(qtbot, asked, "Họ và tên")
    asked.go_to(0)
    asked.setFocus()
    qtbot.keyClick(asked, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["wrong_unit"] == 2)
    decided = ["Chưa quyết định", "Là người này"]
    qtbot.waitUntil(lambda: sorted(column(qtbot, asked, "Quyết định")) == decided)
    write(qtbot, desk, page)
    own, other = people_by_ids(desk.file, [roster[AN], namesake])
    assert own.registered_on is None
    assert other.registered_on is not None


def test_key_0_gives_it_back(qtbot, page, receive, make_export):
    receive(make_export())
    table = open_box(qtbot, page, "matched")
    click(qtbot, page, "reconcile-matched-nobody")
    assert "chọn ít nhất một dòng" in words(page, "reconcile-matched-said")
    table.go_to(0)
    click(qtbot, page, "reconcile-matched-nobody")
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    assert table.model().rowCount() == 0
    asked = open_box(qtbot, page, "uncertain")
    asked.go_to(0)
    decided = ["Chưa quyết định", "Đã bỏ khớp"]
    qtbot.waitUntil(lambda: sorted(column(qtbot, asked, "Quyết định")) == decided)
    asked.setFocus()
    qtbot.keyClick(asked, Key.Key_0)
    qtbot.waitUntil(lambda: counts(page) == FIRST)
    assert sums_tie_out(page, words(page, "tie-out"))


def test_ctrl_z_gives_it_back_and_leaves_what_is_saved(qtbot, desk, page, receive, make_export):
    saved = fingerprint(desk.file)
    receive(make_export())
    table = open_box(qtbot, page, "matched")
    table.go_to(0)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    qtbot.keyClick(table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(page) == FIRST)
    assert fingerprint(desk.file) == saved


def test_leaving_asks_before_decisions_are_lost(qtbot, page, receive, make_export):
    receive(make_export())
    open_box(qtbot, page, "matched").go_to(0)
    click(qtbot, page, "reconcile-matched-nobody")
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    click(qtbot, page, "reconcile-leave")
    qtbot.keyClick(page.findChild(Question), Key.Key_Return)
    assert button(page, "reconcile-leave").isVisible()
    qtbot.waitUntil(lambda: page.findChild(Question) is None)
    click(qtbot, page, "reconcile-leave")
    agree(qtbot, page)
    qtbot.waitUntil(lambda: not button(page, "reconcile-leave").isVisible())


def test_it_is_remembered_for_the_next_file(qtbot, desk, page, roster, receive, make_export):
    receive(make_export((MATCHED, WRONG)))
    table = open_box(qtbot, page, "wrong_unit")
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["wrong_unit"] == 0)
    assert "1 phiếu" not in write(qtbot, desk, page).text
    receive(make_export((MATCHED, WRONG), "sau.xlsx"))
    assert (counts(page)["wrong_unit"], counts(page)["regressed"]) == (0, 0)


def test_what_was_written_wrongly_is_taken_back_later(
    qtbot, desk, page, roster, receive, make_export
):
    receive(make_export((MATCHED, WRONG)))
    write(qtbot, desk, page)
    before = fingerprint(desk.file)
    receive(make_export((MATCHED, WRONG, ("x1", "Hoàng Lạ", "", ECONOMY, "5", "")), "sau.xlsx"))
    table = open_box(qtbot, page, "matched")
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    assert counts(page)["regressed"] == 0
    write(qtbot, desk, page)
    (own,) = people_by_ids(desk.file, [roster[AN]])
    assert own.registered_on is not None
    assert own.score is None
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_decisions_of_that_kind_live_through_a_change_elsewhere(
    qtbot, desk, page, roster, receive, make_export
):
    from models.records import Mark
    from models.roster.marks import set_marks

    flow = receive(make_export())
    open_box(qtbot, page, "matched").go_to(0)
    click(qtbot, page, "reconcile-matched-nobody")
    qtbot.waitUntil(lambda: counts(page)["matched"] == 0)
    with qtbot.waitSignal(flow.stepped, timeout=20_000):
        set_marks(desk.file, [roster["Đỗ Minh Yến"]], Mark.REGISTERED)
    qtbot.waitUntil(lambda: "vừa thay đổi" in words(page, "plan-problem"))
    assert counts(page)["matched"] == 0


def test_several_lines_at_once(qtbot, page, receive, make_export):
    more = ("dung01", "Vũ Ngọc Dung", "0912000004", ECONOMY, "7", "")
    receive(make_export((MATCHED, more)))
    table = open_box(qtbot, page, "matched")
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 2)
    assert "2 tài khoản" in page.findChild(QLabel, "reconcile-matched-said").text()


def test_all_accounts_of_one_line_go_along(qtbot, page, receive, make_export):
    second = ("an02", *MATCHED[1:])
    receive(make_export((MATCHED, second), header=HEADER))
    table = open_box(qtbot, page, "matched")
    assert table.model().rowCount() == 1
    table.setFocus()
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 2)
    asked = open_box(qtbot, page, "uncertain")
    asked.go_to(1)
    asked.setFocus()
    qtbot.keyClick(asked, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 1)
    assert counts(page)["uncertain"] == 1


def test_who_is_lost_without_an_account_cannot_be_taken_back(
    qtbot, desk, page, receive, make_export
):
    receive(make_export())
    write(qtbot, desk, page)
    receive(make_export((WRONG,), "sau.xlsx"))
    box(page, "regressed").setFocus()
    qtbot.keyClick(box(page, "regressed"), Key.Key_2)
    assert "không có tài khoản" in page.findChild(QLabel, "reconcile-regressed-said").text()
    assert not button(page, "reconcile-regressed-nobody").isVisible()
