"""What was read of a file as JSON, from the process that read it to the one that asked."""

from __future__ import annotations

import json
from typing import Any

from models.errors import AppError
from reports.verifying.content import FilePart, FilePartKind, ReadContent, ReadPiece, ReadRow


def packed_content(content: ReadContent) -> bytes:
    """The content as bytes."""
    told = {
        "fmt": content.fmt,
        "parts": [
            [each.kind, each.name, each.rows, each.loose, each.charted] for each in content.parts
        ],
        "about": content.about,
        "blank_pages": content.blank_pages,
        "hidden_rows": content.hidden_rows,
        "formulas": [[*key, formula] for key, formula in content.formulas.items()],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def packed_refusal(error: AppError) -> bytes:
    """Why it was not read."""
    return json.dumps({"error": [error.sentence, error.advice]}, ensure_ascii=False).encode()


def unpacked_content(answer: bytes) -> ReadContent:
    """What `packed_content` wrote. Raises the `AppError` that `packed_refusal` wrote."""
    told: dict[str, Any] = json.loads(answer)
    if "error" in told:
        raise AppError(*told["error"])
    return ReadContent(
        told["fmt"],
        tuple(_part(*each) for each in told["parts"]),
        tuple(told["about"]),
        told["blank_pages"],
        {(sheet, row, column): formula for sheet, row, column, formula in told["formulas"]},
        told["hidden_rows"],
    )


def _part(kind: str, name: str, rows: list[Any], loose: bool, charted: bool) -> FilePart:
    made = (
        ReadRow(tuple(at), tuple(ReadPiece(*each) for each in pieces), heads)
        for at, pieces, heads in rows
    )
    return FilePart(FilePartKind(kind), name, tuple(made), loose, charted)
