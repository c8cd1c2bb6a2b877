"""What commune offices abbreviate in the names of units, and the words that say little.

A key is one word of a match key without its full stop; where an abbreviation has several
readings, all stand here and the units decide which one is meant.
"""

from __future__ import annotations

from itertools import pairwise

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "p": ("phòng", "phường"),
    "x": ("xã",),
    "tp": ("thành phố",),
    "đk": ("đặc khu",),
    "bp": ("bộ phận",),
    "vp": ("văn phòng",),
    "lđ": ("lãnh đạo",),
    "đv": ("đơn vị",),
    "tt": ("trung tâm", "thường trực", "thị trấn"),
    "ttr": ("thường trực",),
    "ub": ("ủy ban",),
    "ubnd": ("ủy ban nhân dân",),
    "hđnd": ("hội đồng nhân dân",),
    "hdnd": ("hội đồng nhân dân",),
    "nd": ("nhân dân",),
    "đu": ("đảng ủy",),
    "vpđu": ("văn phòng đảng ủy",),
    "ubkt": ("ủy ban kiểm tra",),
    "xdđ": ("xây dựng đảng",),
    "bxdđ": ("ban xây dựng đảng",),
    "xd": ("xây dựng",),
    "mttq": ("mặt trận tổ quốc", "mặt trận tổ quốc việt nam"),
    "mt": ("mặt trận",),
    "tq": ("tổ quốc",),
    "vn": ("việt nam",),
    "mttqvn": ("mặt trận tổ quốc việt nam",),
    "ubmttq": ("ủy ban mặt trận tổ quốc", "ủy ban mặt trận tổ quốc việt nam"),
    "ubmttqvn": ("ủy ban mặt trận tổ quốc việt nam",),
    "ct": ("chính trị",),
    "ctxh": ("chính trị xã hội",),
    "vh": ("văn hóa",),
    "xh": ("xã hội",),
    "vhxh": ("văn hóa xã hội",),
    "pvhxh": ("phòng văn hóa xã hội",),
    "vhtt": ("văn hóa thông tin", "văn hóa thể thao"),
    "kt": ("kinh tế", "kiểm tra"),
    "pkt": ("phòng kinh tế",),
    "ht": ("hạ tầng", "hộ tịch"),
    "đt": ("đô thị",),
    "ktht": ("kinh tế hạ tầng",),
    "kthtđt": ("kinh tế hạ tầng đô thị",),
    "hc": ("hành chính",),
    "hcc": ("hành chính công",),
    "pv": ("phục vụ",),
    "pvhcc": ("phục vụ hành chính công",),
    "ttpvhcc": ("trung tâm phục vụ hành chính công",),
    "dv": ("dịch vụ",),
    "sn": ("sự nghiệp",),
    "dvsn": ("dịch vụ sự nghiệp",),
    "dvsnc": ("dịch vụ sự nghiệp công",),
    "ttdvsnc": ("trung tâm dịch vụ sự nghiệp công",),
    "snc": ("sự nghiệp công",),
    "ql": ("quản lý",),
    "qlda": ("quản lý dự án",),
    "bqlda": ("ban quản lý dự án",),
    "đtxd": ("đầu tư xây dựng",),
    "qs": ("quân sự",),
    "bch": ("ban chỉ huy", "ban chấp hành"),
    "ch": ("chỉ huy",),
    "chqs": ("chỉ huy quân sự",),
    "bchqs": ("ban chỉ huy quân sự",),
    "ca": ("công an",),
    "cax": ("công an xã",),
    "yt": ("y tế",),
    "tyt": ("trạm y tế",),
    "tr": ("trường",),
    "trg": ("trường",),
    "th": ("tiểu học",),
    "tth": ("trường tiểu học",),
    "thcs": ("trung học cơ sở",),
    "tthcs": ("trường trung học cơ sở",),
    "thpt": ("trung học phổ thông",),
    "mn": ("mầm non",),
    "tmn": ("trường mầm non",),
    "mg": ("mẫu giáo",),
    "gd": ("giáo dục",),
    "gdđt": ("giáo dục đào tạo",),
    "gdtx": ("giáo dục thường xuyên",),
    "gdnn": ("giáo dục nghề nghiệp",),
    "htcđ": ("học tập cộng đồng",),
    "t": ("thôn", "tổ"),
    "dp": ("dân phố",),
    "tdp": ("tổ dân phố",),
    "kp": ("khu phố",),
    "kdc": ("khu dân cư",),
    "hpn": ("hội phụ nữ", "hội liên hiệp phụ nữ"),
    "lhpn": ("liên hiệp phụ nữ",),
    "hlhpn": ("hội liên hiệp phụ nữ",),
    "hnd": ("hội nông dân",),
    "ccb": ("cựu chiến binh",),
    "hccb": ("hội cựu chiến binh",),
    "đtn": ("đoàn thanh niên",),
    "tncs": ("thanh niên cộng sản",),
    "hcm": ("hồ chí minh",),
    "tnxp": ("thanh niên xung phong",),
    "cđ": ("công đoàn",),
    "lđlđ": ("liên đoàn lao động",),
    "htx": ("hợp tác xã",),
    "nn": ("nông nghiệp",),
    "qtdnd": ("quỹ tín dụng nhân dân",),
}

DOUBTFUL: dict[str, tuple[str, ...]] = {"ttyt": ("trung tâm y tế", "trạm y tế")}
"""Abbreviations of which one reading is asked about, even where only one unit reads so."""

NOT_SAID = frozenset({"và", "thuộc"})
"""Words that a dash or a comma stands for just as well."""

NUMBERED = frozenset("thôn tổ khu phố xóm đội cụm ấp số".split())  # noqa: SIM905
"""Words after which I, II, V … are numbers."""

MAY_BE_LEFT_OUT = frozenset(
    "trường thôn xóm làng khu phố dân cư các khối bộ phận xã phường đặc việt nam tổ số".split()  # noqa: SIM905
)
"""Words without which a unit is still recognised, to be suggested."""

GENERIC = MAY_BE_LEFT_OUT | {
    word for readings in ABBREVIATIONS.values() for reading in readings for word in reading.split()
}
"""Words of offices, not of places: another order or a lost mark in them names nobody else."""

KNOWN_PAIRS = frozenset(
    pair
    for readings in ABBREVIATIONS.values()
    for reading in readings
    for pair in pairwise(reading.split())
)
"""Words that stand together in the names of offices: văn hóa, kinh tế, mầm non."""

COMMUNE_KINDS = ("đặc khu", "phường", "xã")
