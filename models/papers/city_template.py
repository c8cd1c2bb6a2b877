"""The city's own workbooks: kept with what goes where, each by a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from models.errors import AppError
from models.journal.change import changing
from models.journal.contents import content_of, keep_content
from models.papers.city_values import COMMUNE_NAMES, SAME_UNIT, UNIT_NAMES, is_value
from models.records.city import CityTemplate, MappedPlace, TemplateWay
from models.store.schema import city_template_cells, city_templates
from models.store.store import Store
from models.text.cell_names import column_of, place_of
from models.text.names import match_key, storage_form

LONGEST_NAME = 80


def templates_of(store: Store) -> tuple[CityTemplate, ...]:
    """The templates, in the order in which they were made."""
    with store.reading() as connection:
        return _all(connection)


def template_named(store: Store, name: str) -> CityTemplate:
    """The template of that name, however it is typed. Raises `AppError` when there is none."""
    found = templates_of(store)
    for each in found:
        if match_key(each.name) == match_key(name):
            return each
    known = ", ".join(f"“{each.name}”" for each in found)
    raise AppError(
        f"Không có mẫu của thành phố tên “{name}”.",
        f"Các mẫu đã lưu: {known}." if known else "Chưa lưu mẫu nào.",
    )


def template_content(store: Store, template: CityTemplate) -> bytes:
    """The workbook of a template. Raises `AppError` when it is not there, or is another."""
    with store.reading() as connection:
        content = content_of(connection, template.sha256)
    if content is None:
        raise AppError(
            f"Tệp của mẫu “{template.name}” không còn nguyên vẹn trong dữ liệu.",
            "Hãy xóa mẫu này rồi thêm lại từ tệp của thành phố.",
        )
    return content


def store_template(store: Store, template: CityTemplate, content: bytes) -> int:
    """Keep a template: a new one (id 0), or in the place of the one with its id; its id.

    One change, which can be undone. Raises `AppError` for one without a name or places, for a name
    that is taken, and for places and values that there are not.
    """
    name = storage_form(template.name)
    _check(name, template)
    with changing(store, "city-template", f"Lưu cách điền mẫu “{name}” của thành phố") as change:
        for each in _all(change.connection):
            if each.id != template.id and match_key(each.name) == match_key(name):
                raise AppError(f"Đã có mẫu tên “{each.name}”.", "Hãy đặt tên khác.")
        columns = {
            "name": name,
            "way": str(template.way),
            "file_name": template.file_name,
            "sha256": keep_content(change, content),
            "sheet": template.sheet,
            "size": len(content),
        }
        kept = template.id
        if kept:
            change.update(city_templates, {kept: columns})
        else:
            kept = change.insert(city_templates, [columns])[0]
        known = {_mapped(row): row.id for row in _places(change.connection, kept)}
        wanted = [_tidied(each) for each in template.places]
        change.delete(city_template_cells, [i for each, i in known.items() if each not in wanted])
        fresh = [{"template_id": kept, **e._asdict()} for e in wanted if e not in known]
        if fresh:
            change.insert(city_template_cells, fresh)
    return kept


def forget_template(store: Store, template: CityTemplate) -> None:
    """Take a template away; what was filled by it stays."""
    summary = f"Xóa mẫu “{template.name}” của thành phố"
    with changing(store, "city-template", summary) as change:
        rows = _places(change.connection, template.id)
        change.delete(city_template_cells, [row.id for row in rows])
        change.delete(city_templates, [template.id])


def refuse_places(way: TemplateWay, places: Sequence[MappedPlace]) -> None:
    """Raise `AppError` for what is no place or no value, and for a place that is mapped twice."""
    for each in places:
        _check_place(way, each)
    twice = [p for p, count in Counter(_tidied(each).place for each in places).items() if count > 1]
    if twice:
        raise AppError(f"“{twice[0]}” được gán hai lần.", "Hãy để mỗi ô, mỗi cột một số liệu.")
    finders = [each for each in places if each.value in {UNIT_NAMES, COMMUNE_NAMES}]
    if len(finders) > 1:
        raise AppError("Có hai cột để dò dòng.", "Hãy để một cột tên đơn vị hoặc tên xã, phường.")
    if not any(is_value(each.value) for each in places):
        raise AppError("Chưa gán số liệu nào vào mẫu.", "Hãy chọn ô hoặc cột rồi chọn số liệu.")


def _check_place(way: TemplateWay, each: MappedPlace) -> None:
    columns = way is TemplateWay.COLUMNS
    special = columns and each.value in {UNIT_NAMES, COMMUNE_NAMES, SAME_UNIT}
    if not (special or is_value(each.value)):
        raise AppError(f"Không có số liệu mang mã “{each.value}”.", "Hãy chọn trong danh sách.")
    if columns and each.value != SAME_UNIT:
        if column_of(each.place) is None:
            raise AppError(f"“{each.place}” không phải tên cột.", "Hãy ghi như C (cột C).")
    elif place_of(each.place) is None:
        raise AppError(f"“{each.place}” không phải tên ô.", "Hãy ghi như C7 (cột C, dòng 7).")


def _check(name: str, template: CityTemplate) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise AppError(
            "Tên mẫu còn trống hoặc dài quá.", f"Hãy đặt tên không quá {LONGEST_NAME} chữ."
        )
    refuse_places(template.way, template.places)


def _tidied(each: MappedPlace) -> MappedPlace:
    return each._replace(place=each.place.strip().upper().replace("$", ""))


def _mapped(row: Row[Any]) -> MappedPlace:
    return MappedPlace(row.place, row.value, row.unit_id)


def _places(connection: Connection, template_id: int) -> Sequence[Row[Any]]:
    cells = city_template_cells
    return connection.execute(
        select(cells).where(cells.c.template_id == template_id).order_by(cells.c.id)
    ).all()


def _all(connection: Connection) -> tuple[CityTemplate, ...]:
    rows = connection.execute(select(city_templates).order_by(city_templates.c.id))
    return tuple(
        CityTemplate(
            row.id,
            row.name,
            TemplateWay(row.way),
            row.file_name,
            row.sheet,
            tuple(map(_mapped, _places(connection, row.id))),
            row.sha256,
            row.size,
        )
        for row in rows.all()
    )
