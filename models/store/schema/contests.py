"""The contests, who takes part in them, and what the platform and the city say of it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    false,
)

from models.store.schema.naming import metadata, text

contests = Table(
    "contests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("short_name", String, nullable=False),
    text("platform"),
    text("course_url"),
    Column("target", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    # Which attempt counts, and the score from which one completes; NULL: as the files say.
    Column("score_rule", String, nullable=False, server_default="best"),
    Column("pass_mark", Float),
    # What an answer to a form, or being in a meeting so long, comes to; NULL: not chosen.
    Column("form_mark", String),
    Column("meeting_mark", String),
    Column("least_minutes", Float, nullable=False, server_default="0"),
    # The number of the stage whose marks are worked on.
    Column("stage", Integer, nullable=False, server_default="1"),
    # What the two marks are called; of a contest with one mark only the second is counted.
    text("registered_word"),
    text("completed_word"),
    Column("one_mark", Boolean, nullable=False, server_default=false()),
    # Closed on this day: the figures are frozen, nothing of it is marked any more.
    Column("closed_on", Date),
    # The names behind it were taken away for good on this day; the counts stay as frozen.
    Column("purged_on", Date),
    # After so many reminders, or so many days after the first, the chairman is to be told.
    Column("escalate_after", Integer, nullable=False, server_default="2"),
    Column("escalate_days", Integer, nullable=False, server_default="3"),
    # The highest score that a juror of the commune gives an entry.
    Column("jury_scale", Integer, nullable=False, server_default="100"),
    # Who is reported to, in which sheet, and where entries are sent.
    text("organizer"),
    text("report_url"),
    text("entry_address"),
    # What the personal data of it is for, and the day from which nobody needs it any more.
    text("purpose"),
    Column("keep_until", Date),
)

stages = Table(
    "stages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("internal_ends_on", Date),
    text("task"),
    # "each" person, one chosen "entry" of the commune, or its "presentation".
    Column("kind", String, nullable=False, server_default="each"),
    UniqueConstraint("contest_id", "number"),
)

# What a rate is called, from `least` per cent on: "thấp", "đạt". `tone` is its colour.
levels = Table(
    "levels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("least", Float, nullable=False),
    Column("word", String, nullable=False),
    Column("tone", String, nullable=False),
)

prizes = Table(
    "prizes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("rank", String, nullable=False),
    Column("count", Integer, nullable=False),
    Column("amount", Integer, nullable=False),
    # What goes with the money: "Giấy khen của Giám đốc Sở Khoa học và Công nghệ".
    text("honour"),
)

participations = Table(
    "participations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    # The stage whose marks these are, by its number.
    Column("stage", Integer, nullable=False, server_default="1"),
    # A day, and beside it the minute of it (0 to 1439); NULL: at no known time of that day.
    Column("registered_on", Date),
    Column("registered_minute", Integer),
    # Took part without passing, first on this day; completing leaves it as it was.
    Column("failed_on", Date),
    Column("failed_minute", Integer),
    Column("completed_on", Date),
    Column("completed_minute", Integer),
    Column("score", Float),
    Column("attempts", Integer),
    text("platform_unit"),
    text("account"),
    # The newest reconciliation in whose file the person was, and whether as completed.
    Column("seen_in", Integer),
    Column("seen_completed", Boolean),
    # A mark that the platform does not bear out any more, until somebody keeps it or takes it away.
    text("doubt_mark"),
    text("doubt_kind"),
    text("doubt_by"),
    Column("doubt_on", Date),
    UniqueConstraint("person_id", "contest_id", "stage"),
)

exemptions = Table(
    "exemptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("reason", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    text("note"),
    # The paper that says so: "Quyết định số 12/QĐ-UBND ngày 01/6/2026".
    text("proof"),
)

# One file of the platform that was matched with the roster, with what came of it.
reconciliations = Table(
    "reconciliations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("as_of", Date, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("matched", Integer, nullable=False),
    Column("wrong_unit", Integer, nullable=False),
    Column("not_on_roster", Integer, nullable=False),
    Column("not_registered", Integer, nullable=False),
    Column("uncertain", Integer, nullable=False),
    Column("regressed", Integer, nullable=False),
    Column("registered", Integer, nullable=False),
    Column("completed", Integer, nullable=False),
    # The ids of the units that the file speaks of, as "3,14"; empty: of all units.
    text("units"),
    # A meeting or a form: it says nothing of how things stand on the platform.
    Column("attended", Boolean, nullable=False, server_default=false()),
    # The stage whose marks it told of, by its number.
    Column("stage", Integer, nullable=False, server_default="1"),
)

# Somebody whom the platform has under another unit. Closed and opened again by files.
wrong_unit_slips = Table(
    "wrong_unit_slips",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("platform_unit", String, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("opened_by", String, nullable=False),
    Column("closed_on", Date),
    text("closed_by"),
    Column("times", Integer, nullable=False),
    UniqueConstraint("person_id", "contest_id"),
)

# A count that the city gave, without names; without a unit it is that of the commune.
official_figures = Table(
    "official_figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), index=True),
    Column("day", Date, nullable=False),
    Column("total", Integer),
    Column("registered", Integer),
    Column("completed", Integer),
    text("source"),
    # The stage that was counted, by its number.
    Column("stage", Integer, nullable=False, server_default="1"),
)
