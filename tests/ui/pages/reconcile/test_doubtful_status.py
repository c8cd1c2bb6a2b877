"""A status that says yes and no at once, on the page: shown, counted, and marking nobody."""

from tests.ui.pages.reconcile.acts import click, column, counts, open_box, words, write

HEADER = ("Tên đăng nhập", "Họ và tên", "Đơn vị", "Trạng thái")
ROWS = (("0912000001", "Trần Văn An", "", "Đã đăng ký nhưng bị từ chối"),)


def test_it_stands_among_those_to_look_at_and_cannot_be_taken_in_again(
    qtbot, desk, page, receive, make_export
):
    receive(make_export(ROWS, header=HEADER))
    assert counts(page)["uncertain"] == 1
    table = open_box(qtbot, page, "uncertain")
    assert "bị từ chối" in column(qtbot, table, "Vì sao")[0]
    click(qtbot, page, "reconcile-uncertain-new")
    assert words(page, "reconcile-uncertain-said") == "Người này đã có trong danh sách."
    assert "không đánh dấu thêm ai" in write(qtbot, desk, page).text
