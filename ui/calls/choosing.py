"""What is chosen for a kind of document, beside what is usual for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.records.choices import DocumentChoices
from reports.usual import UsualLines

if TYPE_CHECKING:
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class ChoicesLook:
    """The kind, what was chosen for it, what is usual."""

    code: str
    title: str
    choices: DocumentChoices
    usual: UsualLines


def choices_look(file: Store, code: str) -> ChoicesLook:
    """All that there is to choose. Raises `AppError` for a kind that is not there."""
    from models.office.choices import choices_of
    from reports.catalog import kind_of
    from reports.usual import usual_lines

    kept = choices_of(file, code)
    return ChoicesLook(code, kind_of(code).title, kept, usual_lines(file, code, kept.issuer))


def keep_choices(file: Store, look: ChoicesLook, choices: DocumentChoices) -> bool:
    """Remember them for the kind; False when nothing differs."""
    from models.office.choices import remember_choices

    return remember_choices(file, look.code, choices, look.title)
