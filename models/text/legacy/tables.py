"""The tables of the old Vietnamese 8-bit encodings, as converters of the time wrote them.

A single-byte table maps a byte to its letter; every other byte stands for itself.
"""

from __future__ import annotations


def _spread(runs: dict[int, str]) -> dict[int, str]:
    return {start + at: letter for start, run in runs.items() for at, letter in enumerate(run)}


# TCVN 5712:1993 VN3 ("ABC") has no accented capitals; fonts ending in H draw capitals.
TCVN3_BYTES = _spread(
    {
        0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
        0xB5: "àảãáạ",
        0xBB: "ằẳẵắ",
        0xC6: "ặầẩẫấậè",
        0xCE: "ẻẽéẹềểễếệìỉ",
        0xDC: "ĩíịò",
        0xE1: "ỏõóọồổỗốộờởỡớợù",
        0xF1: "ủũúụừửữứựỳỷỹýỵ",
    }
)

VISCII_BYTES = _spread(
    {
        0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
        0x90: "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
        0xA1: "ắằặấầẩậẽẹếềểễệốồ",
        0xB1: "ổỗỠƠộờởịỰỨỪỬơớƯÀ",
        0xC1: "ÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐ",
        0xD1: "ứÒÓÔạỷừửÙÚỹỵÝỡưà",
        0xE1: "áâãảăữẫèéêẻìíĩỉđ",
        0xF1: "ựòóôõỏọụùúũủýợỮ",
    }
)

VPS_BYTES = _spread(
    {
        0x80: "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ",
        0x90: "Ế",
        0x93: "ỀỂỄỐỒỔỖýỷỵỚỜỞ",
        0xA1: "ắằẳẵặỠớÙờởỡŨỨợỪổ",
        0xB1: "ỬỲỸÍÌộỈĨÓửữÒỎÕựầ",
        0xC1: "ÁÂấẩẫậđẻÉÊẹỉễịỹƯ",
        0xD1: "ỦồốÔỏơÈừứÚũưÝẺ",
        0xE0: "àáâãảạă",
        0xE8: "èéêẽìí",
        0xEF: "ĩẴĐòóôõ",
        0xF7: "Ơụùúủ",
        0xFD: "ỶẼỳ",
    }
)

# VNI-Windows writes a base letter and then a mark: base -> (marks, letters).
VNI_PAIRS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "u": ("ùøûõï", "úùủũụ"),
    "ö": ("ùøûõï", "ứừửữự"),
    "y": ("ùøûõ", "ýỳỷỹ"),
}
VNI_SINGLES = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
