"""Importing into a contest that counts one mark of its own."""

from models.contests.mark_names import MarkNames
from models.intake.plan_records import ImportResult
from models.journal.change import changing
from models.store.schema import contests
from tests.ui.importing.wizards import box, go_on
from ui.importing.words import result_words
from ui.intake.steps import IntakeStep

SIGNED = {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"}


def test_the_plan_has_a_column_of_the_one_mark(qtbot, desk, make_list, open_wizard):
    with qtbot.waitSignal(desk.reference.changed), changing(desk.file, "x", "Tên gọi") as change:
        change.update(contests, {1: SIGNED})
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    titles = [each.title for each in box(wizard, "new").table.header.shown_columns()]
    assert "Kích hoạt chữ ký số" in titles
    assert "Đăng ký" not in titles


def test_what_was_imported_is_told_of_the_one_mark():
    result = ImportResult(3, 0, 0, 0, 0, 0, 2, 2, 3, 0)
    told = result_words(result, "“a.xlsx”", MarkNames(completed="đã ký số", one=True))
    assert told == "Đã nhập “a.xlsx”: 3 người mới, 2 người đã ký số. Ctrl+Z để hoàn tác."
