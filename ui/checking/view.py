"""The check before sending on the page: how many faults, and each with the way to its cure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.text.formats import number
from reports.checking.fault import Fault
from ui.checking.fault_list import FaultList
from ui.theme.pieces import column_in, in_tab_order


def faults_words(faults: Sequence[Fault]) -> str:
    """ "Kiểm tra trước khi gửi: 1 lỗi, 2 lưu ý"."""
    grave = sum(each.blocks for each in faults)
    parts = [
        f"{number(count)} {words}"
        for count, words in ((grave, "lỗi"), (len(faults) - grave, "lưu ý"))
        if count
    ]
    return f"Kiểm tra trước khi gửi: {', '.join(parts) or 'không có lỗi'}"


class FaultsView(QWidget):
    """A line that tells how many; pressed, it opens the list, which is open by itself when a fault
    blocks. `cured` carries (page, what) of the cure that was chosen."""

    cured = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("faults")
        self._head = QPushButton(faults_words(()))
        self._head.setObjectName("faults-head")
        self._head.setCheckable(True)
        self._head.setProperty("link", True)
        self._list = FaultList()
        self._list.chosen.connect(self.cured)
        self._head.toggled.connect(self._list.setVisible)
        column = column_in(self, 4)
        column.addWidget(self._head)
        column.addWidget(self._list)
        self._list.hide()
        self._opened_for: tuple[Fault, ...] = ()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Tell of these in place of the ones before."""
        grave = tuple(each for each in faults if each.blocks)
        self._head.setText(faults_words(faults))
        self._list.show_faults(faults)
        in_tab_order(self._head, *self._list.ways)
        # What the officer has folded away is not unfolded for the same faults again.
        if grave and grave != self._opened_for:
            self._head.setChecked(True)
        if not faults:
            self._head.setChecked(False)
        self._opened_for = grave
