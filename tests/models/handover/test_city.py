"""The package for the city: counts only, names only when asked and logged."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError
from models.figures.figures import figures
from models.handover.city import read_city_package, write_city_package
from models.papers.action_log import actions
from models.records import Mark
from models.records.actions import ActionKind
from models.records.moment import Moment
from models.roster.marks import set_marks
from models.store import slots
from tests.encrypted import CHEAP
from tests.factory import add_people, made_up_name

DAY = Moment(date(2026, 6, 8))


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(slots, "COST", CHEAP)


def logged_packages(file):
    return [each for each in actions(file) if each.kind == ActionKind.CITY_PACKAGE]


def test_counts_go_without_any_name(file, tmp_path):
    ids = add_people(file, 6)
    set_marks(file, ids[:2], Mark.REGISTERED)
    write_city_package(file, tmp_path / "xa.json", DAY)
    text = (tmp_path / "xa.json").read_text("utf-8")
    assert not any(made_up_name(at) in text for at in range(6))
    read = read_city_package(tmp_path / "xa.json")
    assert (read.commune, read.people) == ("Xã Kẻ Sặt", ())
    counted = figures(file, DAY)
    assert (read.figures.registered, read.figures.total) == (2, 6)
    assert [u.registered for u in read.figures.units] == [u.registered for u in counted.units]
    assert logged_packages(file)[0].count == -1


def test_names_go_for_a_reason_that_is_logged(file, tmp_path):
    add_people(file, 6)
    write_city_package(file, tmp_path / "xa.json", DAY, reason="Thành phố yêu cầu danh sách")
    read = read_city_package(tmp_path / "xa.json")
    assert sorted(each.name for each in read.people) == sorted(map(made_up_name, range(6)))
    (logged,) = logged_packages(file)
    assert logged.count == 6
    assert "Thành phố yêu cầu" in logged.why


def test_under_a_password_it_tells_nothing(file, tmp_path):
    add_people(file, 6)
    secret = "Vải thiều Thanh Hà"
    write_city_package(file, tmp_path / "xa.json", DAY, reason="Thành phố yêu cầu", password=secret)
    assert "figures" not in json.loads((tmp_path / "xa.json").read_text("utf-8"))
    assert len(read_city_package(tmp_path / "xa.json", secret).people) == 6
    with pytest.raises(AppError, match="Mật khẩu"):
        read_city_package(tmp_path / "xa.json", "Vải thiều Lục Ngạn")


def test_another_figure_is_found(file, tmp_path):
    add_people(file, 6)
    write_city_package(file, tmp_path / "xa.json", DAY)
    text = (tmp_path / "xa.json").read_text("utf-8")
    (tmp_path / "xa.json").write_text(text.replace('\\"total\\":6', '\\"total\\":5'), "utf-8")
    with pytest.raises(AppError, match="không khớp"):
        read_city_package(tmp_path / "xa.json")


_VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
_FIELDS = st.sampled_from(["commune", "code", "figures", "digest", "names", "key", "nonce", "data"])


@given(st.dictionaries(_FIELDS, _VALUES))
def test_whatever_calls_itself_a_package_is_read_or_refused(told):
    text = json.dumps({"what": "tiendo-so-lieu", "format": 1} | told)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "xa.json"
        path.write_text(text, "utf-8")
        with pytest.raises(AppError):
            read_city_package(path, "mật khẩu nào đó")
