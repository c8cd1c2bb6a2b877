"""The phones of an argument, which may hold several, and why one of them is nobody's."""

from __future__ import annotations

from itertools import chain

from models.marking.phones import phones_in
from models.roster.people import ids_by_phone
from models.roster.person_rows import people_by_ids
from models.store.store import Store
from models.text.formats import short_date

GONE = "{phone}: {name} ({unit}) đã rời danh sách{since}; hãy đưa trở lại trước (lệnh return)"


def phones_in_argument(written: str) -> list[str]:
    """The phones of one argument, which may hold several; what is no phone stays as it is."""
    found = phones_in(written)
    if not found:
        return [written]
    cuts = [0, *chain.from_iterable((each.start, each.end) for each in found), len(written)]
    between = " ".join(written[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    unread = [word for word in between.split() if any(map(str.isdigit, word))]
    return [each.number for each in found] + unread


def why_nobody(file: Store, phone: str) -> str:
    """The phone, and who had it, when that one has left."""
    gone = people_by_ids(file, ids_by_phone(file, phone, include_left=True))
    if not gone:
        return phone
    return "; ".join(
        GONE.format(
            phone=phone,
            name=each.name,
            unit=each.unit,
            since=f" từ ngày {short_date(each.left_on)}" if each.left_on else "",
        )
        for each in gone
    )
