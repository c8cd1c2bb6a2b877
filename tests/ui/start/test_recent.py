"""What was worked with lately is found again in the menu Tệp, also what is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from ui.importing.wizard import ImportWizard
from ui.notice import Notice, Tone
from ui.safekeeping.wiring import keep_safe
from ui.start.recent import HEADINGS, Met
from ui.start.request import StartRequest
from ui.window.deeds import connect_deeds
from ui.window.memory import open_settings

Key = Qt.Key


@pytest.fixture
def at_work(qtbot, data_path, home, window, session):
    own = home / "TienDo.tiendo"
    shutil.copy(data_path, own)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest())
    qtbot.waitUntil(window.isActiveWindow)
    return window


def written(desk, path):
    desk.noticed.emit(Notice("Đã lưu.", tone=Tone.DONE, path=path))


def lines(qtbot, window):
    """The menu Tệp, opened by key, and its lines of recent files."""
    qtbot.keyClick(window, Key.Key_F10)
    menus = window.menuBar().actions()[0].menu()
    menus.popup(window.mapToGlobal(window.rect().center()))
    recent = window.findChild(QMenu, "recentMenu")
    texts = lambda: [each.text() for each in recent.actions() if not each.isSeparator()]  # noqa: E731
    menus.close()
    return recent, texts


def test_each_kind_stands_under_its_heading(qtbot, home, desk, at_work):
    listed, out = home / "Danh sách.xlsx", home / "BaoCao.pdf"
    for each in (listed, out):
        each.write_bytes(b"x")
    desk.used.emit(Met.LIST, listed)
    written(desk, out)
    _recent, texts = lines(qtbot, at_work)
    assert texts() == [
        HEADINGS[Met.LIST], "&1  Danh sách.xlsx", HEADINGS[Met.EXPORT], "&2  BaoCao.pdf",
        HEADINGS[Met.DATA], "&3  TienDo.tiendo", "&Xóa danh sách gần đây",
    ]  # fmt: skip


def test_a_file_that_may_only_be_read_is_no_copy(
    qtbot, home, data_path, session, at_work, monkeypatch
):
    monkeypatch.setattr("models.store.data_file.may_write", lambda _path: False)
    other = home / "Xã khác.tiendo"
    shutil.copy(data_path, other)
    with qtbot.waitSignal(session.opener.opened):
        session.opener.open(other)
    _recent, texts = lines(qtbot, at_work)
    assert texts()[:2] == [HEADINGS[Met.DATA], "&1  Xã khác.tiendo"]
    assert HEADINGS[Met.COPY] not in texts()


@pytest.fixture
def kept_safe(qtbot, desk, window, worn):
    """Copies are kept of the file that is opened then."""
    connect_deeds(window, desk, worn)
    keeper = keep_safe(window, desk)
    yield keeper
    keeper.close()


def copies(texts):
    """The lines below the heading of the copies, without their numbers."""
    after = texts()[texts().index(HEADINGS[Met.COPY]) + 1 : -1]
    return [each.split("  ", 1)[1] for each in after]


def test_a_copy_that_was_asked_for_is_found_again(qtbot, desk, kept_safe, at_work):
    with qtbot.waitSignal(desk.used) as used:
        qtbot.keyClick(at_work, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    _recent, texts = lines(qtbot, at_work)
    assert copies(texts) == [used.args[1].name]
    with qtbot.waitSignal(desk.used) as used:
        at_work.commands["backup"].trigger()
    _recent, texts = lines(qtbot, at_work)
    assert copies(texts)[0] == used.args[1].name


def test_a_copy_at_the_second_place_is_told_from_that_at_home(
    qtbot, desk, kept_safe, at_work, small_disk
):
    with qtbot.waitSignal(desk.used):
        qtbot.keyClick(at_work, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(desk.used) as used:
        kept_safe.choose_place(small_disk.path)
    away = used.args[1]
    assert away.is_relative_to(small_disk.path)
    recent, texts = lines(qtbot, at_work)
    assert copies(texts)[0].startswith(f"{away.name}, trong ")
    assert copies(texts)[0].endswith("dia-nho/sao-luu")
    assert copies(texts)[1].startswith(f"{away.name}, trong ")
    away.unlink()
    recent, texts = lines(qtbot, at_work)
    qtbot.waitUntil(lambda: copies(texts)[0].endswith("(không còn ở đó)"))
    assert [each.isEnabled() for each in recent.actions() if "trong" in each.text()] == [
        False,
        True,
    ]


def test_the_last_five_stay_newest_first_also_after_a_restart(qtbot, home, desk, at_work):
    for number in range(7):
        written(desk, home / f"{number}.pdf")
    kept = open_settings(home)
    assert [Path(name).name for name in kept.value("recent/exports")] == [
        "6.pdf", "5.pdf", "4.pdf", "3.pdf", "2.pdf"
    ]  # fmt: skip


def test_what_is_gone_is_grey_and_says_so(qtbot, home, desk, at_work):
    written(desk, home / "mất.pdf")
    recent, texts = lines(qtbot, at_work)
    qtbot.waitUntil(lambda: "&1  mất.pdf (không còn ở đó)" in texts())
    gone = next(each for each in recent.actions() if "mất" in each.text())
    assert not gone.isEnabled()
    assert "Không tìm thấy" in gone.toolTip()


def test_a_document_is_opened_and_a_list_is_read(qtbot, home, desk, at_work, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    out, listed = home / "BaoCao.pdf", home / "Danh sách.xlsx"
    for each in (out, listed):
        each.write_bytes(b"x")
    written(desk, out)
    desk.used.emit(Met.LIST, listed)
    recent, _texts = lines(qtbot, at_work)
    next(each for each in recent.actions() if "BaoCao" in each.text()).trigger()
    assert [Path(each) for each in asked] == [out]
    with qtbot.waitSignal(desk.used) as used:
        next(each for each in recent.actions() if "1  Danh" in each.text()).trigger()
    assert used.args == [Met.LIST, listed]
    wizard = at_work.findChild(ImportWizard)
    wizard.reject()


def test_all_of_it_is_forgotten_when_that_is_wanted(qtbot, home, desk, at_work):
    written(desk, home / "BaoCao.pdf")
    recent, _texts = lines(qtbot, at_work)
    next(each for each in recent.actions() if each.objectName() == "recentForget").trigger()
    _recent, texts = lines(qtbot, at_work)
    assert texts() == ["&Xóa danh sách gần đây"]
    assert not recent.menuAction().isEnabled()
