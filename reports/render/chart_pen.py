"""What the parts of a chart share: inks, sizes, the title, the legend, the words of values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import floor, log10

from models.text.formats import number, percent
from reports.blocks import Chart, ChartKind
from reports.document import Align
from reports.profile import Profile, TextStyle
from reports.render.drawing import DrawnBox, DrawnLine, DrawnText, Rgb
from reports.render.lines import balanced_lines

Widths = Callable[[str, TextStyle], float]
"""How many millimetres a text is long in a type."""
Shapes = list[DrawnLine | DrawnBox | DrawnText]

MM_PER_POINT = 25.4 / 72
INKS: tuple[Rgb, ...] = ((0.12, 0.29, 0.49), (0.86, 0.49, 0.13), (0.35, 0.55, 0.42))
DASHES = (0.0, 1.6, 0.7)
GRID: Rgb = (0.82, 0.82, 0.82)
AXIS: Rgb = (0.35, 0.35, 0.35)
TARGET: Rgb = (0.70, 0.11, 0.11)
BAR, BAR_GAP, LINE_HEIGHT, HEADROOM = 3.6, 2.0, 62.0, 5.0
WIDEST_LABEL, VALUE_ROOM, INSET = 0.48, 13.0, 2.0
STEPS = 4


@dataclass(frozen=True, slots=True)
class ChartPen:
    """What every part of a chart needs to know, and its parts that are alike in all."""

    chart: Chart
    profile: Profile
    width: float
    measure: Widths

    @property
    def label(self) -> TextStyle:
        return self.profile.styles.chart_label

    @property
    def line(self) -> float:
        """Millimetres from one line of labels to the next."""
        return self.profile.leading(self.label) * MM_PER_POINT

    @property
    def row_height(self) -> float:
        return max(len(self.chart.series), 1) * BAR + BAR_GAP

    @property
    def title_lines(self) -> list[str]:
        style = self.profile.styles.chart_title
        lines = balanced_lines(self.chart.title, lambda text: self.measure(text, style), self.width)
        return [self.fitted(line, self.width, style) for line in lines]

    @property
    def title_height(self) -> float:
        style = self.profile.styles.chart_title
        return len(self.title_lines) * self.profile.leading(style) * MM_PER_POINT + INSET

    @property
    def legend_height(self) -> float:
        named = len(self.chart.series) > 1 or self.chart.target is not None
        return self.line + INSET if named else 0.0

    def top(self) -> float:
        """The greatest value that there is room for: of an axis with marks a round one."""
        values = [v for each in self.chart.series for v in each.values if v is not None]
        most = max([*values, self.chart.target or 0, 0])
        if self.chart.is_rate:
            return 1.0 if most > 0.5 else round_up(most or 0.01, 0.01)
        if self.chart.kind is ChartKind.BARS:
            return float(most or 1)
        return round_up(most or 1, 1)

    def words(self, value: float) -> str:
        return chart_value_words(value, is_rate=self.chart.is_rate)

    def mark_words(self, mark: float) -> str:
        """A mark of the axis: a round number."""
        if self.chart.is_rate:
            decimals = 0 if self.top() * 100 / STEPS >= 1 else 1
            return percent(round(mark * 10**9), 10**9, decimals)
        return self.words(mark)

    def fitted(self, text: str, room: float, style: TextStyle | None = None) -> str:
        """The text, shortened where `room` mm are too few."""
        style = style or self.label
        if self.measure(text, style) <= room:
            return text
        while text and self.measure(f"{text}…", style) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def title(self) -> Shapes:
        style = self.profile.styles.chart_title
        height = self.profile.leading(style) * MM_PER_POINT
        return [
            DrawnText(
                line, self.width / 2, (at + 0.8) * height, style.size, Align.CENTER, bold=True
            )
            for at, line in enumerate(self.title_lines)
        ]

    def legend(self, y: float) -> Shapes:
        """Names of the series with a sample of each, and of the target; in the middle."""
        entries = [(series.name, at) for at, series in enumerate(self.chart.series)]
        target = self.chart.target
        if target is not None:
            entries.append((f"Mục tiêu {self.words(target)}", -1))
        room = (self.width - INSET) / max(1, len(entries)) - 10
        named = [(self.fitted(name, room), at) for name, at in entries]
        whole = sum(self.measure(name, self.label) + 12 for name, _ in named) - 4
        x, shapes, base = (self.width - whole) / 2, Shapes(), y + self.line * 0.8
        for name, at in named:
            middle = base - self.line * 0.25
            if at < 0:
                shapes.append(DrawnLine(x, middle, x + 6, middle, TARGET, 1, 1.2))
            elif self.chart.kind is ChartKind.LINE:
                dash = DASHES[at % len(DASHES)]
                shapes.append(DrawnLine(x, middle, x + 6, middle, chart_ink(at), 1.5, dash))
            else:
                shapes.append(DrawnBox(x + 1, middle - 1.3, 5, 2.6, chart_ink(at)))
            shapes.append(DrawnText(name, x + 7.5, base, self.label.size))
            x += self.measure(name, self.label) + 12
        return shapes


def chart_value_words(value: float, *, is_rate: bool) -> str:
    """A value of a chart as a reader sees it: "4,5%" of a share, "1.234" of a count."""
    if is_rate:
        # A share was divided once; nine digits give back what it was rounded from.
        return percent(round(value * 10**9), 10**9)
    return number(round(value))


def chart_ink(at: int) -> Rgb:
    return INKS[at % len(INKS)]


def round_up(value: float, least: float) -> float:
    """The next of 1, 2, 4, 6, 8 or 10 times a power of ten, so that a quarter of it is plain."""
    power = 10.0 ** floor(log10(max(value, least)))
    step = next(step for step in (1, 2, 4, 6, 8, 10) if value <= step * power * (1 + 1e-9))
    found = step * power
    return max(found, float(STEPS)) if least == 1 else found
