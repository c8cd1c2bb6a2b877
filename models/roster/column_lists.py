"""The values of one column of the roster with how often each stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from models.records import PeopleQuery
from models.roster.column_values import shown_value
from models.roster.counted import people_of_day
from models.roster.people import filtered_people
from models.store.store import Store
from models.text.collation import sort_key


def list_column_values(
    data_file: Store, query: PeopleQuery, column: str
) -> tuple[tuple[str, int], ...]:
    """(value, people) among those whom the rest of `query` finds; "" for blanks, and last.

    Dates are ISO, the newest first; texts stand in Vietnamese order.
    """
    others = tuple(each for each in query.columns if each.column != column)
    rest = replace(query, columns=others, order="name", descending=False)
    day = query.as_of or data_file.clock().date()
    value = shown_value(column).label("value")
    columns: list[Any] = [value, func.count()]
    statement = filtered_people(select(*columns).select_from(people_of_day(day)), rest, day)
    with data_file.reading() as connection:
        rows = connection.execute(statement.order_by(None).group_by(value)).all()
    counted = [(str(row[0]), int(row[1])) for row in rows]
    if column.endswith("_on"):
        counted.sort(reverse=True)
    else:
        counted.sort(key=lambda each: sort_key(each[0]) if column == "name" else each[0].casefold())
    return (*filter(lambda each: each[0], counted), *filter(lambda each: not each[0], counted))
