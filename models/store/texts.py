"""The texts of the statements that the first page asks. Written by
`packaging/statements/write_texts.py`; what they say is changed where they are declared.
"""

from __future__ import annotations

from models.store.prepared import Prepared

ROSTER_PERSON_ROWS = Prepared(
    declared="models.roster.declared.PERSON_ROWS",
    text="""
SELECT people.id, people.uid, people.name, people.name_key, people.name_search, people.name_sort, people.unit_id, people.position, people.staff_type, people.gender, people.birth, people.phone, people.phone_raw, people.email, people.staff_code, people.note, people.came_on, people.left_on, people.left_reason, CASE WHEN (participations.completed_on IS NOT NULL AND (CASE WHEN (participations.failed_on IS NOT NULL AND (participations.registered_on IS NULL OR participations.registered_on > participations.failed_on)) THEN participations.failed_on ELSE participations.registered_on END IS NULL OR CASE WHEN (participations.failed_on IS NOT NULL AND (participations.registered_on IS NULL OR participations.registered_on > participations.failed_on)) THEN participations.failed_on ELSE participations.registered_on END > participations.completed_on)) THEN participations.completed_on ELSE CASE WHEN (participations.failed_on IS NOT NULL AND (participations.registered_on IS NULL OR participations.registered_on > participations.failed_on)) THEN participations.failed_on ELSE participations.registered_on END END AS registered_on, participations.failed_on, participations.completed_on, participations.score, participations.attempts, participations.platform_unit, exemptions.reason AS exempt_reason, units.id AS unit_on, units.name AS unit, (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day)) AS present, (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_2) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day)) AND exemptions.id IS NULL AS counts
FROM people JOIN units ON units.id = coalesce((SELECT posts.unit_id
FROM posts
WHERE posts.person_id = people.id AND posts.main = 1 AND posts.until > :day AND (posts.since IS NULL OR posts.since <= :day) AND (posts.until IS NULL OR posts.until > :day) ORDER BY posts.until, posts.id
 LIMIT :param_1 OFFSET :param_2), people.unit_id) LEFT OUTER JOIN participations ON participations.person_id = people.id AND participations.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND participations.stage = (SELECT contests.stage
FROM contests
WHERE contests.current = 1) LEFT OUTER JOIN exemptions ON exemptions.id = (SELECT min(exemptions.id) AS min_1
FROM exemptions
WHERE exemptions.person_id = people.id AND exemptions.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND exemptions.since <= :day AND (exemptions.until IS NULL OR exemptions.until >= :day))
WHERE people.id IN (__[POSTCOMPILE_ids])
""",
    constants={"coalesce_1": False, "coalesce_2": False, "param_1": 1, "param_2": 0},
    columns=(
        "id",
        "uid",
        "name",
        "name_key",
        "name_search",
        "name_sort",
        "unit_id",
        "position",
        "staff_type",
        "gender",
        "birth",
        "phone",
        "phone_raw",
        "email",
        "staff_code",
        "note",
        "came_on",
        "left_on",
        "left_reason",
        "registered_on",
        "failed_on",
        "completed_on",
        "score",
        "attempts",
        "platform_unit",
        "exempt_reason",
        "unit_on",
        "unit",
        "present",
        "counts",
    ),
    kinds={16: "date", 17: "date", 19: "date", 20: "date", 21: "date", 28: "bool", 29: "bool"},
)

ROSTER_SECOND_POSTS = Prepared(
    declared="models.roster.declared.SECOND_POSTS",
    text="""
SELECT posts.person_id, posts.position, units.name AS unit
FROM posts JOIN people ON people.id = posts.person_id JOIN units ON units.id = posts.unit_id
WHERE posts.main = 0 AND (posts.since IS NULL OR posts.since <= :day) AND (posts.until IS NULL OR posts.until > :day) AND posts.unit_id != coalesce((SELECT posts.unit_id
FROM posts
WHERE posts.person_id = people.id AND posts.main = 1 AND posts.until > :day AND (posts.since IS NULL OR posts.since <= :day) AND (posts.until IS NULL OR posts.until > :day) ORDER BY posts.until, posts.id
 LIMIT :param_1 OFFSET :param_2), people.unit_id) AND posts.person_id IN (__[POSTCOMPILE_ids]) ORDER BY posts.id
""",
    constants={"param_1": 1, "param_2": 0},
    columns=(
        "person_id",
        "position",
        "unit",
    ),
    kinds={},
)

