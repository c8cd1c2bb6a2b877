"""A large made-up corpus of names as lists hold them; the same for the same seed."""

import random
import unicodedata

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lâm Mai Đoàn"
FAMILY += " Trịnh Hà Cao Lương Tạ Chu Tô Quách Đào Phùng Thái Vương Khổng Tống Lò Giàng Vàng"
MIDDLE = "Văn Thị Hữu Đức Thanh Minh Ngọc Quang Thuỳ Bích Kim Xuân Thu Hải Hồng Quốc Thế Mạnh Gia"
GIVEN = "An Anh Ánh Bình Bỉnh Châu Chi Cường Dung Dũng Đức Giang Hà Hải Hằng Hạnh Hoa Hoà Hòa Hùng"
GIVEN += " Hương Khánh Lan Linh Long Mai Minh Nam Nga Ngọc Oanh Phúc Quân Sơn Thảo Thuý Thúy Toàn"
GIVEN += " Tuấn Uyên Vân Yến Tú Trí Hoán Toán Loan Xoan Khoá Toà Lê Trâm Tâm Thêm Quý Lộc Khuê Thìn"
FOREIGN_GIVEN = (
    "José François Zoë Noël Björn Jürgen Søren Åsa Ñusta Chloé Renée Hélène Inés Jörg Bö"
)
FOREIGN_GIVEN += (
    " Lü Nü Günther Käthe Göran Pär Øystein Þór Ægir Maïté Anaïs Loïc Raúl Iñaki Álvaro Siân"
)
FOREIGN_FAMILY = (
    "Müller Núñez Strauß Mäki Väinö Gonçalves Peña Muñoz Lefèvre Brontë Citroën Ångström"
)
FOREIGN_FAMILY += (
    " Höß Weiß Türk Yılmaz Çelik Öztürk Đoković Łukasz Dvořák Škoda Håkon Groß Hübner Rühl"
)
OTHER = [
    "Bàn 5 m²",
    "3×4 m³",
    "Số 12 – QĐ/TU",
    "50 °C ± 2",
    "Zalo® của tôi",
    "© Xã Kẻ Sặt",
    "café",
    "§ 5",
]
OTHER += [
    "HĐND",
    "CĐ, ĐH",
    "Khoá 1",
    "a\u00adb",
    "Lê\u00adHà",
    "déjà vu",
    "Thôn Hà",
    "Xã Lê",
    "1º",
    "naïve",
]


def unicode_names(count: int, seed: int = 1) -> list[str]:
    """Mostly Vietnamese names in every case and form, some without accents, some foreign."""
    rng = random.Random(seed)
    family, middle, given = FAMILY.split(), MIDDLE.split(), GIVEN.split()
    return [_spoilt(rng, _name(rng, family, middle, given)) for _ in range(count)]


def vietnamese_names(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    family, middle, given = FAMILY.split(), MIDDLE.split(), GIVEN.split()
    return [_name(rng, family, middle, given) for _ in range(count)]


def foreign_names(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    given, family = FOREIGN_GIVEN.split(), FOREIGN_FAMILY.split()
    return [f"{rng.choice(given)} {rng.choice(family)}" for _ in range(count)]


def _name(rng: random.Random, family: list[str], middle: list[str], given: list[str]) -> str:
    return " ".join([rng.choice(family), *rng.sample(middle, rng.randint(0, 2)), rng.choice(given)])


def _spoilt(rng: random.Random, name: str) -> str:
    draw = rng.random()
    if draw < 0.10:
        return name.upper()
    if draw < 0.15:
        return without_accents(name)
    if draw < 0.20:
        return name.lower()
    if draw < 0.23:
        return unicodedata.normalize("NFD", name)
    if draw < 0.30:
        return foreign_names(1, rng.randrange(10**6))[0]
    return rng.choice(OTHER) if draw < 0.33 else name


def without_accents(name: str) -> str:
    marks = unicodedata.normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in marks if not unicodedata.combining(letter))
