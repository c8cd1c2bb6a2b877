"""Documents: signers by issuer, choices, wordings, issued files, exports, templates."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Signers so far are those of the People's Committee; the preset's organisers are known."""
    op.add_column("signers", _text("issuer", "ubnd"))
    for name in ("organizer", "report_url", "entry_address"):
        op.add_column("contests", _text(name))
    op.add_column("prizes", _text("honour"))
    op.add_column("frozen_reports", _long("issue"))
    _fill_preset()
    _make(
        "document_choices",
        _must("kind"),
        _must("name"),
        _long("value"),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_document_choices_kind_name")),
    )
    _make(
        "wordings",
        _must("kind"),
        _long("text"),
        sa.UniqueConstraint("kind", name=op.f("uq_wordings_kind")),
    )
    _make(
        "issued_files",
        _to("issued_files", "report_id", "frozen_reports"),
        *map(_must, ("format", "name", "sha256")),
        _number("size"),
    )
    op.create_index(op.f("ix_issued_files_report_id"), "issued_files", ["report_id"])
    op.create_index(op.f("ix_issued_files_sha256"), "issued_files", ["sha256"])
    _make(
        "export_log",
        sa.Column("at", sa.DateTime(), nullable=False),
        *map(_must, ("who", "kind", "format")),
        _text("title"),
        *map(_number, ("people", "phones")),
        *map(_text, ("place", "reason", "figures_hash")),
    )
    _make(
        "city_templates",
        *map(_must, ("name", "way", "file_name", "sha256", "sheet")),
        _number("size"),
        sa.UniqueConstraint("name", name=op.f("uq_city_templates_name")),
    )
    op.create_index(op.f("ix_city_templates_sha256"), "city_templates", ["sha256"])
    _make(
        "city_template_cells",
        _to("city_template_cells", "template_id", "city_templates"),
        *map(_must, ("place", "value")),
        _to("city_template_cells", "unit_id", "units", may=True),
    )
    op.create_index(
        op.f("ix_city_template_cells_template_id"), "city_template_cells", ["template_id"]
    )


def _fill_preset() -> None:
    """The letters name the organisers, where entries go, and who gives the certificates."""
    op.execute(
        "UPDATE contests SET"
        " organizer = 'Sở Khoa học và Công nghệ thành phố Hải Phòng',"
        " entry_address = 'https://daotaotructuyen.haiphong.gov.vn/'"
        " WHERE code = 'ai-2026'"
    )
    op.execute(
        "UPDATE prizes SET honour = 'Giấy khen của Giám đốc Sở Khoa học và Công nghệ'"
        " WHERE contest_id IN (SELECT id FROM contests WHERE code = 'ai-2026')"
    )


def _make(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _to(table: str, name: str, other: str, *, may: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{other}.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=may)


def _text(name: str, usual: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.String(), server_default=usual, nullable=False)


def _long(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _must(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)
