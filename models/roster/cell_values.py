"""What a text in a cell of the roster means: the stored columns it sets, or why it sets none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.records import GENDER_NAMES, STAFF_TYPE_NAMES, Unit
from models.roster.people import person_name_columns
from models.text.dates import ParsedDate, parse_typed_date
from models.text.formats import SCORE_DIGITS, partial_date, score_words, short_date
from models.text.names import is_plausible_name, match_key, search_fold, storage_form
from models.text.phones import display_phone, normalise_phone
from models.text.typed_numbers import read_decimal, two_readings

USUAL_MOST, GREAT_MOST = 100.0, 1_000.0
"""The best score there is, and that of a contest whose pass mark is beyond it."""
_TICKS = frozenset({"✓", "✔", "x", "v", "có", "rồi"})


@dataclass(frozen=True, slots=True)
class Meant:
    """The stored columns with their values and the text as it is shown, or the refusal."""

    values: Mapping[str, Any]
    shown: str = ""
    refusal: str = ""


class CellReader:
    """Reads texts for the units and the day of one roster."""

    def __init__(
        self, units: Mapping[str, Unit], today: date, most_score: float = USUAL_MOST
    ) -> None:
        self._units = units
        self._today = today
        self._most_score = most_score
        self._readers: dict[str, Callable[[str], Meant]] = {
            "name": self._name,
            "unit": self._unit,
            "phone": self._phone,
            "registered_on": lambda text: self._mark("registered_on", text),
            "completed_on": lambda text: self._mark("completed_on", text),
            "staff_type": lambda text: _choice("staff_type", text, STAFF_TYPE_NAMES),
            "gender": lambda text: _choice("gender", text, GENDER_NAMES),
            "birth": self._birth,
            "came_on": self._came_on,
            "score": self._score,
        }

    def read(self, column: str, text: str) -> Meant:
        """What `text` means in `column`."""
        text = storage_form(text)
        if column in self._readers:
            return self._readers[column](text)
        return Meant({column: text}, text)

    def _name(self, text: str) -> Meant:
        if not is_plausible_name(text):
            words = "Họ và tên không được để trống" if not text else "Chưa phải họ và tên đầy đủ"
            return Meant({}, text, words)
        return Meant(person_name_columns(text), text)

    def _unit(self, text: str) -> Meant:
        unit = self._units.get(match_key(text))
        if unit is None:
            words = "Đơn vị không được để trống" if not text else "Chưa có đơn vị tên này"
            return Meant({}, text, words)
        return Meant({"unit_id": unit.id}, unit.name)

    def _phone(self, text: str) -> Meant:
        phone = normalise_phone(text)
        if text and not phone.number:
            return Meant({}, text, "Không đọc được số điện thoại")
        return Meant({"phone": phone.number, "phone_raw": phone.raw}, display_phone(phone.number))

    def _date(self, text: str) -> ParsedDate:
        return parse_typed_date(text, self._today)

    def _mark(self, column: str, text: str) -> Meant:
        if text.casefold() in _TICKS:
            return Meant({column: self._today}, short_date(self._today))
        parsed = self._date(text.lstrip("✓✔ "))
        if parsed.problem or (parsed.text and parsed.day is None):
            return Meant({}, text, "Không phải ngày tháng đầy đủ")
        if parsed.day and parsed.day > self._today:
            return Meant({}, text, f"Ngày {short_date(parsed.day)} chưa đến")
        return Meant({column: parsed.day}, short_date(parsed.day))

    def _birth(self, text: str) -> Meant:
        parsed = self._date(text)
        if parsed.problem:
            return Meant({}, text, "Không phải ngày sinh")
        return Meant({"birth": parsed.text}, partial_date(parsed.text))

    def _came_on(self, text: str) -> Meant:
        parsed = self._date(text)
        if parsed.problem or (parsed.text and parsed.day is None):
            return Meant({}, text, "Không phải ngày tháng đầy đủ")
        return Meant({"came_on": parsed.day}, short_date(parsed.day))

    def _score(self, text: str) -> Meant:
        if not text:
            return Meant({"score": None})
        if readings := two_readings(text, self._most_score):
            whole, part = readings
            return Meant({}, text, f"Chưa rõ là {whole} hay {part}, hãy ghi liền {whole}")
        score = read_decimal(text, self._most_score)
        if score is None or not 0 <= score <= self._most_score:
            return Meant({}, text, f"Điểm phải là số từ 0 đến {score_words(self._most_score)}")
        if score != round(score, SCORE_DIGITS):
            return Meant({}, text, "Điểm có quá hai chữ số sau dấu phẩy")
        return Meant({"score": score}, score_words(score))


def _choice(column: str, text: str, names: Mapping[Any, str]) -> Meant:
    if not text:
        return Meant({column: ""})
    for each, name in names.items():
        if search_fold(name) == search_fold(text):
            return Meant({column: each.value}, name)
    return Meant({}, text, f"Chỉ nhận: {', '.join(names.values())}")
