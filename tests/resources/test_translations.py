"""Qt's own words are Vietnamese, and the compiled file says what the source says."""

import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWizard,
    QWizardPage,
)

from resources import resource_path

SOURCE = resource_path("translations", "qtbase_vi.ts")
COMPILED = resource_path("translations", "qtbase_vi.qm")

EXPECTED = [
    ("QPlatformTheme", "OK", "Đồng ý"),
    ("QPlatformTheme", "Save", "Lưu"),
    ("QPlatformTheme", "Save All", "Lưu tất cả"),
    ("QPlatformTheme", "Open", "Mở"),
    ("QPlatformTheme", "&Yes", "&Có"),
    ("QPlatformTheme", "&No", "&Không"),
    ("QPlatformTheme", "Cancel", "Hủy"),
    ("QPlatformTheme", "Close", "Đóng"),
    ("QPlatformTheme", "Discard", "Không lưu"),
    ("QPlatformTheme", "Restore Defaults", "Khôi phục mặc định"),
    ("QWidgetTextControl", "&Undo", "&Hoàn tác"),
    ("QLineEdit", "Cu&t", "Cắ&t"),
    ("QLineEdit", "&Paste", "&Dán"),
    ("QWizard", "&Next", "&Tiếp tục"),
    ("QWizard", "< &Back", "< &Quay lại"),
    ("QWizard", "&Finish", "&Hoàn tất"),
    ("QFileDialog", "Files of &type:", "&Loại tệp:"),
    ("QPrintPreviewDialog", "Print Preview", "Xem trước khi in"),
    ("QAccessibleActionInterface", "Press", "Nhấn"),
    ("QProgressDialog", "Cancel", "Hủy"),
    ("QShortcut", "Space", "Phím cách"),
]
# What a translator meets most often must be said in one way everywhere.
ONE_WORD = {"Cancel": "Hủy", "Save": "Lưu", "Close": "Đóng", "Open": "Mở", "Delete": "Xóa"}


def messages() -> list[tuple[str, str, str]]:
    return [
        (
            context.findtext("name", ""),
            item.findtext("source", ""),
            item.findtext("translation", ""),
        )
        for context in ET.parse(SOURCE).getroot().iter("context")
        for item in context.iter("message")
    ]


@pytest.fixture
def vietnamese(qapp):
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(("context", "source", "expected"), EXPECTED)
def test_words_that_everybody_sees(vietnamese, context, source, expected):
    assert QCoreApplication.translate(context, source) == expected


def test_the_compiled_file_says_what_the_source_says(vietnamese):
    for context, source, translation in messages():
        assert vietnamese.translate(context, source) == translation


def test_the_compiled_file_is_up_to_date(tmp_path):
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "qtbase_vi.qm"
    subprocess.run([tool, SOURCE, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == COMPILED.read_bytes()


def test_translations_are_whole():
    for _, source, translation in messages():
        assert translation
        assert unicodedata.is_normalized("NFC", translation)
        assert re.findall(r"%\d", source) == re.findall(r"%\d", translation)
        assert translation.count("&") <= 1
        assert source.count("\n") == translation.count("\n")


def test_one_word_for_one_thing():
    for _, source, translation in messages():
        plain = source.replace("&", "")
        if plain in ONE_WORD:
            assert translation.replace("&", "") in (ONE_WORD[plain], source)


def test_every_standard_button_is_vietnamese(vietnamese, qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = QDialogButtonBox.StandardButton
    for kind in kinds:
        if kind != kinds.NoButton:
            box.addButton(kind)
    english = {"Save", "Open", "Yes", "No", "Cancel", "Close", "Help", "Apply", "Reset", "Retry"}
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert len(texts) == 18
    assert not texts & english
    assert {"Lưu", "Hủy", "Đóng", "Trợ giúp"} <= texts


@pytest.mark.parametrize("editor", [QLineEdit, QPlainTextEdit])
def test_the_menus_of_text_fields_are_vietnamese(vietnamese, qtbot, editor):
    field = editor()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words == [
        "&Hoàn tác",
        "&Làm lại",
        "Cắ&t",
        "&Sao chép",
        "&Dán",
        "Xóa",
        "Chọn tất cả",
    ]


def test_a_wizard_leads_in_vietnamese(vietnamese, qtbot):
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.setWizardStyle(QWizard.WizardStyle.ModernStyle)
    wizard.addPage(QWizardPage())
    wizard.addPage(QWizardPage())
    wizard.restart()
    kinds = QWizard.WizardButton
    texts = [wizard.buttonText(k).replace("&", "") for k in (kinds.NextButton, kinds.BackButton)]
    assert texts == ["Tiếp tục >", "< Quay lại"]
    assert wizard.buttonText(kinds.FinishButton) == "&Hoàn tất"
    assert wizard.buttonText(kinds.CancelButton) == "Hủy"


def test_qts_file_dialog_shows_no_english(vietnamese, qtbot, tmp_path):
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    widgets = [*dialog.findChildren(QPushButton), *dialog.findChildren(QLabel)]
    texts = {widget.text().replace("&", "") for widget in widgets if widget.text()}
    tips = {button.toolTip() for button in dialog.findChildren(QToolButton) if button.toolTip()}
    assert {"Tên tệp:", "Loại tệp:", "Tìm trong:", "Mở", "Hủy"} <= texts
    assert {"Quay lại", "Thư mục cha", "Tạo thư mục mới"} <= tips
    assert not any(re.search(r"\b(the|to|file|folder|view)\b", text) for text in texts | tips)


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Shift+Space", "Alt+Left", "Ctrl+Return", "Del", "F2"])
def test_shortcuts_survive_being_written_in_vietnamese(vietnamese, qapp, keys):
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    assert QKeySequence(shown).matches(QKeySequence(keys)) == (
        QKeySequence.SequenceMatch.ExactMatch
    )
