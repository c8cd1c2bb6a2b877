"""Keys of the account in Windows' registry."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def drop_empty_keys(paths: Sequence[str]) -> None:
    """Delete these keys of the account, in this order, as far as nothing stands in them."""
    if sys.platform != "win32":
        return
    import winreg

    for path in paths:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                keys, values, _ = winreg.QueryInfoKey(key)
            if not keys and not values:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
        except OSError:
            continue
