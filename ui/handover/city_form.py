"""The package for the city: figures of a day; names only for a reason that is logged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from models.handover.city import LEAST_REASON, CityPackage
from models.records.moment import as_moment
from models.text.names import storage_form
from ui.calls.handover import HandoverLook, city_package_name, city_sent_words, send_to_city
from ui.desk import Desk
from ui.handover.password import PackagePassword
from ui.handover.place_field import PlaceField
from ui.people.date_field import DateField
from ui.theme.pieces import label, line_edit, named
from ui.work import Work

MAKING = "Đang tạo gói số liệu"
HOLDS = (
    "Gói có số liệu của từng đơn vị trong cuộc thi đang làm, kèm mã số liệu để thành phố biết gói "
    "không bị sửa. Không có họ tên, số điện thoại, trừ khi chọn dưới đây."
)
NEXT = "Gửi tệp này cho thành phố. Việc gửi đã được ghi vào nhật ký hoạt động."
NEXT_SECRET = f"{NEXT} Báo mật khẩu của gói bằng cách khác, không gửi cùng gói."


class CityForm(QWidget):
    """`changed` tells that it may be ready by now. `work` makes the package."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._commune = ""
        self._secret = False
        self._day = DateField("city-day", "Số liệu đến hết ngày", desk.today())
        self._day.line.setText("hôm nay")
        self._place = PlaceField(desk, "city-place", self._name)
        self._names = named(QCheckBox("Kèm &họ tên, đơn vị của từng người"), "city-names")
        self._reason = line_edit("city-reason", "Lý do gửi họ tên", "Lý do, được lưu vào nhật ký")
        self._wants = named(QCheckBox("Đặt mật khẩu cho gó&i"), "city-secret")
        self._password = PackagePassword("city-password", self._lay_out())
        self._connect()
        self._look()

    def _lay_out(self) -> QFormLayout:
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label(HOLDS, wrap=True))
        form.addRow("&Số liệu đến hết ngày", self._day)
        form.addRow("&Nơi lưu", self._place)
        form.addRow(self._names)
        form.addRow(self._reason)
        form.addRow(self._wants)
        self.setFocusProxy(self._day)
        return form

    def _connect(self) -> None:
        self._day.changed.connect(self.changed)
        self._names.toggled.connect(self._look)
        self._wants.toggled.connect(self._look)
        self._reason.textChanged.connect(self.changed)
        self._password.changed.connect(self.changed)

    def _look(self) -> None:
        self._reason.setVisible(self._names.isChecked())
        self._password.set_shown(self._wants.isChecked())
        if self._names.isChecked():
            self._reason.setFocus()
        self.changed.emit()

    def show_look(self, look: HandoverLook) -> None:
        """Whose figures they are."""
        self._commune = look.commune
        self._place.show_path()

    @property
    def ready(self) -> bool:
        """Whether all was given: names go for a reason alone."""
        named_for = not self._names.isChecked() or len(self._why()) >= LEAST_REASON
        secret = not self._wants.isChecked() or bool(self._password.password)
        return self._day.valid and self._day.day is not None and named_for and secret

    @property
    def path(self) -> Path:
        """Where the package would lie."""
        return self._place.path

    def work(self) -> Work[CityPackage]:
        """Making the package, for the lane."""
        out, reason = self.path, self._why() if self._names.isChecked() else ""
        password = self._password.password if self._wants.isChecked() else ""
        as_of = as_moment(self._day.day or self._desk.today())
        self._secret = bool(password)
        return Work(
            lambda task: send_to_city(task.file, out, as_of, reason, password),
            words=MAKING,
            writes=True,
        )

    def done_words(self, made: CityPackage) -> tuple[str, str]:
        """What was made, and what is to be done with it; nothing secret stays."""
        self._password.clear()
        self._place.keep()
        return city_sent_words(made), NEXT_SECRET if self._secret else NEXT

    def _why(self) -> str:
        return storage_form(self._reason.text())

    def _name(self) -> str:
        return city_package_name(self._commune, self._desk.now())
