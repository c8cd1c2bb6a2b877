"""The model reads pages when they are looked at, keeps the old in sight, and never floods."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.table.rows import COLUMNS, Source
from ui.table.rows_model import PAGE, PLACEHOLDER, RowsModel


def made(source, count=1000):
    model = RowsModel(COLUMNS, source.fetch)
    model.set_ids(range(1, count + 1))
    return model


def text(model, line, column=1):
    return model.index(line, column).data()


def test_it_is_a_sound_model(qapp):
    model = made(Source(), 300)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_ids([3, 2, 1])
    assert model.rowCount() == 3
    assert tester.model() is model


def test_a_page_is_read_when_it_is_looked_at(qapp):
    source = Source()
    model = made(source)
    assert not source.asked
    line = 2 * PAGE + 10
    assert text(model, line) in (PLACEHOLDER, f"Người {line + 1}")
    assert source.asked == [tuple(range(2 * PAGE + 1, 3 * PAGE + 1))]
    assert text(model, line) == f"Người {line + 1}"
    assert text(model, line, 0) == str(line + 1)


def test_before_a_row_comes_a_placeholder_stands(qapp):
    source = Source(held=True)
    model = made(source)
    assert text(model, 0) == PLACEHOLDER
    source.answer()
    assert text(model, 0) == "Người 1"


def test_the_old_row_stays_in_sight_until_the_new_one_comes(qapp):
    source = Source()
    model = made(source)
    text(model, 0)
    source.held, source.word = True, "Chị"
    model.set_ids(range(1, 1001))
    assert text(model, 0) == "Người 1"
    source.answer()
    assert text(model, 0) == "Chị 1"


def test_whoever_drags_the_bar_gets_the_last_pages_first(qapp):
    source = Source(held=True)
    model = made(source, 60_000)
    for line in range(0, 60_000, PAGE):
        text(model, line)
    assert len(source.asked) == 1
    for _ in range(6):
        source.answer()
    assert source.asked[1][0] == 60_000 - PAGE + 1
    assert len(source.asked) <= 5


def test_an_answer_to_an_old_question_is_not_shown(qapp):
    source = Source(held=True)
    model = made(source)
    text(model, 0)
    model.set_ids([5, 6])
    source.answer()
    assert text(model, 0) == PLACEHOLDER
    source.answer()
    assert text(model, 0) == "Người 5"


def test_whole_rows_come_for_any_ids(qapp):
    model = made(Source())
    got = []
    model.whole([7, 900], got.extend)
    assert [line.name for line in got] == ["Người 7", "Người 900"]


def test_screen_readers_hear_the_title(qapp):
    model = made(Source())
    text(model, 0)
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Họ và tên: Người 1"


def test_a_page_that_was_lost_is_asked_for_again_and_shown(qtbot):
    source = Source(held=True)
    model = made(source)
    text(model, 0)
    source.lose()
    assert text(model, 0) == PLACEHOLDER
    assert len(source.asked) == 1, "asked again at once, a read that fails would never rest"
    with qtbot.waitSignal(model.dataChanged):
        pass
    text(model, 0)
    assert source.asked == [tuple(range(1, PAGE + 1))] * 2
    source.answer()
    assert text(model, 0) == "Người 1"


def test_rows_read_anew_do_not_wait_for_the_pause(qapp):
    source = Source(held=True)
    model = made(source)
    text(model, 0)
    source.lose()
    model.set_ids(range(1, 1001))
    text(model, 0)
    source.answer()
    assert text(model, 0) == "Người 1"


def test_other_pages_come_after_one_that_was_lost(qtbot):
    source = Source(held=True)
    model = made(source)
    text(model, 0)
    text(model, 3 * PAGE)
    source.lose()
    with qtbot.waitSignal(model.dataChanged):
        pass
    source.held = False
    text(model, 3 * PAGE)
    assert text(model, 3 * PAGE) == f"Người {3 * PAGE + 1}"


def test_an_old_question_that_is_lost_disturbs_no_newer_one(qapp):
    source = Source(held=True)
    model = made(source)
    text(model, 0)
    lost = source.take_waiting()
    model.set_ids([5, 6])
    text(model, 0)
    lost()
    source.answer()
    assert text(model, 0) == "Người 5"


def test_an_end_after_the_answer_is_no_loss(qapp):
    source = Source()
    model = made(source)
    text(model, 0)
    text(model, PAGE)
    assert text(model, PAGE) == f"Người {PAGE + 1}"
