"""`make windows-proof`: builds the installer and lives through its life under Wine.

Every step prints one line with its seconds; the first one that fails ends everything with 1.
Two versions are needed for upgrades: the newer one is packed from the same frozen program
with a higher number, signed with a certificate that is made here, and quickly compressed.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from assemble import build, step
from layout import BUILD, FROZEN, ROOT, version
from proof_office import (
    documents_are_written,
    double_click_opens,
    holds_what_windows_needs,
    office_day,
    pages_look_right,
    self_check_passes,
    stick_keeps_to_itself,
)
from proof_runtime import refuses_what_was_changed
from proof_setup import (
    Stage,
    broken_program_is_replaced,
    downgrade_is_refused,
    foreign_folder_is_refused,
    install_silently,
    make_newer,
    refuses_old_windows,
    uninstall,
    upgrade_is_refused_while_running,
    upgrade_on_screen,
)
from screen import open_screen
from wine import Wine

USER = "Nguyễn Thị Hồng Nhung"


def main() -> None:
    """Build and prove, with all folders of its own."""
    began = time.monotonic()
    setup = build()
    with step("a changed binary, module or catalogue of the runtime is refused"):
        refuses_what_was_changed(BUILD / "changed")
    with step("what Windows reads in the executables: manifest, version, icon"):
        holds_what_windows_needs(FROZEN)
    with step("newer installer, signed with a certificate of its own"):
        newer = make_newer(FROZEN, next_version(), BUILD / "newer")
    screen = open_screen(ROOT / "build" / "screenshots" / "windows")
    folder = Path(tempfile.mkdtemp(prefix="tiendo-wine-"))
    wine = Wine(folder / "prefix", user=USER, display=screen.display)
    try:
        with step(f"Wine as Windows 10 for the user {USER}"):
            wine.make()
        live(Stage(wine, screen, setup, newer, version(), next_version()))
    finally:
        wine.stop()
        screen.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"proven in {time.monotonic() - began:.0f} s; pictures in {screen.pictures}")


def live(stage: Stage) -> None:
    """From the first installation to the last."""
    steps = (
        ("an old Windows is refused (exit code 4)", refuses_old_windows),
        ("silent installation", install_silently),
        ("frozen self-check on the windows platform plugin", self_check_passes),
        ("demo into a long path with Vietnamese letters", documents_are_written),
        ("an office's day by commands: init, import, mark", office_day),
        ("the program on a USB stick keeps its data there", stick_keeps_to_itself),
        (".tiendo file opened by double-click", double_click_opens),
        ("silent upgrade refused while it runs (exit code 5)", upgrade_is_refused_while_running),
        ("upgrade on screen: program asked to close, data backed up", upgrade_on_screen),
        ("downgrade refused (exit code 6)", downgrade_is_refused),
        ("another program's folder refused (exit code 8)", foreign_folder_is_refused),
        ("a broken program replaced, data copied plainly", broken_program_is_replaced),
        ("main pages pictured", pages_look_right),
        ("uninstalled, data kept", uninstall),
    )
    for words, prove in steps:
        with step(words):
            prove(stage)


def next_version() -> str:
    """One higher in the last number."""
    *first, last = version().split(".")
    return ".".join([*first, str(int(last) + 1)])


if __name__ == "__main__":
    main()
