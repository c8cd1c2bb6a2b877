"""What is refused as a password and why, and how strong others are called."""

import unicodedata

import pytest

from models.store.password_rules import Strength, WeakPassword, refuse_weak, strength


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "ít nhất 8"),
        ("1234567", "ít nhất 8"),
        (unicodedata.normalize("NFD", "ấếốợậ"), "ít nhất 8"),
        ("a" * 300, "dài quá"),
        (" trời xanh", "dấu cách"),
        ("trời xanh\t", "dấu cách"),
        ("trời\txanh lắm", "không gõ được"),
        ("trời xanh\udc80 lắm", "không gõ được"),
        ("12345678", "chữ số"),
        ("0912345678", "chữ số"),
        ("19901990", "chữ số"),
        ("aaaaaaaa", "dãy phím"),
        ("abcdefgh", "dãy phím"),
        ("hgfedcba", "dãy phím"),
        ("qwerty123", "dãy phím"),
        ("abcd1234", "dãy phím"),
        ("matkhau123", "nhiều người dùng"),
        ("Mật khẩu 1", "nhiều người dùng"),
        ("Tiendo@2026", "nhiều người dùng"),
        ("Password1!", "nhiều người dùng"),
    ],
)
def test_what_is_tried_first_is_refused_with_the_reason(password, why):
    with pytest.raises(WeakPassword, match=why) as told:
        refuse_weak(password)
    assert "câu dễ nhớ" in told.value.advice
    assert strength(password) is Strength.WEAK
    assert password == "" or password not in str(told.value)


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("nguyenvana1990", "Yếu"),
        ("Kẻ Sặt 2027!", "Yếu"),
        ("Mật khẩu 2026", "Yếu"),
        ("ba con mèo, ba con mèo", "Yếu"),
        ("con mèo ăn cá", "Vừa"),
        ("aB3$xY9k", "Vừa"),
        ("sáng nay trời xanh ở Ba Vì", "Mạnh"),
        ("con mèo xanh bán sách cũ ở Huế 7", "Rất mạnh"),
        ("91827364501928", "Vừa"),
    ],
)
def test_others_are_taken_and_called_what_they_are(password, word):
    refuse_weak(password)
    assert strength(password).word == word
    assert strength(unicodedata.normalize("NFD", password)).word == word
