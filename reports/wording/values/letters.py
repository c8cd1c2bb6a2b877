"""Places of letters that remind: their values come from what stands in the annex."""

from __future__ import annotations

from reports.wording.places import WordingPlace

REMINDER_LETTER, UNIT_REMINDER_LETTER = "reminder-letter", "unit-reminder-letter"
UNITS_IN_ANNEX, PEOPLE_IN_ANNEX, ITS_UNIT, REPORTS_TO = (
    "các đơn vị trong phụ lục",
    "số người trong phụ lục",
    "đơn vị",
    "nơi nhận báo cáo",
)
LETTER_PLACES = (
    WordingPlace(
        UNITS_IN_ANNEX,
        "Những đơn vị mà phụ lục kể tên.",
        "Các đơn vị có tỷ lệ tham gia thấp",
        (REMINDER_LETTER,),
    ),
    WordingPlace(
        PEOPLE_IN_ANNEX,
        "Bao nhiêu người của đơn vị còn thiếu gì.",
        "07 người chưa đăng ký",
        (UNIT_REMINDER_LETTER,),
    ),
    WordingPlace(
        ITS_UNIT, "Đơn vị nhận công văn.", "Trường Mầm non Kẻ Sặt", (UNIT_REMINDER_LETTER,)
    ),
    WordingPlace(
        REPORTS_TO,
        "Phòng Văn hóa - Xã hội; công văn gửi chính phòng thì là UBND.",
        "Phòng Văn hóa - Xã hội xã",
        (UNIT_REMINDER_LETTER,),
    ),
)
