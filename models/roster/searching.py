"""What a search asks of the file: whom it finds, and who of them is meant most."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, case, literal

from models.roster.index_words import PHONE_DIGITS, RANKED_LETTERS, exact_part
from models.store.folding import SearchFolded
from models.store.schema import people, units
from models.text.names import match_key, search_fold


def has_word(word: str) -> ColumnElement[bool]:
    """Whom one folded word finds, by name, phone, unit, post or note."""
    noted = SearchFolded(people.c.position + literal("\t") + people.c.note)
    return _housed(word) | noted.contains(word, autoescape=True)


def search_rank(text: str) -> tuple[ColumnElement[Any], ...]:
    """What to order by first: in which of the lists of `index_words.lines_with` somebody stands
    whom `text` finds; nothing where nobody is meant more than others."""
    keys, folded = match_key(text).split(), search_fold(text).split()
    if not keys or not folded or len(folded[-1]) < RANKED_LETTERS:
        return ()
    key = literal(" ") + people.c.name_key + literal(" ")
    name = literal(" ") + people.c.name_search
    exact = and_(*(key.contains(exact_part(each), autoescape=True) for each in keys))
    named = and_(*(_named(word) for word in folded))
    rank: ColumnElement[Any] = case(
        (named & exact & key.endswith(f" {keys[-1]} ", autoescape=True), 0),
        (named & exact, 1),
        (named & name.endswith(f" {folded[-1]}", autoescape=True), 2),
        (named, 3),
        (and_(*(_called(word) for word in folded)), 4),
        (and_(*(_housed(word) for word in folded)), 5),
        else_=6,
    )
    return (rank,)


def _named(word: str) -> ColumnElement[bool]:
    return people.c.name_search.contains(word, autoescape=True)


def _called(word: str) -> ColumnElement[bool]:
    """By name, or by phone where it is one."""
    if word.isdecimal() and len(word) >= PHONE_DIGITS:
        return _named(word) | people.c.phone.contains(word, autoescape=True)
    return _named(word)


def _housed(word: str) -> ColumnElement[bool]:
    """By name or phone, or by unit."""
    return _called(word) | units.c.name_search.contains(word, autoescape=True)
