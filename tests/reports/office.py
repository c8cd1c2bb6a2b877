"""LibreOffice as another office program: what it makes of our files."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_RESULT = re.compile(r"(</f>)<v>[^<]*</v>")


def without_results(content: bytes) -> bytes:
    """The workbook with its formulas, but without what they come to."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part = _RESULT.sub(r"\1", part.decode()).encode()
            archive.writestr(name, part)
    return target.getvalue()


def converted(content: bytes, fmt: str, folder: Path, of: str = "xlsx") -> bytes:
    """The file of format `of` as LibreOffice saves it in another, with the bundled fonts."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: packaging/setup/system.sh installs it"
    fonts, out = folder / "share" / "fonts", folder / "out"
    shutil.copytree(FONTS, fonts, dirs_exist_ok=True)
    source = folder / f"bieu.{of}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [soffice, profile, "--headless", "--convert-to", fmt, "--outdir", str(out), str(source)]
    environment = {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "share"),
        "PATH": "/usr/bin:/bin",
    }
    subprocess.run(words, check=True, capture_output=True, timeout=120, env=environment)
    return (out / f"bieu.{fmt}").read_bytes()


def values_of(content: bytes) -> dict[str, list[list[object]]]:
    """What a reader that does not calculate sees on each sheet."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }
