"""Who sits at the machine, for the journal."""

from __future__ import annotations


def account_name() -> str:
    """The name of the signed-in account; "Không rõ" when the system does not say."""
    # The window's start asks too, and should not wait for the module.
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Không rõ"
