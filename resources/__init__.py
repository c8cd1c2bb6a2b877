"""Bundled files (fonts, icons, presets, samples, translations), found through one function."""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "resources" if bundle else Path(__file__).parent


def help_folder() -> Path:
    """Where the pages of the help lie, with their pictures: `docs` itself when run from source."""
    if getattr(sys, "_MEIPASS", None):
        return resource_path("help")
    return Path(__file__).parents[1] / "docs"


def resource_path(*parts: str) -> Path:
    """The bundled file or folder `resources/<parts>`, from source and in the frozen program.

    Raises FileNotFoundError when it is missing: the program is then badly
    built, which no officer can mend, so it is not an `AppError`.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"not bundled: resources/{'/'.join(parts)}")
    return path