ROSTER_KEYS = Prepared(
    declared="models.roster.declared.KEYS",
    text="""
SELECT people.id, coalesce((SELECT posts.unit_id
FROM posts
WHERE posts.person_id = people.id AND posts.main = 1 AND posts.until > :day AND (posts.since IS NULL OR posts.since <= :day) AND (posts.until IS NULL OR posts.until > :day) ORDER BY posts.until, posts.id
 LIMIT :param_1 OFFSET :param_2), people.unit_id) AS unit_on, people.name_search, people.name_key, people.phone, people.position, people.note, (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day)) AS present
FROM people ORDER BY people.name_sort, people.id
""",
    constants={"param_1": 1, "param_2": 0, "coalesce_1": False},
    columns=(
        "id",
        "unit_on",
        "name_search",
        "name_key",
        "phone",
        "position",
        "note",
        "present",
    ),
    kinds={7: "bool"},
)

ROSTER_UNIT_KEYS = Prepared(
    declared="models.roster.declared.UNIT_KEYS",
    text="""
SELECT units.id, units.name_search
FROM units
""",
    constants={},
    columns=(
        "id",
        "name_search",
    ),
    kinds={},
)

ROSTER_REGISTERED = Prepared(
    declared="models.roster.declared.REGISTERED",
    text="""
SELECT participations.person_id
FROM participations
WHERE participations.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND participations.stage = (SELECT contests.stage
FROM contests
WHERE contests.current = 1) AND (coalesce(participations.registered_on <= :day, :coalesce_1) = 1 OR coalesce(participations.failed_on <= :day, :coalesce_2) = 1 OR coalesce(participations.completed_on <= :day, :coalesce_3) = 1)
""",
    constants={"coalesce_1": False, "coalesce_2": False, "coalesce_3": False},
    columns=("person_id",),
    kinds={},
)

ROSTER_FAILED = Prepared(
    declared="models.roster.declared.FAILED",
    text="""
SELECT participations.person_id
FROM participations
WHERE participations.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND participations.stage = (SELECT contests.stage
FROM contests
WHERE contests.current = 1) AND coalesce(participations.failed_on <= :day, :coalesce_1) = 1 AND coalesce(participations.completed_on <= :day, :coalesce_2) = 0
""",
    constants={"coalesce_1": False, "coalesce_2": False},
    columns=("person_id",),
    kinds={},
)

ROSTER_COMPLETED = Prepared(
    declared="models.roster.declared.COMPLETED",
    text="""
SELECT participations.person_id
FROM participations
WHERE participations.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND participations.stage = (SELECT contests.stage
FROM contests
WHERE contests.current = 1) AND coalesce(participations.completed_on <= :day, :coalesce_1) = 1
""",
    constants={"coalesce_1": False},
    columns=("person_id",),
    kinds={},
)

ROSTER_EXEMPTED = Prepared(
    declared="models.roster.declared.EXEMPTED",
    text="""
SELECT exemptions.person_id
FROM exemptions
WHERE exemptions.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND exemptions.since <= :day AND (exemptions.until IS NULL OR exemptions.until >= :day)
""",
    constants={},
    columns=("person_id",),
    kinds={},
)

ROSTER_FIRST_EVER = Prepared(
    declared="models.roster.declared.FIRST_EVER",
    text="""
SELECT people.id
FROM people
WHERE people.id IN (SELECT people.id
FROM people ORDER BY people.name_sort, people.id
 LIMIT :lines OFFSET :param_1) ORDER BY people.name_sort, people.id
""",
    constants={"param_1": 0},
    columns=("id",),
    kinds={},
)

ROSTER_FIRST_PRESENT = Prepared(
    declared="models.roster.declared.FIRST_PRESENT",
    text="""
SELECT people.id
FROM people
WHERE people.id IN (SELECT people.id
FROM people ORDER BY people.name_sort, people.id
 LIMIT :lines OFFSET :param_1) AND (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day)) ORDER BY people.name_sort, people.id
""",
    constants={"param_1": 0, "coalesce_1": False},
    columns=("id",),
    kinds={},
)

ROSTER_SCORED = Prepared(
    declared="models.roster.declared.SCORED",
    text="""
SELECT EXISTS (SELECT participations.id
FROM participations
WHERE participations.contest_id = (SELECT contests.id
FROM contests
WHERE contests.current = 1) AND participations.stage = (SELECT contests.stage
FROM contests
WHERE contests.current = 1) AND participations.score IS NOT NULL) AS scored
""",
    constants={},
    columns=("scored",),
    kinds={0: "bool"},
)

