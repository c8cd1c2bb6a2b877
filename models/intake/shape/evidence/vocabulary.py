"""The words of titles: what they name, whose it is, and what kind of word each is.

A title names a thing ("họ tên", "ngày", "phụ cấp") and often whose or which ("lãnh đạo", "nghỉ",
"chức vụ"). In Vietnamese the thing stands first, and what follows only says which.
"""

from __future__ import annotations

import re
from enum import StrEnum

from models.intake.shape.fields import Field


class Word(StrEnum):
    """What a word of a title is when it names no field by itself."""

    NAME = "name"
    ROLE = "role"
    OTHER = "other"
    KIN = "kin"
    OWN = "own"
    CODE = "code"
    DATE = "date"
    BORN = "born"
    PLACE = "place"
    MONEY = "money"
    COUNT = "count"
    LEVEL = "level"
    SIGN = "sign"
    CLASS = "class"
    ROOM = "room"
    WHEN = "when"
    MATTER = "matter"
    FILLER = "filler"


_WORDS: dict[Field | Word, str] = {
    Field.FULL_NAME: """
        ho va ten; ho ten; ho va ten khai sinh; ho ten khai sinh; full name; ten day du; ho ten day
        du; person name; employee name; student name; staff name; teacher name; member name;
        candidate name; participant name; display name; ho ten thuong dung; quy danh
    """,
    Field.FAMILY_NAME: """
        ho dem; ho va ten dem; ho ten dem; ho lot; ho va ten lot; ho ten lot; ho va dem; ho va lot;
        ho va chu dem; ho chu dem; ho chu lot; ho va chu lot; last name; lastname; surname; family
        name
    """,
    Field.MIDDLE_NAME: "ten dem; chu dem; ten lot; chu lot; middle name; middlename; ten dem lot",
    Field.GIVEN_NAME: """
        ten goi; ten rieng; dem va ten; ten dem va ten; chu dem va ten; ten lot va ten; first name;
        firstname; given name
    """,
    Word.NAME: "ten; name",
    Field.PHONE: """
        so dien thoai; sdt; so dt; dien thoai; dt; di dong; dtdd; dt dd; so dtdd; so di dong; dien
        thoai di dong; dt di dong; sdt di dong; so dien thoai di dong; so dt di dong; zalo; so zalo;
        dthoai; so dthoai; phone; phone number; phone no; mobile; mobile number; mobile phone;
        mobilephone; mobilephone number; mobile phone number; cell phone; cellphone; telephone; tel;
        hotline; so lien lac; so lien he; so may; so phone; contact number; so dien thoi; so dien
        thoa; so dien toai; so diem thoai; dien thoi; so dien thaoi; so dt dd
    """,
    Field.EMAIL: """
        email; e mail; mail; thu dien tu; dia chi email; dia chi mail; dia chi thu dien tu; hop thu;
        hop thu dien tu; hop thu cong vu; gmail; email address; email cong vu; mail cong vu
    """,
    Field.LOGIN: """
        ten dang nhap; tai khoan; ten tai khoan; tai khoan dang nhap; ten truy cap; username; user
        name; user; login; account; user id; ten nguoi dung; tk
    """,
    Field.UNIT: """
        don vi; dv; dept; dpt; don vi cong tac; co quan; co quan cong tac; co quan don vi; noi cong
        tac; noi lam viec; noi dang cong tac; phong ban; bo phan; phong ban don vi; to chuc; don vi
        phong ban;
        phong chuyen mon; phong cong tac; ban nganh; don vi truc thuoc; truong; ten truong; truong
        hoc; co so giao duc; khoa; khoa phong; khoa vien; vien; trung tam; thon; to dan pho; tdp;
        thon to dan pho; khu dan cu; khu pho; ap; khom; ban lang; thon ban; chi bo; chi doan; chi
        hoi; dang bo; to dang; to cong doan; cong doan; co so doan; to chuyen mon; to bo mon; bo
        mon; to; doi; cong ty; doanh nghiep; xi nghiep; phan xuong; chi nhanh; department;
        department name; unit; unit name; organization; organisation; organization name; office;
        division; school; school name; workplace; faculty; branch; company; don vi quan ly; don vi
        sinh hoat; noi sinh hoat; don vi chu quan; don vi du thi; don vi dang ky; ten phong; phong
        giao dich; dept; div; dv; dv cong tac
    """,
    Field.POSITION: """
        chuc vu; chuc danh; vi tri; vi tri viec lam; vi tri cong tac; vi tri cong viec; cong viec;
        nhiem vu; vai tro; nghe nghiep; chuc trach; chuc danh nghe nghiep; cong viec dam nhan;
        nhiem vu duoc giao; nhiem vu phan cong; position; job title; job position; title; role;
        designation; chuc danh cong viec; cv; chuc vu dang; chuc vu doan the; phu trach cong viec
    """,
    Field.STAFF_TYPE: """
        doi tuong; loai hinh; loai can bo; loai lao dong; nhom doi tuong; loai nhan su; dien; loai
        cong chuc; loai hop dong; hinh thuc hop dong; cbccvc nld; phan loai can bo; category
    """,
    Field.BIRTH: """
        ngay sinh; nam sinh; ngay thang nam sinh; ngay thang sinh; sinh ngay; sinh nam; sinh nam;
        ngay nam sinh; dob; date of birth; birthday; birthdate; birth date; birth day; year of
        birth; birth year; ntns; nt ns; ngaythangnamsinh; ngay thang nam; ngay sinh duong lich
    """,
    Field.GENDER: "gioi tinh; phai; gender; sex; nam nu; gioi",
    Field.ORDER_NUMBER: "stt; so tt; so thu tu; thu tu; tt; no",
    Field.NOTE: """
        ghi chu; chu thich; ly do; note; notes; remark; remarks; comment; y kien; gc; nguyen nhan;
        giai trinh
    """,
    Field.NATIONAL_ID: """
        cccd; cmnd; cmt; cmtnd; can cuoc; can cuoc cong dan; the can cuoc; chung minh nhan dan;
        chung minh thu; so dinh danh; so dinh danh ca nhan; ma dinh danh; ma dinh danh ca nhan; ho
        chieu; passport; giay to tuy than; dinh danh ca nhan; ma so bhxh; so bhxh; bhxh; bhyt; the
        bhyt; so so bhxh; ma so thue; mst; ma so thue ca nhan; tai khoan ngan hang; so tai khoan;
        so tai khoan ngan hang; stk; ngan hang; citizen id; id card; identity card; so giay to;
        bao hiem; bao hiem xa hoi; bao hiem y te; so tk; so the atm; the atm; so atm; atm; iban;
        bank; bank name; bank account; account number; tax code; tax id; social insurance;
        insurance number
    """,
    Field.ETHNICITY: "dan toc; ethnicity; ethnic",
    Field.RELIGION: "ton giao; religion",
    Field.PARTY: """
        ngay vao dang; ngay vao dang chinh thuc; ngay vao doan; vao dang; vao doan; so the dang; the
        dang; so the dang vien; so the doan; the doan; la dang vien; la doan vien; llct; ly luan
        chinh tri; chinh tri; trinh do ly luan; dang tich; thoi gian vao dang; thoi gian vao doan;
        ngay chinh thuc; nam vao dang; nam vao doan; tuoi dang
    """,
    Word.CODE: """
        ma; ma so; so hieu; ky hieu; id; code; msnv; mscb; msvc; mssv; mshv; mshs; masv; mahs; manv;
        magv; macb; mavc; so the; ma the; badge; identifier; so hieu cong chuc; so hieu vien chuc
    """,
    Word.ROLE: """
        can bo; cong chuc; vien chuc; nhan vien; nguoi lao dong; lao dong; nld; cbcc; cbccvc;
        cbcnv; cbnv; cbvc; cb; cc; vc; nv; gv; sv; hs; hv; cnv; cbgv; cb gv nv; cbgvnv; gvnv; giao
        vien; giang vien; sinh vien; hoc sinh; hoc vien; doan vien; dang vien; hoi vien; doan
        sinh; thanh vien; xa vien; uy vien; dai bieu; nguoi du thi; thi sinh; nguoi tham gia;
        nguoi hoc; nguoi dang ky; nguoi tham du; nguoi duoc cu; tre; tre em; chau; be; benh nhan;
        nguoi benh; khach hang; cong dan; ung vien; nhan su; chuyen vien; cong nhan; chien si;
        quan nhan; dan quan; tinh nguyen vien; cong tac vien; ho so; bac si; nguoi du hoc; nguoi
        tap huan; student; employee; staff; teacher; member; person; people; candidate;
        participant; worker; bcd; nguoi; doi tuong duoc cu
    """,
    Word.OTHER: """
        lanh dao; lanh dao phu trach; phu trach; nguoi phu trach; can bo phu trach; giao vien phu
        trach; nguoi quan ly; quan ly; quan ly truc tiep; cap tren; thu truong; thu truong don vi;
        chu nha; chu tro; chu nha tro; chu ho; chu so huu; chu ho kinh doanh; nguoi dai dien; dai
        dien; nguoi giam ho; giam ho; nguoi dam bao; nguoi bao lanh; nguoi gioi thieu; gioi thieu;
        nguoi lien he; ten lien he; nguoi can lien he; nguoi lien lac; nguoi bao tin; bao tin;
        lien he khan cap; nguoi nhan; nguoi nhan tien; nguoi giao; nguoi ky; nguoi duyet; nguoi
        lap; nguoi nhap; nguoi khai; nguoi ke khai; nguoi cap nhat; nguoi tao; nguoi kiem tra;
        nguoi xac nhan; nguoi tong hop; nguoi thay the; nguoi huong dan; huong dan; giao vien
        huong dan; gvhd; can bo huong dan; gvcn; giao vien chu nhiem; chu nhiem; co van; co van
        hoc tap; cvht; can bo dau moi; dau moi; hieu truong; bi thu; truong thon; to truong;
        truong phong; nguoi tiep nhan; nguoi ban giao; nguoi thuc hien; nguoi ho tro; bac si dieu
        tri; manager; supervisor; contact person; contact; emergency contact; leader; advisor;
        guardian; parent; owner; nguoi nop; ben a; ben b; giam sat; nguoi su dung dat; nguoi thua
        ke; truong nhom; nguoi theo doi; lanh dao truc; giup do; do dau; kem cap; theo doi; phoi
        hop; xu ly; phe duyet; duyet; nguoi de xuat; nguoi de nghi; nguoi chi tra; emergency;
        khan cap; in case of emergency; line manager
    """,
    Word.KIN: """
        phu huynh; cha me; bo me; ba me; cha; bo; me; vo; chong; vo chong; con; anh chi em; than
        nhan; nguoi than; gia dinh; gd; ong ba; nguoi phu thuoc; father; mother; spouse; wife;
        husband; child; relative; next of kin; kin; family member; thanh vien gia dinh; thanh vien
        khac; ong noi; ba noi
    """,
    Word.OWN: "ca nhan; ban than; cua toi; chinh chu; rieng",
    Word.DATE: """
        ngay; ngay gio; thoi gian; thoi diem; ngay thang; date; time; thoi han; han; nam; thang;
        gio; year; month; day; moc thoi gian; dau thoi gian; timestamp
    """,
    Word.PLACE: """
        noi sinh; noi o; noi cap; noi cu tru; noi thuong tru; noi tam tru; noi dang ky; que quan;
        dia chi; dia chi lien he; thuong tru; tam tru; ho khau; cho o; cho o hien nay; nguyen
        quan; nguyen quan; so nha; ngo; duong; xa; phuong; quan; huyen; tinh; tp; thanh pho; thi
        xa; quoc tich; address; address 1; address 2; hometown; place of birth; ward; district;
        city; province; nation; noi o hien nay; ky tuc xa; ktx; ngoai tru; noi tru; noi khai sinh;
        dia ban; khu vuc
    """,
    Word.MONEY: """
        phu cap; luong; he so; he so luong; tien; so tien; muc luong; bac luong; bac; thuong; hoc
        phi; le phi; dong gop; don gia; thanh tien; tong tien; muc dong; thu nhap; cong no; ung
        ho; tro cap; muc huong; kinh phi; gia; muc; salary; amount; price; ngach; ma ngach; ngach
        bac; tong luong; tam ung; thuc linh; so du
    """,
    Word.COUNT: """
        so luong; so nguoi; tong so; si so; tong; so nam; so ngay; so thang; so lan; so luot; so
        gio; so tiet; so con; so nhan khau; so ho; tuoi; tham nien; ty le; phan tram; count;
        total; quantity; age; so buoi; so tin chi; dien tich; chieu cao; can nang; hang; xep hang;
        rank
    """,
    Word.LEVEL: """
        trinh do; trinh do chuyen mon; chuyen mon; bang cap; hoc van; hoc vi; hoc ham; van hoa;
        tin hoc; ngoai ngu; xep loai; hoc luc; hanh kiem; danh hieu; ket qua xep loai; chuyen
        nganh; nganh; nganh hoc; nganh dao tao; ten nganh; mon; mon hoc; mon thi; mon day; toan;
        van; he dao tao; khoa hoc; nien khoa; khoi luong; chung chi; ky nang; education; degree;
        major; subject; khen thuong; ky luat; danh gia; thi dua; suc khoe; nhom mau; chat luong;
        muc do; diem; he; hinh thuc; hinh anh; anh; image; image url; photo; avatar; url; link;
        website; password; mat khau; tinh trang hon nhan; hon nhan; size; ao; loai xe; bien so;
        xe; san pham; hang hoa; mat hang; ten hang; ten san pham; ten thiet bi; thiet bi; vat tu;
        tai san; du an; cong trinh; de tai; ten de tai; sang kien; ten sang kien; cau hoi; noi
        dung; y kien khac; phuong an; chu de; van ban; so van ban; trich yeu; so hieu van ban;
        dot; lan; hoc ky; nam hoc; tiet; buoi; ca; thu; tuan
    """,
    Word.SIGN: """
        ky nhan; chu ky; ky ten; ky; ky va ghi ro ho ten; ky ghi ro ho ten; xac nhan; signature;
        diem danh; ky xac nhan; ky nop; nguoi khai ky
    """,
    Word.CLASS: "lop; lop hoc; nhom; khoi; khoi lop; class; ten lop; lop sh; lop sinh hoat; group",
    Word.ROOM: "phong; phong thi; phong hoc; phong o; room; so phong; dia diem; hoi truong",
    Word.BORN: "sinh",
    Word.WHEN: """
        nghi; nghi viec; nghi huu; thoi viec; nghi phep; cap; vao; vao lam; vao nganh; vao truong;
        ky; bo nhiem; tuyen dung; het han; hieu luc; hop dong; bat dau; ket thuc; cong tac; nhap
        hoc; tot nghiep; kham; tiem; truc; thi; nop; nhan; tra; di; den; ve; lap; cap nhat; tao;
        quyet dinh; qd; bien che; chuyen den; chuyen di; tu; mat; ket hon; kham benh; vao vien; ra
        vien; nhap ngu; xuat ngu; thanh lap; gui; lam viec; phat hanh; ban hanh; hoc; len lop; dao
        tao; issue; issued; start; end; hire; hired; joined; created; updated; expiry; nhap; xuat;
        muon; nang luong; giu ngach; hen; cuoi; dau; cu; huong; chi tra; dang; sinh hoat
    """,
    Word.MATTER: """
        quan he; moi quan he; quan he voi chu ho; don vi tinh; dvt; hop dong; so hop dong; quyet
        dinh; so quyet dinh; to trinh; cap bac; quan ham; loai giay to; dinh dang ngay sinh;
        phuong tien; xa phuong; don vi hanh chinh; cong van; relationship; status; dang ky xe; so
        to; so thua; khoan
    """,
    Word.FILLER: """
        va; cua; cho; theo; the; o; tai; tren; trong; thuoc; hien nay; hien tai; dang; day du; co
        dau; chinh; chinh thuc; lien he; lien lac; so; bat buoc; thuong xuyen; su dung; truc tiep;
        duoc; cap xa; cap phuong; dang giu; dang cong tac; noi; ghi ro; viet; chu in hoa; in hoa;
        neu co; neu; voi; khi; can; day; ban; anh chi; dong chi; d c; dc; ong ba; vui long; the
        hien; duong lich; of; the; your; current; thong tin; cac; nhung; de; dung; hay dung; moi;
        tung; minh; ho tro; onetouch; one touch; he thong; nen tang; dang ky; tham gia; dang ky
        tham gia; du thi; tap huan; cong khai; nha nuoc; hanh chinh; xa; phuong; noi bo; cap; tinh
        den; thu; no; a; b; dd mm yyyy; dd mm; yyyy; mm dd yyyy; bang chu; vd; vi du; hoac; va
        ten; person; ten; chung
    """,
}


