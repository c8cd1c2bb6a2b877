"""What the editor of wordings shows: every place of every original has a value, or why not."""

from __future__ import annotations

import pytest

from models.office.practice import make_practice
from reports.blocks import Paragraph
from reports.example import example_of, present_places
from reports.gather.request import Request
from reports.usual import usual_lines
from reports.wording.filling import fill_wording
from reports.wording.originals import kinds_with_wording, original_wording
from reports.wording.parsing import parse_wording
from reports.wording.places import ORDER, ROMAN_ORDER, place_key

COUNTED = {place_key(ORDER), place_key(ROMAN_ORDER)}
AWARDED = "award-decision"
"""There is no prize in the practice commune yet."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("practice") / "mau.tiendo")
    yield made
    made.close()


@pytest.mark.parametrize("kind", [kind for kind in kinds_with_wording() if kind != AWARDED])
def test_every_place_of_an_original_has_a_value(practice, kind):
    present = present_places(practice, kind)
    assert present.unknown == ""
    known = {place_key(name) for name in present.values} | COUNTED
    used = {place_key(place.name) for place in parse_wording(original_wording(kind)).places()}
    assert used - known == set()


@pytest.mark.parametrize("kind", [kind for kind in kinds_with_wording() if kind != AWARDED])
def test_the_text_filled_with_them_is_that_of_the_document(practice, kind):
    document = example_of(practice, Request(kind))
    filled = fill_wording(kind, original_wording(kind), present_places(practice, kind).values)
    said, meant = (
        [block.text for block in blocks if isinstance(block, Paragraph)]
        for blocks in (filled, document.body)
    )
    assert said == meant


def test_what_cannot_be_made_says_why_and_knows_what_all_kinds_know(practice, file):
    present = present_places(practice, AWARDED)
    assert "chưa" in present.unknown
    assert present.values["tên xã"] == "xã Kẻ Sặt"
    nobody = present_places(file, "unit-reminder-letter")
    assert "cần biết là gửi đơn vị nào" in nobody.unknown
    assert nobody.values["tổng số"] == "0"


def test_a_letter_to_each_unit_is_that_of_the_first_that_has_one(practice):
    document = example_of(practice, Request("unit-reminder-letter"))
    assert len(document.addressees) == 1
    usual = usual_lines(practice, "unit-reminder-letter")
    assert usual.addressees is None
    assert usual.recipients == ("Như trên",)
    assert usual_lines(practice, "poster").recipients is None