ROSTER_LAST_ID = Prepared(
    declared="models.roster.declared.LAST_ID",
    text="""
SELECT max(people.id) AS last
FROM people
""",
    constants={},
    columns=("last",),
    kinds={},
)

ROSTER_PRESENT = Prepared(
    declared="models.roster.declared.PRESENT",
    text="""
SELECT count(*) AS people
FROM people
WHERE (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day))
""",
    constants={"coalesce_1": False},
    columns=("people",),
    kinds={},
)

ROSTER_UNITS = Prepared(
    declared="models.roster.declared.UNITS",
    text="""
SELECT units.id, units.uid, units.name, units.name_key, units.name_search, units.kind, units.parent_id, units.position
FROM units ORDER BY units.position, units.id
""",
    constants={},
    columns=(
        "id",
        "uid",
        "name",
        "name_key",
        "name_search",
        "kind",
        "parent_id",
        "position",
    ),
    kinds={},
)

ROSTER_PEOPLE_BY_UNIT = Prepared(
    declared="models.roster.declared.PEOPLE_BY_UNIT",
    text="""
SELECT people.unit_id, count(*) AS people
FROM people
WHERE (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day)) GROUP BY people.unit_id
""",
    constants={"coalesce_1": False},
    columns=(
        "unit_id",
        "people",
    ),
    kinds={},
)

ROSTER_MOVING = Prepared(
    declared="models.roster.declared.MOVING",
    text="""
SELECT people.unit_id AS stored, coalesce((SELECT posts.unit_id
FROM posts
WHERE posts.person_id = people.id AND posts.main = 1 AND posts.until > :day AND (posts.since IS NULL OR posts.since <= :day) AND (posts.until IS NULL OR posts.until > :day) ORDER BY posts.until, posts.id
 LIMIT :param_1 OFFSET :param_2), people.unit_id) AS unit_on
FROM people
WHERE people.id IN (SELECT posts.person_id
FROM posts
WHERE posts.main = 1 AND posts.until > :day) AND (people.came_on IS NULL OR people.came_on <= :day) AND NOT (coalesce(people.left_on <= :day, :coalesce_1) = 1 OR people.id IN (SELECT absences.person_id
FROM absences
WHERE absences.since <= :day AND absences.until >= :day))
""",
    constants={"param_1": 1, "param_2": 0, "coalesce_1": False},
    columns=(
        "stored",
        "unit_on",
    ),
    kinds={},
)

ROSTER_CONTACTS = Prepared(
    declared="models.roster.declared.CONTACTS",
    text="""
SELECT unit_contacts.id, unit_contacts.unit_id, unit_contacts.role, unit_contacts.name, unit_contacts.position, unit_contacts.phone, unit_contacts.email
FROM unit_contacts ORDER BY unit_contacts.id
""",
    constants={},
    columns=(
        "id",
        "unit_id",
        "role",
        "name",
        "position",
        "phone",
        "email",
    ),
    kinds={},
)

ROSTER_ALIASES = Prepared(
    declared="models.roster.declared.ALIASES",
    text="""
SELECT unit_aliases.id, unit_aliases.unit_id, unit_aliases.alias, unit_aliases.alias_key
FROM unit_aliases ORDER BY unit_aliases.id
""",
    constants={},
    columns=(
        "id",
        "unit_id",
        "alias",
        "alias_key",
    ),
    kinds={},
)

ROSTER_SAVED_FILTERS = Prepared(
    declared="models.roster.declared.SAVED_FILTERS",
    text="""
SELECT saved_filters.id, saved_filters.name, saved_filters."query"
FROM saved_filters
""",
    constants={},
    columns=(
        "id",
        "name",
        "query",
    ),
    kinds={},
)

CONTESTS_CURRENT = Prepared(
    declared="models.contests.declared.CURRENT",
    text="""
SELECT contests.id, contests.code, contests.name, contests.short_name, contests.platform, contests.course_url, contests.target, contests.current, contests.score_rule, contests.pass_mark, contests.form_mark, contests.meeting_mark, contests.least_minutes, contests.stage, contests.registered_word, contests.completed_word, contests.one_mark, contests.closed_on, contests.purged_on, contests.escalate_after, contests.escalate_days, contests.jury_scale, contests.organizer, contests.report_url, contests.entry_address, contests.purpose, contests.keep_until
FROM contests
WHERE contests.current = 1
""",
    constants={},
    columns=(
        "id",
        "code",
        "name",
        "short_name",
        "platform",
        "course_url",
        "target",
        "current",
        "score_rule",
        "pass_mark",
        "form_mark",
        "meeting_mark",
        "least_minutes",
        "stage",
        "registered_word",
        "completed_word",
        "one_mark",
        "closed_on",
        "purged_on",
        "escalate_after",
        "escalate_days",
        "jury_scale",
        "organizer",
        "report_url",
        "entry_address",
        "purpose",
        "keep_until",
    ),
    kinds={7: "bool", 16: "bool", 17: "date", 18: "date", 26: "date"},
)

