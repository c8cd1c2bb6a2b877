"""The posts that head units, by what the name of a unit begins with and by its khối."""

from __future__ import annotations

from models.records import UnitKind

HeadingPosts = tuple[str, ...]

VILLAGE_HEADS: HeadingPosts = (
    "trưởng thôn", "trưởng xóm", "trưởng bản", "trưởng ấp", "trưởng buôn", "trưởng khu dân cư",
    "trưởng khu phố", "trưởng khu", "tổ trưởng tổ dân phố", "tổ trưởng dân phố",
)  # fmt: skip
# A thôn has groups of its own, each with a "tổ trưởng" who does not head the thôn.
_STREET: HeadingPosts = (*VILLAGE_HEADS, "tổ trưởng")
_OFFICE: HeadingPosts = ("chánh văn phòng",)
_BOARD: HeadingPosts = ("trưởng ban",)
_CENTRE: HeadingPosts = ("giám đốc", "trưởng trung tâm")
CHAIR: HeadingPosts = ("chủ tịch",)
SECRETARY: HeadingPosts = ("bí thư",)

# What the name of a unit begins with, and who heads it then; the longest that fits is right.
BY_NAME: tuple[tuple[str, HeadingPosts], ...] = (
    ("văn phòng", _OFFICE),
    ("phòng", ("trưởng phòng",)),
    ("trung tâm", _CENTRE),
    ("trường", ("hiệu trưởng", "giám đốc")),
    ("trạm", ("trạm trưởng", "trưởng trạm", "giám đốc")),
    ("công an", ("trưởng công an",)),
    ("ban chỉ huy", ("chỉ huy trưởng",)),
    ("ban quản lý", (*_CENTRE, *_BOARD)),
    ("ban", _BOARD),
    ("ủy ban kiểm tra", ("chủ nhiệm",)),
    ("ủy ban", CHAIR),
    ("lãnh đạo ủy ban", CHAIR),
    ("thường trực ủy ban", CHAIR),
    ("thường trực hội đồng", CHAIR),
    ("thường trực đảng ủy", SECRETARY),
    ("hội đồng", CHAIR),
    ("hội", CHAIR),
    ("công đoàn", CHAIR),
    ("đoàn", SECRETARY),
    ("đảng ủy", SECRETARY),
    ("chi bộ", SECRETARY),
    ("thôn", VILLAGE_HEADS),
    ("xóm", VILLAGE_HEADS),
    ("bản", VILLAGE_HEADS),
    ("ấp", VILLAGE_HEADS),
    ("buôn", VILLAGE_HEADS),
    ("khu", VILLAGE_HEADS),
    ("tổ dân phố", _STREET),
    ("tổ", ("tổ trưởng",)),
    ("đội", ("đội trưởng",)),
)
BY_KIND: dict[UnitKind, HeadingPosts] = {
    UnitKind.PARTY: (*SECRETARY, *_OFFICE, *_BOARD, "chủ nhiệm"),
    UnitKind.COUNCIL: (*CHAIR, *_BOARD),
    UnitKind.GOVERNMENT: (*CHAIR, "trưởng phòng", *_OFFICE, *_CENTRE),
    UnitKind.FRONT: (*CHAIR, *SECRETARY),
    UnitKind.PUBLIC_SERVICE: (*_CENTRE, *_BOARD),
    UnitKind.SCHOOL: ("hiệu trưởng", "giám đốc"),
    UnitKind.HEALTH: ("trạm trưởng", "trưởng trạm", "giám đốc"),
    UnitKind.FORCES: ("chỉ huy trưởng", "trưởng công an"),
    UnitKind.VILLAGE: _STREET,
}
EVERY_POST: HeadingPosts = tuple(
    dict.fromkeys(
        each for posts in (*BY_KIND.values(), *(posts for _, posts in BY_NAME)) for each in posts
    )
)
SHORT_POSTS = {
    "ht": "hiệu trưởng", "tp": "trưởng phòng", "gđ": "giám đốc", "cht": "chỉ huy trưởng",
    "cvp": "chánh văn phòng", "ct": "chủ tịch", "bt": "bí thư", "tt": "trưởng thôn",
}  # fmt: skip
PLACE_WORDS = frozenset(("xã", "phường", "thị", "trấn", "đặc", "khu", "của"))
