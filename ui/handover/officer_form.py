"""The package for the next officer or another PC: all of the data under a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from models.handover.package import Packed
from ui.calls.handover import (
    HandoverLook,
    contents_words,
    made_words,
    pack_everything,
    package_name,
)
from ui.desk import Desk
from ui.handover.password import PackagePassword
from ui.handover.place_field import PlaceField
from ui.theme.pieces import label
from ui.work import Work

MAKING = "Đang tạo gói bàn giao"
NEXT = (
    "Đưa mật khẩu cho người nhận bằng cách khác (gặp trực tiếp, gọi điện): không ghi trên USB, "
    "không gửi cùng gói. Trên máy kia: nháy đúp vào gói, nhập mật khẩu, bấm “Nhận bàn giao”."
)


class OfficerForm(QWidget):
    """`changed` tells that it may be ready by now. `work` makes the package."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._commune = ""
        self._holds = label("Đang đếm…", wrap=True, name="handover-holds")
        self._place = PlaceField(desk, "handover-place", self._name)
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._holds)
        form.addRow("&Nơi lưu", self._place)
        self._password = PackagePassword("handover-password", form)
        self._password.changed.connect(self.changed)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Typing begins with the password.

        A proxy would hide from the Tab key what stands before it.
        """
        self._password.take_focus(reason)

    def show_look(self, look: HandoverLook) -> None:
        """Say what there is."""
        self._commune = look.commune
        self._holds.setText(contents_words(look))
        self._place.show_path()

    @property
    def ready(self) -> bool:
        """Whether all was given."""
        return bool(self._password.password)

    @property
    def path(self) -> Path:
        """Where the package would lie."""
        return self._place.path

    def work(self) -> Work[Packed]:
        """Making the package, for the lane."""
        out, password = self.path, self._password.password
        return Work(
            lambda task: pack_everything(task.file, out, password), words=MAKING, writes=True
        )

    def done_words(self, made: Packed) -> tuple[str, str]:
        """What was made, and what is to be done with it; nothing secret stays."""
        self._password.clear()
        self._place.keep()
        return made_words(made), NEXT

    def _name(self) -> str:
        return package_name(self._commune, self._desk.now())
