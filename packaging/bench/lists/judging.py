"""Compares what stands on the roster after an import with what is right."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lists.sheet import MadeList
from lists.trial import Answer, Trial

FIELDS = ("phone", "birth", "unit", "position")
Person = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One list: where it is, what is right, and what is special about it."""

    label: str
    path: Path
    expect: str
    people: list[Person]
    unit: str
    traits: str
    loose_units: frozenset[str] = frozenset()

    @classmethod
    def of_truth(cls, path: Path, known: dict[str, Any]) -> Case:
        """A list of a folder with a truth."""
        loose = set()
        if not known.get("unit_strict"):
            loose = {known.get("unit_arg") or "", *known.get("unit_groups", [])}
        return cls(
            path.stem, path, known["expect"], known.get("people", []), known.get("unit_arg") or "",
            known.get("traits", ""), frozenset(folded(each) for each in loose),
        )  # fmt: skip

    @classmethod
    def of_made(cls, path: Path, made: MadeList) -> Case:
        """A generated list."""
        expect = "people" if made.people else "none"
        traits = ", ".join(made.traits)
        return cls(made.label, path, expect, made.people, made.unit, traits)


@dataclass(slots=True)
class Verdict:
    """Right, asked or wrong, and why; `ends` says the same of each person and of their unit:
    ("people" or "units", who, outcome)."""

    wrong: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    ends: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The worst that was seen."""
        return "wrong" if self.wrong else "asked" if self.asked else "right"

    @property
    def causes(self) -> Counter[str]:
        """Everything that was not right, with how often."""
        return Counter({f"wrong: {k}": n for k, n in self.wrong.items()}) + Counter(
            {f"asked: {k}": n for k, n in self.asked.items()}
        )

    @property
    def words(self) -> str:
        """The causes with an example each."""
        return "; ".join(
            f"{count} {cause} ({self.examples.get(cause, '')})"
            for cause, count in [*self.wrong.items(), *self.asked.items()]
        )

    def ends_so(self, about: str, who: str, outcome: str) -> None:
        """What became of one person, or of their unit."""
        self.ends.append((about, who, outcome))

    def is_wrong(self, cause: str, example: str) -> None:
        """One more fault."""
        self.wrong[cause] += 1
        self.examples.setdefault(cause, example)

    def is_asked(self, cause: str, example: str = "", count: int = 1) -> None:
        """Something that the program left open and said so."""
        self.asked[cause] += count
        self.examples.setdefault(cause, example)


def folded(text: object) -> str:
    """Letters and digits alone, without diacritics."""
    apart = unicodedata.normalize("NFD", str(text or "").replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.casefold()).split())


def spoken(name: object) -> str:
    """A name by its syllables, wherever each has its mark; a full stop is no part of it."""
    bare = unicodedata.normalize("NFC", str(name or "")).casefold().replace(".", " ")
    return " ".join("".join(sorted(unicodedata.normalize("NFD", word))) for word in bare.split())


def judge(case: Case, trial: Trial) -> Verdict:
    """Import the list into a fresh file and compare."""
    answer, got = trial.take(case.path, case.unit)
    verdict = Verdict()
    if answer.code not in {0, 1}:
        verdict.is_wrong("the command broke", answer.complaint[-120:])
    elif case.expect == "none":
        _invented(got, verdict)
        verdict.ends_so("people", "nobody", "apart")
    elif answer.code == 1 and not got:
        for person in case.people:
            verdict.ends_so("people", person["name"], "asked")
        if case.expect != "ask":
            verdict.is_asked("refused", answer.complaint[:110])
    elif case.expect == "ask":
        if len(got) * 4 > len(case.people):
            verdict.is_wrong("written without a question", str(len(got)))
            verdict.ends_so("people", "without a question", "wrong")
    else:
        _compare(case, answer, got, verdict)
    return verdict


def _invented(people: list[Person], verdict: Verdict) -> None:
    for person in people:
        verdict.is_wrong("person invented", person["name"])
        verdict.ends_so("people", f"{person['name']} (invented)", "wrong")


def _compare(case: Case, answer: Answer, got: list[Person], verdict: Verdict) -> None:
    told = {(p.get("sheet"), p.get("row")) for p in answer.data.get("problems", [])}
    told |= {(None, row) for _, row in told}
    left = sum(answer.data.get(box, 0) for box in ("uncertain", "rejected"))
    pairs, missing, extra = _paired(case.people, got)
    for person in missing:
        cut = next((g for g in extra if _may_be(person["name"], g["name"])), None)
        if cut is not None:
            extra.remove(cut)
            verdict.ends_so("people", person["name"], "wrong")
            verdict.is_wrong("name cut or changed", f"{person['name']} → {cut['name']}")
        elif left > 0 or _told(person, told):
            left -= 1
            verdict.ends_so("people", person["name"], "asked")
            verdict.is_asked("person left open", person["name"])
        else:
            verdict.ends_so("people", person["name"], "missed")
            verdict.is_wrong("person missing without a word", person["name"])
    _invented(extra, verdict)
    for person, found in pairs:
        verdict.ends_so("people", person["name"], "right")
        for name in FIELDS:
            _compare_field(case, person, found, name, told, verdict)
    if answer.data.get("uncertain"):
        verdict.is_asked("row left undecided", count=answer.data["uncertain"])


def _paired(
    people: list[Person], got: list[Person]
) -> tuple[list[tuple[Person, Person]], list[Person], list[Person]]:
    """Each person with who was written for them: of namesakes whoever agrees in most."""
    pool: dict[str, list[Person]] = {}
    for found in got:
        pool.setdefault(spoken(found["name"]), []).append(found)
    pairs, missing = [], []
    for person in sorted(people, key=lambda each: bool(each.get("optional"))):
        names = [person["name"], *person.get("names_ok", [])]
        candidates = next((c for name in names if (c := pool.get(spoken(name)))), None)
        if candidates:
            best = max(candidates, key=lambda found: _agreement(person, found))
            candidates.remove(best)
            pairs.append((person, best))
        elif not person.get("optional"):
            missing.append(person)
    return pairs, missing, [found for left in pool.values() for found in left]


def _agreement(person: Person, found: Person) -> int:
    return sum(_value(person, name) == _value(found, name) for name in FIELDS)


def _may_be(name: str, other: str) -> bool:
    one, two = folded(name).split(), folded(other).split()
    shorter, longer = sorted((one, two), key=len)
    return bool(shorter) and (
        longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
    )


def _told(person: Person, told: set[tuple[Any, Any]]) -> bool:
    rows = [(person.get("sheet"), person.get("row"))]
    for row in person.get("rows", []):
        rows.append((row[0], row[1]) if isinstance(row, list) else (None, row))
    return any(row in told for row in rows)


def _value(person: Person, name: str) -> str:
    value = person.get(name) or ""
    if name == "phone":
        return re.sub(r"\D", "", value)
    return folded(value) if name in {"unit", "position"} else value


def _compare_field(
    case: Case,
    person: Person,
    found: Person,
    name: str,
    told: set[tuple[Any, Any]],
    verdict: Verdict,
) -> None:
    right = {_value(person, name)}
    right |= {_value({name: each}, name) for each in person.get(f"{name}_ok", [])}
    value = _value(found, name)
    example = f"{person['name']}: {found.get(name) or '–'}, not {person.get(name) or '–'}"
    if value in right or (name == "unit" and value in case.loose_units):
        if name == "unit" and person.get("unit"):
            verdict.ends_so("units", person["name"], "right")
        return
    if name == "unit" and not person.get("unit"):
        if value != folded(case.unit):
            verdict.ends_so("units", example, "wrong")
            verdict.is_wrong("wrong unit", example)
    elif name == "position" and not person.get("position"):
        return
    elif name == "phone" and not value and person.get("phone_shared"):
        verdict.is_asked("shared phone left out", example)
    elif not value:
        left_out = _told(person, told) or (name == "phone" and found.get("phone_raw"))
        say = verdict.is_asked if left_out else verdict.is_wrong
        if name == "unit":
            verdict.ends_so("units", person["name"], "asked" if left_out else "missed")
        say(f"{name} left out" if left_out else f"{name} lost", example)
    else:
        if name == "unit":
            verdict.ends_so("units", person["name"], "wrong")
        verdict.is_wrong(f"wrong {name}" if person.get(name) else f"{name} invented", example)
