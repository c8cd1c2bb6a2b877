"""What a declared statement is given each time it is run."""

from __future__ import annotations

from datetime import date
from typing import cast

from sqlalchemy import BindParameter, Date, Integer, String, bindparam

DAY = cast(date, bindparam("day", type_=Date))
"""The day as of which is asked; it stands where a day would stand."""

CONTEST: BindParameter[int] = bindparam("contest", type_=Integer)
LINES: BindParameter[int] = bindparam("lines", type_=Integer)
STATE: BindParameter[str] = bindparam("state", type_=String)
IDS: BindParameter[int] = bindparam("ids", expanding=True, type_=Integer)