CONTESTS_STAGES = Prepared(
    declared="models.contests.declared.STAGES",
    text="""
SELECT stages.id, stages.contest_id, stages.number, stages.name, stages.starts_on, stages.ends_on, stages.internal_ends_on, stages.task, stages.kind
FROM stages
WHERE stages.contest_id = :contest ORDER BY stages.number
""",
    constants={},
    columns=(
        "id",
        "contest_id",
        "number",
        "name",
        "starts_on",
        "ends_on",
        "internal_ends_on",
        "task",
        "kind",
    ),
    kinds={4: "date", 5: "date", 6: "date"},
)

CONTESTS_LEVELS = Prepared(
    declared="models.contests.declared.LEVELS",
    text="""
SELECT levels.id, levels.contest_id, levels.least, levels.word, levels.tone
FROM levels
WHERE levels.contest_id = :contest ORDER BY levels.least
""",
    constants={},
    columns=(
        "id",
        "contest_id",
        "least",
        "word",
        "tone",
    ),
    kinds={},
)

CONTESTS_PRIZES = Prepared(
    declared="models.contests.declared.PRIZES",
    text="""
SELECT prizes.id, prizes.contest_id, prizes.rank, prizes.count, prizes.amount, prizes.honour
FROM prizes
WHERE prizes.contest_id = :contest ORDER BY prizes.id
""",
    constants={},
    columns=(
        "id",
        "contest_id",
        "rank",
        "count",
        "amount",
        "honour",
    ),
    kinds={},
)

OFFICE_COMMUNE = Prepared(
    declared="models.office.declared.COMMUNE",
    text="""
SELECT communes.id, communes.name, communes.kind, communes.code, communes.place, communes.province
FROM communes
""",
    constants={},
    columns=(
        "id",
        "name",
        "kind",
        "code",
        "place",
        "province",
    ),
    kinds={},
)

OFFICE_UNITS = Prepared(
    declared="models.office.declared.UNITS",
    text="""
SELECT count(*) AS units
FROM units
""",
    constants={},
    columns=("units",),
    kinds={},
)

JOURNAL_NEWEST = Prepared(
    declared="models.journal.declared.NEWEST",
    text="""
SELECT changes.id, changes.at, changes.who, changes.kind, changes.summary, changes.state, changes.target_id, changes.row_count, changes.salt, changes.content_hash, changes.link, changes.pack_id
FROM changes
WHERE changes.state = :state ORDER BY changes.id DESC
 LIMIT :param_1 OFFSET :param_2
""",
    constants={"param_1": 1, "param_2": 0},
    columns=(
        "id",
        "at",
        "who",
        "kind",
        "summary",
        "state",
        "target_id",
        "row_count",
        "salt",
        "content_hash",
        "link",
        "pack_id",
    ),
    kinds={1: "datetime"},
)

JOURNAL_OLDEST = Prepared(
    declared="models.journal.declared.OLDEST",
    text="""
SELECT changes.id, changes.at, changes.who, changes.kind, changes.summary, changes.state, changes.target_id, changes.row_count, changes.salt, changes.content_hash, changes.link, changes.pack_id
FROM changes
WHERE changes.state = :state ORDER BY changes.id
 LIMIT :param_1 OFFSET :param_2
""",
    constants={"param_1": 1, "param_2": 0},
    columns=(
        "id",
        "at",
        "who",
        "kind",
        "summary",
        "state",
        "target_id",
        "row_count",
        "salt",
        "content_hash",
        "link",
        "pack_id",
    ),
    kinds={1: "datetime"},
)

JOURNAL_LAST_SAVED = Prepared(
    declared="models.journal.declared.LAST_SAVED",
    text="""
SELECT changes.at
FROM changes ORDER BY changes.id DESC
 LIMIT :param_1 OFFSET :param_2
""",
    constants={"param_1": 1, "param_2": 0},
    columns=("at",),
    kinds={0: "datetime"},
)
