"""How a file comes to the page: its tables, hidden rows, pasted blocks, and what is asked."""

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton

from models.intake.sitting.sources import Pasted
from tests.ui.pages.reconcile.acts import (
    button,
    click,
    counts,
    pick,
    words,
)
from tests.ui.pages.reconcile.conftest import (
    EXPORT,
    FIRST,
    HEADER,
    MATCHED,
    WRONG,
)
from ui.intake.steps import IntakeStep
from ui.intake.view import NO_LIST

Key = Qt.Key


def test_two_tables_are_asked_about_before_anything_is_matched(qtbot, page, receive, tmp_path):
    book = Workbook()
    for sheet, row in ((book.active, MATCHED), (book.create_sheet("Đợt 2"), WRONG)):
        sheet.append(list(HEADER))
        sheet.append(list(row))
    book.save(tmp_path / "haibang.xlsx")
    flow = receive(tmp_path / "haibang.xlsx", step=IntakeStep.TABLES)
    click(qtbot, page, "step-next")
    assert flow.step is IntakeStep.COLUMNS
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        click(qtbot, page, "step-next")
    assert (counts(page)["matched"], counts(page)["wrong_unit"]) == (1, 1)


def test_hidden_rows_are_asked_about_and_can_be_left_out(qtbot, page, receive, tmp_path):
    book = Workbook()
    for row in (HEADER, MATCHED, WRONG):
        book.active.append(list(row))
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "an.xlsx")
    flow = receive(tmp_path / "an.xlsx", step=IntakeStep.TABLES)
    page.findChild(QRadioButton, "hidden-skip").click()
    click(qtbot, page, "step-next")
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        click(qtbot, page, "step-next")
    assert (counts(page)["matched"], counts(page)["wrong_unit"]) == (1, 0)


def test_a_pasted_block_is_read_too(page, receive, tmp_path):
    text = "\n".join("\t".join(row) for row in (HEADER, *EXPORT))
    receive(Pasted(text, "", tmp_path / "dan"))
    assert counts(page) == FIRST


def test_phones_alone_are_shown_first_because_the_guess_is_unsure(
    qtbot, page, receive, make_export
):
    rows = [("0912000001",), ("0912000002",), ("0977000009",)] * 3
    flow = receive(make_export(rows, header=("Số điện thoại",)), step=IntakeStep.COLUMNS)
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        click(qtbot, page, "step-next")
    assert counts(page)["matched"] == 0
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        pick(qtbot, page.findChild(QComboBox, "attended-mark"), "đã đăng ký")
    assert counts(page)["matched"] == 2
    assert counts(page)["not_on_roster"] == 1


def test_a_file_that_speaks_of_nobody_is_told_where_it_began(page, receive, tmp_path):
    path = tmp_path / "trong.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    receive(path, step=IntakeStep.START)
    assert "trong.csv" in words(page, "problem")


def test_a_folder_without_any_list_is_told(page, receive, tmp_path):
    folder = tmp_path / "trống"
    folder.mkdir()
    receive(folder, step=IntakeStep.START)
    assert words(page, "problem") == NO_LIST


def test_esc_stops_the_reading(qtbot, desk, page, make_export):
    from ui.pages.reconcile.flow import Flow

    flow = page.findChild(Flow)
    page.take([make_export()])
    assert flow.step is IntakeStep.WAITING
    qtbot.keyClick(button(page, "step-stop"), Key.Key_Escape)
    qtbot.waitUntil(lambda: flow.step is IntakeStep.START)
    assert words(page, "problem").startswith("Đã dừng")
