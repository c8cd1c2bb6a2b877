"""What keeps data safe: copies and their restore, a damaged file, handing over and receiving."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from unittest.mock import patch

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)

from models.handover.package import PackageFacts
from models.records import PeopleQuery
from models.records.kept_copies import CopyReason
from models.roster.exemptions import set_exempt
from models.roster.people import list_people
from models.store.backup import back_up
from models.store.faults import data_file_damaged
from ui.desk import Desk
from ui.handover.dialog import HandoverDialog
from ui.handover.receiving import ReceiveDialog
from ui.restoring.dialog import RestoreDialog
from ui.safekeeping.keeper import Safekeeper
from ui.start.trouble import TroublePage
from ui.window.main_window import MainWindow

PASSWORD = "vải chín đỏ cành tháng sáu"


class Camera(Protocol):
    """Grabs what a widget looks like."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save it under a name."""


def shoot_safety(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Each of them once."""
    shoot_restoring(camera, desk, window, settle)
    shoot_handover(camera, desk, window, folder, settle)
    page = TroublePage(
        folder / "xa.tiendo", data_file_damaged(folder / "xa.tiendo"), lacks_log=False
    )
    page.resize(window.size())
    page.tell(
        "Bản sao lưu mới nhất đã thử khôi phục: 16:30 ngày 08/06/2026, 532 người.",
        "26 việc sau bản sao lưu đọc lại được từ nhật ký của tệp hỏng: không mất gì.",
        rescue=True,
    )
    page.setParent(window)
    page.show()
    camera.grab(page, "trouble")
    page.deleteLater()


def shoot_restoring(
    camera: Camera, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """The list of copies, and what came after one."""
    file = desk.file
    assert file is not None
    back_up(file.path, clock=file.clock, reason=CopyReason.START)
    for person in list_people(file, PeopleQuery())[40:44]:
        set_exempt(file, [person.id], "Nghỉ thai sản", desk.today())
    back_up(file.path, clock=file.clock, reason=CopyReason.IMPORT)
    dialog = RestoreDialog(desk, file.path, None, window)
    dialog.open()
    settle(2_000)
    camera.grab(dialog, "restore")
    shoot_other_line(dialog)
    settle(2_000)
    more = dialog.findChild(QPushButton, "restore-more")
    assert isinstance(more, QPushButton)
    more.click()
    camera.grab(dialog, "restore-acts")
    dialog.reject()


def shoot_other_line(dialog: QDialog) -> None:
    """The oldest copy: something came after it."""
    from ui.table.data_table import DataTable

    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    table.go_to_last()


def shoot_handover(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Both packages, and one that came; what is made lies in `folder`, not in the user's own."""
    with patch("ui.handover.place_field.documents_folder", lambda: folder):
        dialog = HandoverDialog(desk, window)
    dialog.open()
    settle(500)
    camera.grab(dialog, "handover")
    for name in ("handover-password", "handover-password-again"):
        line = dialog.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setText(PASSWORD)
    camera.grab(dialog, "handover-ready")
    tabs = dialog.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(1)
    camera.grab(dialog, "handover-city")
    for name in ("city-names", "city-secret"):
        tick = dialog.findChild(QCheckBox, name)
        assert isinstance(tick, QCheckBox)
        tick.setChecked(True)
    camera.grab(dialog, "handover-city-names")
    tabs.setCurrentIndex(0)
    place = dialog.findChild(QComboBox, "handover-place")
    assert isinstance(place, QComboBox)
    place.setCurrentIndex(place.count() - 1)
    make = dialog.findChild(QPushButton, "handover-make")
    assert isinstance(make, QPushButton)
    make.click()
    settle(4_000)
    camera.grab(dialog, "handover-made")
    dialog.reject()
    facts = PackageFacts(folder / "ban-giao.tiendo", 532, 12, "2026-06-08T17:00:00", False)
    receiving = ReceiveDialog(desk, facts, folder / "TienDo-2.tiendo", window)
    receiving.open()
    camera.grab(receiving, "receive")
    receiving.reject()


def shoot_second_place(
    camera: Camera,
    keeper: Safekeeper,
    window: MainWindow,
    folder: Path,
    settle: Callable[[int], None],
) -> None:
    """Copies that go to a stick besides, one that was pulled out, and the question at the end."""
    stick = folder / "USB"
    stick.mkdir()
    # The scratch folder is the stick: nothing else is plugged in where pictures are drawn.
    with patch("models.safekeeping.second_place.on_one_disk", lambda *_: False):
        keeper.choose_place(stick)
        settle(2_500)
    window.go_to("data")
    camera.grab(window, "second-place")
    shutil.rmtree(stick)
    keeper.keep(CopyReason.MANUAL, print, print)
    settle(2_500)
    camera.grab(window, "second-place-gone")
