"""What answering a form and being in a meeting come to stands with the contest."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No contest has chosen yet; every file of before was one of a platform."""
    op.add_column("contests", sa.Column("form_mark", sa.String()))
    op.add_column("contests", sa.Column("meeting_mark", sa.String()))
    op.add_column(
        "contests", sa.Column("least_minutes", sa.Float(), server_default="0", nullable=False)
    )
    op.add_column(
        "reconciliations",
        sa.Column("attended", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
