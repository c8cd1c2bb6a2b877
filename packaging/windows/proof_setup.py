"""The proof of the installer itself: first installation, upgrades, refusals, uninstalling."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer import make_installer, sign_programs
from screen import Screen
from sign import VARIABLE
from wine import Done, Wine, end

TITLE = "Tiến Độ"
OFFICE = "UBND xã Kẻ Sặt"
"""In the title of the program's window once its file is open."""

KEY = r"HKCU\Software\TienDo"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\TienDo"
STALE = "_internal/thu-vien-cu.dll"


class Broken(Exception):
    """Something is not as the installer promises."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the proof plays: one user of Wine, one screen, two installers."""

    wine: Wine
    screen: Screen
    setup: Path
    newer: Path
    version: str
    newer_version: str

    @property
    def program(self) -> Path:
        """Where the program is installed."""
        return self.wine.local / "Programs" / "TienDo"

    @property
    def data(self) -> Path:
        """Where the data lies."""
        return self.wine.local / "TienDo"

    def command(self, *words: str | Path, timeout: float = 240) -> Done:
        """Run TienDoLenh and expect exit code 0."""
        done = self.wine.run(self.program / "TienDoLenh.exe", *words, timeout=timeout)
        must(done.code == 0, f"{words}: exit code {done.code}: {done.text[-800:]}")
        return done

    def installed_version(self) -> str:
        """What the uninstall key says."""
        return registry(self.wine, UNINSTALL_KEY, "DisplayVersion")


def must(good: bool, words: str) -> None:
    """Stop the proof with these words unless it is good."""
    if not good:
        raise Broken(words)


def registry(wine: Wine, key: str, name: str = "") -> str:
    """A value of the registry, "" when it is not there."""
    asked = ["/v", name] if name else ["/ve"]
    done = wine.run("reg", "query", key, *asked)
    lines = [line for line in done.text.splitlines() if "REG_" in line]
    return lines[0].split("REG_SZ")[-1].strip() if done.code == 0 and lines else ""


def make_newer(frozen: Path, number: str, folder: Path) -> Path:
    """A newer installer, signed by a certificate that is made here; its signature is checked."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(frozen, folder / "TienDo", copy_function=os.link)
    for path in (folder / "TienDo").glob("*.exe"):
        copied = path.read_bytes()
        path.unlink()
        path.write_bytes(copied)
    key, certificate = _make_certificate(folder)
    command = (
        f"osslsigncode sign -certs {certificate} -key {key} -h sha256 -in %1 -out %1.signed"
        " && mv %1.signed %1"
    )
    os.environ[VARIABLE] = command
    try:
        sign_programs(folder / "TienDo")
        setup = make_installer(folder / "TienDo", number, folder, quick=True)
    finally:
        del os.environ[VARIABLE]
    for path in (setup, folder / "TienDo" / "TienDo.exe"):
        told = subprocess.run(
            ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(path)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        ).stdout  # fmt: skip
        must("\nSignature verification: ok" in told, f"{path.name} is not signed: {told[-400:]}")
    return setup


def _make_certificate(folder: Path) -> tuple[Path, Path]:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=Tien Do, thu nghiem", "-addext", "extendedKeyUsage=codeSigning",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return key, certificate


def refuses_old_windows(stage: Stage) -> None:
    """Windows 7 first, by Wine's own switch, then Windows 10 again."""
    _pretend(stage.wine, "win7")
    done = stage.wine.run(stage.setup, "/S")
    _pretend(stage.wine, "win10")
    must(done.code == 4, f"exit code {done.code} on Windows 7")
    must(not stage.program.exists(), "something was installed on Windows 7")


def _pretend(wine: Wine, windows: str) -> None:
    wine.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", windows, "/f")
    wine.settle()


def install_silently(stage: Stage) -> None:
    """Files, shortcuts, file kind and uninstall key are there; no shortcut with /NODESKTOP."""
    done = stage.wine.run(stage.setup, "/S", "/NODESKTOP", timeout=300)
    must(done.code == 0, f"exit code {done.code}")
    must((stage.program / "TienDo.exe").is_file(), "no program")
    must(not _desktop(stage).exists(), "a shortcut on the desktop in spite of /NODESKTOP")
    must(_start_menu(stage).is_file(), "no shortcut in the Start menu")
    must(stage.installed_version() == stage.version, "wrong version in the uninstall key")
    command = registry(stage.wine, r"HKCU\Software\Classes\TienDo.TepDuLieu\shell\open\command")
    must(command.endswith('TienDo.exe" "%1"'), f"double-click would run {command}")


def _desktop(stage: Stage) -> Path:
    return stage.wine.profile / "Desktop" / f"{TITLE}.lnk"


def _start_menu(stage: Stage) -> Path:
    menu = stage.wine.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    return menu / f"{TITLE}.lnk"


def upgrade_is_refused_while_running(stage: Stage) -> None:
    """The window of the step before is open: nothing is touched."""
    (stage.program / STALE).write_bytes(b"old")
    done = stage.wine.run(stage.newer, "/S", timeout=300)
    must(done.code == 5, f"exit code {done.code} over a running program")
    must(stage.installed_version() == stage.version, "the version changed all the same")
    must((stage.program / STALE).exists(), "the running program was touched")
    must(bool(stage.screen.windows(OFFICE)), "the running program was closed")


