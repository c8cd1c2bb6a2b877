"""What matching knows about one person: a row of a file or somebody on the roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.text.names import match_key

_MOBILE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Identity:
    """The fields by which a person is recognised; an empty field says nothing.

    `name_key` is `match_key(name)`; `phone` is canonical (`0xxxxxxxxx`); `birth` is ISO text,
    "1985" or "1985-04-02". `id` and `uid` are those of the roster; a row of a file has neither,
    except that a kit comes back with its `uid`. `left` people are no longer on the roster.
    """

    id: int | None
    name: str
    name_key: str
    phone: str
    unit_id: int | None
    unit: str
    birth: str = ""
    staff_code: str = ""
    uid: str = ""
    left: bool = False
    left_on: date | None = None

    @property
    def mobile(self) -> str:
        """The phone when it is a person's own: a landline belongs to an office and gives ""."""
        phone = self.phone
        return phone if len(phone) == _MOBILE_DIGITS and phone[1] in "35789" else ""

    @property
    def unit_key(self) -> str:
        """The unit's name as written in the source, in comparable form."""
        return match_key(self.unit)


def identity(
    name: str,
    *,
    id: int | None = None,
    phone: str = "",
    unit_id: int | None = None,
    unit: str = "",
    birth: str = "",
    staff_code: str = "",
    uid: str = "",
    left_on: date | None = None,
) -> Identity:
    """An `Identity` with its key made from the name. `phone` must already be canonical."""
    return Identity(
        id=id,
        name=name,
        name_key=match_key(name),
        phone=phone,
        unit_id=unit_id,
        unit=unit,
        birth=birth,
        staff_code=staff_code,
        uid=uid,
        left=left_on is not None,
        left_on=left_on,
    )
