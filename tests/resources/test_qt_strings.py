"""Every string of the Qt that we ship is Vietnamese, or is stated as out of the officer's reach.

What Qt may say is read from its own translations (all languages together) and kept when both the
context and the string stand in the libraries that are shipped: older strings stand only in the
translations.
"""

import re
import xml.etree.ElementTree as ET
from bisect import bisect_left
from pathlib import Path

import PySide6
import pytest
from PySide6.QtGui import QKeySequence

from resources import resource_path
from tests.resources.qm_file import sources
from ui.window.commands import LINE, MENUS
from ui.window.shortcut_words import KEY_GROUPS

QT = Path(PySide6.__file__).parent / "Qt"
ROOT = Path(__file__).parents[2]
TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]+\0")
SHIPPED = ("Core", "Gui", "Widgets", "Svg", "PrintSupport")

NO_DIALOG = "a dialog that the program never opens"
UNIX_PRINTING = "of the print dialog of Unix systems; Windows shows its own, in its language"
TO_THE_LOG = "a message for programmers: the program shows its own sentence"
UNREACHABLE = {
    "%1: key is empty": TO_THE_LOG,
    "QAccessibleColorWellItem": "belongs to the colour dialog; " + NO_DIALOG,
    "QColorDialog": NO_DIALOG,
    "QCommandLineParser": "the command line is read by the program's own parser",
    "QCoreApplication": "keys of shared memory, which the program does not use",
    "QCupsJobWidget": UNIX_PRINTING,
    "QDBusTrayIcon": "an icon beside the clock, which the program has not",
    "QDialogButtonBox": "of earlier Qt: names of buttons come from QPlatformTheme now",
    "QFactoryLoader": TO_THE_LOG,
    "QFile": "files without random access, which the program does not rename",
    "QFileDevice": TO_THE_LOG,
    "QFontDatabase": "styles and scripts listed in the font dialog; " + NO_DIALOG,
    "QFontDialog": NO_DIALOG,
    "QGuiApplication": "options of Qt's command line and the layout direction; left as they are",
    "QJsonParseError": TO_THE_LOG,
    "QLibrary": TO_THE_LOG,
    "QMdiArea": "windows within the window, which the program has not",
    "QMessageBox": "About Qt; the names of buttons come from QPlatformTheme",
    "QMimeType": "kinds of files in Qt's own file dialog; Windows shows its own",
    "QPageSetupWidget": UNIX_PRINTING,
    "QPageSize": "names of paper: that of a document is its own and is not chosen",
    "QPluginLoader": TO_THE_LOG,
    "QProcess": TO_THE_LOG,
    "QRegExp": TO_THE_LOG,
    "QRegularExpression": TO_THE_LOG,
    "QShortcut": "keys that no shortcut of ours names (see the test of our keys)",
    "QSharedMemory": TO_THE_LOG,
    "QSpiAccessibleBridge": "screen readers of Linux desktops, which name roles themselves",
    "QSystemSemaphore": TO_THE_LOG,
    "QWidget": "a star after the title of a changed window; the same in every language",
    "QXmlStream": TO_THE_LOG,
}
OURS = {
    (context.findtext("name", ""), item.findtext("source", ""))
    for context in ET.parse(resource_path("translations", "qtbase_vi.ts")).getroot().iter("context")
    for item in context.iter("message")
}
SAID_BY_SCREENS = (
    "QPlatformTheme",
    "QWidgetTextControl",
    "QLineEdit",
    "QAbstractSpinBox",
    "QDateTimeEdit",
    "QDateTimeParser",
    "QFileDialog",
    "QFileSystemModel",
    "QAbstractFileIconProvider",
    "QComboBox",
    "QTabBar",
    "QScrollBar",
    "QDialog",
    "QPrintDialog",
    "QProgressBar",
    "QUnicodeControlCharacterMenu",
    "QAccessibleActionInterface",
)


@pytest.fixture(scope="module")
def known() -> set[tuple[str, str]]:
    """What Qt's own translations of all languages translate."""
    found = {pair for path in (QT / "translations").glob("qtbase_*.qm") for pair in sources(path)}
    assert len(found) > 2_000
    return found


@pytest.fixture(scope="module")
def may_be_said(known) -> set[tuple[str, str]]:
    """What of it stands in the libraries, too."""
    libraries = b"".join((QT / "lib" / f"libQt6{name}.so.6").read_bytes() for name in SHIPPED)
    # Linkers let a string end within another one: all are kept from behind, to be found so.
    backwards = sorted({text[::-1] for text in TEXT.findall(libraries)})

    def is_inside(words: str) -> bool:
        wanted = b"\0" + words.encode()[::-1]
        at = bisect_left(backwards, wanted)
        return at < len(backwards) and backwards[at].startswith(wanted)

    return {(context, text) for context, text in known if is_inside(context) and is_inside(text)}


def test_whatever_screens_may_show_is_translated(may_be_said):
    left = {(context, text) for context, text in may_be_said - OURS if context}
    assert sorted(pair for pair in left if pair[0] not in UNREACHABLE) == []


def test_what_only_the_windows_libraries_say_is_translated(known):
    """These libraries are not here to be looked into; the plugin direct2d is not shipped."""
    said = {pair for pair in known if pair[0].startswith("QWindows") and "2D" not in pair[0]}
    assert said
    assert said <= OURS


def test_no_reason_is_left_over(may_be_said):
    left = {context for context, _ in may_be_said - OURS}
    assert set(UNREACHABLE) - left == set()


@pytest.mark.parametrize("context", SAID_BY_SCREENS)
def test_contexts_of_our_screens_are_whole(may_be_said, context):
    said = {text for known, text in may_be_said if known == context}
    assert said, "Qt has renamed it"
    assert {(context, text) for text in said} <= OURS


def test_every_key_that_we_name_is_translated():
    named = [keys for _, lines in MENUS for line in lines if line is not LINE for keys in line.keys]
    named += [keys for _, lines in KEY_GROUPS for line in lines for keys in line.keys]
    portable = [
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) for keys in named
    ]
    parts = {part for keys in portable for part in keys.split("+") if len(part) > 1}
    function_keys = {part for part in parts if re.fullmatch(r"F\d+", part)}
    assert {("QShortcut", part) for part in parts - function_keys} <= OURS


@pytest.mark.parametrize(
    "never",
    ["DontUseNativeDialog", "QColorDialog", "QFontDialog", "QMdiArea", "aboutQt"],
)
def test_the_reasons_hold(never):
    code = [
        path for folder in ("ui", "reports", "models") for path in (ROOT / folder).rglob("*.py")
    ]
    assert [path.name for path in code if never in path.read_text("utf-8")] == []
