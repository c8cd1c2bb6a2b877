"""What is said of one person's data: what would go, what stays, and where it still lies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from models.campaign.rights.purging_person import person_purge_counts
from models.records.person_purging import PersonPurge
from models.safekeeping.holding import HoldingCopy, holding_copies
from models.store.data_file import DataFile
from models.store.store import Store
from models.text.formats import number, short_date

_GONE = (
    ("wrong_unit_slips", "phiếu sai đơn vị"),
    ("match_decisions", "ghi nhớ về cách nhận ra người này trong tệp"),
    ("distinct_people", "ghi nhớ không trùng với người khác"),
    ("unit_contacts", "dòng người đứng đầu, đầu mối của đơn vị"),
    ("issued_files", "tệp văn bản đã phát hành có tên người này (số liệu của văn bản vẫn còn)"),
)
_KEPT = (
    ("participations", "kết quả tham gia (ngày đăng ký, ngày hoàn thành)"),
    ("exemptions", "lần không thuộc đối tượng"),
    ("entry_authors", "dòng tác giả bài dự thi"),
    ("awards", "giải thưởng"),
)
MOST_FILES = 5


class PersonPurgeLook(NamedTuple):
    """What would go and stay of a person, and the copies that still hold it."""

    told: PersonPurge
    copies: tuple[HoldingCopy, ...]


def person_purge_look(file: DataFile, person_id: int) -> PersonPurgeLook:
    """What is said before the person is purged."""
    return PersonPurgeLook(
        person_purge_counts(file, person_id), holding_copies(file.path, file.clock())
    )


def person_gone_lines(told: PersonPurge) -> list[str]:
    """One line for each kind of data that goes."""
    lines = [
        "họ tên, số điện thoại, ngày sinh, giới tính, thư điện tử, mã cán bộ, chức vụ, ghi chú",
        "tài khoản, điểm và đơn vị trên nền tảng; ghi chú, minh chứng của các lần nghỉ, miễn",
        "tên và số điện thoại ở mọi nơi khác: lịch sử, số liệu đã chốt, đôn đốc, nhật ký, cài đặt",
    ]
    lines += [
        f"{number(rows)} {words}" for table, words in _GONE if (rows := told.gone.get(table, 0))
    ]
    if told.files:
        lines.append(f"{number(len(told.files))} tệp đính kèm: {_listed(told.files)}")
    return [f"• {each}" for each in lines]


def person_lasting_lines(told: PersonPurge) -> list[str]:
    """What stays, and what happens to the figures."""
    kept = [
        f"{number(rows)} {words}" for table, words in _KEPT if (rows := told.kept.get(table, 0))
    ]
    also = f" Giữ lại không kèm tên: {'; '.join(kept)}." if kept else ""
    lines = [f"Số liệu các ngày trước, số liệu đã chốt và đã báo cáo không đổi.{also}"]
    if told.counted:
        of = f" của {', '.join(told.contests)}" if told.contests else ""
        lines.append(
            f"Từ ngày {short_date(told.left_on)} người này rời danh sách: tổng số{of} giảm 1 người."
        )
    if told.namesakes:
        lines.append(
            f"Danh sách còn {number(told.namesakes)} người cùng họ tên: dữ liệu của người kia và "
            "những chỗ chỉ ghi họ tên mà không rõ là ai được giữ nguyên."
        )
    if told.unread:
        lines.append(
            f"Không đọc được bên trong {number(len(told.unread))} tệp đính kèm nên giữ lại, hãy tự "
            f"xem và xóa nếu có tên người này: {_listed(told.unread)}."
        )
    return lines


def person_purged_words(told: PersonPurge, *, swept: bool) -> str:
    """What was done."""
    done = f"Đã xóa hẳn dữ liệu của một người ({told.unit})."
    return done if swept else f"{done} Tệp sẽ được dọn sạch hẳn khi mở lại lần tới."


def save_sheet(file: Store, person_id: int, path: Path, *, overwrite: bool = False) -> Path:
    """Write the sheet of a person's data at `path`, by its ending as PDF or Word; log it."""
    from models.roster.person_rows import people_by_ids
    from reports.exporting import export
    from reports.gather.person import sheet_request

    found = people_by_ids(file, [person_id])
    uid = found[0].uid if found else ""
    fmt = "docx" if path.suffix.lower() == ".docx" else "pdf"
    return export(file, sheet_request(person_id, uid), fmt, path, overwrite=overwrite)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_FILES])
    more = len(names) - MOST_FILES
    return f"{shown} và {number(more)} tệp khác" if more > 0 else shown
