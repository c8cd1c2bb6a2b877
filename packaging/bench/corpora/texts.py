"""Texts of messages: who of the roster each mention means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from corpora.making import COMMUNE, residents
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from corpora.rosters import made_roster
from models.intake.roster_view import roster_view
from models.marking.recognise import Recogniser
from models.marking.records import Recognised, Standing
from models.office.setup import init_file
from models.text.names import search_fold
from tests.models.marking.roster import fill
from tests.models.marking.texts import CASES
from tests.models.marking.texts import Case as Text

LINES = (
    "{name}", "12. {name}", "- {name} - {phone}", "{name} {phone}", "{phone} {name}",
    "✅ {name}: {phone}", "Đ/c {name} ({unit})", "{name}, {unit}, {phone}", "{name} đã đăng ký ạ",
    "em {name} {unit} đăng ký rồi ạ", "{capitals}", "{plain}", "{plain} {phone}", "cô {given}",
    "chị {given} {phone}", "{phone}", "{name}\t{unit}\t{phone}", "{misread} {phone}", "{misread}",
)  # fmt: skip
MISREAD = {"0": "O", "1": "l", "o": "0", "n": "m", "h": "b", "ễ": "ê", "ạ": "a", "ị": "i"}


def golden(folder: Path) -> Corpus:
    """The texts that the tests hold."""
    with init_file(folder / "texts.tiendo", COMMUNE, "ai-2026") as file:
        ids = fill(file)
        recogniser = Recogniser(roster_view(file))
    shorts = {each: short for short, each in ids.items()}
    cases = [
        case for name, text in CASES.items() for case in _judged(name, text, recogniser, shorts)
    ]
    return corpus("texts of messages", "people", cases)


def _judged(
    name: str, text: Text, recogniser: Recogniser, shorts: dict[int, str]
) -> Iterator[Case]:
    read = recogniser.read(text.text)
    sure = [shorts[each.suggestions[0].person_id] for each in read.of(Standing.SURE)]
    asked = [_named(each, shorts) for each in read.of(Standing.UNCERTAIN)]
    for short in text.sure:
        taken = short if short in sure else None
        offered = {one for each in asked for one in each}
        yield Case(f"{name}: {short}", found(taken, offered, short))
    for short in sure:
        if short not in text.sure:
            yield Case(f"{name}: {short} taken", Outcome.WRONG, Outcome.APART)
    for group in text.open:
        offered = any(set(group) <= each for each in asked)
        outcome = Outcome.ASKED if offered else Outcome.MISSED
        yield Case(f"{name}: one of {', '.join(group)}", outcome, Outcome.ASKED)
    known = {each.mention.text for each in read.of(Standing.NOT_FOUND)}
    for stranger in text.nobody:
        outcome = Outcome.APART if stranger in known else Outcome.VAIN
        yield Case(f"{name}: {stranger}", outcome, Outcome.APART)


def _named(each: Recognised, shorts: dict[int, str]) -> set[str]:
    return {shorts[one.person_id] for one in each.suggestions}


def lines(folder: Path, count: int, seed: int) -> Corpus:
    """One line of talk about each of a made-up roster."""
    draw = Random(f"texts-{seed}")
    people = residents(draw, count)
    with init_file(folder / "lines.tiendo", COMMUNE, "ai-2026") as file:
        ids, _ = made_roster(file, people)
        recogniser = Recogniser(roster_view(file))
    cases = []
    for at, person in enumerate(people):
        pattern = LINES[at % len(LINES)]
        text = pattern.format(
            name=person.name, capitals=person.name.upper(), plain=search_fold(person.name),
            given=person.name.split()[-1], phone=_spaced(draw, person.phone), unit=person.unit,
            misread=_misread(draw, person.name),
        )  # fmt: skip
        read = recogniser.read(text).found
        cases.append(Case(f"{text} [{person.name}]", _line_outcome(read, ids[at])))
    return corpus("lines of messages", "people", cases)


def _line_outcome(read: Sequence[Recognised], truth: int) -> Outcome:
    sure = {e.suggestions[0].person_id for e in read if e.standing is Standing.SURE}
    if sure - {truth}:
        return Outcome.WRONG
    offered = (one.person_id for each in read for one in each.suggestions)
    return found(truth if sure else None, offered, truth)


def _spaced(draw: Random, phone: str) -> str:
    between = draw.choice(("", " ", "."))
    return between.join(filter(None, (phone[:4], phone[4:7], phone[7:])))


def _misread(draw: Random, text: str) -> str:
    at = draw.randrange(len(text))
    return text[:at] + MISREAD.get(text[at], text[at]) + text[at + 1 :]
