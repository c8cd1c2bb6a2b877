"""Which font files draw a document: Times New Roman when the machine has it, else Liberation Serif.

This is the only place that knows where Windows keeps its fonts.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from resources import resource_path


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The four faces of one family; `name` is free of spaces, as PDF wants it."""

    name: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    @property
    def faces(self) -> tuple[Path, Path, Path, Path]:
        """Regular, bold, italic, bold italic."""
        return self.regular, self.bold, self.italic, self.bold_italic

    def face_name(self, bold: bool, italic: bool) -> str:
        """The name under which one face is registered with a renderer."""
        return self.name + ("-Bold" if bold else "") + ("-Italic" if italic else "")


def windows_fonts(platform: str = sys.platform) -> Path | None:
    """The folder of the machine's own fonts, on Windows only."""
    root = os.environ.get("WINDIR")
    return Path(root) / "Fonts" if platform == "win32" and root else None


def times_new_roman(folder: Path | None) -> FontFamily | None:
    """Times New Roman in `folder`, if all four faces are there."""
    if folder is None:
        return None
    files = (folder / name for name in ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"))
    family = FontFamily("TimesNewRoman", *files)
    return family if all(face.is_file() for face in family.faces) else None


def liberation_serif() -> FontFamily:
    """The bundled family: Times' metrics, all of Vietnamese (SIL Open Font Licence)."""
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    files = (resource_path("fonts", f"LiberationSerif-{style}.ttf") for style in styles)
    return FontFamily("LiberationSerif", *files)


def document_fonts() -> FontFamily:
    """The family that documents are drawn with on this machine."""
    return times_new_roman(windows_fonts()) or liberation_serif()
