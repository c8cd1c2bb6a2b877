"""Looking at a data file that is not to be changed: a kept copy, or one in a read-only folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from models.errors import AppError
from models.machine.places import unwritable
from models.machine.portable import portable_home
from models.store.driver import connected, driver_errors
from models.store.faults import data_file_damaged, faults_explained
from models.store.header import FileHeader, log_holds_changes, log_of, own_header
from models.store.inspection import checked_revision
from models.store.keyring import FileKey, cipher_key
from models.store.log import LogKind, log_beside, log_left_aside, log_missing
from models.store.revision import HEAD
from models.store.seal import SealKind, seal_kind


class Viewed:
    """A file made ready to be read: its place, its key, what to say of it, what to tidy after."""

    def __init__(self, path: Path) -> None:
        header = own_header(path)
        self.key = cipher_key(path)
        self.seal = seal_kind(path)
        log = log_beside(path, header)
        gone = log is LogKind.UNREADABLE or not log_of(path).exists()
        missing = log_missing(path).sentence if header.needs_log and gone else ""
        changed = changed_since(path) if self.seal is SealKind.BROKEN else ""
        told = (missing or log_left_aside(path, log), changed)
        self.remarks: tuple[str, ...] = tuple(filter(None, told))
        self._folder: TemporaryDirectory[str] | None = None
        self.place = self._made_ready(path, header, log)

    def _made_ready(self, path: Path, header: FileHeader, log: LogKind) -> Path:
        """As it lies there when it is whole and new, else a copy of it that can be mended."""
        if not log_holds_changes(path) and not header.logged and self._revision_of(path) == HEAD:
            return path
        from models.machine.leftovers import scratch_folder

        self._folder = scratch_folder()
        place = Path(self._folder.name) / path.name
        try:
            _copy(path, log, place)
            found = checked_revision(place, self.key)
            if found != HEAD:
                _upgrade(path, place, self.key)
            _fold(place, self.key)
        except BaseException:
            self.tidy()
            raise
        return place

    def _revision_of(self, path: Path) -> str:
        return checked_revision(path, self.key, sealed=self.seal is SealKind.WHOLE)

    def tidy(self) -> None:
        """Take away what was copied for looking at it."""
        if self._folder is not None:
            self._folder.cleanup()


def changed_since(path: Path) -> str:
    """The file at `path` is not what its seal was put on."""
    return (
        f"Tệp {path.name} đã bị thay đổi ngoài chương trình sau khi được ghi, nên số liệu trong đó "
        "có thể không đúng."
    )


def read_only_place(path: Path) -> AppError:
    """The file at `path`, or its folder, may be read and no more."""
    if portable_home() is not None:
        return unwritable(path.parent)
    return AppError(
        f"Không ghi được vào {path} vì tệp hoặc thư mục chỉ cho phép đọc, nên chỉ xem được.",
        "Hãy bỏ thuộc tính chỉ đọc hoặc chép tệp sang thư mục khác rồi mở lại.",
    )


def only_a_copy(path: Path) -> AppError:
    """The kept copy at `path` is looked at and stays as it is."""
    return AppError(
        f"Đang chỉ xem bản sao lưu {path.name} nên không ghi gì.",
        "Muốn làm việc với dữ liệu này, hãy khôi phục từ bản sao lưu.",
    )


def _copy(path: Path, log: LogKind, place: Path) -> None:
    """The file with what its own log holds; also where no connection can be made to it."""
    try:
        copyfile(path, place)
        if log_holds_changes(path) and log in (LogKind.OWN, LogKind.TORN):
            copyfile(log_of(path), log_of(place))
    except OSError as error:
        raise AppError(
            f"Chưa xem được tệp {path.name} vì không chép được sang thư mục tạm.",
            "Hãy kiểm tra ổ đĩa còn chỗ trống rồi mở lại.",
        ) from error


def _upgrade(path: Path, place: Path, key: FileKey | None) -> None:
    """Give the copy at `place` the newest tables."""
    from models.store.connection import make_engine
    from models.store.upgrade import migrate

    engine = make_engine(place, key)
    with faults_explained(path):
        migrate(engine)
    engine.dispose()


def _fold(place: Path, key: FileKey | None) -> None:
    """Let the copy do without a log."""
    try:
        with closing(connected(place, key)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except driver_errors() as error:
        raise data_file_damaged(place) from error
