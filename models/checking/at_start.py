"""What is looked over when a file is opened, as far as its seal does not vouch for it.

A file that was closed by the program is byte for byte what was closed: nothing to look for. After
a crash there is no seal: the journal tells whether it holds. Where bytes were changed by another
hand, everything is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.checking.checking import RULES, CheckStep, found_by
from models.checking.findings import RESTORE, Flaw
from models.checking.journal_rules import JOURNAL_RULES
from models.checking.sight import CheckRule, Sight
from models.store.data_file import DataFile
from models.store.seal import SealKind
from models.store.store import Store
from models.text.formats import number


def start_rules(file: DataFile) -> tuple[CheckRule, ...]:
    """The rules to look at after opening `file`; none of a file that its seal vouches for, nor of
    one that is only read."""
    if file.only_read is not None or file.found_seal is SealKind.WHOLE:
        return ()
    return RULES if file.found_seal is SealKind.BROKEN else JOURNAL_RULES


def looked_over(file: DataFile, step: CheckStep | None = None) -> tuple[Flaw, ...]:
    """What these rules find, all at once."""
    return found_in(file, start_rules(file), step)


def found_in(
    store: Store, rules: Sequence[CheckRule], step: CheckStep | None = None
) -> tuple[Flaw, ...]:
    """What some rules find in the data as it is now."""
    if not rules:
        return ()
    with store.reading() as connection:
        return tuple(found_by(Sight(connection, store.clock().date()), rules, step))


def start_words(flaws: Sequence[Flaw]) -> tuple[str, str]:
    """What is said at once of what was found, and what to do."""
    first = flaws[0]
    more = f" Còn {number(len(flaws) - 1)} chỗ nữa." if len(flaws) > 1 else ""
    sentence = (
        "Dữ liệu trong tệp này không còn như chương trình đã ghi. "
        f"{first.what} Ở: {first.where}.{more}"
    )
    if all(each.can_mend for each in flaws):
        return sentence, "Nhật ký còn giữ giá trị đúng; hãy xem rồi sửa."
    return sentence, f"Hãy xem từng chỗ. {RESTORE}"
