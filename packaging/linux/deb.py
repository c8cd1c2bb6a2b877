"""Packs `dist/TienDo` (made by `make build`) as a Debian package in `dist/linux`.

The program goes to /opt/tiendo; the menu entry, the icon and the kind of `.tiendo` files follow
the desktop's own conventions, and dpkg's triggers of those folders make them known.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

FROZEN = ROOT / "dist" / "TienDo"
STAGE = ROOT / "build" / "linux" / "deb"
HOME = "opt/tiendo"
DEPENDS = (
    "libc6 (>= 2.36)", "libegl1", "libgl1", "libfontconfig1", "libxkbcommon0", "libdbus-1-3",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1",
    "libxkbcommon-x11-0", "shared-mime-info", "desktop-file-utils",
)  # fmt: skip
"""What Qt expects of the system; the rest is inside."""

LINKS = {"usr/bin/tiendo": f"/{HOME}/TienDo", "usr/bin/tiendo-lenh": f"/{HOME}/TienDoLenh"}
FILES = {
    "usr/share/applications/tiendo.desktop": HERE / "tiendo.desktop",
    "usr/share/mime/packages/tiendo.xml": HERE / "tiendo.xml",
    "usr/share/icons/hicolor/scalable/apps/tiendo.svg": ROOT / "resources" / "icons" / "app.svg",
    "usr/share/doc/tiendo/copyright": ROOT / "LICENSE",
}


def main() -> Path:
    """Make the package; returns it."""
    from models.version import VERSION

    target = ROOT / "dist" / "linux" / f"tiendo_{VERSION}_amd64.deb"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(FROZEN, STAGE / HOME, symlinks=True, copy_function=os.link)
    for name, source in FILES.items():
        (STAGE / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, STAGE / name)
    for name, points_to in LINKS.items():
        (STAGE / name).parent.mkdir(parents=True, exist_ok=True)
        (STAGE / name).symlink_to(points_to)
    (STAGE / "DEBIAN").mkdir()
    (STAGE / "DEBIAN" / "control").write_text(control(VERSION), encoding="utf-8")
    words = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z2", str(STAGE), str(target)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return target


def control(version: str) -> str:
    """The package's description for dpkg."""
    size = sum(path.stat().st_size for path in FROZEN.rglob("*") if not path.is_symlink())
    return (
        f"Package: tiendo\nVersion: {version}\nArchitecture: amd64\nSection: misc\n"
        f"Priority: optional\nMaintainer: Tien Do <tiendo@localhost>\n"
        f"Installed-Size: {size // 1024}\nDepends: {', '.join(DEPENDS)}\n"
        "Description: Tiến Độ: theo dõi việc đăng ký và hoàn thành cuộc thi của xã, phường\n"
        " Danh sách người, đánh dấu, đối soát và văn bản theo Nghị định 30/2020/NĐ-CP.\n"
    )


if __name__ == "__main__":
    main()
