"""The book of a contest: stages and levels, reminders, entries, tasks, documents, reports."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NO = sa.false()


def upgrade() -> None:
    """Every contest so far has one stage that is marked, and marks without a time of day."""
    _more_of_contests()
    _more_of_participations()
    op.add_column("reconciliations", _count("stage", "1"))
    op.add_column("official_figures", _count("stage", "1"))
    op.add_column("exemptions", _text("note"))
    op.add_column("exemptions", _text("proof"))
    _make("levels", _to("contests"), _number("least"), _must("word"), _must("tone"))
    _campaign()
    _papers()


def _more_of_contests() -> None:
    for column in (
        _count("stage", "1"),
        _text("registered_word"),
        _text("completed_word"),
        sa.Column("one_mark", sa.Boolean(), server_default=NO, nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("purged_on", sa.Date()),
        _count("escalate_after", "2"),
        _count("escalate_days", "3"),
        _count("jury_scale", "100"),
    ):
        op.add_column("contests", column)
    kind = sa.Column("kind", sa.String(), server_default="each", nullable=False)
    op.add_column("stages", kind)
    # Those of the preset that are no matter of each person.
    preset = "contest_id IN (SELECT id FROM contests WHERE code = 'ai-2026')"
    op.execute(f"UPDATE stages SET kind = 'entry' WHERE number = 2 AND {preset}")
    op.execute(f"UPDATE stages SET kind = 'presentation' WHERE number = 3 AND {preset}")


def _more_of_participations() -> None:
    with op.batch_alter_table("participations") as batch:
        batch.add_column(_count("stage", "1"))
        batch.add_column(sa.Column("registered_minute", sa.Integer()))
        batch.add_column(sa.Column("failed_on", sa.Date()))
        batch.add_column(sa.Column("failed_minute", sa.Integer()))
        batch.add_column(sa.Column("completed_minute", sa.Integer()))
        batch.drop_constraint(op.f("uq_participations_person_id_contest_id"), type_="unique")
        batch.create_unique_constraint(
            op.f("uq_participations_person_id_contest_id_stage"),
            ["person_id", "contest_id", "stage"],
        )


def _campaign() -> None:
    _make(
        "reminders",
        _to("contests"),
        _to("units"),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        *map(_must, ("who", "way", "addressee")),
        *map(_text, ("name", "phone")),
        *(sa.Column(each, sa.Integer(), nullable=False) for each in ("total", "registered")),
        sa.Column("completed", sa.Integer(), nullable=False),
        _long("text"),
        _text("note"),
    )
    _make(
        "entries",
        _to("contests"),
        sa.Column("stage", sa.Integer(), nullable=False),
        _to("units"),
        _must("title"),
        _text("summary"),
        sa.Column("received_on", sa.Date()),
        sa.Column("representative", sa.Boolean(), server_default=NO, nullable=False),
        sa.Column("sent_at", sa.DateTime()),
        *map(_text, ("sent_by", "sent_note")),
        sa.Column("presented_at", sa.DateTime()),
        *map(_text, ("presenter", "presentation")),
    )
    _make(
        "entry_authors",
        _to("entries"),
        sa.Column("position", sa.Integer(), nullable=False),
        _to("people", may=True),
        _text("name"),
    )
    _make("jurors", _to("contests"), _must("name"), _text("position"), _text("role"))
    _make(
        "entry_scores",
        _to("entries", indexed=False),
        _to("jurors"),
        _number("score"),
        _text("note"),
        sa.UniqueConstraint("entry_id", "juror_id", name=op.f("uq_entry_scores_entry_id_juror_id")),
    )
    _make(
        "awards",
        _to("contests"),
        _to("prizes"),
        *(_to(each, may=True) for each in ("entries", "people", "units")),
        sa.Column("given_on", sa.Date()),
        *map(_text, ("decision", "note")),
    )
    _make(
        "publicity_tasks",
        _to("contests"),
        _must("what"),
        _text("channel"),
        _to("units", may=True),
        sa.Column("due_on", sa.Date()),
        _count("asked", "1"),
        _count("done", "0"),
        sa.Column("done_on", sa.Date()),
        _long("links"),
        _text("note"),
    )


def _papers() -> None:
    _make(
        "documents",
        _to("contests", may=True),
        _must("direction"),
        *map(_text, ("kind", "symbol", "issuer", "recipient", "subject")),
        *(sa.Column(each, sa.Date()) for each in ("issued_on", "received_on", "due_on")),
        _text("task"),
        _to("documents", "answered_by", may=True),
        sa.Column("settled_on", sa.Date()),
        _text("note"),
    )
    _make(
        "attachments",
        _must("owner_table"),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        _must("name"),
        sa.Column("size", sa.Integer(), nullable=False),
        _must("sha256"),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        _text("note"),
        _text("part"),
    )
    _index("attachments", "sha256")
    _index("attachments", "owner_table", "owner_id")
    op.create_table(
        "contents",
        _must("sha256"),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_contents")),
    )
    _make(
        "frozen_reports",
        _to("contests"),
        _must("kind"),
        _text("title"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _must("who"),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("as_of_minute", sa.Integer()),
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("figures", "names")),
        _must("figures_hash"),
        _text("period"),
        _to("documents", may=True, indexed=False),
        _to("frozen_reports", "replaced_by", may=True, indexed=False),
    )
    _index("frozen_reports", "figures_hash")
    _make(
        "report_definitions",
        *map(_must, ("name", "period")),
        sa.Column("cut", sa.String(), server_default="decree", nullable=False),
        *(sa.Column(each, sa.Date()) for each in ("since", "until")),
        *map(_text, ("kinds", "formats")),
        sa.Column("last_run_on", sa.Date()),
        _text("last_period"),
        sa.UniqueConstraint("name", name=op.f("uq_report_definitions_name")),
    )


class _To:
    """A column that leads to a row of another table."""

    def __init__(self, table: str, name: str, *, may: bool, indexed: bool) -> None:
        self.table, self.name, self.may, self.indexed = table, name, may, indexed

    def of(self, table: str) -> sa.Column[Any]:
        """The column as one of `table`."""
        key = sa.ForeignKey(f"{self.table}.id", name=op.f(f"fk_{table}_{self.name}"))
        return sa.Column(self.name, sa.Integer(), key, nullable=self.may)


ONE = {
    "contests": "contest_id",
    "units": "unit_id",
    "people": "person_id",
    "entries": "entry_id",
    "jurors": "juror_id",
    "prizes": "prize_id",
    "documents": "document_id",
}


def _to(table: str, name: str | None = None, *, may: bool = False, indexed: bool = True) -> _To:
    return _To(table, name or ONE[table], may=may, indexed=indexed)


def _make(name: str, *columns: Any) -> None:
    """Make the table `name` with an id, and an index where a column leads elsewhere."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *(each.of(name) if isinstance(each, _To) else each for each in columns),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for each in columns:
        if isinstance(each, _To) and each.indexed:
            _index(name, each.name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _long(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _must(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float(), nullable=False)


def _count(name: str, value: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), server_default=value, nullable=False)
