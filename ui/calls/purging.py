"""What is said of the personal data of a contest that goes, on screen and on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.campaign.purging import purge_counts
from models.records.purging import PurgeCounts
from models.safekeeping.holding import DroppedCopies, HoldingCopy, holding_copies
from models.store.data_file import DataFile
from models.text.formats import number, short_date

_GONE = (
    ("participations", "kết quả tham gia (tài khoản, điểm, ngày) của người"),
    ("exemptions", "lý do không thuộc đối tượng kèm ghi chú, minh chứng"),
    ("wrong_unit_slips", "phiếu sai đơn vị"),
    ("reminders", "lần đôn đốc: họ tên, số điện thoại, nội dung"),
    ("entries", "bài dự thi: tóm tắt, người thuyết trình, ghi chú"),
    ("entry_authors", "tác giả bài dự thi"),
    ("attachments", "tệp đính kèm của bài dự thi"),
    ("jurors", "giám khảo: họ tên, chức vụ"),
    ("entry_scores", "nhận xét của giám khảo"),
    ("awards", "giải thưởng: tên cá nhân, ghi chú"),
    ("frozen_reports", "báo cáo số liệu đã chốt: danh sách người đứng sau"),
    ("issued_files", "tệp văn bản đã phát hành có tên người"),
    ("match_decisions", "ghi nhớ về cách nhận ra người trong tệp"),
)
MOST_COPIES = 8


class PurgeLook(NamedTuple):
    """What would go and stay, and the copies that still hold it."""

    counts: PurgeCounts
    copies: tuple[HoldingCopy, ...]


def purge_look(file: DataFile, code: str) -> PurgeLook:
    """What is said before the contest `code` is purged."""
    return PurgeLook(purge_counts(file, code), holding_copies(file.path, file.clock()))


def gone_lines(counts: PurgeCounts) -> list[str]:
    """One line for each kind of data of which there is some."""
    there = [(counts.gone.get(table, 0), words) for table, words in _GONE]
    lines = [f"• {number(rows)} {words}" for rows, words in there if rows]
    return lines or ["• Không có dữ liệu cá nhân nào."]


def lasting_words(counts: PurgeCounts) -> str:
    """What stays."""
    return (
        f"Giữ lại: danh sách {number(counts.kept['people'])} người của xã, phường; số liệu đã chốt "
        "và mã số liệu, văn bản đã phát hành chỉ có số liệu, số lần và số liệu đôn đốc, tên bài dự "
        "thi, điểm, cơ cấu giải, nhiệm vụ tuyên truyền, văn bản đến, đi và lịch sử không còn tên."
    )


def copies_words(copies: Sequence[HoldingCopy]) -> str:
    """Which copies still hold what was there, with their days."""
    elsewhere = (
        "Bản chép ở nơi khác (USB, ổ đĩa khác) có thể còn dữ liệu này; hãy xóa khi không cần nữa."
    )
    if not copies:
        return f"Thư mục sao-luu không có bản sao lưu cũ nào. {elsewhere}"
    shown = "; ".join(f"{each.name} ({_days(each)})" for each in copies[:MOST_COPIES])
    more = len(copies) - MOST_COPIES
    rest = f" và {number(more)} bản cũ hơn" if more > 0 else ""
    return f"Bản sao lưu cũ vẫn còn dữ liệu này: {shown}{rest}. {elsewhere}"


def _days(copy: HoldingCopy) -> str:
    """When it was made, and when it goes by itself."""
    made = short_date(copy.day)
    return f"{made}, tự xóa trước {short_date(copy.ends)}" if copy.ends else made


def drop_copies_words(copies: Sequence[HoldingCopy]) -> str:
    """What is asked after a purge about the copies that still hold the data."""
    ends = [each.ends for each in copies if each.ends is not None]
    later = f" Không xóa ngay thì các bản này tự xóa trước {short_date(max(ends))}." if ends else ""
    own = sum(1 for each in copies if each.ends is None)
    by_hand = f" {number(own)} bản trong đó không tự xóa." if own else ""
    return (
        f"{number(len(copies))} bản sao lưu cũ vẫn còn dữ liệu vừa xóa.{later}{by_hand}\n\n"
        "Trước khi xóa, một bản sao lưu mới được ghi và thử khôi phục. Xóa rồi thì không khôi phục "
        "về thời điểm cũ được nữa. Bản chép ở USB, ổ đĩa khác phải tự xóa."
    )


def dropped_words(done: DroppedCopies) -> str:
    """What was done."""
    left = f" Chưa xóa được: {', '.join(done.left)}." if done.left else ""
    return f"Đã xóa {number(done.gone)} bản sao lưu cũ; giữ bản mới {done.kept.name}.{left}"


def purged_words(counts: PurgeCounts, *, swept: bool) -> str:
    """What was done."""
    done = f"Đã xóa dữ liệu cá nhân của cuộc thi {counts.contest}."
    return done if swept else f"{done} Tệp sẽ được dọn sạch hẳn khi mở lại lần tới."
