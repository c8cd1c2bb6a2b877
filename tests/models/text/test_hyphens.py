import pytest

from models.text.collation import sort_key
from models.text.hyphens import HYPHENS, plain_hyphens
from models.text.names import is_plausible_name, match_key, search_fold
from models.text.phones import normalise_phone


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_every_hyphen_is_the_one_of_the_keyboard(hyphen: str) -> None:
    assert plain_hyphens(f"TH{hyphen}THCS Kẻ Sặt") == "TH-THCS Kẻ Sặt"


def test_the_soft_hyphen_is_left_alone_because_the_old_fonts_write_a_letter_with_it() -> None:
    assert plain_hyphens("H\xad\xacng") == "H\xad\xacng"


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_phones_are_read_with_any_hyphen(hyphen: str) -> None:
    grouped = f"0982{hyphen}103{hyphen}591"
    assert normalise_phone(grouped) == normalise_phone("0982-103-591")._replace(raw=grouped)
    assert normalise_phone(f"{grouped} {hyphen} 0912345678").others == ("0912345678",)
    assert normalise_phone(f"cơ quan {hyphen} {grouped}").number == "0982103591"


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_keys_and_names_know_one_hyphen(hyphen: str) -> None:
    written, plain = f"Trường TH{hyphen}THCS An Bình", "Trường TH-THCS An Bình"
    assert match_key(written) == match_key(plain)
    assert search_fold(written) == search_fold(plain)
    assert sort_key(f"Ksor H{hyphen}Nie") == sort_key("Ksor H-Nie")
    assert is_plausible_name(f"Ksor H{hyphen}Nie")
