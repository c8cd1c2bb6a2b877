"""Texts that are no lists: links to a list elsewhere, mail, and files of other programs."""

from __future__ import annotations

import json
import re

from models.intake.reading.encodings import decode_bytes, without_byte_order_marks

SHORTCUT = "lối tắt tới một tệp khác"
WEB_LINK = "lối tắt tới một trang web"
CLOUD_LINK = "lối tắt tới một tài liệu trên Google Drive"
MESSAGE = "thư điện tử"
DATA = "tệp JSON (dữ liệu của một chương trình khác)"
CONTACTS = "danh bạ (vCard)"
CALENDAR = "lịch hẹn (iCalendar)"
OTHER_XML = "tệp XML của một chương trình khác"

_TABLE_IN_A_MESSAGE = "nếu danh sách nằm trong thư thì sao chép bảng rồi dán vào chương trình."
_SAVE_FROM_THE_WEB = "tải danh sách về dạng Excel (.xlsx) rồi chọn tệp đã tải."
ADVICE = {
    SHORTCUT: "Hãy chọn chính tệp mà lối tắt này trỏ tới.",
    WEB_LINK: f"Hãy mở trang đó, {_SAVE_FROM_THE_WEB}",
    CLOUD_LINK: "Hãy mở tài liệu đó trong trình duyệt, chọn Tệp › Tải xuống › Microsoft Excel, "
    "rồi chọn tệp .xlsx đã tải.",
    MESSAGE: f"Hãy mở thư, lưu tệp đính kèm vào máy rồi chọn tệp đó; {_TABLE_IN_A_MESSAGE}",
    DATA: "Hãy xuất danh sách từ chương trình đó ra dạng Excel (.xlsx) hoặc CSV.",
    CONTACTS: "Hãy xuất danh bạ ra dạng CSV hoặc Excel rồi chọn tệp đó.",
    OTHER_XML: "Hãy xuất danh sách từ chương trình đó ra dạng Excel (.xlsx) hoặc CSV.",
}

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"[internetshortcut]", WEB_LINK),
    (b"[{000214a0-0000-0000-c000-000000000046}]", WEB_LINK),
    (b"begin:vcard", CONTACTS),
    (b"begin:vcalendar", CALENDAR),
)
_KEY_IN_JSON = re.compile(rb'[\[{]\s*(?:[{\[]\s*)*"[^"\n]{0,80}"\s*[:,]')
_HEADER_OF_A_MESSAGE = re.compile(
    rb"^(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version"
    rb"|x-[\w-]+|content-type|cc|reply-to|dkim-signature|arc-[\w-]+|authentication-results):",
    re.MULTILINE,
)
_FEWEST_HEADERS = 4


def what_instead(data: bytes) -> str:
    """What a text is in Vietnamese when it is no list, "" when it may be one."""
    head = without_byte_order_marks(data[:4096])
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    head = head.lstrip().lower()
    if known := next((what for start, what in _STARTS if head.startswith(start)), ""):
        return known
    if head.startswith(b"[desktop entry]"):
        return WEB_LINK if b"type=link" in head else SHORTCUT
    if head.startswith((b"{", b"[")):
        return _name_of_json(data, head)
    if head.startswith(b"<?xml"):
        return WEB_LINK if b"<plist" in head and b"<key>url</key>" in head else OTHER_XML
    return MESSAGE if _is_message(head) else ""


def _name_of_json(data: bytes, head: bytes) -> str:
    try:
        json.loads(decode_bytes(data))
    except (ValueError, RecursionError):
        # One that was cut short is told by how it begins.
        if not _KEY_IN_JSON.match(head):
            return ""
    links = (b"docs.google.com", b"drive.google.com", b'"doc_id"')
    return CLOUD_LINK if any(link in head for link in links) else DATA


def _is_message(head: bytes) -> bool:
    """Whether a text begins as mail does; a saved web page has such headers too."""
    top = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if b"<saved by" in top or b"x-document-type" in top:
        return False
    names = set(_HEADER_OF_A_MESSAGE.findall(top))
    return len(names) >= _FEWEST_HEADERS and {b"from", b"subject"} <= names
