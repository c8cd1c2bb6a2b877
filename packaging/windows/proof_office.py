"""The proof of the program as it is installed: its commands, its window, its documents."""

from __future__ import annotations

import sys
import time
import zipfile
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

from layout import OUT, ROOT, RUNTIME, version
from proof_setup import OFFICE, TITLE, Stage, close_program, must

from models.machine.portable import HOME

SAMPLES = ROOT / "resources" / "samples"
DEEP = ("Hồ sơ cuộc thi của Ủy ban nhân dân xã Kẻ Sặt", "Năm 2026, tháng 6, đợt thứ nhất",
        "Báo cáo kết quả đăng ký và hoàn thành của các thôn, trường học và cơ quan")  # fmt: skip
OVER = 260
"""Windows' old bound for a path."""

PAGES = ("overview", "roster", "reconcile", "units", "contest", "reports", "data")
MANIFEST_MARKS = (b"PerMonitorV2", b"longPathAware", b"activeCodePage", b"UTF-8", b"asInvoker",
                  b"8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a")  # fmt: skip


def holds_what_windows_needs(frozen: Path) -> None:
    """Manifest, version and icon as Windows will read them from both executables."""
    sys.path.append(str(RUNTIME / "Lib" / "site-packages"))
    pefile = import_module("pefile")

    for name in ("TienDo.exe", "TienDoLenh.exe"):
        image = pefile.PE(str(frozen / name), fast_load=False)
        kinds = {entry.id: entry for entry in image.DIRECTORY_ENTRY_RESOURCE.entries}
        numbers = pefile.RESOURCE_TYPE
        must(numbers["RT_GROUP_ICON"] in kinds, f"{name} has no icon")
        leaf = kinds[numbers["RT_MANIFEST"]].directory.entries[0].directory.entries[0].data.struct
        manifest = image.get_data(leaf.OffsetToData, leaf.Size)
        ElementTree.fromstring(manifest)
        missing = [mark for mark in MANIFEST_MARKS if mark not in manifest]
        must(not missing, f"the manifest of {name} lacks {missing}")
        strings = {
            key: value
            for info in image.FileInfo[0]
            for table in getattr(info, "StringTable", [])
            for key, value in table.entries.items()
        }
        must(strings.get(b"ProductVersion") == version().encode(), f"{name}: {strings}")
        must(strings.get(b"ProductName", b"").decode() == TITLE, f"{name}: {strings}")


def self_check_passes(stage: Stage) -> None:
    """The whole self-check with the window on the real `windows` platform plugin."""
    wine = replace(stage.wine, more={"QT_QPA_PLATFORM": "windows"})
    done = wine.run(stage.program / "TienDoLenh.exe", "self-check", timeout=300)
    must(done.code == 0, f"exit code {done.code}: {done.text[-800:]}")


def documents_are_written(stage: Stage) -> None:
    """All documents, below a path with spaces and Vietnamese letters and over 260 characters."""
    folder = stage.wine.profile / "Documents" / Path(*DEEP)
    target = stage.wine.windows_path(folder)
    while len(target) < OVER:
        target += "\\Phụ lục kèm theo văn bản của xã"
    stage.command("demo", "--out", target)
    made = [path for path in folder.rglob("*") if path.suffix in {".pdf", ".xlsx"}]
    must(len(made) >= 10, f"only {len(made)} documents")
    must(all(path.stat().st_size > 4_000 for path in made), "an empty document")


def office_day(stage: Stage) -> None:
    """The usual data file, made and filled by commands."""
    stage.command("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    stage.command("import", stage.wine.windows_path(SAMPLES / "danh-sach-mau.xlsx"))
    marks = sorted(SAMPLES.glob("dang-ky*.xlsx"))[0]
    stage.command("mark", "registered", "--file", stage.wine.windows_path(marks))
    must((stage.data / "TienDo.tiendo").is_file(), "no data file in the usual place")


def stick_keeps_to_itself(stage: Stage) -> None:
    """The zip for a USB stick, unpacked: what is made stands beside the program, nowhere else."""
    place = stage.wine.local / "USB của Đức"
    with zipfile.ZipFile(next(OUT.glob("*-USB.zip"))) as packed:
        packed.extractall(place)
    before = set(stage.data.rglob("*"))
    program = place / "TienDo" / "TienDoLenh.exe"
    done = stage.wine.run(program, "init", "--commune", "Xã Kẻ Sặt")
    must(done.code == 0, f"exit code {done.code}: {done.text[-800:]}")
    must((place / "TienDo" / HOME / "TienDo.tiendo").is_file(), "no data on the stick")
    must(set(stage.data.rglob("*")) == before, "something was written beside the office's data")


def double_click_opens(stage: Stage) -> None:
    """The shell opens a file by its kind; the window shows that file.

    Wine 8 looks for kinds only in the machine's part of the registry, Windows in the user's
    too; so what the installer wrote for the user is copied there for this step.
    """
    for key in ("TienDo.TepDuLieu", ".tiendo"):
        words = (f"HKCU\\Software\\Classes\\{key}", f"HKLM\\Software\\Classes\\{key}")
        must(stage.wine.run("reg", "copy", *words, "/s", "/f").code == 0, f"no kind {key}")
    data = stage.wine.profile / "Desktop" / "Cuộc thi của xã Kẻ Sặt.tiendo"
    path = stage.wine.windows_path(data)
    stage.command("--data", path, "init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    # Not waited for: the program keeps the pipes of whoever starts it.
    stage.wine.start("start", "/unix", data)
    window = stage.screen.wait_for(OFFICE)
    time.sleep(4)
    stage.screen.picture("mo-bang-bam-dup", window)
    must(data.with_name(data.name + "-wal").exists(), "the window has not opened that file")


def pages_look_right(stage: Stage) -> None:
    """A picture of each page over the office's file, for people to look at; no two are alike.

    A page that is opened for the first time may be imported for seconds, while the old one stands.
    """
    data = stage.wine.windows_path(stage.data / "TienDo.tiendo")
    process = stage.wine.start(stage.program / "TienDo.exe", "--data", data)
    window = stage.screen.wait_for(OFFICE)
    stage.screen.focus(window)
    seen: list[bytes] = []
    for number, page in enumerate(PAGES, start=1):
        stage.screen.press(f"ctrl+{number}")
        seen.append(stage.screen.new_picture(f"trang-{page}", window, seen))
    close_program(stage)
    must(process.wait(30) == 0, f"exit code {process.returncode}")
