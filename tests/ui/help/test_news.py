"""Có gì mới: in Vietnamese for this version, and mentioned once after an upgrade."""

from __future__ import annotations

import re
import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from models.version import VERSION, version_numbers
from ui.help.news import SEEN_KEY, NewsDialog, news_notice, news_text
from ui.window.memory import open_settings


@pytest.fixture
def settings(tmp_path):
    return open_settings(tmp_path)


def test_this_version_stands_first_and_versions_go_down():
    told = re.findall(r"^## Bản (\S+)$", news_text(), re.MULTILINE)
    assert told[0] == VERSION
    assert [version_numbers(each) for each in told] == sorted(
        map(version_numbers, told), reverse=True
    )
    assert unicodedata.is_normalized("NFC", news_text())


def test_a_first_start_and_the_same_version_say_nothing(settings):
    assert news_notice(settings) is None
    assert news_notice(settings) is None


def test_an_upgrade_is_mentioned_once(settings):
    settings.setValue(SEEN_KEY, "0.0.9")
    notice = news_notice(settings)
    assert "nâng cấp từ bản 0.0.9" in notice.text
    assert "Có gì mới" in notice.advice
    assert news_notice(settings) is None


def test_an_older_program_keeps_quiet(settings):
    settings.setValue(SEEN_KEY, "99.0")
    assert news_notice(settings) is None


def test_the_dialog_shows_it_as_text(qtbot):
    dialog = NewsDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.findChild(QTextBrowser, "newsText").toPlainText()
    assert f"Bản {VERSION}" in shown
    assert "**" not in shown
