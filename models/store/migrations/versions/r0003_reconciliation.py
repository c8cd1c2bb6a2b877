"""What reconciling keeps: each file of the platform, wrong units, official figures, filters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and let a participation know where it was seen last."""
    op.add_column("participations", sa.Column("seen_in", sa.Integer()))
    op.add_column("participations", sa.Column("seen_completed", sa.Boolean()))
    _make_reconciliations()
    _make_slips()
    _make_official_figures()
    op.create_table(
        "distinct_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["people.id"], name=op.f("fk_distinct_people_first_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["people.id"], name=op.f("fk_distinct_people_second_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_people")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_distinct_people_first_id_second_id")
        ),
    )
    op.create_index(op.f("ix_distinct_people_second_id"), "distinct_people", ["second_id"])
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_filters_name")),
    )


def _make_reconciliations() -> None:
    counts = (
        "rows", "accounts", "matched", "wrong_unit", "not_on_roster", "not_registered",
        "uncertain", "regressed", "registered", "completed",
    )  # fmt: skip
    op.create_table(
        "reconciliations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        *[sa.Column(name, sa.Integer(), nullable=False) for name in counts],
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contests.id"], name=op.f("fk_reconciliations_contest_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliations")),
    )
    op.create_index(op.f("ix_reconciliations_contest_id"), "reconciliations", ["contest_id"])
    op.create_index(op.f("ix_reconciliations_sha256"), "reconciliations", ["sha256"])


def _make_slips() -> None:
    op.create_table(
        "wrong_unit_slips",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("platform_unit", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("closed_by", sa.String(), server_default="", nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_wrong_unit_slips_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contests.id"], name=op.f("fk_wrong_unit_slips_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_wrong_unit_slips_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_unit_slips")),
        sa.UniqueConstraint(
            "person_id", "contest_id", name=op.f("uq_wrong_unit_slips_person_id_contest_id")
        ),
    )
    op.create_index(op.f("ix_wrong_unit_slips_contest_id"), "wrong_unit_slips", ["contest_id"])
    op.create_index(op.f("ix_wrong_unit_slips_unit_id"), "wrong_unit_slips", ["unit_id"])


def _make_official_figures() -> None:
    op.create_table(
        "official_figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("total", sa.Integer()),
        sa.Column("registered", sa.Integer()),
        sa.Column("completed", sa.Integer()),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contests.id"], name=op.f("fk_official_figures_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_official_figures_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_figures")),
    )
    op.create_index(op.f("ix_official_figures_contest_id"), "official_figures", ["contest_id"])
    op.create_index(op.f("ix_official_figures_unit_id"), "official_figures", ["unit_id"])
