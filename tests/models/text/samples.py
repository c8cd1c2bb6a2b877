"""Vietnamese building blocks for the tests, written down independently of the program."""

import unicodedata

from hypothesis import strategies as st

TONES = "\u0300\u0301\u0303\u0309\u0323"
ONSETS = ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng"]
ONSETS += ["ngh", "nh", "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x"]
RHYMES = ["a", "an", "ang", "anh", "ay", "ăn", "ân", "ây", "e", "em", "ê", "iên", "inh", "oa", "oe"]
RHYMES += ["oan", "oai", "oi", "on", "ôn", "ông", "ơn", "u", "ung", "ư", "ưng", "ương", "uy"]
RHYMES += ["uyên", "uynh", "uân", "y", "yên", "ao", "eo", "iêu", "ươi", "uôi"]


def toned(rhyme: str, tone: str, place: int) -> str:
    vowels = [at for at, letter in enumerate(rhyme) if plain(letter) in "aeiouy"]
    at = vowels[place % len(vowels)]
    return unicodedata.normalize("NFC", rhyme[: at + 1] + tone + rhyme[at + 1 :])


def plain(text: str) -> str:
    return unicodedata.normalize("NFD", text)[0]


def letters_and_tones(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """What a name says: its letters, and for each word its tones wherever they stand."""
    words = unicodedata.normalize("NFD", text.casefold()).split()
    letters = [unicodedata.normalize("NFC", "".join(c for c in w if c not in TONES)) for w in words]
    return " ".join(letters), tuple(tuple(sorted(c for c in w if c in TONES)) for w in words)


def syllables() -> st.SearchStrategy[str]:
    return st.builds(
        lambda onset, rhyme, tone, place, case: case(onset + toned(rhyme, tone, place)),
        st.sampled_from(ONSETS),
        st.sampled_from(RHYMES),
        st.sampled_from(["", *TONES]),
        st.integers(0, 2),
        st.sampled_from([str.lower, str.capitalize, str.upper]),
    )


def names() -> st.SearchStrategy[str]:
    return st.lists(syllables(), min_size=1, max_size=5).map(" ".join)
