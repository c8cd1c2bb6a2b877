"""Biểu tổng hợp: its columns, groups, totals, notes and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.records import UnitFigures, UnitKind
from reports.blocks import Paragraph
from reports.document import Document, RowStyle, Share, Table, Wide
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from tests.reports.samples import (
    COMMUNE,
    CONTEST,
    DEPARTMENT,
    ISSUER,
    commune_figures,
    many_units,
    of_units,
)


def table_of(document: Document) -> Table:
    return next(block for block in document.body if isinstance(block, Table))


def notes_of(document: Document) -> str:
    return " ".join(block.text for block in document.body if isinstance(block, Paragraph))


def test_the_columns_of_the_form(summary: Document):
    table = table_of(summary)
    assert [column.title for column in table.columns] == [
        "STT",
        "Đơn vị",
        "Tổng số CBCCVC, NLĐ",
        "Số lượng",
        "Tỷ lệ (%)",
        "Số lượng",
        "Tỷ lệ (%)",
        "Ghi chú",
    ]
    assert [c.group for c in table.columns[3:7]] == ["Đã đăng ký"] * 2 + ["Đã hoàn thành"] * 2
    assert table.numbered
    assert table.header_rows == 3


def test_title_and_blank_day_without_a_number_of_its_own():
    summary = unit_summary(Occasion(commune_figures(), ISSUER, COMMUNE, CONTEST))
    assert summary.title.type_name == "BIỂU TỔNG HỢP"
    assert summary.title.subject == (
        "Kết quả tham gia Cuộc thi “Ứng dụng AI trong thực thi nhiệm vụ"
        " của các cơ quan hành chính” theo đơn vị",
        "(số liệu tính đến ngày 08 tháng 6 năm 2026)",
    )
    assert summary.header.symbol == ""
    assert summary.header.blank_day
    assert summary.header.dated == date(2026, 6, 8)


def test_total_row_holds_the_figures(summary: Document):
    last = table_of(summary).rows[-1]
    assert last.style is RowStyle.TOTAL
    assert last.cells == (
        Wide("Tổng cộng", 2),
        532,
        24,
        Share(24, 532),
        10,
        Share(10, 532),
        None,
    )


def test_groups_have_roman_numerals_and_sums_of_their_lines(summary: Document):
    groups = [row for row in table_of(summary).rows if row.style is RowStyle.GROUP]
    assert [row.cells[0] for row in groups] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
    ]
    assert groups[0].cells[1] == "Khối Đảng"
    for at, whole in ((2, 532), (3, 24), (5, 10)):
        assert sum(row.cells[at] for row in groups) == whole
    assert groups[0].cells[4] == Share(10, 22)


def test_one_kind_needs_no_groups():
    document = unit_summary(Occasion(many_units(4, UnitKind.SCHOOL), ISSUER, COMMUNE, CONTEST))
    rows = table_of(document).rows
    assert [row.style for row in rows] == [RowStyle.NORMAL] * 4 + [RowStyle.TOTAL]
    assert [row.cells[0] for row in rows[:4]] == [1, 2, 3, 4]


def test_units_keep_the_order_of_the_tree_within_a_group(summary: Document):
    names = [row.cells[1] for row in table_of(summary).rows if row.style is RowStyle.NORMAL]
    assert names[:3] == ["Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy", "Văn phòng Đảng ủy"]
    assert len(names) == 25


def test_a_unit_without_a_kind_is_among_the_others():
    figures = of_units(
        UnitFigures(1, "Phòng Kinh tế", UnitKind.GOVERNMENT, 3, 1, 0),
        UnitFigures(2, "Tổ công nghệ số cộng đồng", None, 2, 0, 0),
    )
    groups = [
        row.cells[1]
        for row in table_of(unit_summary(Occasion(figures, ISSUER, COMMUNE, CONTEST))).rows
        if row.style is RowStyle.GROUP
    ]
    assert groups == ["Khối Ủy ban nhân dân", "Khác"]


def test_those_not_counted_are_named_only_when_there_are_any(summary: Document):
    assert (
        "Không tính 3 người không thuộc đối tượng (Văn phòng Đảng ủy: 1; "
        "Phòng Văn hóa - Xã hội: 1; Trạm Y tế xã: 1)." in notes_of(summary)
    )
    none = unit_summary(Occasion(many_units(3), ISSUER, COMMUNE, CONTEST))
    assert "không thuộc đối tượng" not in notes_of(none)


def test_figures_that_do_not_add_up_are_never_printed():
    wrong = replace(commune_figures(), registered=25)
    with pytest.raises(ValueError, match="do not add up"):
        unit_summary(Occasion(wrong, ISSUER, COMMUNE, CONTEST))


def test_the_office_issues_it_in_its_own_name():
    document = unit_summary(
        Occasion(commune_figures(), DEPARTMENT, COMMUNE, CONTEST, date(2026, 6, 9))
    )
    assert document.header.parent == "UBND XÃ KẺ SẶT"
    assert document.header.issuer == ("PHÒNG VĂN HÓA - XÃ HỘI",)
    assert not document.header.blank_day
    assert document.recipients[-1] == "Lưu: VT, VHXH"


def test_no_units_at_all():
    document = unit_summary(Occasion(of_units(), ISSUER, COMMUNE, CONTEST))
    rows = table_of(document).rows
    assert len(rows) == 1
    assert rows[0].cells[1:4] == (0, 0, Share(0, 0))


def test_one_mark_alone_is_counted_under_its_own_name():
    contest = replace(CONTEST, one_mark=True, completed_word="đã kích hoạt chữ ký số")
    table = table_of(unit_summary(Occasion(commune_figures(), ISSUER, COMMUNE, contest)))
    assert [(c.group, c.title) for c in table.columns if c.group] == [
        ("Đã kích hoạt chữ ký số", "Số lượng"),
        ("Đã kích hoạt chữ ký số", "Tỷ lệ (%)"),
    ]
    figures = commune_figures()
    total = table.rows[-1].cells
    assert total[1:4] == (
        figures.total,
        figures.completed,
        Share(figures.completed, figures.total),
    )
    usual = table_of(unit_summary(Occasion(commune_figures(), ISSUER, COMMUNE, CONTEST)))
    weights = [sum(column.weight for column in each.columns) for each in (table, usual)]
    assert weights == pytest.approx([165, 165])
