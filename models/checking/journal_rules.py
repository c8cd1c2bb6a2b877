"""Rules of the journal: nothing of it was changed, and the tables hold what it last wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.checking.findings import RESTORE, Flaw, FlawCure
from models.checking.journal_sight import JournalSight
from models.checking.row_words import column_words, row_words, told_value
from models.checking.sight import CheckRule, Flaws, Sight
from models.journal.chain_check import CONTENT, LINK, ORDER, PACK, RESEAL, STRAY
from models.journal.differences import RowDifference
from models.journal.putting import put_row
from models.store.schema import metadata

if TYPE_CHECKING:
    from models.journal.change import Change

_BROKEN: Mapping[str, str] = {
    LINK: "Phần đầu của một mục nhật ký đã bị sửa, hoặc một mục trước đó đã bị bỏ, thêm hay đổi "
    "chỗ ngoài chương trình.",
    CONTENT: "Nội dung của một mục nhật ký không còn như lúc ghi.",
    RESEAL: "Nội dung còn lại của một mục nhật ký không còn như lúc xóa dữ liệu cá nhân.",
    ORDER: "Các dòng của một mục nhật ký không nằm đúng chỗ đã ghi.",
    STRAY: "Có dòng nhật ký của một mục không còn.",
    PACK: "Phần cũ của một mục nhật ký đã thu gọn không còn đọc được như lúc thu gọn.",
}
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _PutBack:
    """Sets a row to what the journal says."""

    difference: RowDifference

    def __call__(self, change: Change) -> None:
        table = metadata.tables[self.difference.table]
        put_row(change, table, self.difference.row_id, self.difference.journal)


def _chain(sight: Sight) -> Flaws:
    journal = JournalSight.of(sight)
    for each in journal.broken:
        cure = journal.mend_of(each)
        yield Flaw(
            _BROKEN[each.what],
            journal.entry_words(each.change_id),
            "ghi lại đúng nội dung cũ, đã được mã kiểm tra xác nhận" if cure else "",
            advice="" if cure else RESTORE,
            cure=cure,
        )


def _tables(sight: Sight) -> Flaws:
    journal = JournalSight.of(sight)
    for each in journal.differences:
        told = each.stored or each.journal or {}
        cure = _cure(each) if journal.knows(each) else None
        yield Flaw(
            _what(each),
            row_words(sight, each.table, each.row_id, told),
            _mending(each) if cure else "",
            advice="" if cure else RESTORE,
            cure=cure,
        )


def _cure(each: RowDifference) -> FlawCure | None:
    """Nothing where the journal has forgotten what stood there."""
    if each.journal is None:
        return _PutBack(each)
    if each.stored is None:
        names = {column.name for column in metadata.tables[each.table].c}
        return _PutBack(each) if each.journal.keys() >= names else None
    return _PutBack(each)


def _what(each: RowDifference) -> str:
    if each.stored is None:
        return "Một mục đã ghi trong nhật ký lại không còn trong bảng."
    if each.journal is None:
        return "Một mục có trong bảng mà nhật ký không ghi, hoặc đã ghi là xóa."
    told = "; ".join(
        f"{column_words(name)} đang là {_value(each.stored, name)}, nhật ký ghi "
        f"{_value(each.journal, name)}"
        for name in each.columns[:_MOST_COLUMNS]
    )
    more = len(each.columns) - _MOST_COLUMNS
    return f"Giá trị bị đổi ngoài chương trình: {told}{f' và {more} cột nữa' if more > 0 else ''}."


def _mending(each: RowDifference) -> str:
    if each.stored is None:
        return "ghi lại mục ấy theo nhật ký"
    if each.journal is None:
        return "bỏ mục ấy"
    wanted = each.journal
    told = "; ".join(
        f"{column_words(name)} {_value(wanted, name)}" for name in each.columns[:_MOST_COLUMNS]
    )
    return f"lấy lại giá trị theo nhật ký: {told}"


def _value(row: Mapping[str, Any], name: str) -> str:
    return told_value(name, row.get(name))


def _states(sight: Sight) -> Flaws:
    journal = JournalSight.of(sight)
    for each, cure in journal.states:
        yield Flaw(
            "Trạng thái hoàn tác của một mục nhật ký không khớp với những việc đã làm.",
            journal.entry_words(each.change_id),
            "tính lại trạng thái từ các lần hoàn tác, làm lại" if cure else "",
            advice="" if cure else RESTORE,
            cure=cure,
        )


JOURNAL_RULES = (
    CheckRule("chain", "Nhật ký nguyên vẹn", _chain),
    CheckRule("tables", "Dữ liệu khớp với nhật ký", _tables),
    CheckRule("states", "Hoàn tác, làm lại khớp với nhật ký", _states),
)
