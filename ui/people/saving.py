"""What the dialog of one person asks as somebody types, and how it saves."""

from __future__ import annotations

from datetime import date

from models.records import PeopleQuery, Person, PersonDraft
from models.roster.people import add_person, edit_person, ids_by_phone, list_people
from models.roster.person_rows import people_by_ids
from models.store.store import Store
from models.text.names import match_key

NAMESAKES_SHOWN = 4


def people_with_phone(file: Store, phone: str) -> tuple[Person, ...]:
    """Who has this phone now, however it is written."""
    return people_by_ids(file, ids_by_phone(file, phone))


def namesakes(file: Store, name: str) -> tuple[Person, ...]:
    """Some people whose name is the same, however tones and capitals are typed."""
    key = match_key(name)
    found = list_people(file, PeopleQuery(search=name))
    return tuple(person for person in found if match_key(person.name) == key)[:NAMESAKES_SHOWN]


def save_person(
    file: Store,
    draft: PersonDraft,
    person_id: int | None = None,
    moved_on: date | None = None,
    mistaken: bool = False,
) -> int:
    """Add a person, or set the data of the one with this id; the id.

    Another unit is a move on `moved_on` (today when None), unless the old one was `mistaken`.
    """
    if person_id is None:
        return add_person(file, draft)
    edit_person(file, person_id, draft, moved_on, mistaken=mistaken)
    return person_id
