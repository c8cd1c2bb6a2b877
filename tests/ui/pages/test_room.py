"""Every page has room on a screen of 1366×768 at 150 %: 911 points less the rail."""

from __future__ import annotations

import pytest

from ui.pages.catalog import PAGES

SCREEN, RAIL = 1366 / 1.5, 208


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_is_no_wider_than_the_screen(qtbot, desk, entry):
    page = entry.make(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 480)
    page.show()
    assert page.minimumSizeHint().width() <= SCREEN - RAIL
