"""What the person dialog says of names, phones and dates, as pure text."""

from datetime import date

import pytest

from models.records import Person
from models.text.dates import parse_typed_date
from ui.people.checks import judge_email, judge_name, judge_phone, namesakes_words, owners_words

TODAY = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("text", "valid"),
    [("", False), ("An", False), ("Trần Văn An", True), ("Trần Văn 4n", False)],
)
def test_a_name_has_at_least_two_words_of_letters(text, valid):
    assert judge_name(text).valid is valid


def test_a_phone_is_shown_as_it_will_be_kept():
    assert judge_phone("982103591").words == "0982 103 591"
    assert judge_phone("+84 982 103 591").words == "0982 103 591"


def test_an_old_prefix_is_converted_and_said():
    verdict = judge_phone("01678551902")
    assert verdict.valid
    assert verdict.problem
    assert verdict.words.startswith("0378 551 902: số cũ 01678551902")


@pytest.mark.parametrize("text", ["123", "abc", "0982103591 / 0378551902"])
def test_what_is_no_single_phone_cannot_be_kept(text):
    assert not judge_phone(text).valid


def test_a_phone_and_a_mail_address_may_be_missing():
    assert judge_phone("").valid
    assert judge_email("").valid
    assert judge_email("an@xa.gov.vn").valid
    assert not judge_email("an@").valid


def test_owners_and_namesakes_are_named():
    an = Person(1, "u", "Trần Văn An", 2, "Trường THCS Kẻ Sặt", "Giáo viên")
    assert owners_words([an]) == "Số này đang là của Trần Văn An, Trường THCS Kẻ Sặt."
    assert "Giáo viên, Trường THCS Kẻ Sặt" in namesakes_words([an])
    assert owners_words([]) == namesakes_words([]) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8/6", TODAY),
        ("08/06", TODAY),
        ("8/6/2026", TODAY),
        ("hôm nay", TODAY),
        ("hom nay", TODAY),
        ("hôm qua", date(2026, 6, 7)),
        ("", None),
        ("32/6", None),
    ],
)
def test_dates_as_people_type_them(text, day):
    assert parse_typed_date(text, TODAY).day == day
