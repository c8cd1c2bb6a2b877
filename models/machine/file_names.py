"""Names that any Windows folder takes, and files that would be run instead of shown."""

from __future__ import annotations

import unicodedata

MOST_LETTERS = 120
NAMELESS = "tep-dinh-kem"
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control characters, and those that turn the direction: a program would look like a picture."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_RUN_WORDS = (
    "ade adp app appref-ms appx appxbundle bat cab chm cmd com cpl dll dmg drv exe gadget hlp "
    "hta htm html inf ins iso img isp jar jnlp js jse lib lnk mad maf mht mhtml mjs msc msh "
    "msh1 msh2 msi msix msp mst ocx pif pl ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw pyz rb reg "
    "scf scr sct sh shb shs sys tiendo url vb vbe vbs vhd vhdx vxd wll ws wsc wsf wsh xbap "
    "xhtml xll xsl svg "
)
_RUN = frozenset(_RUN_WORDS.split())
"""Files of these kinds run, or open something else, when they are double-clicked."""


def safe_file_name(name: str) -> str:
    """`name` as every folder takes it: without paths, signs and device names, and not too long."""
    bare = unicodedata.normalize("NFC", name)
    bare = "".join(" " if each in _FORBIDDEN else each for each in bare)
    seen = "".join(each for each in bare if unicodedata.category(each) not in _UNSEEN)
    tidy = " ".join(seen.split()).strip(". ")
    stem, dot, suffix = tidy.rpartition(".")
    if not dot:
        stem, suffix = tidy, ""
    if stem.split(".")[0].strip().casefold() in _DEVICES:
        stem = f"_{stem}"
    ending = f".{suffix.strip()}" if suffix.strip() else ""
    ending = ending[:MOST_LETTERS]
    kept = stem[: max(1, MOST_LETTERS - len(ending))].rstrip(". ")
    return f"{kept or NAMELESS}{ending}"


def is_run_when_opened(name: str) -> bool:
    """Whether opening a file of that name would run it."""
    _, dot, suffix = safe_file_name(name).rpartition(".")
    return bool(dot) and suffix.casefold() in _RUN


def numbered_name(name: str, number: int) -> str:
    """ "bao-cao (2).pdf"."""
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    more = f" ({number}){dot}{suffix}"
    return f"{stem[: MOST_LETTERS - len(more)]}{more}"
