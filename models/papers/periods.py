"""The periods that reports are of, by Decree 09/2019/NĐ-CP, by calendar or free: pure.

By the decree a month runs from the 15th of the month before to the 14th, and every longer period
begins and ends with its months: the year on 15 December before.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.errors import AppError
from models.text.formats import day_month
from models.text.names import search_fold
from models.text.patterns import later

CUT_DAY = 15
"""By the decree the first day of a month; the day before is the last one of the month before."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
_DAY = timedelta(days=1)


class PeriodSpan(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    FREE = "free"


class PeriodCut(StrEnum):
    """Where months are cut off: on the 14th, or at their end."""

    DECREE = "decree"
    CALENDAR = "calendar"


SPAN_NAMES = {
    PeriodSpan.MONTH: "Tháng",
    PeriodSpan.QUARTER: "Quý",
    PeriodSpan.HALF: "6 tháng",
    PeriodSpan.NINE_MONTHS: "9 tháng",
    PeriodSpan.YEAR: "Năm",
    PeriodSpan.FREE: "Tự chọn ngày",
}
CUT_NAMES = {
    PeriodCut.DECREE: "Theo Nghị định 09/2019/NĐ-CP",
    PeriodCut.CALENDAR: "Theo tháng dương lịch",
}
EXAMPLES = "2026-06, 2026-Q2, 2026-H1, 2026-9T, 2026 hoặc 2026-05-15..2026-06-14"
_MONTHS = {
    PeriodSpan.MONTH: 1,
    PeriodSpan.QUARTER: 3,
    PeriodSpan.HALF: 6,
    PeriodSpan.NINE_MONTHS: 9,
    PeriodSpan.YEAR: 12,
}
_A_YEAR = {
    PeriodSpan.MONTH: 12,
    PeriodSpan.QUARTER: 4,
    PeriodSpan.HALF: 2,
    PeriodSpan.NINE_MONTHS: 1,
    PeriodSpan.YEAR: 1,
}
_ROMAN = ("", "I", "II", "III", "IV")
_QUARTERS = {roman.lower(): str(at) for at, roman in enumerate(_ROMAN) if roman}
_HALVES = ("", "đầu", "cuối")
_NAMED = later(r"(\d{4})(?:-(?:(\d{1,2})|Q([1-4])|H([12])|(9[TM])|(6[TM])))?")
_SAID = later(
    r"(?:(?:thang |t)?(?P<month>\d{1,2})|(?:quy ?|q)(?P<quarter>[1-4]|i{1,3}|iv)|h(?P<half>[12])"
    r"|6 thang (?P<part>dau|cuoi)|(?P<nine>9) thang(?: dau)?|(?P<year>)(?=nam))"
    r"(?: ?/ ?| ?nam )(?P<of>\d{4})"
)
_SAID_DAY = r"(?:ngay )?(\d{1,2})/(\d{1,2})/(\d{4})"
_FREE_SAID = later(rf"(?:tu )?{_SAID_DAY} ?(?:den|-|\.\.) ?{_SAID_DAY}")
_FREE = later(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A period from `since` to `until`, both included.

    `number` is that of the month, quarter or half of the `year`; 1 where a year has only one such
    period, and 0 of a free one, whose year is that of its last day.
    """

    span: PeriodSpan
    cut: PeriodCut
    year: int
    number: int
    since: date
    until: date

    @property
    def code(self) -> str:
        """ "2026-06", "2026-Q2", "2026-H1", "2026-9T", "2026", "2026-05-15..2026-06-14"."""
        endings = {
            PeriodSpan.MONTH: f"-{self.number:02d}",
            PeriodSpan.QUARTER: f"-Q{self.number}",
            PeriodSpan.HALF: f"-H{self.number}",
            PeriodSpan.NINE_MONTHS: "-9T",
            PeriodSpan.YEAR: "",
        }
        if self.span is PeriodSpan.FREE:
            return f"{self.since.isoformat()}..{self.until.isoformat()}"
        return f"{self.year:04d}{endings[self.span]}"

    @property
    def short_name(self) -> str:
        """ "tháng 6 năm 2026", "quý II năm 2026", "6 tháng đầu năm 2026", "từ … đến …"."""
        names = {
            PeriodSpan.MONTH: f"tháng {self.number} năm {self.year}",
            PeriodSpan.QUARTER: f"quý {_ROMAN[self.number % 5]} năm {self.year}",
            PeriodSpan.HALF: f"6 tháng {_HALVES[self.number % 3]} năm {self.year}",
            PeriodSpan.NINE_MONTHS: f"9 tháng đầu năm {self.year}",
            PeriodSpan.YEAR: f"năm {self.year}",
        }
        return names.get(self.span, self.days)

    @property
    def days(self) -> str:
        """ "từ 15/5/2026 đến 14/6/2026"."""
        return f"từ {_written(self.since)} đến {_written(self.until)}"

    @property
    def name(self) -> str:
        """ "tháng 6 năm 2026 (từ 15/5/2026 đến 14/6/2026)"."""
        return self.days if self.span is PeriodSpan.FREE else f"{self.short_name} ({self.days})"

    def has_ended(self, today: date) -> bool:
        """Whether its last day has passed."""
        return today > self.until


def period_in_year(
    span: PeriodSpan, year: int, number: int = 1, cut: PeriodCut = PeriodCut.DECREE
) -> ReportPeriod:
    """The period `number` of a year. Raises `AppError` for one that there is not."""
    if span is PeriodSpan.FREE:
        raise ValueError("a free period has no number")
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= _A_YEAR[span]):
        raise unknown_period(f"{year}-{number}")
    last = number * _MONTHS[span]
    first = last - _MONTHS[span] + 1
    since, until = _days(year, first, last, cut)
    return ReportPeriod(span, cut, year, number, since, until)


def free_period(since: date, until: date) -> ReportPeriod:
    """The period of these days. Raises `AppError` when it ends before it begins."""
    if until < since:
        raise AppError(
            f"Kỳ báo cáo kết thúc ({_written(until)}) trước khi bắt đầu ({_written(since)}).",
            "Hãy ghi ngày bắt đầu trước.",
        )
    return ReportPeriod(PeriodSpan.FREE, PeriodCut.CALENDAR, until.year, 0, since, until)


def parse_period(text: str, cut: PeriodCut = PeriodCut.DECREE) -> ReportPeriod:
    """The period that `text` names, by its code (see `EXAMPLES`) or as letters name periods.

    Raises `AppError` for another text.
    """
    wanted = _code_of(search_fold(text.strip())).upper()
    if free := _FREE.fullmatch(wanted):
        try:
            days = [date.fromisoformat(each) for each in free.groups()]
        except ValueError as error:
            raise unknown_period(text) from error
        return free_period(*days)
    named = _NAMED.fullmatch(wanted)
    if named is None:
        raise unknown_period(text)
    year, month, quarter, half, nine, six = named.groups()
    spans = (
        (PeriodSpan.MONTH, month),
        (PeriodSpan.QUARTER, quarter),
        (PeriodSpan.HALF, half or ("1" if six else None)),
        (PeriodSpan.NINE_MONTHS, "1" if nine else None),
    )
    for span, number in spans:
        if number is not None:
            try:
                return period_in_year(span, int(year), int(number), cut)
            except AppError as error:
                raise unknown_period(text) from error
    return period_in_year(PeriodSpan.YEAR, int(year), 1, cut)


def _code_of(said: str) -> str:
    """The code of what letters say, in folded text: "quy ii nam 2026"; any other text as it is."""
    if free := _FREE_SAID.fullmatch(said):
        days = [free.groups()[at : at + 3] for at in (0, 3)]
        return "..".join(f"{year}-{month:0>2}-{day:0>2}" for day, month, year in days)
    found = _SAID.fullmatch(said)
    if found is None:
        return said
    endings = {
        "month": found["month"],
        "quarter": f"Q{_QUARTERS.get(found['quarter'], found['quarter'])}",
        "half": f"H{found['half']}",
        "part": "H1" if found["part"] == "dau" else "H2",
        "nine": "9T",
    }
    ending = next((endings[name] for name in endings if found[name]), "")
    return f"{found['of']}-{ending}" if ending else found["of"]


def previous_period(of: ReportPeriod) -> ReportPeriod:
    """The one before: of nine months those of the year before; of free days as many before them."""
    if of.span is PeriodSpan.FREE:
        length = of.until - of.since
        until = of.since - _DAY
        return free_period(until - length, until)
    return _moved(of, -1)


def next_period(of: ReportPeriod) -> ReportPeriod:
    """The one after; the inverse of `previous_period`."""
    if of.span is PeriodSpan.FREE:
        since = of.until + _DAY
        return free_period(since, since + (of.until - of.since))
    return _moved(of, 1)


def period_of_day(span: PeriodSpan, day: date, cut: PeriodCut = PeriodCut.DECREE) -> ReportPeriod:
    """The period in which `day` lies; of nine months the last ones that had begun by then."""
    year = _month_after(day).year if _is_late(day, cut) else day.year
    month = _month_after(day).month if _is_late(day, cut) else day.month
    number = min((month - 1) // _MONTHS[span] + 1, _A_YEAR[span])
    return period_in_year(span, year, number, cut)


def last_ended(span: PeriodSpan, today: date, cut: PeriodCut = PeriodCut.DECREE) -> ReportPeriod:
    """The newest period whose last day has passed."""
    found = period_of_day(span, today, cut)
    return found if found.has_ended(today) else previous_period(found)


def unknown_period(text: str) -> AppError:
    """Nothing is called so."""
    return AppError(f"Không hiểu kỳ báo cáo “{text}”.", f"Hãy ghi như {EXAMPLES}.")


def _moved(of: ReportPeriod, by: int) -> ReportPeriod:
    at = of.year * _A_YEAR[of.span] + of.number - 1 + by
    year, place = divmod(at, _A_YEAR[of.span])
    return period_in_year(of.span, year, place + 1, of.cut)


def _days(year: int, first: int, last: int, cut: PeriodCut) -> tuple[date, date]:
    """The first and the last day of the months from `first` to `last` of a year."""
    if cut is PeriodCut.CALENDAR:
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    before = date(year, first, 1) - _DAY
    return before.replace(day=CUT_DAY), date(year, last, CUT_DAY - 1)


def _is_late(day: date, cut: PeriodCut) -> bool:
    """Whether the day counts to the month after."""
    return cut is PeriodCut.DECREE and day.day >= CUT_DAY


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _written(day: date) -> str:
    """ "15/5/2026", "14/01/2026": as letters write days."""
    return day_month(day, 0)
