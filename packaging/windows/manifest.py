"""The list of files with sizes and SHA-256, and what differs between two such lists.

`python packaging/windows/manifest.py FOLDER OUT.json` writes one,
`python packaging/windows/manifest.py --compare ONE.json OTHER.json` ends with 1 on a difference.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from runtime import sha256

Files = dict[str, str]


def files_of(folder: Path) -> Files:
    """Every file below `folder` by its path: its SHA-256."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in paths}


def write_manifest(folder: Path, out: Path) -> Path:
    """Write the list of a folder."""
    out.write_text(json.dumps(files_of(folder), indent=1) + "\n", encoding="utf-8")
    return out


def differences(one: Files, other: Files) -> list[str]:
    """In words: what only one of them has, and what has another content."""
    return [
        *(f"only in the first: {path}" for path in sorted(one.keys() - other.keys())),
        *(f"only in the second: {path}" for path in sorted(other.keys() - one.keys())),
        *(f"differs: {path}" for path in sorted(one.keys() & other.keys())
          if one[path] != other[path]),
    ]  # fmt: skip


def main(words: list[str]) -> int:
    """Write a list, or compare two."""
    if words[0] != "--compare":
        write_manifest(Path(words[0]), Path(words[1]))
        return 0
    one, other = (dict(json.loads(Path(word).read_text(encoding="utf-8"))) for word in words[1:3])
    found = differences(one, other)
    print("\n".join(found) or f"{len(one)} files, all the same")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
