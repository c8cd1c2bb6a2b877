"""The practice roster of 532 in two thousand written ways: no sure answer is a wrong one."""

from __future__ import annotations

from random import Random
from time import perf_counter

import pytest

from models.intake.apply import apply_plan
from models.intake.plan_records import ImportDecisions, PlanOptions
from models.intake.roster_view import roster_view
from models.intake.sitting.lists import plan_file
from models.marking.recognise import Recogniser
from models.marking.records import Standing
from models.office.practice import sample_list
from models.office.setup import init_file
from models.records import PeopleQuery
from models.roster.people import list_people
from models.text.names import search_fold
from tests.conftest import clock

FULL = (
    "{n}", "{i}. {n}", "- {n} - {p}", "{n} {p}", "{p} {n}", "✅ {n}: {p}", "Đ/c {n} ({u})",
    "{n}, {u}, {p}", "{n} đã đăng ký ạ", "em {n} {u} đăng ký rồi ạ", "{N}", "{i}.{n}.{p}",
    "{n}\t{u}\t{p}", "- {n}; {p} ; {u}",
)  # fmt: skip
WORN = ("{f}", "{f} {p}", "{o}", "{o} {p}", "cô {g}", "chị {g} {p}", "{p}", "{n} {w}", "{x} {p}")
MISREAD = {"0": "O", "1": "l", "o": "0", "l": "1", "n": "m", "h": "b", "ễ": "ê", "ạ": "a", "ị": "i"}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("golden") / "xa.tiendo"
    with init_file(path, "Xã Kẻ Sặt", "ai-2026", clock) as file:
        apply_plan(file, plan_file(file, sample_list(), PlanOptions()), ImportDecisions())
        yield list_people(file, PeopleQuery()), Recogniser(roster_view(file))


def misread(random, text):
    at = random.randrange(len(text))
    return text[:at] + MISREAD.get(text[at], text[at]) + text[at + 1 :]


def written(random, pattern, person, other):
    phone = random.choice(["{0}{1}{2}", "{0} {1} {2}", "{0}.{1}.{2}"]).format(
        person.phone[:4], person.phone[4:7], person.phone[7:]
    )
    return pattern.format(
        i=random.randrange(1, 99),
        n=person.name,
        N=person.name.upper(),
        p=phone if person.phone else "",
        u=person.unit,
        f=search_fold(person.name),
        o=misread(random, person.name),
        g=person.name.split()[-1],
        w=other.phone,
        x=misread(random, misread(random, person.name)),
    )


@pytest.mark.parametrize("patterns", [FULL, WORN], ids=["full", "worn"])
def test_nobody_is_taken_for_somebody_else(office, patterns):
    people, recogniser = office
    random = Random(26)
    sure = 0
    for at, person in enumerate(people * 2):
        other = random.choice(people)
        line = written(random, patterns[at % len(patterns)], person, other)
        for each in recogniser.read(line).of(Standing.SURE):
            assert each.suggestions[0].person_id == person.id, line
            sure += 1
    assert sure >= (0.9 if patterns is FULL else 0.3) * 2 * len(people)


def test_no_post_or_unit_says_that_somebody_has_not_done_it(office):
    people, recogniser = office
    text = "\n".join(f"{p.name} - {p.position} - {p.unit} - {p.phone}" for p in people)
    assert not [each.mention for each in recogniser.read(text).found if each.mention.denied]


def test_a_list_of_thousands_in_one_line_is_read_in_time(office):
    people, recogniser = office
    line = ", ".join(p.name for p in people * 4)
    started = perf_counter()
    assert len(recogniser.read(f"Chưa làm {line}").of(Standing.SURE)) == 0
    assert perf_counter() - started < 20


def test_a_whole_list_in_one_text_is_everybody_once(office):
    people, recogniser = office
    text = "\n".join(f"{at}. {p.name} - {p.unit} - {p.phone}" for at, p in enumerate(people, 1))
    recognition = recogniser.read(text)
    sure = [each.suggestions[0].person_id for each in recognition.of(Standing.SURE)]
    assert len(sure) == len(set(sure)) >= 0.97 * len(people)
    told = {one.person_id for each in recognition.found for one in each.suggestions}
    assert told == {person.id for person in people}
