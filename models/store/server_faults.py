"""Faults of a database server that somebody can mend, turned into sentences by their SQLSTATE."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from models.errors import AppError

_OF_THE_SERVER = "Hãy báo người quản trị máy chủ rồi làm lại; dữ liệu trước đó vẫn nguyên vẹn."
_UNREACHABLE = (
    "Không kết nối được với máy chủ dữ liệu {host}.",
    "Hãy kiểm tra mạng và máy chủ rồi làm lại; dữ liệu trước đó vẫn nguyên vẹn.",
)
_BY_STATE: dict[str, tuple[str, str]] = {
    "25006": ("Máy chủ dữ liệu {host} đang chỉ cho phép đọc nên chưa ghi gì.", _OF_THE_SERVER),
    "28000": ("Máy chủ dữ liệu {host} không cho tài khoản này vào.", _OF_THE_SERVER),
    "28P01": ("Máy chủ dữ liệu {host} không nhận mật khẩu này.", "Hãy nhập lại mật khẩu."),
    "3D000": ("Máy chủ dữ liệu {host} không có cơ sở dữ liệu {database}.", _OF_THE_SERVER),
    "42501": ("Tài khoản này không được phép làm việc đó trên máy chủ {host}.", _OF_THE_SERVER),
    "53100": ("Ổ đĩa của máy chủ dữ liệu {host} đã đầy nên chưa ghi được gì.", _OF_THE_SERVER),
    "53300": (
        "Máy chủ dữ liệu {host} đang có quá nhiều người kết nối.",
        "Hãy làm lại sau ít phút.",
    ),
    "55P03": (
        "Người khác đang ghi dữ liệu lâu nên chưa ghi được.",
        "Hãy làm lại sau ít phút; dữ liệu trước đó vẫn nguyên vẹn.",
    ),
    "XX001": ("Dữ liệu trên máy chủ {host} đã bị hỏng.", _OF_THE_SERVER),
    "XX002": ("Dữ liệu trên máy chủ {host} đã bị hỏng.", _OF_THE_SERVER),
}
_CONNECTION, _STOPPED = "08", "57P"
"""The classes of a lost connection and of a server that is stopped or starts."""


def explain_state(state: str | None, url: URL) -> AppError | None:
    """The sentence for an SQLSTATE; None when it is not the officer's to mend.

    A driver that has reached no server at all tells no state.
    """
    if state is None or state.startswith((_CONNECTION, _STOPPED)):
        known: tuple[str, str] | None = _UNREACHABLE
    else:
        known = _BY_STATE.get(state)
    if known is None:
        return None
    sentence, advice = known
    return AppError(sentence.format(host=url.host or "này", database=url.database), advice)


@contextmanager
def server_explained(url: URL) -> Iterator[None]:
    """Within it, known faults of the server surface as `AppError`; others pass unchanged."""
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        known = explain_state(state, url) if _of_the_server(error, state) else None
        if known is None:
            raise
        raise known from error


def _of_the_server(error: DBAPIError, state: str | None) -> bool:
    """Without a state only a connection that is not there is known, not a driver's complaint."""
    return state is not None or isinstance(error, OperationalError)


def foreign_database(url: URL) -> AppError:
    """The database at `url` holds nothing of ours."""
    return AppError(
        f"Cơ sở dữ liệu {url.database} không phải là dữ liệu của Tiến Độ.",
        "Hãy chọn cơ sở dữ liệu do Tiến Độ tạo ra.",
    )


def newer_database(url: URL) -> AppError:
    """The database at `url` was made by a newer version."""
    return AppError(
        f"Cơ sở dữ liệu {url.database} do phiên bản Tiến Độ mới hơn tạo ra.",
        "Hãy cài bản mới rồi mở lại; dữ liệu không bị thay đổi.",
    )
