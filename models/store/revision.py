"""Which tables a data file has: the number of the newest migration that made them."""

from __future__ import annotations

HEAD = "0011"