def _phrases() -> dict[str, Field | Word]:
    found: dict[str, Field | Word] = {}
    for kind, text in _WORDS.items():
        for phrase in text.split(";"):
            found.setdefault(" ".join(phrase.split()), kind)
    return found


PHRASES = _phrases()
"""Folded phrase → what it is; the first kind that names a phrase counts."""

GLUED = {phrase.replace(" ", ""): phrase for phrase in PHRASES if " " in phrase}
"""Phrases that are also written without blanks: "hoten", "ngaysinh"."""

WordPlace = tuple[int, int]
_WORD = re.compile(r"\w+")


def _longest() -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase in PHRASES:
        words = phrase.split(" ")
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


_LONGEST = _longest()
"""How many words the longest phrase has that begins with a word."""


def places_of_phrases(text: str) -> list[WordPlace]:
    """Where the phrases of a folded text begin and end, from left to right; the longest one at
    the first place."""
    words = [found.span() for found in _WORD.finditer(text)]
    places: list[WordPlace] = []
    at = 0
    while at < len(words):
        start, end = words[at]
        most = min(_LONGEST.get(text[start:end], 0), len(words) - at)
        for last in range(at + most - 1, at - 1, -1):
            if text[start : words[last][1]] in PHRASES:
                places.append((start, words[last][1]))
                at = last
                break
        at += 1
    return places
