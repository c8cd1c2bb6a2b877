"""Rings of objects go when they are looked for, and not while many rows are built."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from models.machine.collector import collect_due, paused_collector


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def quiet() -> Iterator[None]:
    """No automatic look, and one that is due at once."""
    limits = gc.get_threshold()
    gc.collect()
    gc.disable()
    gc.set_threshold(5, 10, 10)
    yield
    gc.set_threshold(*limits)
    gc.enable()


def rings() -> list["weakref.ref[Ring]"]:
    return [weakref.ref(Ring()) for _ in range(50)]


@pytest.mark.usefixtures("quiet")
def test_what_is_due_is_collected_by_who_asks() -> None:
    made = rings()
    assert all(each() is not None for each in made)
    collect_due()
    assert all(each() is None for each in made)


@pytest.mark.usefixtures("quiet")
def test_nothing_is_collected_within_a_pause() -> None:
    with paused_collector():
        made = rings()
        collect_due()
        assert all(each() is not None for each in made)
    assert not gc.isenabled()


def test_a_pause_leaves_the_automatic_look_as_it_was() -> None:
    assert gc.isenabled()
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


@pytest.mark.usefixtures("quiet")
def test_what_failed_within_a_pause_is_not_set_aside() -> None:
    made: list[weakref.ref[Ring]] = []

    def fail() -> None:
        with paused_collector():
            made.extend(rings())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    gc.collect()
    assert all(each() is None for each in made)
