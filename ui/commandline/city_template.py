"""The command fill-template: figures into the city's own workbook, or as rows to paste."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any

from models.errors import AppError
from models.figures.notes import days_to_come
from models.papers.city_template import (
    refuse_places,
    store_template,
    template_content,
    template_named,
    templates_of,
)
from models.papers.city_values import (
    COMMUNE_NAMES,
    UNIT_NAMES,
    value_title,
    values_offered,
)
from models.records.city import CityTemplate, MappedPlace, TemplateWay
from models.records.moment import as_moment
from models.roster.units import unit_named
from models.store.store import Store
from models.text.cell_names import column_of
from models.text.formats import number
from models.text.formula_text import pasted_text
from reports.publish import write_file
from ui.calls.city_template import city_sources, fill_template, new_template, template_rows
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

_NEXT = re.compile(r",(?=\s*[A-Za-z]{1,3}\d*\s*=)")
"""A comma between two places, not one inside the name of a unit."""


def fill_city_template(arguments: argparse.Namespace) -> Outcome:
    """Fill a workbook, give its rows, keep what goes where, or list what there is."""
    with opened(arguments) as file:
        if arguments.list:
            return _list(file)
        template, content = _asked(file, arguments)
        if arguments.save:
            named = CityTemplate(
                template.id, arguments.save, template.way, template.file_name, template.sheet,
                template.places,
            )  # fmt: skip
            store_template(file, named, content)
        return _filled(file, template, content, arguments)


def _filled(
    file: Store, template: CityTemplate, content: bytes, arguments: argparse.Namespace
) -> Outcome:
    moment = as_moment(arguments.as_of) if arguments.as_of else None
    today = file.clock().date()
    told = days_to_come(moment.day if moment else today, today)
    data: dict[str, Any] = {"template": template_data(template)}
    lines: list[str] = []
    if arguments.save:
        lines.append(f"Đã lưu cách điền mẫu “{arguments.save}”.")
    if arguments.out is not None:
        done = fill_template(file, template, content, moment)
        write_file(done.content, "xlsx", arguments.out, overwrite=arguments.overwrite)
        data |= {"path": str(arguments.out), "cells": done.cells, "notes": done.notes}
        where = f"trên trang tính “{template.sheet}”"
        lines.append(f"Đã điền {number(done.cells)} ô {where} và lưu {arguments.out}")
        told = (*told, *done.notes)
    if arguments.tsv:
        made = template_rows(file, template, content, moment)
        data["rows"] = made.rows
        lines += ["\t".join(map(pasted_text, row)) for row in made.rows]
        told = tuple(dict.fromkeys((*told, *filter(None, (made.note,)))))
    if not lines:
        raise AppError(
            "Chưa rõ cần làm gì với mẫu của thành phố.",
            "Hãy ghi --out TỆP để điền vào tệp, --tsv để lấy dòng cần dán, hoặc --save TÊN để lưu.",
        )
    return Outcome(data, "\n".join(lines), warnings=told)


def _asked(file: Store, arguments: argparse.Namespace) -> tuple[CityTemplate, bytes]:
    """The template that is named, or that of a file with what `--map` says."""
    if arguments.template:
        template = template_named(file, arguments.template)
        return template, template_content(file, template)
    if arguments.file is None or not arguments.map:
        raise AppError(
            "Chưa có mẫu để điền.",
            'Hãy ghi tệp của thành phố và --map "C7=total,C8=registered", hoặc --template TÊN.',
        )
    fresh, content = new_template(arguments.file)
    places = tuple(_mapped(file, told) for each in arguments.map for told in _NEXT.split(each))
    by_column = any(column_of(each.place) is not None for each in places)
    way = TemplateWay.COLUMNS if by_column else TemplateWay.CELLS
    refuse_places(way, places)
    sheet = arguments.sheet or fresh.sheet
    return CityTemplate(0, fresh.name, way, fresh.file_name, sheet, places), content


def _mapped(file: Store, told: str) -> MappedPlace:
    """ "C7=total", "C8=total@school", "C9=total:Phòng Kinh tế"."""
    place, equals, value = (part.strip() for part in told.partition("="))
    if not equals or not value:
        raise AppError(
            f"“{told}” chưa nói ô nào nhận số liệu nào.",
            'Hãy ghi như "C7=total" hoặc "C=total"; xem mã số liệu bằng fill-template --list.',
        )
    code, _, unit = (part.strip() for part in value.partition(":"))
    return MappedPlace(place.upper(), code, unit_named(file, unit).id if unit else None)


def _list(file: Store) -> Outcome:
    names = city_sources(file).names
    offered = values_offered(names)
    found = templates_of(file)
    values = [{"code": e.code, "name": e.title, "of_units": e.of_line} for e in offered]
    finders = (UNIT_NAMES, COMMUNE_NAMES)
    lines = [f"  {each.code:<16} {each.title}" for each in offered]
    lines += [f"  {each:<16} {value_title(each, names)}" for each in finders]
    values += [{"code": e, "name": value_title(e, names), "of_units": False} for e in finders]
    kept = [f"  {each.name}: {_places_words(each, names)}" for each in found]
    text = ["Các mẫu đã lưu:", *(kept or ["  (chưa có)"]), "Các số liệu:", *lines]
    data = {"templates": [template_data(each) for each in found], "values": values}
    return Outcome(data, "\n".join(text))


def _places_words(template: CityTemplate, names: Any) -> str:
    return ", ".join(f"{e.place} = {value_title(e.value, names)}" for e in template.places)


def template_data(template: CityTemplate) -> dict[str, Any]:
    """A template as it stands in JSON."""
    places: Sequence[MappedPlace] = template.places
    return {
        "id": template.id,
        "name": template.name,
        "way": str(template.way),
        "file_name": template.file_name,
        "sheet": template.sheet,
        "places": [each._asdict() for each in places],
    }
