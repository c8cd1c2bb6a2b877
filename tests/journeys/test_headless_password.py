"""The commands password and recover: where secrets come from, what opens the file, what stays."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from models.machine.volumes import volume_of
from models.records.kept_copies import SecondPlace
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file
from models.store.keyring import forget_keys, is_encrypted
from tests.conftest import clock
from tests.encrypted import CHEAP
from tests.factory import add_people, made_up_name
from tests.journeys.at_hand import OfficeAtHand
from tests.reports.pdf_reader import read_pdf
from ui.safekeeping.memory import CopyMemory
from ui.window.memory import open_settings, user_folder

pytestmark = pytest.mark.file_only("encryption of the file")
ROOT = Path(__file__).parents[2]
ONE, TWO = "trời xanh biển rộng", "con mèo ăn cá khô"
NAMES = ("TIENDO_PASSWORD", "TIENDO_NEW_PASSWORD", "TIENDO_RECOVERY")


class Guarded(OfficeAtHand):
    """Commands with secrets in the environment, each taken out of it by the command."""

    def asked(self, monkeypatch, *words, password=None, new=None, recovery=None):
        for name, value in zip(NAMES, (password, new, recovery), strict=True):
            if value is not None:
                monkeypatch.setenv(name, value)
        done = self.raw("--json", *words)
        assert not [name for name in NAMES if name in os.environ]
        return done


@pytest.fixture
def office(data_path, tmp_path, monkeypatch):
    monkeypatch.setattr("models.store.slots.COST", CHEAP)
    monkeypatch.setattr("ui.commandline.unlocking.sleep", lambda _seconds: None)
    monkeypatch.setattr("models.safekeeping.unlocking.wait_left", lambda *_: 0.0)
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "nguoi-dung" / "TienDo.tiendo"))
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    yield Guarded(data_path)
    forget_keys()


@pytest.fixture
def ask(office, monkeypatch):
    return lambda *words, **secrets: office.asked(monkeypatch, *words, **secrets)


def answer(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_from_set_to_removed_by_the_environment_alone(office, ask, tmp_path):
    back_up(office.data, clock=clock)
    made = answer(ask("password", "set", "--sheet", tmp_path / "phieu.pdf", password=ONE))
    assert (made["encrypted"], made["copies"], made["left"]) == (True, 1, [])
    (page,) = read_pdf((tmp_path / "phieu.pdf").read_bytes()).pages
    assert all(group in page.text for group in made["recovery_code"].split("-"))
    assert made_up_name(0).encode() not in office.data.read_bytes()

    refused = ask("people")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "được bảo vệ bằng mật khẩu" in refused.stderr
    wrong = ask("people", password=TWO)
    assert wrong.returncode == 1
    assert "chưa đúng" in wrong.stderr
    assert TWO not in wrong.stderr
    assert len(answer(ask("people", password=ONE))["people"]) == 3

    changed = answer(ask("password", "change", password=ONE, new=TWO))
    assert "recovery_code" not in changed
    assert ask("people", password=ONE).returncode == 1
    again = answer(ask("recover", recovery=made["recovery_code"].lower(), new=ONE))
    assert again["recovery_code"] != made["recovery_code"]
    old = ask("recover", recovery=made["recovery_code"], new=TWO)
    assert "không phải của tệp" in old.stderr
    kinds = [each["kind"] for each in answer(ask("log", password=ONE))["entries"]]
    # Two wrong tries of one second, which only a test has time for, are one line.
    assert set(kinds) >= {"password-set", "password-changed", "recovered", "wrong-password"}

    assert ask("password", "remove", password=TWO).returncode == 1
    assert answer(ask("password", "remove", password=ONE)) == {
        "path": str(office.data), "encrypted": False, "copies": 1,
    }  # fmt: skip
    assert len(answer(ask("people"))["people"]) == 3
    assert "không có mật khẩu" in ask("password", "change", new=TWO).stderr


def test_a_password_on_the_command_line_is_refused_and_not_repeated(office, ask):
    before = office.data.read_bytes()
    for words in (
        ("password", "set", ONE),
        ("password", "set", f"--password={ONE}"),
        ("password", "change", "--new-password", ONE),
        ("people", "--password", ONE),
        ("recover", "ABCDE-FGHJK"),
        ("recover", "--recovery=ABCDE"),
    ):
        done = ask(*words, password=TWO)
        assert (done.returncode, done.stdout) == (2, "")
        assert "trên dòng lệnh" in done.stderr
        assert ONE not in done.stderr
        assert "ABCDE" not in done.stderr
    assert office.data.read_bytes() == before


def test_weak_passwords_and_codes_that_are_none_change_nothing(office, ask, tmp_path):
    for weak in ("1234567", "12345678", "matkhau123"):
        assert ask("password", "set", password=weak).returncode == 1
    assert "Chưa có mật khẩu mới" in ask("password", "set").stderr
    assert not is_encrypted(office.data)
    (tmp_path / "phieu.pdf").write_text("đã có")
    done = ask("password", "set", "--sheet", tmp_path / "phieu.pdf", password=ONE)
    assert "đã có tệp" in done.stderr
    assert not is_encrypted(office.data)
    answer(ask("password", "set", password=ONE))
    assert "đã có mật khẩu" in ask("password", "set", password=TWO).stderr
    code = ask("recover", recovery="ABCDE-ABCDE-ABCDE-ABCDE-ABCDE-ABCDE-ABCDE", new=TWO)
    assert "nhóm thứ" in code.stderr
    assert "Chưa có mã khôi phục" in ask("recover", new=TWO).stderr


def test_a_password_from_a_file_is_its_only_line(office, ask, tmp_path):
    file = tmp_path / "mk.txt"
    file.write_bytes(b"\xef\xbb\xbf" + ONE.encode() + b"\r\n")
    answer(ask("password", "set", "--password-file", file))
    assert answer(ask("people", "--password-file", file))
    assert answer(ask("--password-file", file, "people"))
    assert answer(ask("backup", "--password-file", file))["people"] == 3
    newer = tmp_path / "moi.txt"
    newer.write_text(TWO)
    answer(ask("password", "change", "--new-password-file", newer, "--new-code", password=ONE))
    assert answer(ask("people", password=TWO))
    for content in (b"", b"\n", b"a\nb\n", b"x" * 5_000, b"\xff\xfe"):
        file.write_bytes(content)
        assert "Tệp mật khẩu" in ask("people", "--password-file", file).stderr
    assert "Không đọc được" in ask("people", "--password-file", tmp_path / "khong").stderr


def test_copies_at_the_second_place_are_encrypted_or_said_to_be_plain(office, ask, tmp_path):
    place = tmp_path / "usb"
    place.mkdir()
    copy = back_up(office.data, place, clock).path
    memory = CopyMemory(open_settings(user_folder()), office.data)
    memory.keep_place(SecondPlace(place, volume_of(place).id))
    assert answer(ask("password", "set", password=ONE))["copies"] == 1
    assert is_encrypted(copy)
    assert answer(ask("password", "remove", password=ONE))["copies"] == 1
    memory.keep_place(SecondPlace(tmp_path / "khong", "khong-co"))
    done = ask("password", "set", password=ONE)
    assert "chưa được mã hóa" in done.stderr


def test_a_copy_that_is_plain_is_encrypted_at_the_next_command(office, ask):
    copy = back_up(office.data, clock=clock).path
    plain = copy.read_bytes()
    answer(ask("password", "set", password=ONE))
    copy.write_bytes(plain)
    hopeless = backup_folder(office.data) / "xa-2026-01-01-000000.tiendo"
    hopeless.write_bytes(b"SQLite format 3\0" + bytes(3000))
    done = ask("people", password=ONE)
    assert "không mã hóa được" in done.stderr
    assert str(hopeless) in done.stderr
    assert is_encrypted(copy)


def _in_a_terminal(words, answers, folder):
    """The exit code and all that a real terminal showed while `answers` were typed."""
    ours, theirs = os.openpty()
    environ = {
        **os.environ,
        "TIENDO_DATA": str(folder / "TienDo.tiendo"),
        "PYTHONIOENCODING": "utf-8",
    }
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=environ,
    )  # fmt: skip
    os.close(theirs)
    shown, waiting = b"", list(answers)
    while select.select([ours], [], [], 60)[0]:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
        if waiting and part.endswith(b": "):
            os.write(ours, waiting.pop(0).encode() + b"\n")
    os.close(ours)
    return process.wait(timeout=10), shown.decode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_in_a_terminal_it_asks_and_shows_nothing_of_what_is_typed(office, ask, tmp_path):
    answer(ask("password", "set", password=ONE))
    code, shown = _in_a_terminal(("--data", office.data, "people"), [ONE], tmp_path)
    assert code == 0, shown
    assert "Mật khẩu của tệp xa.tiendo" in shown
    assert ONE not in shown
    assert made_up_name(0) in shown


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_in_a_terminal_a_new_password_is_typed_twice(office, tmp_path):
    words = ("--data", office.data, "password", "set")
    code, shown = _in_a_terminal(words, [ONE, TWO], tmp_path)
    assert (code, "không giống nhau" in shown) == (1, True)
    assert not is_encrypted(office.data)
    code, shown = _in_a_terminal(words, [ONE, ONE], tmp_path)
    assert code == 0, shown
    assert is_encrypted(office.data)
    assert ONE not in shown
    code_shown = shown.split("Mã khôi phục: ")[1].split()[0]
    words = ("--data", office.data, "recover", "--keep-code")
    code, shown = _in_a_terminal(words, [code_shown, TWO, TWO], tmp_path)
    assert code == 0, shown
    assert TWO not in shown
