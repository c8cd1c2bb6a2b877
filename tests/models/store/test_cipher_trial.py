"""The trial of the cipher notices when something does not hold."""

import pytest

from models.store import cipher_trial
from models.store.cipher_trial import CipherFailed, try_cipher
from models.store.keyring import is_unlocked


def test_a_file_is_locked_and_opened_by_its_password(tmp_path, capfd):
    try_cipher(tmp_path)
    assert not is_unlocked(tmp_path / "thu-ma-hoa.tiendo")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("key_by_password", lambda *_: b"k" * 32, "a wrong password"),
        ("is_unlocked", lambda _: True, "without a key"),
    ],
)
def test_what_does_not_hold_is_said(tmp_path, monkeypatch, name, other, told):
    monkeypatch.setattr(cipher_trial, name, other)
    with pytest.raises(CipherFailed, match=told):
        try_cipher(tmp_path)
