"""Charts as drawings: values in scale, inside of their picture, in words where there is none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.blocks import Chart, ChartKind, Series
from reports.profile import ND30_2020, TextStyle
from reports.render.chart import chart_drawings
from reports.render.chart_pen import chart_value_words
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture, DrawnText

WIDTH, HEIGHT = 165.0, 200.0
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


def measure(text: str, style: TextStyle) -> float:
    return len(text) * style.size * 0.17


def drawn(chart: Chart) -> list[DrawnPicture]:
    return chart_drawings(chart, ND30_2020, WIDTH, HEIGHT, measure)


def bars(*values: float | None, is_rate: bool = True, target: float | None = None) -> Chart:
    names = tuple(f"Đơn vị {i}" for i in range(len(values)))
    series = (Series("Đã đăng ký", values),)
    return Chart(ChartKind.BARS, "Tỷ lệ", names, series, "", is_rate=is_rate, target=target)


def texts(picture: DrawnPicture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, DrawnText)]


def test_the_length_of_a_bar_is_its_value():
    (picture,) = drawn(bars(1.0, 0.5, 0.25, 0.0))
    lengths = [shape.width for shape in picture.shapes if isinstance(shape, DrawnBox)]
    assert lengths[0] == pytest.approx(2 * lengths[1]) == pytest.approx(4 * lengths[2])
    assert len(lengths) == 3
    assert [t for t in texts(picture) if "%" in t] == ["100%", "50,0%", "25,0%", "0%"]


def test_what_is_not_known_is_not_drawn():
    (picture,) = drawn(bars(None, 0.5))
    assert len([shape for shape in picture.shapes if isinstance(shape, DrawnBox)]) == 1
    assert "Đơn vị 0" in texts(picture)


def test_many_units_go_on_in_other_pictures_on_the_same_scale():
    pictures = drawn(bars(*(i / 100 for i in range(101))))
    assert len(pictures) > 1
    labels = [t for picture in pictures for t in texts(picture) if t.startswith("Đơn vị")]
    assert labels == [f"Đơn vị {i}" for i in range(101)]
    assert all(picture.height <= HEIGHT for picture in pictures)


def test_a_rate_is_written_as_in_tables():
    assert chart_value_words(24 / 532, is_rate=True) == "4,5%"
    assert chart_value_words(1 / 2000, is_rate=True) == "0,1%"
    assert chart_value_words(1999 / 2000, is_rate=True) == "99,9%"
    assert chart_value_words(1.0, is_rate=True) == "100%"
    assert chart_value_words(1234, is_rate=False) == "1.234"


def test_a_curve_goes_through_its_values_and_says_where_it_ends():
    series = (Series("Đăng ký", (0.0, 0.25, 0.5, None)), Series("Xong", (0.0, 0.1, None, None)))
    chart = Chart(
        ChartKind.LINE,
        "Tiến độ",
        ("01/6", "02/6", "03/6", "04/6"),
        series,
        "",
        is_rate=True,
        target=1.0,
    )
    (picture,) = drawn(chart)
    said = texts(picture)
    assert {"50,0%", "10,0%", "Mục tiêu 100%", "Đăng ký", "Xong", "01/6", "04/6"} <= set(said)
    strokes = [s for s in picture.shapes if isinstance(s, DrawnLine) and s.points == 1.5]
    plain = [s for s in strokes if not s.dash and s.x2 - s.x1 > 10]
    assert len(plain) == 2
    rises = [line.y1 - line.y2 for line in plain]
    assert rises[0] == pytest.approx(rises[1])


@pytest.mark.parametrize("lasts", [(24, 11), (24, 24), (24, 23, 25), (0, 0, 0), (500, 2, 1)])
def test_what_curves_have_come_to_is_never_written_over_another(lasts):
    series = tuple(Series(f"Đường {at}", (0, last)) for at, last in enumerate(lasts))
    chart = Chart(ChartKind.LINE, "Tiến độ", ("01/6", "02/6"), series, "", target=532)
    (picture,) = drawn(chart)
    ends = [shape for shape in picture.shapes if isinstance(shape, DrawnText) and shape.bold]
    ends = [shape for shape in ends if shape.text in {str(last) for last in lasts}]
    assert len(ends) == len(lasts)
    bases = sorted(shape.y for shape in ends)
    assert all(later - sooner > 2 for sooner, later in itertools.pairwise(bases))
    marks = [box for box in picture.shapes if isinstance(box, DrawnBox) and box.width == 1.4]
    assert len(marks) == len(lasts)
    for mark in marks:
        assert not any(mark.top < base < mark.top + mark.height + 2 for base in bases)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(ChartKind)),
    st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=40),
    st.integers(0, 3),
    st.text("aÁ <&“”", max_size=90),
    st.one_of(st.none(), st.floats(0, 1)),
)
def test_everything_is_inside_of_the_picture(
    kind: ChartKind, values: list[float | None], count: int, name: str, target: float | None
):
    series = tuple(Series(f"{name}{i}", tuple(values)) for i in range(count))
    names = tuple(f"{name}{i}" for i in range(len(values)))
    for picture in drawn(Chart(kind, name, names, series, "", is_rate=True, target=target)):
        for shape in picture.shapes:
            for x, y in corners(shape):
                assert -0.1 <= x <= picture.width + 0.1
                assert -0.1 <= y <= picture.height + 0.1


def corners(shape: DrawnLine | DrawnBox | DrawnText) -> list[tuple[float, float]]:
    match shape:
        case DrawnLine():
            return [(shape.x1, shape.y1), (shape.x2, shape.y2)]
        case DrawnBox():
            return [(shape.left, shape.top), (shape.left + shape.width, shape.top + shape.height)]
    length = measure(shape.text, TextStyle(shape.size))
    left = shape.x - length * SHARES[shape.align]
    return [(left, shape.y), (left + length, shape.y)]


def test_the_longest_of_bars_of_counts_fills_its_room():
    (picture,) = drawn(bars(1245, 800, is_rate=False))
    longest = max(shape.width for shape in picture.shapes if isinstance(shape, DrawnBox))
    ends = [s for s in picture.shapes if isinstance(s, DrawnText) and s.text == "1.245"]
    assert picture.width - 14 < ends[0].x < picture.width
    assert longest > picture.width / 2
