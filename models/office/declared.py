"""The statements that say whose file it is, of which `models.store.texts` is made."""

from __future__ import annotations

from sqlalchemy import func, select

from models.store.schema import communes, units

COMMUNE = select(communes)
UNITS = select(func.count().label("units")).select_from(units)
