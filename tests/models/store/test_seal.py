"""The seal behind a file at rest: what it finds, and that nobody else minds it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from models.store.backup import back_up
from models.store.data_file import open_file
from models.store.making import create
from models.store.schema import contents
from models.store.seal import LARGEST, SealKind, packed_twice, read_seal, seal_kind, unpacked
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("what stands behind the pages of a file")


def test_a_closed_file_is_sealed_and_an_open_one_is_not(data_path):
    assert seal_kind(data_path) is SealKind.WHOLE
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        assert seal_kind(data_path) is SealKind.NONE
    assert seal_kind(data_path) is SealKind.WHOLE


def test_a_new_file_is_sealed(tmp_path):
    create(tmp_path / "moi.tiendo", clock).close()
    assert seal_kind(tmp_path / "moi.tiendo") is SealKind.WHOLE


def test_looking_at_a_file_leaves_its_seal(data_path):
    before = data_path.read_bytes()
    with open_file(data_path, clock) as file, file.reading():
        pass
    assert data_path.read_bytes() == before


def test_any_other_byte_breaks_the_seal(data_path):
    whole = data_path.read_bytes()
    seal = read_seal(data_path)
    pick = random.Random(14)
    for at in pick.sample(range(100, seal.size), 60):
        changed = bytearray(whole)
        changed[at] ^= 1 << pick.randrange(8)
        data_path.write_bytes(changed)
        assert seal_kind(data_path) is SealKind.BROKEN, at


def test_a_file_whose_seal_is_broken_is_not_sealed_again_before_somebody_vouches(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    damaged = bytearray(data_path.read_bytes())
    damaged[read_seal(data_path).size - 3] ^= 1
    data_path.write_bytes(damaged)
    with open_file(data_path, clock) as file:
        assert file.found_seal is SealKind.BROKEN
        add_people(file, 1)
    assert seal_kind(data_path) is not SealKind.WHOLE
    with open_file(data_path, clock) as file:
        file.vouch()
    assert seal_kind(data_path) is SealKind.WHOLE


def test_a_spoilt_byte_in_the_seal_costs_nothing(data_path):
    whole, seal = data_path.read_bytes(), read_seal(data_path)
    for at in range(seal.size, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 0x55
        data_path.write_bytes(changed)
        assert read_seal(data_path) == seal, at


def test_a_kept_copy_tells_what_it_holds_without_being_opened(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    made = back_up(data_path, clock=clock, reason="interval")
    facts = read_seal(made.path).copy
    assert seal_kind(made.path) is SealKind.WHOLE
    assert (facts.people, facts.reason, facts.proven_at) == (5, "interval", "2026-06-08T17:00:00")


def test_other_programs_read_a_sealed_file(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_whatever_stands_around_a_seal(before, after):
    told = {"state": 4, "chữ": "Đỗ Thị Ánh"}
    assert unpacked(before + packed_twice(told) + after) == told


def test_what_looks_like_a_seal_in_the_pages_is_none(data_path):
    with open_file(data_path, clock) as file, file.writing() as connection:
        forged = packed_twice({"state": 2, "size": 4096, "crc": 1, "key": {"id": "x"}})
        told = {"bytes": forged, "size": len(forged)}
        connection.execute(insert(contents), [{**told, "sha256": f"{n:064}"} for n in range(500)])
    assert forged in data_path.read_bytes()[-LARGEST:]
    assert seal_kind(data_path) is SealKind.WHOLE
    assert read_seal(data_path).key is None


@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reading(data):
    assert unpacked(b"TienDo\x00\x01" + data[:LARGEST]) is None or data


@pytest.mark.parametrize("number", [-2, 2**53 + 1, 10**30, 1.5, "5", None])
@pytest.mark.parametrize("name", ["people", "files"])
def test_what_nobody_can_have_counted_is_no_fact_of_a_copy(data_path, tmp_path, name, number):
    copy = back_up(data_path, clock=clock)
    seal = read_seal(copy.path)
    told = seal._replace(copy=None)._asdict() | {"copy": seal.copy._asdict() | {name: number}}
    body = copy.path.read_bytes()[: seal.size]
    copy.path.write_bytes(body + packed_twice(told))
    assert read_seal(copy.path).copy is None
