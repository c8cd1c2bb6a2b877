"""Passwords that a start was given in its environment: taken out of it, so that nobody inherits.

Programs that are started from here (a reader of PDF, a worker) would see them otherwise.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field

PASSWORD, NEW_PASSWORD, RECOVERY = "TIENDO_PASSWORD", "TIENDO_NEW_PASSWORD", "TIENDO_RECOVERY"


@dataclass(frozen=True, slots=True)
class GivenSecrets:
    """What was given; None where nothing was. It shows nothing of itself."""

    password: str | None = field(default=None, repr=False)
    new_password: str | None = field(default=None, repr=False)
    recovery: str | None = field(default=None, repr=False)


def taken_secrets(environ: MutableMapping[str, str]) -> GivenSecrets:
    """The secrets in `environ`, which are not there any more afterwards; "" counts as none."""
    names = (PASSWORD, NEW_PASSWORD, RECOVERY)
    return GivenSecrets(*(environ.pop(name, None) or None for name in names))
