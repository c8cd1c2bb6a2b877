"""Texts with known truth: nobody is taken for somebody else, and nobody is silently left out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.roster_view import roster_view
from models.marking.recognise import Recogniser
from models.marking.records import Standing
from models.office.setup import init_file
from tests.conftest import clock
from tests.models.marking.roster import PEOPLE, fill
from tests.models.marking.texts import CASES


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    path = tmp_path_factory.mktemp("marking") / "xa.tiendo"
    with init_file(path, "Xã Kẻ Sặt", "ai-2026", clock) as file:
        ids = fill(file)
        yield Recogniser(roster_view(file)), {each: short for short, each in ids.items()}


def truth(recognition, shorts):
    found = {
        standing: [
            tuple(sorted(shorts[each.person_id] for each in one.suggestions))
            for one in recognition.of(standing)
        ]
        for standing in Standing
    }
    nobody = [each.mention.text for each in recognition.of(Standing.NOT_FOUND)]
    return found, nobody


@pytest.mark.parametrize("name", CASES)
def test_a_text(known, name):
    recogniser, shorts = known
    case = CASES[name]
    found, nobody = truth(recogniser.read(case.text), shorts)
    assert sorted(found[Standing.SURE]) == sorted((each,) for each in case.sure)
    assert sorted(found[Standing.UNCERTAIN]) == sorted(tuple(sorted(e)) for e in case.open)
    assert nobody == list(case.nobody)


def test_there_are_enough_texts():
    assert len(CASES) >= 60


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", CASES)
def test_no_sure_person_is_wrong_however_it_was_typed(known, name, form):
    recogniser, shorts = known
    case = CASES[name]
    found, _ = truth(recogniser.read(unicodedata.normalize(form, case.text)), shorts)
    assert set(found[Standing.SURE]) <= {(each,) for each in case.sure}


NOISE = st.sampled_from(["", "1. ", "- ", "✅ ", "Đ/c ", "+ ", "\t"])
BETWEEN = st.sampled_from(["\n", ", ", "; ", " - ", "\t", " và "])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), NOISE, st.booleans()), max_size=8),
    BETWEEN,
)
def test_whoever_is_written_in_full_is_never_taken_for_another(known, people, between):
    recogniser, shorts = known
    written = []
    for short, noise, with_phone in people:
        name, _, phone = PEOPLE[short]
        written.append(f"{noise}{name}" + (f" {phone}" if with_phone and phone else ""))
    recognition = recogniser.read(between.join(written))
    meant = {short for short, _, _ in people}
    for each in recognition.of(Standing.SURE):
        assert shorts[each.suggestions[0].person_id] in meant
    told = {shorts[one.person_id] for each in recognition.found for one in each.suggestions}
    assert meant <= told


def test_a_text_without_end_is_no_burden(known):
    recogniser, _ = known
    assert recogniser.read("a" * 200_000 + "\n" + "0" * 200_000).of(Standing.SURE) == ()
