"""Technical facts for whoever helps from afar: versions, system, screens; nothing personal."""

from __future__ import annotations

import platform
import sqlite3
import sys

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from models.machine.portable import portable_home
from models.version import PRODUCT_NAME, VERSION

COPIED = "Đã sao chép thông tin hỗ trợ; dán vào Zalo hoặc thư để gửi người hỗ trợ."


def support_facts(file_bytes: int | None = None) -> str:
    """One fact a line. No path and no name of an account or machine is among them."""
    lines = [
        f"{PRODUCT_NAME} {VERSION} ({_way_of_running()})",
        f"Hệ điều hành: {_system()}",
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()} · "
        f"SQLite {sqlite3.sqlite_version}",
        f"Giao diện: {QGuiApplication.platformName()} · {_look()}",
        f"Ngôn ngữ của máy: {QLocale.system().name()}",
        *(_screen(number, each) for number, each in enumerate(QGuiApplication.screens(), 1)),
    ]
    if file_bytes is not None:
        lines.append(f"Tệp dữ liệu: {file_bytes / 2**20:.1f} MB".replace(".", ","))
    return "\n".join(lines)


def _way_of_running() -> str:
    way = "bản đóng gói" if getattr(sys, "frozen", False) else "chạy từ mã nguồn"
    return f"{way}, chế độ USB" if portable_home() is not None else way


def _system() -> str:
    words = f"{QSysInfo.prettyProductName()} · {platform.version()} · {platform.machine()}"
    return " ".join(words.split())


def _look() -> str:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    dark = app.palette().window().color().lightness() < 128
    return (
        f"{app.style().objectName()} · {'tối' if dark else 'sáng'} · "
        f"{font.family()} {font.pointSizeF():g} pt"
    )


def _screen(number: int, screen: QScreen) -> str:
    size, ratio = screen.size(), screen.devicePixelRatio()
    pixels = f"{round(size.width() * ratio)}×{round(size.height() * ratio)}"
    share = round(ratio * screen.logicalDotsPerInch() / 96 * 100)
    return f"Màn hình {number}: {pixels} điểm · phóng {share} %"
