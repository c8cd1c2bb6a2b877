"""Texts as they are pasted, with the truth: who is surely meant, what is open, who is nobody.

`sure` and `open` are short names of the made-up roster, `open` those among whom the officer
chooses, one set for each mention; `nobody` are texts that name nobody of the roster.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.models.marking.roster import CLINIC, OFFICE, SCHOOL


class Case(NamedTuple):
    text: str
    sure: tuple[str, ...] = ()
    open: tuple[tuple[str, ...], ...] = ()
    nobody: tuple[str, ...] = ()


LANS = ("lan1", "lan2")
KIENS = ("kien a", "kien b")

CASES = {
    "names only": Case("Nguyễn Văn An\nTrần Thị Bình\nPhạm Đức Cường", ("an", "binh", "cuong")),
    "phones only": Case("0912345678\n0982.103.591\n84378551902", ("an", "binh", "lan1")),
    "phones in one line": Case("0912345678, 0982103591; 0378551902", ("an", "binh", "lan1")),
    "phones with only spaces": Case("0912345678 0982103591", ("an", "binh")),
    "numbered": Case("1. Nguyễn Văn An\n2) Trần Thị Bình\n3/ Đỗ Thị Hòa", ("an", "binh", "hoa")),
    "numbered without space": Case("1.Nguyễn Văn An\n2.Trần Thị Bình", ("an", "binh")),
    "bullets": Case("- Nguyễn Văn An\n+ Trần Thị Bình\n• Đỗ Thị Hòa", ("an", "binh", "hoa")),
    "ticks": Case("✅ Nguyễn Văn An\n☑️Trần Thị Bình\n1️⃣ Đỗ Thị Hòa", ("an", "binh", "hoa")),
    "hearts": Case("Nguyễn Văn An ❤️❤️\n👍 Trần Thị Bình 👍", ("an", "binh")),
    "several in a line": Case(
        "Nguyễn Văn An, Trần Thị Bình và Đỗ Thị Hoà đã đăng ký rồi ạ", ("an", "binh", "hoa")
    ),
    "only spaces between": Case("Nguyễn Văn An Trần Thị Bình Phạm Đức Cường", ("an", "binh", "cuong")),
    "title and phone": Case("Chị Lan - 0378551902", ("lan1",)),
    "titles": Case("Đ/c Nguyễn Văn An\nđồng chí Trần Thị Bình\nThS. Đỗ Thị Hòa", ("an", "binh", "hoa")),
    "name and phone": Case("Lê Thị Lan 0378 551 902\nLê Thị Lan", ("lan1",), (LANS,)),
    "phone before name": Case("0912345678 Nguyễn Văn An 0982103591 Trần Thị Bình", ("an", "binh")),
    "phone below name": Case("Lê Thị Lan\n0378551902", ("lan1",)),
    "old prefix": Case("Lê Thị Lan 01678551902", ("lan1",)),
    "country code": Case("+84 912 345 678\n(+84)982103591", ("an", "binh")),
    "lost zero": Case("912345678\n982103591", ("an", "binh")),
    "photo: O for 0": Case("Nguyễn Văn An O912345678", ("an",)),
    "photo: l for 1 with a name": Case("Nguyễn Văn An 09l2345678", ("an",)),
    "photo: l for 1 alone": Case("09l2345678", (), (("an",),)),
    "photo: 0 in a name": Case("Hoàng Kim 0anh", (), (("oanh",),)),
    "photo: 0 in a name with its phone": Case("Hoàng Kim 0anh 0966777888", ("oanh",)),
    "photo: no marks": Case("Nguyen Van An\nDo Thi Hoa", (), (("an",), ("hoa",))),
    "no marks, with phone": Case("nguyen van an 0912345678", ("an",)),
    "no marks in the name itself": Case("Cao Kim Loan", ("loan",)),
    "photo: a letter lost": Case("Nguyễn Văn Ann\nTrần Thị Bìn", (), (("an",), ("binh",))),
    "missing middle name": Case("Phạm Cường", (), (("cuong",),)),
    "i and y": Case("Nguyễn Thị Lí", (), (("ly",),)),
    "capitals": Case("NGUYỄN VĂN AN\nTRẦN THỊ BÌNH ĐÃ ĐĂNG KÝ", ("an", "binh")),
    "lower case": Case("nguyễn văn an\ntrần thị bình đã xong", ("an", "binh")),
    "decomposed": Case("Nguyễn Văn An\nĐỗ Thị Hòa", ("an", "hoa")),
    "tones placed otherwise": Case("Đỗ Thị Hoà", ("hoa",)),
    "another tone is another person": Case("Đặng Văn Bình", ("binh2",)),
    "no tone, two people": Case("Đặng Văn Binh", (), (("binh2", "binh3"),)),
    "unmarked, two people": Case("Pham Thi Thuy", (), (("thuy1", "thuy2"),)),
    "namesakes": Case("Lê Thị Lan", (), (LANS,)),
    "namesakes told by unit": Case(f"Lê Thị Lan - {SCHOOL}\nLê Thị Lan (Trạm Y tế)", LANS),
    "namesakes told by heading": Case(f"{SCHOOL}:\n1. Lê Thị Lan\n{CLINIC}\n1. Lê Thị Lan", LANS),
    "namesakes with letters": Case("Trần Trung Kiên A\nTrần Trung Kiên", ("kien a",), (KIENS,)),
    "another unit": Case(f"Nguyễn Văn An - {SCHOOL}", (), (("an",),)),
    "an unknown unit": Case("Nguyễn Văn An - Trường THPT Bình Giang", (), (("an",),)),
    "another phone": Case("Nguyễn Văn An 0999888777", (), (("an",),)),
    "the phone of somebody else": Case("Nguyễn Văn An 0982103591", (), (("an", "binh"),)),
    "a phone of two": Case("0944555666", (), (("chin", "muoi"),)),
    "a phone of two with the name": Case("Đào Thị Mười 0944555666", ("muoi",)),
    "a phone of the office": Case("02203812345", (), (("an2",),)),
    "somebody who left": Case("Ngô Văn Tám\n0933444555", (), (("tam",), ("tam",))),
    "only a given name": Case("chị Hòa, anh Cường", (), (("hoa",), ("cuong",))),
    "a part of the name": Case("Cô Lan Anh", (), (("lan anh",),)),
    "one person twice": Case("Nguyễn Văn An\n0912345678\nnguyen van an 0912345678", ("an",)),
    "nobody": Case(
        "Hoàng Văn Không Có\nKsor H'Lan\n0999999999",
        nobody=("Hoàng Văn Không Có", "Ksor H'Lan", "0999999999"),
    ),
    "a longer name": Case("Nguyễn Văn An Bình", (), (("an",),)),
    "a name before the name": Case("Đỗ Nguyễn Văn An", (), (("an",),)),
    "talk around": Case(f"em là Nguyễn Văn An {OFFICE.lower()} em đăng ký rồi ạ", ("an",)),
    "greeting": Case("Em chào chị Lan ạ, trường em có 2 người:\nNguyễn Văn An", ("an",)),
    "addressed": Case("Kính gửi: Bà Đỗ Thị Hòa - Phó Chủ tịch\nNguyễn Văn An", ("an",), (("hoa",),)),
    "signed": Case("Nguyễn Văn An\nNgười lập\nTrần Thị Bình", ("an",), (("binh",),)),
    "sent in Zalo": Case("[08:15, 08/06/2026] Lan Anh: Em gửi ds ạ\nNguyễn Văn An", ("an",)),
    "said not to": Case("Nguyễn Văn An chưa đăng ký\nTrần Thị Bình ❌", (), (("an",), ("binh",))),
    "under a denial": Case(
        "Chưa đăng ký:\nNguyễn Văn An\nĐã đăng ký:\nTrần Thị Bình", ("binh",), (("an",),)
    ),
    "a table of Excel": Case(
        f"STT\tHọ và tên\tĐơn vị\tSĐT\n1\tNguyễn Văn An\t{OFFICE}\t0912345678\n"
        f"2\tLê Thị Lan\t{CLINIC}\t",
        ("an", "lan2"),
    ),
    "two columns for a name": Case("1\tNguyễn Văn\tAn\t0912345678\n2\tĐỗ Thị\tHòa\t", ("an", "hoa")),
    "positions": Case("Phạm Đức Cường - Hiệu trưởng\nTrần Thị Bình - Y sĩ", ("cuong", "binh")),
    "dates and hours": Case("Nguyễn Văn An 08/06/2026 08:15\n7/6 Trần Thị Bình", ("an", "binh")),
    "quotation marks": Case("“Nguyễn Văn An”; 'Trần Thị Bình'", ("an", "binh")),
    "a given name beside its phone": Case("An 0912345678\nC. Hòa 0901234567", ("an", "hoa")),
    "a given name beside another's phone": Case("Bình 0912345678", (), (("an", "binh", "binh2"),)),
    "words beside a phone": Case("minh thư 0912345678", (), (("an",),)),
    "talk beside a phone": Case("đã đăng ký 0912345678 rồi ạ\nSĐT: 0982103591", ("an", "binh")),
    "a phone to call": Case("Cần hỏi gì liên hệ 0912345678", (), (("an",),)),
    "name and unit without a sign between": Case(
        f"Nguyễn Văn An {OFFICE}\nem Phạm Đức Cường {SCHOOL} đăng ký rồi ạ", ("an", "cuong")
    ),
    "a name like the word for a body": Case(
        "Trầm Thị Thu Tâm\nchị Phong", nobody=("Trầm Thị Thu Tâm", "Phong")
    ),
    "nothing": Case("Dạ vâng ạ. Em cảm ơn chị nhiều!\n🙏🙏"),
}  # fmt: skip
