"""The statements that say where the journal stands, of which `models.store.texts` is made."""

from __future__ import annotations

from sqlalchemy import select

from models.store.bound import STATE
from models.store.schema import changes

_IN_STATE = select(changes).where(changes.c.state == STATE)
NEWEST = _IN_STATE.order_by(changes.c.id.desc()).limit(1)
OLDEST = _IN_STATE.order_by(changes.c.id).limit(1)
LAST_SAVED = select(changes.c.at).order_by(changes.c.id.desc()).limit(1)
