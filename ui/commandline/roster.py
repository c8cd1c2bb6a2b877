"""The command that shows the roster: people."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from models.records import PeopleQuery, Person, Status
from models.roster.people import list_people
from models.roster.units import unit_named
from models.text.phones import display_phone
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def people(arguments: argparse.Namespace) -> Outcome:
    """The roster in Vietnamese order."""
    with opened(arguments) as file:
        unit_ids = frozenset({unit_named(file, arguments.unit).id} if arguments.unit else ())
        statuses = frozenset({Status(arguments.status)} if arguments.status else ())
        query = PeopleQuery(search=arguments.search, unit_ids=unit_ids, statuses=statuses)
        found = list_people(file, query)
    text = "\n".join(f"{p.name} · {p.unit} · {display_phone(p.phone)}" for p in found)
    return Outcome({"people": [_person_data(p) for p in found]}, text or "Không có ai.")


def _person_data(person: Person) -> dict[str, Any]:
    data = asdict(person)
    for internal in ("id", "unit_id"):
        del data[internal]
    return data
