"""After each change the toast says what was done, with the link that takes just that back."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.calls.journal import Steps
from ui.desk import Desk
from ui.notice import Notice, NoticeLink, Tone
from ui.window.message_bar import MessageBar
from ui.window.steps import StepActions, small

if TYPE_CHECKING:
    from models.store.data_file import DataFile

QUIET = "Đã lưu: {}."
KEYS = re.compile(r" (Nhấn Ctrl\+Z để lấy lại|Ctrl\+Z để hoàn tác|Lấy lại được bằng Ctrl\+Z)\.?$")
"""What an act says of the way back: beside the link nobody needs it."""


class ChangesTold(QObject):
    """Joins the journal and the messages.

    An act that says itself what it did gets the link beside its own words; of any other the
    journal's words are said.
    """

    def __init__(self, desk: Desk, steps: StepActions, messages: MessageBar) -> None:
        super().__init__(messages)
        self._desk, self._steps, self._messages = desk, steps, messages
        self._newest: int | None = None
        self._heard = 0
        self._is_changing = False
        desk.opened.connect(self._begin_anew)
        desk.opened.connect(messages.leave_page)
        desk.changed.connect(self._note)
        steps.known.connect(self._tell)

    def _begin_anew(self) -> None:
        self._newest, self._is_changing = None, False

    def _note(self) -> None:
        """The words of an act come between its change and what the journal says of that."""
        if not self._is_changing:
            self._is_changing = True
            self._heard = self._messages.count

    def _tell(self, steps: Steps) -> None:
        self._is_changing = False
        before, self._newest = self._newest, max(self._newest or 0, steps.undo_id)
        if before is None or steps.undo_id <= before or not steps.undo:
            return
        take_back = partial(self._take_back, self._desk.file, steps.undo_id)
        link: NoticeLink = ("Hoàn tác", "messageUndo", take_back)
        if self._messages.count == self._heard:
            words = QUIET.format(small(steps.undo))
            self._desk.noticed.emit(Notice(words, tone=Tone.DONE, links=(link,)))
        elif not self._messages.notice.is_problem:
            self._messages.leave_out(KEYS)
            self._messages.add_link(link)

    def _take_back(self, file: DataFile | None, entry_id: int) -> None:
        """Of another file that was opened meanwhile nothing is taken back."""
        if file is self._desk.file:
            self._steps.undo_entry(entry_id)
