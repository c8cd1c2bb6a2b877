"""The value itself: tables that fill their columns, and a hash that stands for the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.records import Mark
from reports.document import Document, Table, TableColumn, TableRow, Wide, figures_hash
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from tests.reports.samples import COMMUNE, CONTEST, DEPARTMENT, commune_figures, of_units


def test_a_row_must_fill_the_columns():
    columns = (TableColumn("a", 1), TableColumn("b", 1), TableColumn("c", 1))
    Table(columns, (TableRow((Wide("over two", 2), "x")),))
    with pytest.raises(ValueError, match="does not fill"):
        Table(columns, (TableRow(("only", "two")),))


def test_the_hash_is_that_of_the_figures_not_of_the_form(
    summary: Document, not_registered: Document
):
    other_issuer = unit_summary(
        Occasion(commune_figures(), DEPARTMENT, COMMUNE, CONTEST, date(2026, 6, 9))
    )
    assert figures_hash(summary) == figures_hash(other_issuer) == figures_hash(not_registered)
    assert len(figures_hash(summary)) == 12
    assert set(figures_hash(summary)) <= set("0123456789abcdef")


def test_every_count_and_the_day_change_the_hash(summary: Document):
    figures = summary.figures
    first = figures.units[0]
    changed = [
        replace(figures, as_of=date(2026, 6, 9)),
        *(
            of_units(replace(first, **{name: getattr(first, name) + 1}), *figures.units[1:])
            for name in ("total", "registered", "completed", "exempt")
        ),
    ]
    hashes = {figures_hash(replace(summary, figures=each)) for each in (figures, *changed)}
    assert len(hashes) == 6


def test_name_and_author_are_read_as_one_line(summary: Document):
    assert summary.name.startswith("BIỂU TỔNG HỢP Kết quả tham gia Cuộc thi “Ứng dụng AI")
    assert summary.author == "ỦY BAN NHÂN DÂN XÃ KẺ SẶT"


def test_marks_name_the_kinds_of_the_catalog():
    from reports.catalog import KINDS
    from reports.kinds import award_list, entry_file, people_list, poster, publicity, wrong_units
    from reports.kinds.missing_people import CODES
    from reports.kinds.unit_summary import FORMS

    made = (award_list, entry_file, people_list, poster, publicity, wrong_units)
    codes = [kind.code for kind in KINDS]
    lists = [CODES[mark][0] for mark in (Mark.REGISTERED, Mark.COMPLETED)]
    forms = [form.code for form in FORMS.values()]
    assert {*lists, *forms, *(module.CODE for module in made)} <= set(codes)
    assert len(codes) == len(set(codes))
