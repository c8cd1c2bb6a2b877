"""The window is written in the platform's own font: Segoe UI on Windows knows all of Vietnamese."""

import re
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.app import make_application

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"""QFont\(\s*["']|setFamil(y|ies)|font-family|addApplicationFont""")


def test_no_screen_names_a_font():
    code = sorted((ROOT / "ui").rglob("*.py"))
    assert code
    assert [path.name for path in code if NAMED.search(path.read_text("utf-8"))] == []


def test_the_application_keeps_the_systems_font(qapp):
    make_application()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    assert QApplication.font().family() == system.family()
