"""The statements by which the contest is read, of which `models.store.texts` is made."""

from __future__ import annotations

from sqlalchemy import select

from models.store.bound import CONTEST
from models.store.schema import contests, levels, prizes, stages

CURRENT = select(contests).where(contests.c.current)
STAGES = select(stages).where(stages.c.contest_id == CONTEST).order_by(stages.c.number)
LEVELS = select(levels).where(levels.c.contest_id == CONTEST).order_by(levels.c.least)
PRIZES = select(prizes).where(prizes.c.contest_id == CONTEST).order_by(prizes.c.id)
