"""Tổng quan over a real file: what it shows, where its numbers lead, how it follows changes."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from models.campaign.reminders import give_reminders
from models.contests.contests import set_internal_deadline
from models.figures.frozen import freeze
from models.journal.change import changing
from models.records import Contact, Mark, PeopleQuery, PersonDraft, Status
from models.records.reminders import Addressee, ReminderDraft, ReminderWay, UnitCounts
from models.roster.doubtful import doubtful_marks, keep_marks
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.roster.units import set_contacts
from models.store.schema import contests
from tests.models.reconcile.exports import export, write
from tests.models.reconcile.exports import person as reconciled_person
from ui.pages.overview import OverviewPage
from ui.pages.overview_day import DayPopup
from ui.table.data_table import DataTable

NAMES = ("Đặng Thị Hòa", "Trần Văn An", "Lê Thị Bình", "Phạm Đức Cường")


@pytest.fixture
def units(desk):
    return [unit for unit in list_units(desk.file) if unit.depth == 1][:2]


@pytest.fixture
def people(desk, units):
    drafts = [PersonDraft(name, units[at % 2].id) for at, name in enumerate(NAMES)]
    return [add_person(desk.file, draft) for draft in drafts]


@pytest.fixture
def page(qtbot, desk):
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


def text(page, name):
    return page.findChild((QPushButton if name.startswith("card") else QLabel), name).text()


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_without_people_the_page_says_what_to_do_next(qtbot, page):
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "overviewImport")
    assert asked.args == ["import", None]


def test_the_four_numbers_and_the_pace(qtbot, desk, people, units):
    set_internal_deadline(desk.file, 1, date(2026, 6, 10))
    set_marks(desk.file, people[:1], Mark.COMPLETED)
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    assert text(page, "cardTotal") == "4"
    assert text(page, "cardRegistered") == "1"
    assert text(page, "cardCompleted") == "1"
    assert text(page, "cardPace") == "2"
    assert "Hạn của xã 10/06 (còn 2 ngày)" in text(page, "overviewAsOf")


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("cardTotal", {Status.REGISTERED, Status.NOT_REGISTERED}),
        ("cardRegistered", {Status.REGISTERED}),
        ("cardRegisteredBelow", {Status.NOT_REGISTERED}),
        ("cardCompleted", {Status.COMPLETED}),
        ("cardCompletedBelow", {Status.NOT_COMPLETED}),
        ("cardPace", {Status.NOT_REGISTERED}),
    ],
)
def test_every_number_opens_the_names_behind_it(qtbot, people, page, name, statuses):
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, name)
    assert asked.args == ["roster", PeopleQuery(statuses=frozenset(statuses))]


def test_a_number_of_a_unit_opens_its_names(qtbot, people, units, page):
    table = page.findChild(DataTable, "rankingTable")
    column = next(
        at
        for at in range(table.model().columnCount())
        if "Chưa" in table.model().headerData(at, Qt.Orientation.Horizontal)
    )
    rect = table.visualRect(table.model().index(0, column))
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    key, query = asked.args
    assert key == "roster"
    assert query.statuses == frozenset({Status.NOT_REGISTERED})
    assert query.unit_ids <= {unit.id for unit in units}


def test_enter_on_a_unit_opens_all_its_names(qtbot, people, page):
    table = page.findChild(DataTable, "rankingTable")
    table.setFocus()
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args[1].statuses == frozenset()


def test_a_change_shows_at_once(qtbot, desk, people, page):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, people, Mark.REGISTERED)
    assert text(page, "cardRegistered") == "4"
    assert text(page, "cardPace") == "2"
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "cardPace")
    assert asked.args[1].statuses == frozenset({Status.NOT_COMPLETED})
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, people, Mark.COMPLETED)
    assert text(page, "cardPace") == "Đạt"


def test_another_day_can_be_looked_at_and_left_again(qtbot, desk, people, page):
    set_marks(desk.file, people[:3], Mark.REGISTERED, date(2026, 6, 5))
    qtbot.waitUntil(lambda: text(page, "cardRegistered") == "3")
    click(qtbot, page, "overviewDay")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DayPopup))
    calendar = popup.findChild(QCalendarWidget)
    calendar.setSelectedDate(QDate(2026, 6, 1))
    with qtbot.waitSignal(page.loaded):
        calendar.activated.emit(QDate(2026, 6, 1))
    assert text(page, "cardRegistered") == "0"
    assert text(page, "overviewAsOf").startswith("Số liệu đến hết ngày 01/06/2026")
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "cardTotal")
    assert asked.args[1].as_of == date(2026, 6, 1)
    with qtbot.waitSignal(page.loaded):
        click(qtbot, page, "overviewToday")
    assert text(page, "cardRegistered") == "3"


@pytest.fixture
def lost(desk):
    """Somebody whom the platform had registered and has not any more."""
    for at, name in enumerate(NAMES[:2]):
        reconciled_person(desk.file, name, f"098210359{at}")
    rows = [(f"0982103{590 + at}", name, "", "", "") for at, name in enumerate(NAMES[:2])]
    write(desk.file, export(*rows))
    write(desk.file, export(rows[0]))


def test_who_was_lost_from_the_platform_stands_in_the_tasks_until_decided(qtbot, desk, lost, page):
    tasks = page.findChild(QWidget, "todayTasks")
    words = "1 người đã đánh dấu mà nền tảng không còn ghi nhận"
    assert words in [each.text() for each in tasks.findChildren(QLabel)]
    (act,) = [each for each in tasks.findChildren(QPushButton) if words in each.accessibleName()]
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert asked.args == ["reconcile", "doubts"]
    keep_marks(desk.file, [each.id for each in doubtful_marks(desk.file)])
    qtbot.waitUntil(lambda: words not in [each.text() for each in tasks.findChildren(QLabel)])


def test_the_main_button_leads_to_the_report(qtbot, people, page):
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "overviewReport")
    assert asked.args == ["reports", "unit-summary"]


def test_cards_stand_two_by_two_in_a_narrow_window(qtbot, people, page):
    page.resize(560, 600)
    total = page.findChild(QPushButton, "cardTotal")
    completed = page.findChild(QPushButton, "cardCompleted")

    def below():
        at = total.mapTo(page, QPoint(0, 0)), completed.mapTo(page, QPoint(0, 0))
        return at[1].y() > at[0].y() and at[0].x() == at[1].x()

    qtbot.waitUntil(below)


def column_of(table, title):
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return titles.index(title)


def cell_texts_of(table, title):
    model, column = table.model(), column_of(table, title)
    return [model.index(line, column).data() for line in range(model.rowCount())]


def test_the_units_are_sorted_by_any_column_and_copied_whole_as_shown(qtbot, desk, people, page):
    table = page.findChild(DataTable, "rankingTable")
    set_marks(desk.file, people[1:2], Mark.REGISTERED, desk.today())
    qtbot.waitUntil(lambda: cell_texts_of(table, "Đăng ký") == ["1", "0"])
    header = table.horizontalHeader()
    at = header.sectionViewportPosition(column_of(table, "Đăng ký")) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))
    qtbot.waitUntil(lambda: cell_texts_of(table, "Đăng ký") == ["0", "1"])
    click(qtbot, page, "rankingCopy")
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0][:5] == ["Hạng", "Đơn vị", "Tổng", "Đăng ký", "Hoàn thành"]
    assert [(line[0], line[3]) for line in lines[1:]] == [("2", "0"), ("1", "1")]


def test_a_rate_has_a_word_and_the_last_reminder_stands_beside_it(qtbot, desk, people, units, page):
    draft = ReminderDraft(
        units[0].id, 1, ReminderWay.ZALO, Addressee.HEAD, "", "", UnitCounts(2, 0, 0)
    )
    give_reminders(desk.file, [draft])
    table = page.findChild(DataTable, "rankingTable")
    said = ["08/6, qua Zalo", "–"]
    qtbot.waitUntil(lambda: sorted(cell_texts_of(table, "Nhắc gần nhất")) == sorted(said))
    assert cell_texts_of(table, "Mức") == ["chưa có ai", "chưa có ai"]
    line = cell_texts_of(table, "Nhắc gần nhất").index(said[0])
    cell = table.visualRect(table.model().index(line, column_of(table, "Nhắc gần nhất")))
    table.horizontalScrollBar().setValue(0)
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert asked.args == ["units", units[0].id]


def test_the_units_that_lag_are_reminded_by_one_button(qtbot, desk, people, page):
    remind = page.findChild(QPushButton, "overviewRemind")
    qtbot.waitUntil(lambda: remind.text() == "Đôn đốc 2 đơn vị…" and remind.isVisible())
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "overviewRemind")
    assert asked.args == ["command", "remind"]
    set_marks(desk.file, people, Mark.COMPLETED, desk.today())
    qtbot.waitUntil(lambda: not remind.isVisible())


def test_a_number_says_how_it_comes_about_when_its_names_are_opened(qtbot, desk, people, page):
    set_marks(desk.file, people[:1], Mark.REGISTERED, desk.today())
    card = page.findChild(QPushButton, "cardRegistered")
    qtbot.waitUntil(lambda: card.text() == "1")
    with qtbot.waitSignal(desk.said) as said:
        click(qtbot, page, "cardRegistered")
    assert said.args[0].startswith("1/4 = 25,0%: đã đăng ký trong số người thuộc đối tượng")
    table = page.findChild(DataTable, "rankingTable")
    line = cell_texts_of(table, "Đăng ký").index("1")
    cell = table.visualRect(table.model().index(line, column_of(table, "Đăng ký")))
    with qtbot.waitSignal(desk.said) as said:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert said.args[0].startswith("1/2 = 50,0%")


def test_the_pace_of_commune_and_unit_says_where_it_leads(qtbot, desk, people, page):
    told = page.findChild(QPushButton, "cardPace").toolTip()
    assert "hạn của thành phố 11/6" in told
    table = page.findChild(DataTable, "rankingTable")
    index = table.model().index(0, column_of(table, "Tỷ lệ đăng ký"))
    assert "hạn của thành phố 11/6" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_report_that_is_not_there_any_more_is_told_and_compared_with_no_longer(
    qtbot, desk, people, page
):
    with qtbot.waitSignals([desk.noticed, page.loaded]):
        page.compare_with(12_345)
    assert "so với ngày 07/6" in change_of(page, "cardRegistered")


def change_of(page, name):
    return page.findChild(QLabel, f"{name}Change").text()


def test_the_numbers_say_how_they_changed_and_with_what_they_are_compared(
    qtbot, desk, people, page
):
    set_marks(desk.file, people[:1], Mark.REGISTERED, date(2026, 6, 5))
    freeze(desk.file, date(2026, 6, 5))
    set_marks(desk.file, people[1:3], Mark.REGISTERED, date(2026, 6, 7))
    set_marks(desk.file, people[3:], Mark.REGISTERED, desk.today())
    said = "+3 so với báo cáo số liệu chốt 05/6; hôm nay +1"
    qtbot.waitUntil(lambda: change_of(page, "cardRegistered") == said)
    table = page.findChild(DataTable, "rankingTable")
    assert sorted(cell_texts_of(table, "So lần trước")) == ["+1", "+2"]
    assert (
        page.findChild(QLabel, "rankingNote")
        .text()
        .startswith("So lần trước: so với báo cáo số liệu chốt 05/6.")
    )
    click(qtbot, page, "overviewBeside")
    menu = page.findChild(QMenu, "besideMenu")
    qtbot.keyClick(menu, Qt.Key.Key_H)
    said = "+1 so với ngày 07/6"
    qtbot.waitUntil(lambda: change_of(page, "cardRegistered") == said)
    assert change_of(page, "cardTotal") == "Không đổi so với ngày 07/6"
    told = page.findChild(QLabel, "cardTotalChange").toolTip()
    assert told == "So với ngày 07/6 theo dữ liệu hiện nay"
    assert "theo dữ liệu hiện nay" in page.findChild(QLabel, "rankingNote").text()


def test_columns_in_which_nothing_stands_give_their_room_to_the_names(qtbot, desk, people, page):
    table = page.findChild(DataTable, "rankingTable")
    shown = [column.key for column in table.selected_columns()]
    assert not {"head", "reminded"} & set(shown)
    unit_id = next(each.id for each in list_units(desk.file) if each.people)
    with qtbot.waitSignal(page.loaded):
        set_contacts(desk.file, unit_id, [Contact("head", "Lê Ánh")])
    assert "head" in [column.key for column in table.selected_columns()]


def test_the_title_has_the_whole_width_of_a_narrow_window(qtbot, people, page):
    page.resize(700, 700)
    title = page.findChild(QLabel, "overviewTitle")
    remind = page.findChild(QPushButton, "overviewRemind")
    qtbot.waitUntil(remind.isVisible)
    qtbot.waitUntil(lambda: title.width() > 0.85 * page.width())
    assert remind.y() > title.geometry().bottom()


def test_no_words_lie_under_the_bars(qtbot, desk, people, worn):
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(2600, 900)
    letters = page.font()
    letters.setPointSize(20)
    page.setFont(letters)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    table = page.findChild(DataTable, "rankingTable")
    cell = table.visualRect(table.model().index(1, column_of(table, "Tỷ lệ đăng ký")))
    picture = table.viewport().grab(cell).toImage()
    middle, bar = picture.height() // 2, range(8, cell.width() // 4)
    assert picture.pixel(20, middle) != picture.pixel(20, 2)
    assert len({picture.pixel(x, y) for x in bar for y in range(2, middle - 4)}) == 1


def test_one_mark_alone_has_no_card_and_no_column_of_registration(qtbot, desk, people, page):
    set_marks(desk.file, people[:1], Mark.COMPLETED)
    set_marks(desk.file, people[1:2], Mark.FAILED)
    words = {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"}
    with qtbot.waitSignal(page.loaded), changing(desk.file, "x", "Tên gọi") as change:
        change.update(contests, {1: words})
    qtbot.waitUntil(lambda: not page.findChild(QPushButton, "cardRegistered").isVisible())
    shown = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Đã kích hoạt chữ ký số" in shown
    assert "kích hoạt chữ ký số" in shown, "the line of the curve"
    assert not [each for each in shown if "đăng ký" in each.lower()]
    assert any(each.startswith("Để đạt 100% kích hoạt chữ ký số đúng") for each in shown)
    below = page.findChild(QPushButton, "cardCompletedBelow").text()
    assert below == "3 người chưa kích hoạt chữ ký số, 1 thi chưa đạt"
    table = page.findChild(DataTable, "rankingTable")
    titles = [each.title for each in table.header.shown_columns()]
    assert "Kích hoạt chữ ký số" in titles
    assert "Tỷ lệ kích hoạt chữ ký số" in titles
    assert not {"Đăng ký", "Chưa đăng ký"} & set(titles)
