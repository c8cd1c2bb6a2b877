"""What a column of a list can mean."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """The meaning of one column."""

    ORDER_NUMBER = "order_number"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    MIDDLE_NAME = "middle_name"
    GIVEN_NAME = "given_name"
    PHONE = "phone"
    OTHER_PHONE = "other_phone"
    LOGIN = "login"
    UNIT = "unit"
    POSITION = "position"
    STAFF_TYPE = "staff_type"
    BIRTH = "birth"
    BIRTH_DAY_FIRST = "birth_day_first"
    BIRTH_MONTH_FIRST = "birth_month_first"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    BIRTH_OF_MEN = "birth_of_men"
    BIRTH_OF_WOMEN = "birth_of_women"
    GENDER = "gender"
    MALE_MARK = "male_mark"
    FEMALE_MARK = "female_mark"
    EMAIL = "email"
    STAFF_CODE = "staff_code"
    RECORD = "record"
    REGISTERED = "registered"
    COMPLETED = "completed"
    NOT_REGISTERED = "not_registered"
    NOT_COMPLETED = "not_completed"
    REGISTERED_ON = "registered_on"
    COMPLETED_ON = "completed_on"
    SCORE = "score"
    ATTEMPTS = "attempts"
    NOTE = "note"
    NATIONAL_ID = "national_id"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY = "party"
    EMPLOYMENT = "employment"
    RELATION = "relation"
    COMMUNE = "commune"
    OTHER_MATTER = "other_matter"
    FORM_TIME = "form_time"
    IGNORED = "ignored"


FIELD_TITLES: dict[Field, str] = {
    Field.ORDER_NUMBER: "Số thứ tự",
    Field.FULL_NAME: "Họ và tên",
    Field.FAMILY_NAME: "Họ và tên đệm",
    Field.MIDDLE_NAME: "Tên đệm",
    Field.GIVEN_NAME: "Tên",
    Field.PHONE: "Số điện thoại",
    Field.OTHER_PHONE: "Số điện thoại khác",
    Field.LOGIN: "Tài khoản",
    Field.UNIT: "Đơn vị",
    Field.POSITION: "Chức vụ",
    Field.STAFF_TYPE: "Loại (cán bộ, công chức …)",
    Field.BIRTH: "Ngày sinh",
    Field.BIRTH_DAY_FIRST: "Ngày sinh (ngày/tháng/năm)",
    Field.BIRTH_MONTH_FIRST: "Ngày sinh (tháng/ngày/năm)",
    Field.BIRTH_DAY: "Ngày sinh: cột ngày",
    Field.BIRTH_MONTH: "Ngày sinh: cột tháng",
    Field.BIRTH_YEAR: "Ngày sinh: cột năm",
    Field.BIRTH_OF_MEN: "Ngày sinh (nam)",
    Field.BIRTH_OF_WOMEN: "Ngày sinh (nữ)",
    Field.GENDER: "Giới tính",
    Field.MALE_MARK: "Đánh dấu nam",
    Field.FEMALE_MARK: "Đánh dấu nữ",
    Field.EMAIL: "Thư điện tử",
    Field.STAFF_CODE: "Mã cán bộ",
    Field.RECORD: "Mã Tiến Độ",
    Field.REGISTERED: "Đã đăng ký",
    Field.COMPLETED: "Đã hoàn thành",
    Field.NOT_REGISTERED: "Chưa đăng ký",
    Field.NOT_COMPLETED: "Chưa hoàn thành",
    Field.REGISTERED_ON: "Ngày đăng ký",
    Field.COMPLETED_ON: "Ngày hoàn thành",
    Field.SCORE: "Điểm",
    Field.ATTEMPTS: "Số lượt thi",
    Field.NOTE: "Ghi chú",
    Field.NATIONAL_ID: "Số giấy tờ cá nhân (không đọc)",
    Field.ETHNICITY: "Dân tộc (không đọc)",
    Field.RELIGION: "Tôn giáo (không đọc)",
    Field.PARTY: "Đảng, đoàn (không đọc)",
    Field.EMPLOYMENT: "Tình trạng công tác",
    Field.RELATION: "Quan hệ với cán bộ (dòng người thân không đọc)",
    Field.COMMUNE: "Xã, phường (người của xã khác không nhập)",
    Field.OTHER_MATTER: "Việc khác (không nhập)",
    Field.FORM_TIME: "Thời gian của biểu mẫu (không nhập)",
    Field.IGNORED: "Bỏ qua",
}

PRIVATE_FIELDS = frozenset({Field.NATIONAL_ID, Field.ETHNICITY, Field.RELIGION, Field.PARTY})
"""Recognised so that they can be left out: the law wants no more data than the job needs."""

BIRTH_ORDERS = {Field.BIRTH_DAY_FIRST: "day_first", Field.BIRTH_MONTH_FIRST: "month_first"}
"""Births of which the officer has said which part is the day."""

NAME_FIELDS = frozenset({Field.FULL_NAME, Field.GIVEN_NAME})

NEGATIONS = {
    Field.REGISTERED: Field.NOT_REGISTERED,
    Field.COMPLETED: Field.NOT_COMPLETED,
}
"""The columns in which an x says the contrary."""

TOLD_UNREAD = frozenset({Field.OTHER_MATTER, Field.FORM_TIME})
"""Not read, and told: somebody could take them for marks."""

PASSED_OVER = TOLD_UNREAD | {Field.IGNORED}
"""The columns that say nothing of anybody."""

UNREAD_FIELDS = PRIVATE_FIELDS | PASSED_OVER | {Field.ORDER_NUMBER}
