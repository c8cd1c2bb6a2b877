"""Options of the command report that belong to one document, asked for where several are made."""

from __future__ import annotations

import argparse

from models.errors import AppError

OF_ONE = (
    "unit", "freeze", "issue", "recall", "issuer", "signer", "number", "issued_on", "addressee",
    "recipient", "text", "full_phones",
)  # fmt: skip
"""What is chosen for one document, by the name that argparse keeps it under."""


def refuse_options_of_one(arguments: argparse.Namespace) -> None:
    """Raise `AppError` rather than make several documents and leave an option out of all."""
    given = [f"--{name.replace('_', '-')}" for name in OF_ONE if getattr(arguments, name)]
    if given:
        raise AppError(
            f"{', '.join(given)} chỉ dùng khi lập một văn bản.",
            "Hãy bỏ đi, hoặc ghi loại văn bản; điều gì dùng cho mọi lần thì ghi bằng lệnh choices.",
        )
