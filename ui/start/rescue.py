"""A damaged file at the start: which copy brings it back, and what of later acts it still holds.

All of it is tried behind the page with copies; the damaged file stays as it is meanwhile.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import AppError
from models.store.faults import FileDamaged
from models.store.keyring import KeyLost
from models.store.log import LogMissing
from models.text.formats import number
from ui.start.trouble import TroublePage
from ui.work import Work

if TYPE_CHECKING:
    from models.safekeeping.salvaging import Salvaged
    from models.store.kept import KeptCopy
    from ui.calls.restoring import RescueLook
    from ui.desk import Desk
    from ui.start.copies import Copies
    from ui.start.opening import Opener

LOOKING = "Đang tìm bản sao lưu mới nhất…"
TRYING = "Đang xem tệp hỏng còn giữ được những việc nào sau bản sao lưu…"
NO_COPY = "Không thấy bản sao lưu nào của tệp này trên máy."
PASSWORD_FIRST = (
    "Cần nhập mật khẩu trước; sau đó chương trình khôi phục và làm lại những việc còn đọc được từ "
    "tệp hỏng."
)
WHAT_TO_DO = (
    "Đừng xóa tệp hỏng: nó được giữ nguyên. Nếu có nơi sao lưu thứ hai (USB, ổ đĩa khác), hãy cắm "
    "vào rồi chọn “Khôi phục từ bản sao lưu…” và “Chọn tệp khác…”. Nếu không có, hãy gửi tệp hỏng "
    "cho người hỗ trợ: một phần dữ liệu có thể còn đọc được."
)


def trouble_page(
    path: Path, error: AppError, desk: Desk, opener: Opener, copies: Copies
) -> TroublePage:
    """The page for the file at `path`, which could not be opened for `error`."""
    page = TroublePage(path, error, lacks_log=isinstance(error, LogMissing))
    page.again.connect(lambda: opener.open(path))
    page.restore.connect(lambda: copies.choose(path))
    page.as_it_is.connect(lambda: opener.open_as_it_is(path))
    if isinstance(error, (FileDamaged, KeyLost)):
        _Rescue(page, path, desk, copies).begin()
    return page


class _Rescue(QObject):
    """Looks for a copy and rehearses with it; belongs to the page."""

    def __init__(self, page: TroublePage, path: Path, desk: Desk, copies: Copies) -> None:
        super().__init__(page)
        self._page, self._path, self._desk, self._copies = page, path, desk, copies
        self._copy: KeptCopy | None = None
        self._found = ""
        page.rescue.connect(self._restore)

    def begin(self) -> None:
        """Look in the lane."""
        self._page.tell(LOOKING)
        path, place = self._path, self._copies.second_place_of(self._path)

        def look() -> RescueLook:
            from ui.calls.restoring import rescue_look

            return rescue_look(path, place)

        self._desk.run(Work(lambda _task: look(), self._rehearse, self._lost))

    def _rehearse(self, look: RescueLook) -> None:
        copy, path, clock = look.copy, self._path, self._desk.clock
        if copy is None:
            self._page.tell(*_no_whole_copy(look.copies))
            return
        self._copy = copy
        people = f", {number(copy.people)} người" if copy.people >= 0 else ""
        self._found = (
            f"Bản sao lưu mới nhất đã thử khôi phục: {copy.made_at:%H:%M} ngày "
            f"{copy.made_at:%d/%m/%Y}{people}."
        )
        self._page.tell(self._found, TRYING)

        def rehearse() -> Salvaged:
            from models.safekeeping.bringing_back import rehearsed

            return rehearsed(copy.path, path, clock)

        self._desk.run(Work(lambda _task: rehearse(), self._tell, partial(self._untried, copy)))

    def _tell(self, saved: Salvaged) -> None:
        from ui.calls.restoring import salvage_words

        self._page.tell(self._found, salvage_words(saved), rescue=True)

    def _untried(self, copy: KeptCopy, error: AppError) -> None:
        """It could not be tried, as where a password is wanted first: it may be done all the
        same."""
        if copy.encrypted:
            self._page.tell(self._found, PASSWORD_FIRST, rescue=True)
        else:
            self._page.tell(self._found, "Chưa thử trước được.", rescue=True)
            self._page.refuse(error)

    def _lost(self, error: AppError) -> None:
        self._page.tell(NO_COPY)
        self._page.refuse(error)

    def _restore(self) -> None:
        if self._copy is not None:
            self._copies.restore(self._copy.path, self._path)


def _no_whole_copy(count: int) -> tuple[str, str]:
    if not count:
        return NO_COPY, WHAT_TO_DO
    words = f"Có {number(count)} bản sao lưu, nhưng không bản nào đã thử khôi phục mà còn nguyên."
    return words, f"Chọn “Khôi phục từ bản sao lưu…” để xem từng bản. {WHAT_TO_DO}"
