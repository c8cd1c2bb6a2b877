"""Draws the pictures of docs/cai-dat.md: Windows' own windows as illustrations, ours as they are.

`python packaging/screenshots/install_pictures.py [--out docs/hinh]`. A picture of a window of
Windows says that it is an illustration: it is drawn here, on a machine without Windows.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(ROOT / "packaging" / "fonts" / "fonts.conf")

from PIL import Image
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QIcon, QImage
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from models.machine.setups import Setup
from models.version import VERSION
from resources import resource_path
from ui.app import make_application
from ui.desk import Desk
from ui.help import update
from ui.help.about import AboutDialog
from ui.help.update import UpdateDialog
from ui.lane import Lane
from ui.theme.appearance import Appearance, Theme
from ui.window.memory import open_settings

SETUP = f"TienDo-{VERSION}-Setup.exe"
NEXT = "0.2.0"
DATA = Path(r"C:\Users\can-bo\AppData\Local\TienDo\TienDo.tiendo")
LARGEST = 60 * 1024
COLOURS = 128
ILLUSTRATION = "Hình minh họa"

BLUE = """
QWidget { background: #0f5fb3; color: white; font-size: 10.5pt; }
QLabel#title { font-size: 19pt; }
QLabel#link { text-decoration: underline; }
QLabel#pointed { text-decoration: underline; border: 3px solid #ffd24d; padding: 3px; }
QPushButton { background: #3b82cb; border: 2px solid white; padding: 6px 26px; }
QPushButton#pointed { border: 4px solid #ffd24d; font-weight: bold; }
QLabel#mark { color: #cfe3f7; font-size: 8.5pt; font-style: italic; }
"""
PAPER = """
QWidget { background: white; color: #1b1b1b; font-size: 10pt; }
QFrame#bar { background: #f3f3f3; }
QFrame#bar QLabel { background: transparent; }
QLabel#head { color: #5d5d5d; }
QLabel#pointed { background: #cce8ff; border: 2px solid #e0a800; padding: 3px; }
QLabel#mark { color: #6b6b6b; font-size: 8.5pt; font-style: italic; }
"""


def smart_screen(*, asked: bool) -> QWidget:
    """What Windows says of a program without a known publisher, before and after a click."""
    window = QWidget()
    window.setStyleSheet(BLUE)
    column = QVBoxLayout(window)
    column.setContentsMargins(32, 26, 32, 16)
    column.setSpacing(14)
    column.addWidget(_label("Windows đã bảo vệ máy tính của bạn", "title"))
    column.addWidget(
        _label(
            "Microsoft Defender SmartScreen đã ngăn không cho một ứng dụng không nhận dạng được "
            "khởi động. Chạy ứng dụng này có thể khiến PC của bạn gặp rủi ro."
        )
    )
    if asked:
        column.addWidget(
            _label(f"Ứng dụng:\t{SETUP}\nNhà phát hành:\tNhà phát hành không xác định")
        )
    else:
        link = _label("Thông tin thêm", "pointed")
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    row = QHBoxLayout()
    row.addWidget(_label(ILLUSTRATION, "mark"))
    row.addStretch(1)
    if asked:
        run = QPushButton("Vẫn chạy")
        run.setObjectName("pointed")
        row.addWidget(run)
    row.addWidget(QPushButton("Không chạy"))
    column.addLayout(row)
    window.resize(620, 330)
    return window


def explorer(place: str, lines: list[tuple[str, str, str, bool]]) -> QWidget:
    """A folder as the Explorer shows it; a line is name, kind, size and whether it is meant."""
    window = QWidget()
    window.setStyleSheet(PAPER)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 10)
    bar = QFrame()
    bar.setObjectName("bar")
    QHBoxLayout(bar).addWidget(_label(place))
    column.addWidget(bar)
    grid = QGridLayout()
    grid.setContentsMargins(18, 6, 18, 6)
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(6)
    for number, head in enumerate(("Tên", "Loại", "Kích cỡ")):
        grid.addWidget(_label(head, "head"), 0, number + 1)
    for number, (name, kind, size, meant) in enumerate(lines, 1):
        grid.addWidget(_picture(name, kind), number, 0)
        grid.addWidget(_label(name, "pointed" if meant else ""), number, 1)
        grid.addWidget(_label(kind), number, 2)
        grid.addWidget(_label(size), number, 3)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch(1)
    mark = _label(ILLUSTRATION, "mark")
    mark.setContentsMargins(18, 0, 0, 0)
    column.addWidget(mark)
    window.resize(640, 130 + 30 * len(lines))
    return window


def _picture(name: str, kind: str) -> QLabel:
    made = QLabel()
    style = made.style()
    if kind.startswith("Thư mục"):
        made.setPixmap(style.standardIcon(QStyle.StandardPixmap.SP_DirIcon).pixmap(20, 20))
    elif name.startswith("TienDo") and kind == "Ứng dụng":
        made.setPixmap(QIcon(str(resource_path("icons", "app.svg"))).pixmap(QSize(20, 20)))
    else:
        made.setPixmap(style.standardIcon(QStyle.StandardPixmap.SP_FileIcon).pixmap(20, 20))
    return made


def _label(text: str, name: str = "") -> QLabel:
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(len(text) > 60)
    return made


def save(widget: QWidget, path: Path) -> None:
    """Grab it; raises when the file becomes too large for the repository."""
    widget.show()
    settle()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    whole = Image.frombytes(
        "RGB", image.size().toTuple(), image.bits(), "raw", "RGB", image.bytesPerLine()
    )
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    widget.close()
    if path.stat().st_size > LARGEST:
        raise RuntimeError(f"{path.name}: {path.stat().st_size} bytes")


def settle(milliseconds: int = 500) -> None:
    """Let answers arrive and the screen follow."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def draw_windows(out: Path) -> None:
    """Windows' own windows."""
    save(smart_screen(asked=False), out / "smartscreen-1.png")
    save(smart_screen(asked=True), out / "smartscreen-2.png")
    stick = [
        (SETUP, "Ứng dụng", "khoảng 30 MB", True),
        (f"{SETUP}.sha256", "Tệp SHA256", "1 KB", False),
    ]
    save(explorer("Máy tính này  ›  USB (E:)", stick), out / "usb-bo-cai.png")
    portable = [
        ("_internal", "Thư mục tệp", "", False),
        ("DuLieu", "Thư mục tệp", "", False),
        ("TienDo.exe", "Ứng dụng", "2.700 KB", False),
        ("TienDoLenh.exe", "Ứng dụng", "2.700 KB", False),
        ("TienDo.portable", "Tệp PORTABLE", "0 KB", True),
    ]
    save(explorer("Máy tính này  ›  USB (E:)  ›  TienDo", portable), out / "usb-mang-theo.png")


def draw_ours(out: Path) -> None:
    """Our own dialogs, as they are."""
    lane, window = Lane(), QWidget()
    found = Setup(Path(rf"E:\TienDo-{NEXT}-Setup.exe"), NEXT, proven=True)
    update.find_setups = lambda _drives: (found,)
    update.check_setup = lambda _path: found
    save(UpdateDialog(Desk(lane), DATA, window), out / "cai-ban-moi.png")
    save(AboutDialog(window, DATA, 2_400_000), out / "gioi-thieu.png")
    lane.close()


def main() -> None:
    """Draw all of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "hinh")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        app = make_application()
        app.setFont(QFont(app.font().family(), 9))
        Appearance(app, open_settings(Path(folder))).set_theme(Theme.LIGHT)
        draw_windows(out)
        draw_ours(out)


if __name__ == "__main__":
    main()
