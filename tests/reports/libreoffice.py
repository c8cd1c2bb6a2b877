"""The pages that LibreOffice makes of our files: another program that lays out what we wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import resources
from tests.reports.pdf_reader import Page, Pdf, Piece, read_pdf

PROGRAM = "soffice"
WAITED = 600
WIDEST_BLANK = 3.0
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same">
    <family>Times New Roman</family>
    <prefer><family>Liberation Serif</family></prefer>
  </alias>
</fontconfig>
"""


def is_installed() -> bool:
    """Whether there is a LibreOffice; `packaging/setup/office.sh` installs it."""
    return shutil.which(PROGRAM) is not None


def pages_of(files: Mapping[str, bytes], folder: Path) -> dict[str, Pdf]:
    """Each file (by a name with its ending) as LibreOffice prints it, with the bundled fonts."""
    made = _converted(files, "pdf", folder)
    return {name: read_pdf(content) for name, content in made.items()}


def saved_anew(content: bytes, folder: Path, fmt: str = "xlsx", of: str = "xlsx") -> bytes:
    """A file of the format `of` as LibreOffice saves it in another or the same.

    What has no result in a workbook is calculated.
    """
    name = f"paper.{of}"
    return _converted({name: content}, fmt, folder)[name]


def _converted(files: Mapping[str, bytes], fmt: str, folder: Path) -> dict[str, bytes]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    fonts, out = folder / "fonts.conf", folder / "made"
    fonts.write_text(_FONTS.format(fonts=resources.resource_path("fonts"), cache=folder / "cache"))
    profile = (folder / "profile").as_uri()
    words = ["--headless", f"-env:UserInstallation={profile}", "--convert-to", fmt]
    subprocess.run(
        [PROGRAM, *words, "--outdir", str(out), *files],
        cwd=folder,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=WAITED,
        check=True,
    )
    return {name: (out / name).with_suffix(f".{fmt}").read_bytes() for name in files}


def joined(pdf: Pdf) -> Pdf:
    """With pieces that blanks alone part put together: LibreOffice draws each blank by itself."""
    return replace(pdf, pages=tuple(_joined(page) for page in pdf.pages))


def _joined(page: Page) -> Page:
    made: list[Piece] = []
    for before, piece in pairwise((None, *page.pieces)):
        if before is not None and made and _goes_on(made[-1], before, piece):
            last = made[-1]
            made[-1] = replace(last, text=last.text + (piece.text or " "), right=piece.right)
        else:
            made.append(piece)
    return replace(page, pieces=tuple(made))


def _goes_on(line: Piece, before: Piece, piece: Piece) -> bool:
    same = (line.base, line.font, line.size) == (piece.base, piece.font, piece.size)
    return (
        same
        and not (before.text.strip() and piece.text.strip())
        and (0 <= piece.left - line.right < WIDEST_BLANK)
    )
