"""Unit names of a file that seem to be one unit: proposed with a reason, joined when told."""

from models.intake.apply import apply_plan
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportDecisions, PlanOptions
from models.intake.shape.records import ShapedTable, SourceRow
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from models.text.phones import normalise_phone
from tests.factory import unit


def plan_of(file, *units: str):
    rows = tuple(
        SourceRow(
            "Trang 1", at, f"Nguyễn Văn {chr(65 + at)}n", normalise_phone(f"09120000{at:02}"), u
        )
        for at, u in enumerate(units, start=2)
    )
    table = ShapedTable(rows, (), ())
    return make_plan(file, [Source("tệp.xlsx", "0" * 64, (table,))], PlanOptions())


def units_of_people(file) -> set[str]:
    return {person.unit for person in list_people(file, PeopleQuery())}


def test_variants_of_a_new_unit_are_proposed_together_with_the_reason(file):
    plan = plan_of(file, "Trường MN Tân An", "Trường Mầm non Tân An", "Trường Mầm non Tân An")
    (group,) = plan.groups
    assert set(group.names) == {"Trường MN Tân An", "Trường Mầm non Tân An"}
    assert (group.proposed, group.people, group.unit_id) == ("Trường Mầm non Tân An", 3, None)
    assert group.why == "viết tắt"


def test_nothing_is_joined_until_the_officer_says_so(file):
    plan = plan_of(file, "Trường MN Tân An", "Trường Mầm non Tân An")
    assert apply_plan(file, plan, ImportDecisions()).new_units == 2


def test_joined_names_are_one_unit_and_an_alias_of_it(file):
    names = ("Trường MN Tân An", "Trường Mầm non Tân An")
    plan = plan_of(file, *names)
    result = apply_plan(file, plan, ImportDecisions(joined={names[0]: names[1]}))
    assert result.new_units == 1
    assert units_of_people(file) == {names[1]}
    assert names[0] in unit(file, names[1]).aliases
    again = plan_of(file, names[0])
    assert again.units[0].unit_id == unit(file, names[1]).id


def test_a_joined_name_follows_where_the_other_is_sent(file):
    school = add_unit(file, "Trường Mầm non Tân An Đông", unit(file, "Trạm Y tế xã").kind)
    names = ("Trường MN Tân An", "Trường Mầm non Tân An")
    plan = plan_of(file, *names)
    apply_plan(file, plan, ImportDecisions(units={names[1]: school}, joined={names[0]: names[1]}))
    assert units_of_people(file) == {"Trường Mầm non Tân An Đông"}
    assert set(names) <= set(unit(file, "Trường Mầm non Tân An Đông").aliases)


def test_the_same_name_in_capitals_is_one_unit_without_a_question(file):
    plan = plan_of(file, "Trường Mầm non Hoà An", "TRƯỜNG MẦM NON HÒA AN")
    assert plan.groups == ()
    before = len(list_units(file))
    assert apply_plan(file, plan, ImportDecisions()).new_units == 1
    assert len(list_units(file)) == before + 1
    assert len(units_of_people(file)) == 1


def test_a_name_that_suggests_one_unit_of_the_tree_is_proposed_to_be_it(file):
    plan = plan_of(file, "Trạm Y té xã")
    (group,) = plan.groups
    assert (group.proposed, group.unit_id) == ("Trạm Y tế xã", unit(file, "Trạm Y tế xã").id)
    assert group.why


def test_units_that_differ_in_a_tone_are_never_proposed_as_one(file):
    names = ("Trường Tiểu học Cẩm Giang", "Trường Tiểu học Cẩm Giàng", "Thôn 1", "Thôn 2")
    assert plan_of(file, *names).groups == ()


def test_the_commune_s_own_name_written_otherwise_is_asked_about(file):
    names = ("Công an xã Kẻ Sạt", "Trường THCS Sao Mai Kẻ Sạt", "Trường THCS Sao Mai Kẻ Sặt")
    own, school = plan_of(file, *names).groups
    assert own.unit_id == unit(file, "Công an xã").id
    assert (school.proposed, school.unit_id) == (names[2], None)


def test_a_name_that_suggests_several_units_is_asked_about_with_the_nearest(file):
    for name in ("Thôn Đông Lâm", "Thôn Đông Lãm"):
        add_unit(file, name, unit(file, "Trạm Y tế xã").kind)
    (group,) = plan_of(file, "Thôn Dong Lam").groups
    assert group.proposed in {"Thôn Đông Lâm", "Thôn Đông Lãm"}
    assert "cũng giống" in group.why
