"""What the person dialog says about what is being typed: pure functions from text to words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.records import Person
from models.text.names import is_plausible_name, storage_form
from models.text.phones import display_phone, normalise_phone

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a value can be kept, and the sentence that stands below it."""

    valid: bool
    words: str = ""
    problem: bool = False


def judge_name(text: str) -> Verdict:
    """A name needs at least two words of letters."""
    name = storage_form(text)
    if not name:
        return Verdict(False)
    if not is_plausible_name(name):
        return Verdict(False, "Cần cả họ, đệm và tên, không có số hay ký hiệu.", problem=True)
    return Verdict(True)


def judge_phone(text: str) -> Verdict:
    """Nothing is valid; a number is shown as it will be kept, where it is typed otherwise; doubt is
    said, not refused."""
    if not text.strip():
        return Verdict(True)
    phone = normalise_phone(text)
    if not phone.number:
        return Verdict(
            False, phone.warning.split(";", maxsplit=1)[0].rstrip(".") + ".", problem=True
        )
    if phone.others:
        return Verdict(False, "Chỉ ghi một số điện thoại; số khác ghi vào ghi chú.", problem=True)
    if phone.warning:
        return Verdict(
            True, f"{display_phone(phone.number)}: {_small(phone.warning)}", problem=True
        )
    shown = display_phone(phone.number)
    return Verdict(True, "" if text.strip() == shown else shown)


def judge_email(text: str) -> Verdict:
    """Nothing, or something with an @ and a domain."""
    if not text.strip() or _EMAIL.fullmatch(text.strip()):
        return Verdict(True)
    return Verdict(False, "Địa chỉ thư điện tử có dạng ten@donvi.vn.", problem=True)


def owners_words(owners: Sequence[Person]) -> str:
    """Whose number it already is; two people may share one, so this is a warning."""
    if not owners:
        return ""
    return "Số này đang là của " + "; ".join(f"{p.name}, {p.unit}" for p in owners) + "."


def namesakes_words(people: Sequence[Person]) -> str:
    """Who on the roster has the same name; said softly, since namesakes are common."""
    if not people:
        return ""
    listed = "; ".join(", ".join(filter(None, (p.position, p.unit))) for p in people)
    return f"Trong danh sách đã có người cùng tên: {listed}."


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
