"""Writes the bill of materials of a frozen program: CycloneDX 1.5 in JSON.

`python packaging/licences/sbom.py dist/TienDo OUT.json`
"""

from __future__ import annotations

import hashlib
import json
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from shipped import PRODUCT, index_of, owner_of_each_file

Row = dict[str, str]


def write_bill(frozen: Path, out: Path, moment: int) -> Path:
    """Write the bill of everything in `frozen`, with the SHA-256 of every file."""
    rows = index_of(frozen)
    files = _files(frozen)
    carriers = [row for row in rows if not row["within"]]
    described = [_described(row, rows, files) for row in carriers]
    product = next(each for each in described if each["name"] == PRODUCT)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(described))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": product,
        },
        "components": [each for each in described if each is not product],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return out


def _described(row: Row, rows: list[Row], files: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    parts = [_described(each, [], files) for each in rows if each["within"] == row["name"]]
    nested = [*parts, *files.pop(row["name"], [])]
    described: dict[str, Any] = {
        "type": "application" if row["name"] == PRODUCT else "library",
        "name": row["name"],
        "version": row["version"],
        "licenses": [_licence(row["licence"])],
    }
    if nested:
        described["components"] = nested
    return described


def _licence(expression: str) -> dict[str, Any]:
    if expression.startswith("LicenseRef-") or expression != expression.strip():
        return {"license": {"name": expression}}
    return {"expression": expression}


def _files(frozen: Path) -> dict[str, list[dict[str, Any]]]:
    files: dict[str, list[dict[str, Any]]] = {}
    for path, owner in owner_of_each_file(frozen).items():
        digest = hashlib.sha256((frozen / path).read_bytes()).hexdigest()
        hashes = [{"alg": "SHA-256", "content": digest}]
        files.setdefault(owner, []).append({"type": "file", "name": path, "hashes": hashes})
    return files


if __name__ == "__main__":
    write_bill(Path(sys.argv[1]), Path(sys.argv[2]), 0)
