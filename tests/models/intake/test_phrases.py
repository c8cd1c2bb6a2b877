"""Phrases of a title: the longest one at each place, whole words only."""

from __future__ import annotations

import pytest

from models.intake.shape.evidence.vocabulary import places_of_phrases


def phrases(text: str) -> list[str]:
    return [text[start:end] for start, end in places_of_phrases(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("ho va ten", ["ho va ten"]),
        ("so dien thoai di dong", ["so dien thoai di dong"]),
        ("so dien thoai nha", ["so dien thoai"]),
        ("ten don vi", ["ten", "don vi"]),
        ("donvi", []),
        ("tenx", []),
        ("bang ten goi", ["ten goi"]),
        ("don vi#cong tac", ["don vi", "cong tac"]),
        ("# ten", ["ten"]),
        ("don  vi", []),
        ("ngay thang nam sinh cua me", ["ngay thang nam sinh", "cua", "me"]),
    ],
)
def test_the_longest_phrase_at_the_first_place_counts(text, found):
    assert phrases(text) == found
