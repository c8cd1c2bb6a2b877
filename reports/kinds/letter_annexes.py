"""Phụ lục of letters that remind: the units that are behind, or the people of one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.contests.mark_names import NOT_YET, MarkNames, capitalised, mark_names
from models.figures.ranking import rank_units
from models.records import Mark, Person, UnitFigures
from models.records.person_columns import PERSON_TITLES
from models.text.formats import decree_date, inside_words, number
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import (
    Align,
    Annex,
    CellKind,
    RowStyle,
    Share,
    Table,
    TableColumn,
    TableRow,
    Wide,
)
from reports.kinds.parts import STAFF, contest_words, summed_figures
from reports.kinds.people_of_units import masked_note, shown_phone
from reports.occasion import Occasion
from reports.wording.values.figures import low_units

LOW, SHORT = "Các đơn vị có tỷ lệ tham gia thấp", "Các đơn vị chưa hoàn thành chỉ tiêu"
_PEOPLE_COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 48, align=Align.LEFT),
    TableColumn(PERSON_TITLES["position"], 38, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 27, CellKind.PHONE),
    TableColumn("Tình trạng", 40, align=Align.LEFT),
)


def units_behind_annex(occasion: Occasion) -> tuple[str, Annex] | None:
    """What the units of the annex are, and the annex; None when nobody is missing anywhere.

    They are those of a low rate; where none is low, all that are short of what each has to do:
    of the first mark, or when nobody is short of that, of completing.
    """
    names = mark_names(occasion.contest)
    low = low_units(occasion.figures, occasion.contest)
    for mark in names.counted:
        units = low or _short(occasion.figures.units, mark)
        if units:
            return (LOW if low else SHORT), _units_annex(occasion, units, mark, is_low=bool(low))
    return None


def people_annex(people: Sequence[Person], unit: str, occasion: Occasion, masked: bool) -> Annex:
    """The people of one unit who have still something to do, with what it is."""
    names = mark_names(occasion.contest)
    rows = tuple(
        TableRow((at, each.name, each.position, shown_phone(each.phone, masked=masked),
                  _standing(each, names)))
        for at, each in enumerate(people, start=1)
    )  # fmt: skip
    undone = f"{STAFF} {names.undone(Mark.COMPLETED)}".upper()
    note = masked_note((each.phone for each in people), masked=masked)
    return Annex(
        (f"DANH SÁCH {undone}", contest_words(occasion), f"Đơn vị: {unit}"),
        (_as_of(occasion), Table(_PEOPLE_COLUMNS, rows), *note),
    )


def missing_words(people: Sequence[Person], occasion: Occasion) -> str:
    """ "07 người chưa đăng ký và 02 người đã đăng ký nhưng chưa hoàn thành"; "" of nobody."""
    names = mark_names(occasion.contest)
    found = Counter(inside_words(_standing(each, names)) for each in people)
    first = sorted(found, key=lambda words: not words.startswith(NOT_YET))
    told = [
        f"{number(found[words]).zfill(2)} người {words.replace(', chưa', ' nhưng chưa')}"
        for words in first
    ]
    return " và ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _standing(person: Person, names: MarkNames) -> str:
    """ "Chưa đăng ký", "Đã đăng ký, chưa hoàn thành", "Đã thi, chưa đạt"."""
    if person.has_failed:
        return capitalised(names.done(Mark.FAILED))
    undone = names.undone(Mark.COMPLETED)
    if names.one:
        return capitalised(undone)
    if person.registered_on is None:
        return capitalised(names.undone(Mark.REGISTERED))
    return f"{capitalised(names.done(Mark.REGISTERED))}, {undone}"


def _done(unit: UnitFigures, mark: Mark) -> int:
    return unit.registered if mark is Mark.REGISTERED else unit.completed


def _short(units: Sequence[UnitFigures], mark: Mark) -> tuple[UnitFigures, ...]:
    """Those in which somebody is missing, the worst first."""
    ranked = rank_units(units, mark)
    return tuple(r.unit for r in reversed(ranked) if _done(r.unit, mark) < r.unit.total)


def _units_annex(
    occasion: Occasion, units: Sequence[UnitFigures], mark: Mark, *, is_low: bool
) -> Annex:
    names = mark_names(occasion.contest)
    ranks = {each.unit.unit_id: each.rank for each in rank_units(occasion.figures.units, mark)}
    # Where nobody has begun all would be the first.
    begun = any(_done(unit, mark) for unit in occasion.figures.units)
    rows = [
        TableRow((at, unit.name, *_counts(unit, mark), *([ranks[unit.unit_id]] if begun else ())))
        for at, unit in enumerate(units, start=1)
    ]
    whole = summed_figures(tuple(units))
    if len(rows) > 1:
        total = (Wide("Cộng", 2), *_counts(whole, mark), *((None,) if begun else ()))
        rows.append(TableRow(total, RowStyle.TOTAL))
    columns = _unit_columns(names, mark)[: None if begun else -1]
    title = "CÓ TỶ LỆ THAM GIA THẤP" if is_low else f"CÒN NGƯỜI {names.undone(mark).upper()}"
    return Annex(
        (f"DANH SÁCH ĐƠN VỊ {title}", contest_words(occasion)),
        (_as_of(occasion), Table(columns, tuple(rows), adds_up=True)),
    )


def _unit_columns(names: MarkNames, mark: Mark) -> tuple[TableColumn, ...]:
    done = capitalised(names.done(mark))
    return (
        TableColumn("STT", 12, CellKind.INTEGER),
        TableColumn("Đơn vị", 62, align=Align.LEFT),
        TableColumn("Tổng số người", 20, CellKind.INTEGER),
        TableColumn("Số lượng", 18, CellKind.INTEGER, group=done),
        TableColumn("Tỷ lệ (%)", 18, CellKind.PERCENT, group=done, ratio=(3, 2)),
        TableColumn("Còn thiếu", 18, CellKind.INTEGER),
        TableColumn("Xếp hạng", 17, CellKind.INTEGER),
    )


def _counts(unit: UnitFigures, mark: Mark) -> tuple[int, int, Share, int]:
    done = _done(unit, mark)
    return unit.total, done, Share(done, unit.total), unit.total - done


def _as_of(occasion: Occasion) -> Paragraph:
    words = f"(số liệu tính đến {decree_date(occasion.as_of)})"
    return Paragraph(words, ParagraphStyle.CENTER)
