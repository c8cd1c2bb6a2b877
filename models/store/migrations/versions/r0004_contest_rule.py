"""The rule and the pass mark stand with the contest; a reconciliation knows its units."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Contests take the best attempt until told otherwise; older files spoke of all units."""
    op.add_column(
        "contests", sa.Column("score_rule", sa.String(), server_default="best", nullable=False)
    )
    op.add_column("contests", sa.Column("pass_mark", sa.Float()))
    op.add_column(
        "reconciliations", sa.Column("units", sa.String(), server_default="", nullable=False)
    )
