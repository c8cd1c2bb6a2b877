"""Who sits at the machine, for the journal."""

from __future__ import annotations

import getpass


def account_name() -> str:
    """The name of the signed-in account; "Không rõ" when the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Không rõ"
