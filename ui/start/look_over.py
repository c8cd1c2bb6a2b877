"""After the names are shown a file is looked over whose seal does not vouch for it.

Rule by rule in the lane, so that whoever works is answered between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.store.seal import SealKind
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.work import Work

if TYPE_CHECKING:
    from models.checking.findings import Flaw
    from models.checking.sight import CheckRule
    from models.store.data_file import DataFile

COMMAND, DEED = "data-check", "Xem và sửa…"
RESTORE_COMMAND, RESTORE_DEED = "restore", "Khôi phục…"
STILL_SOUND = (
    "Tệp dữ liệu đã bị thay đổi ngoài chương trình sau lần đóng trước. Đã kiểm tra lại toàn bộ: "
    "dữ liệu vẫn lành."
)


class LookOver(QObject):
    """Begins with each file that is opened; says at once what is wrong, and what to do."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: DataFile | None = None
        desk.loaded.connect(self._go_on)

    def begin(self, file: DataFile) -> None:
        """Look `file` over, unless its seal says that nothing of it has changed."""
        if file.only_read is not None or file.found_seal is SealKind.WHOLE:
            return
        self._waiting = file
        if not self._desk.is_loading:
            self._go_on()

    def _go_on(self) -> None:
        file, self._waiting = self._waiting, None
        if file is None or file is not self._desk.file:
            return
        from models.checking.at_start import start_rules

        self._ask(file, list(start_rules(file)))

    def _ask(self, file: DataFile, rules: list[CheckRule]) -> None:
        if file is not self._desk.file:
            return
        if not rules:
            self._vouch(file)
            return
        from models.checking.at_start import found_in

        rule = rules[0]
        self._desk.run(
            Work(
                lambda task: found_in(task.file, [rule]),
                lambda found: self._take(file, rules, found),
            )
        )

    def _take(self, file: DataFile, rules: list[CheckRule], found: Sequence[Flaw]) -> None:
        if file is not self._desk.file:
            return
        if not found:
            self._ask(file, rules[1:])
            return
        from models.checking.at_start import start_words

        sentence, advice = start_words(found)
        # Where mending can do nothing at all, the list of findings leads nowhere.
        mends = any(each.can_mend for each in found)
        command, deed = (COMMAND, DEED) if mends else (RESTORE_COMMAND, RESTORE_DEED)
        told = Notice(sentence, advice, Tone.PROBLEM, command=command, deed=deed)
        self._desk.noticed.emit(told)

    def _vouch(self, file: DataFile) -> None:
        """All of it was looked at: what was changed by another hand is sealed anew."""
        if file.found_seal is SealKind.BROKEN:
            self._desk.run(Work(lambda _task: file.vouch(), lambda _done: self._say_sound()))

    def _say_sound(self) -> None:
        self._desk.noticed.emit(Notice(STILL_SOUND))