def upgrade_on_screen(stage: Stage) -> None:
    """Every page by Enter; the program closes, its data is copied, stale files are gone."""
    screen = stage.screen
    before = set(_backups(stage))
    process = stage.wine.start(stage.newer)
    try:
        window = screen.wait_for(f"Cài đặt {TITLE}")
        for number, name in enumerate(("chao-mung", "cac-phan", "thu-muc"), start=1):
            screen.picture(f"cai-dat-{number}-{name}", window)
            screen.press("Return")
        screen.picture("cai-dat-4-dang-cai", window)
        _wait_for_version(stage)
        screen.picture("cai-dat-5-xong", window)
        screen.press("Return")
        opened = screen.wait_for(OFFICE)
        must(process.wait(60) == 0, f"exit code {process.returncode}")
    finally:
        end(process)
    must(not (stage.program / STALE).exists(), "a file of the old version is still there")
    must(not (stage.program / "_internal.cu").exists(), "the old program was not cleared away")
    must(bool(set(_backups(stage)) - before), "the data was not backed up")
    screen.picture("sau-khi-nang-cap", opened)
    close_program(stage)


def _wait_for_version(stage: Stage) -> None:
    import time

    for _ in range(120):
        if stage.installed_version() == stage.newer_version:
            time.sleep(3)
            return
        time.sleep(1)
    stage.screen.picture("failed")
    raise Broken("the upgrade did not end")


def _backups(stage: Stage) -> list[Path]:
    return list((stage.data / "sao-luu").rglob("*.tiendo"))


def close_program(stage: Stage) -> None:
    """Close the window as an officer does: WM_CLOSE."""
    stage.wine.run("taskkill", "/IM", "TienDo.exe")
    stage.screen.wait_until_gone(OFFICE)
    stage.wine.settle()


def downgrade_is_refused(stage: Stage) -> None:
    """The first installer again: exit code 6 and the sentence on the screen."""
    done = stage.wine.run(stage.setup, "/S")
    must(done.code == 6, f"exit code {done.code}")
    must(stage.installed_version() == stage.newer_version, "the older version was installed")
    process = stage.wine.start(stage.setup)
    try:
        window = stage.screen.wait_for(TITLE)
        stage.screen.picture("cai-dat-ban-cu", window)
        stage.screen.press("Return")
        must(process.wait(30) == 6, f"exit code {process.returncode} on the screen")
    finally:
        end(process)


def foreign_folder_is_refused(stage: Stage) -> None:
    """A folder with another program's `_internal` stays as it is: exit code 8."""
    other = stage.wine.drive / "ChuongTrinhKhac" / "_internal" / "cua-nguoi-khac.dll"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"theirs")
    done = stage.wine.run(stage.newer, "/S", r"/D=C:\ChuongTrinhKhac", timeout=120)
    must(done.code == 8, f"exit code {done.code}")
    must(other.read_bytes() == b"theirs", "another program's file was touched")


def broken_program_is_replaced(stage: Stage) -> None:
    """The installed program cannot back up any more: its data is copied as it lies there."""
    (stage.program / "TienDoLenh.exe").write_bytes(b"broken")
    before = set(_backups(stage))
    done = stage.wine.run(stage.newer, "/S", timeout=300)
    must(done.code == 0, f"exit code {done.code}")
    copies = set(_backups(stage)) - before
    data = (stage.data / "TienDo.tiendo").read_bytes()
    must(any(copy.read_bytes() == data for copy in copies), "the data was not copied")
    stage.command("--help")


def uninstall(stage: Stage) -> None:
    """Through its two pages; program, keys and shortcuts go, data and settings stay whole."""
    kept = {path: path.read_bytes() for path in stage.data.rglob("*.tiendo")}
    settings = stage.data / "TienDo.ini"
    must(settings.is_file(), "no settings were kept before")
    process = stage.wine.start(stage.program / "Uninstall.exe")
    try:
        window = stage.screen.wait_for(f"Gỡ bỏ {TITLE}")
        stage.screen.picture("go-bo-1-xac-nhan", window)
        stage.screen.press("Return")
        stage.screen.press("Return")
        stage.screen.picture("go-bo-2-xong", window)
        stage.screen.press("Return")
    finally:
        stage.wine.settle()
        end(process)
    must(not stage.program.exists(), f"left: {sorted(stage.program.rglob('*'))[:5]}")
    must(not _start_menu(stage).exists(), "the shortcut is still in the Start menu")
    must(not _desktop(stage).exists(), "the shortcut is still on the desktop")
    for key in (KEY, UNINSTALL_KEY, r"HKCU\Software\Classes\.tiendo"):
        must(stage.wine.run("reg", "query", key).code != 0, f"{key} is still there")
    must(bool(kept) and all(path.read_bytes() == was for path, was in kept.items()), "data lost")
    must(settings.is_file(), "settings are gone though nobody ticked the box")
