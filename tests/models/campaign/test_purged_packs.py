"""After old rows of the journal were packed a purge leaves no byte of it, open or squeezed."""

from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.campaign.purging import purge_contest
from models.campaign.rights.purging_person import purge_person
from models.journal.packing import pack_journal
from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import edit_person
from models.store.backup import back_up
from models.store.data_file import open_file
from models.store.header import PLAIN_HEADER
from models.store.keyring import cipher_key
from tests.conftest import clock
from tests.encrypted import encrypt
from tests.factory import add_people, unit
from tests.models.campaign.personal import SECRETS, closed_contest

pytestmark = pytest.mark.file_only("the bytes of the file itself")
NAME, OLD_NAME, PHONE = "Khuất Thị Lụa Vàng", "Khuất Lụa Vàng Zxq", "0912345987"
PERSON = (NAME, OLD_NAME, PHONE)
SQUEEZED = b"x\xda"


def unsqueezed(content):
    """What any pack in the bytes says."""
    found, at = [], content.find(SQUEEZED)
    while at >= 0:
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(content[at : at + 2**20]))
        at = content.find(SQUEEZED, at + 1)
    return b"".join(found)


def decrypted(path, content):
    """The pages of an encrypted file as they are, the free ones too; plain bytes stay."""
    key = cipher_key(path)
    if key is None or not content.startswith(b"SQLite format 3"):
        return content
    size, around = int.from_bytes(content[16:18], "big"), content[20]
    found = [content[:PLAIN_HEADER]]
    for start in range(0, len(content) - size + 1, size):
        page = content[start : start + size]
        body = page[0 if start else PLAIN_HEADER : size - around]
        opening = page[size - around :][:16]
        cipher = Cipher(algorithms.AES(key.key), modes.CBC(opening)).decryptor()
        found.append(cipher.update(body) + cipher.finalize())
    return b"".join(found)


def said_in(path, secrets):
    """Which of them stand in a file, in the open or packed."""
    content = decrypted(path, path.read_bytes())
    whole = content + unsqueezed(content)
    return [each for each in secrets if each.encode() in whole]


def said_beside(path, secrets):
    """The same of the file and all beside it but for the kept copies."""
    files = [each for each in path.parent.iterdir() if each.is_file()]
    return [each for file in files for each in said_in(file, secrets)]


def pack_all(file):
    """Pack all that later rows supersede."""
    done = pack_journal(file, lambda: True, before=file.clock() + timedelta(days=1), newest=0)
    assert done.rows
    file.write_home()


def somebody(file):
    """A person whose old name stands in the journal alone."""
    (person_id, *_) = add_people(file, 3)
    first = PersonDraft(name=OLD_NAME, unit_id=unit(file).id, phone=PHONE)
    for draft in (first, replace(first, note="z"), replace(first, name=NAME)):
        edit_person(file, person_id, draft)
    set_marks(file, [person_id], Mark.REGISTERED)
    return person_id


@pytest.fixture(params=["plain", "encrypted"])
def path(request, data_path):
    """A closed file, with a password or without."""
    if request.param == "encrypted":
        encrypt(data_path)
    return data_path


def test_of_a_purged_person_nothing_is_left_in_a_pack(path):
    with open_file(path, clock) as file:
        person_id = somebody(file)
        pack_all(file)
        # The old name stands in a pack, and the test sees into it.
        assert OLD_NAME.encode() in unsqueezed(decrypted(path, path.read_bytes()))
        assert purge_person(file, person_id).swept
        assert said_beside(path, PERSON) == []
        assert said_in(back_up(path).path, PERSON) == []
    assert said_beside(path, PERSON) == []


def test_of_a_purged_contest_nothing_is_left_in_a_pack(path):
    with open_file(path, clock) as file:
        closed_contest(file)
        pack_all(file)
        assert "zxq" in unsqueezed(decrypted(path, path.read_bytes())).decode(errors="replace")
        assert len(said_in(path, SECRETS)) == len(SECRETS)
        assert purge_contest(file, "ai-2026").swept
        assert said_beside(path, SECRETS) == []
        assert said_in(back_up(path).path, SECRETS) == []
    assert said_beside(path, SECRETS) == []
