"""The rail: its share of the window, its badge, and the one entry that looks chosen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QScrollArea

from ui.pages.catalog import PAGES
from ui.theme.appearance import TEXT_SIZES
from ui.window.rail import MOST_OF_WINDOW, ROOM_AROUND_ICON, Rail

AMBER = QPalette.ColorRole.BrightText


@pytest.fixture
def rail(qtbot, worn):
    made = Rail(PAGES)
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.set_open(True)
    made.select("roster")
    made.set_room(1366)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def entry(rail, key) -> QPushButton:
    return rail.findChild(QPushButton, f"rail-{key}")


def points(widget, role):
    picture = widget.grab().toImage()
    wanted = widget.palette().color(role).rgb()
    return [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) == wanted
    ]


def paper_in(button):
    """Whether the number stands in the badge, line by line: paper between amber."""
    picture = button.grab().toImage()
    amber = {(x, y) for x, y in points(button, AMBER)}
    for x, y in amber:
        right = x + 1
        while right < picture.width() and (right, y) not in amber:
            right += 1
        yield right > x + 2 and right < picture.width()


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_with_words_it_takes_no_more_than_its_share(rail, worn, size):
    worn.set_text_size(size)
    for width in (600, 1024, 1366, 1920, 2560):
        rail.set_room(width)
        worded = bool(entry(rail, "units").text())
        narrow = ROOM_AROUND_ICON + entry(rail, "units").iconSize().width()
        assert rail.width() <= width * MOST_OF_WINDOW if worded else rail.width() == narrow
    assert worded
    worn.set_text_size(100)
    rail.set_room(1366)
    assert entry(rail, "units").text()


def test_words_go_and_come_with_the_letters_alone(qtbot, rail, worn):
    before = rail.width()
    worn.set_text_size(200)
    button = entry(rail, "units")
    assert not button.text()
    assert button.iconSize().width() == 40
    assert button.icon().availableSizes()[-1].width() >= 40
    assert rail.width() == 80
    worn.set_text_size(100)
    assert rail.width() == before


def test_a_badge_is_seen_and_read_out(rail):
    button = entry(rail, "reconcile")
    assert not points(button, AMBER)
    rail.set_badge("reconcile", 7)
    assert points(button, AMBER)
    assert any(paper_in(button))
    assert button.accessibleName() == "Đối soát, 7 việc cần quyết định"
    assert button.toolTip() == "Đối soát, 7 việc cần quyết định (Alt+3)"
    rail.set_badge("reconcile", 0)
    assert not points(button, AMBER)
    assert button.accessibleName() == "Đối soát"


@pytest.mark.parametrize("count", [7, 42, 1234])
@pytest.mark.parametrize("room", [600, 1366])
def test_a_badge_has_room_in_its_entry(rail, room, count):
    rail.set_room(room)
    rail.set_badge("reconcile", count)
    button = entry(rail, "reconcile")
    places = points(button, AMBER)
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    assert button.width() / 2 < (left + right) / 2 < button.width()
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert not button.text() or left > words + button.iconSize().width()


@pytest.mark.parametrize("room", [600, 1366])
def test_the_number_of_a_badge_can_be_read(rail, room):
    rail.set_room(room)
    rail.set_badge("reconcile", 42)
    button = entry(rail, "reconcile")
    pill = points(button, AMBER)
    middle = sum(y for _x, y in pill) // len(pill)
    picture, paper = button.grab().toImage(), rail.palette().color(QPalette.ColorRole.Base)
    inside = range(min(x for x, _y in pill) + 4, max(x for x, _y in pill) - 4)
    shades = [picture.pixelColor(x, middle).lightness() for x in inside]
    assert max(shades) > (paper.lightness() + button.palette().color(AMBER).lightness()) / 2


def test_the_longest_entry_makes_room_for_a_badge(rail):
    before = rail.width()
    rail.set_badge("reports", 100)
    assert rail.width() > before
    rail.set_badge("reports", 0)
    assert rail.width() == before


def test_the_frame_of_the_focus_goes_with_the_choice(qtbot, rail):
    entry(rail, "roster").setFocus()
    rail.select("units")
    assert entry(rail, "units").hasFocus()
    assert [each.text().strip() for each in rail.findChildren(QPushButton) if each.isChecked()] == [
        "Đơn vị"
    ]


@pytest.mark.parametrize("size", [100, 200])
def test_only_one_entry_looks_chosen(rail, worn, size):
    worn.set_text_size(size)
    chosen, focused, other = (entry(rail, key) for key in ("roster", "units", "contest"))
    buttons = rail.findChildren(QPushButton)
    for each in PAGES:
        rail.select(each.key)
        assert [one for one in buttons if one.isChecked()] == [entry(rail, each.key)]
    rail.select("roster")
    bare = papers(focused)
    assert bare == papers(other) != papers(chosen)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    assert papers(focused) == bare
    assert focused.grab().toImage() != chosen.grab().toImage()
    assert [one for one in buttons if one.isChecked()] == [chosen]


def papers(button):
    """What colour lies under the words, and at the left edge, where the chosen one is marked."""
    picture = button.grab().toImage()
    middle = picture.height() // 2
    inside = Counter(
        picture.pixel(x, y)
        for x in range(4, picture.width() - 4)
        for y in range(4, picture.height() - 4)
    )
    return inside.most_common(1)[0][0], picture.pixel(3, middle)


def test_in_a_low_window_the_entries_scroll(rail):
    rail.resize(rail.width(), 200)
    last = entry(rail, PAGES[-1].key)
    area = rail.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    rail.select(PAGES[-1].key)
    assert last.visibleRegion().boundingRect() == last.rect()
