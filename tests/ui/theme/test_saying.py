"""In a low window a sentence keeps to one line; nothing of it is lost."""

import pytest

from ui.theme.saying import Saying

WORDS = "Tệp chỉ nói đến Trường THCS Tân Tiến nên người của các đơn vị khác không bị tính là mất."


@pytest.fixture
def saying(qtbot):
    made = Saying("saying")
    qtbot.addWidget(made)
    made.resize(200, 60)
    made.say(WORDS)
    return made


def test_where_there_is_room_all_of_it_wraps(saying):
    assert saying.text() == WORDS
    assert saying.wordWrap()


def test_a_cut_line_tells_the_rest_by_its_tooltip_and_makes_nothing_wider(saying):
    saying.set_low(True)
    saying.resize(200, 20)
    saying.show()
    assert saying.text().endswith("…")
    assert (saying.toolTip(), saying.accessibleName()) == (WORDS, WORDS)
    assert saying.minimumSizeHint().width() == 0
    assert saying.fontMetrics().horizontalAdvance(saying.text()) <= 200
    saying.set_low(False)
    assert (saying.text(), saying.toolTip()) == (WORDS, "")


def test_without_words_it_is_not_there(saying):
    saying.show()
    saying.say("")
    assert not saying.isVisible()


def test_where_there_is_more_to_tell_its_tooltip_has_that(saying):
    saying.say("Và 2 điều khác.", "Điều một.\nĐiều hai.")
    for low in (False, True):
        saying.set_low(low)
        assert saying.toolTip() == "Điều một.\nĐiều hai."
