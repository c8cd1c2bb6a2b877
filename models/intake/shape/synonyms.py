"""What people write above columns, folded: lower case, no diacritics, no punctuation.

A header must match a whole entry. Within a field the earlier entry wins when two columns of a
table claim the same field.
"""

from __future__ import annotations

from models.intake.shape.fields import Field

_NAMES = """
    ho va ten; ho ten; hoten; hovaten; ho va ten can bo; ho ten can bo; ho ten vien chuc; ho va
    ten vien chuc; ho ten cong chuc; ho va ten cbccvc; ho ten cbccvc; ho va ten can bo cong chuc;
    ho va ten can bo cong chuc vien chuc; ho va ten can bo cong chuc vien chuc nguoi lao dong; ho
    va ten khai sinh; ho ten khai sinh; ho ten day du; ho va ten day du; ten can bo; ten nhan
    vien; ho ten nhan vien; ho va ten nhan vien; ho ten giao vien; ho va ten giao vien; ho ten cb
    gv nv; ho va ten cb gv nv; ho ten thi sinh; ho va ten thi sinh; thi sinh; nguoi du thi; ho ten
    nguoi du thi; ho va ten nguoi du thi; ho ten hoc vien; ho va ten hoc vien; hoc vien; ho ten
    dang vien; ho va ten dang vien; ho ten doan vien; ho va ten doan vien; ten day du; nguoi dang
    ky; ho ten nguoi dang ky; ho va ten nguoi dang ky; ho ten nguoi tham gia; ho va ten nguoi tham
    gia; can bo; nhan su; ho ten nhan su; full name; fullname; name; ho va ten chu in hoa; ho ten
    don vi; ho va ten don vi; ho ten va don vi; ho va ten va don vi; ho ten don vi cong tac; ho va
    ten don vi cong tac; ten
"""

_TABLE: dict[Field, str] = {
    Field.ORDER_NUMBER: "stt; tt; so tt; so thu tu; no; thu tu; s tt; st t; #; stt stt",
    Field.FULL_NAME: _NAMES,
    Field.FAMILY_NAME: """
        ho dem; ho va ten dem; ho va ten lot; ho lot; ho; ho va dem; ho ten dem; ho va chu
        dem; ho chu lot; last name; surname
    """,
    Field.MIDDLE_NAME: "ten dem; dem; chu dem; ten lot; chu lot; middle name",
    Field.GIVEN_NAME: """
        ten goi; dem va ten; ten dem va ten; chu dem va ten; ten lot va ten; first name; given
        name
    """,
    Field.PHONE: """
        so dien thoai; sdt; dien thoai; so dien thoai di dong; so dien thoai ca nhan; so dien
        thoai dang ky; sdt dang ky onetouch; so dien thoai dang ky onetouch; tai khoan
        onetouch; so dt; dt; dt di dong; dt dd; so dt di dong; di dong; so di dong; so dtdd;
        dtdd; sdt dd; sdt di dong; dien thoai di dong; dien thoai ca nhan; dien thoai lien he;
        so dien thoai lien he; so dien thoai lien lac; dien thoai lien lac; sdt lien he; lien
        he; so dien thoai zalo; zalo; sdt zalo; so zalo; dien thoai zalo; sdt dang ky; so may;
        so phone; phone number; phone; tel; telephone; mobile; mobile phone; hotline; dthoai;
        so dthoai
    """,
    Field.LOGIN: """
        ten dang nhap; tai khoan; ten tai khoan; tai khoan dang nhap; tai khoan du thi; ten truy
        cap; username; user name; user; login; account; ma du thi; ma thi sinh
    """,
    Field.UNIT: """
        don vi; ten don vi; don vi cong tac; co quan don vi; co quan don vi cong tac; co quan;
        co quan cong tac; noi cong tac; noi lam viec; don vi dang cong tac; phong ban; phong
        ban don vi; don vi phong ban; don vi bo phan; bo phan; phong; ban; phong to; to bo
        phan; bo phan cong tac; don vi truong; truong; ten truong; don vi truc thuoc; thon to
        dan pho; thon tdp; thon; to dan pho; tdp; thon khu dan cu; khu dan cu; to; to chuyen
        mon; co so doan; chi bo; unit; department; organization; school
    """,
    Field.POSITION: """
        chuc vu; chuc danh; chuc vu chuc danh; chuc danh chuc vu; chuc vu chuc danh hien tai;
        chuc vu hien nay; chuc vu don vi; vi tri viec lam; vi tri; vi tri cong tac; chuc vu
        cong tac; vai tro; nhiem vu; cong viec; chuc danh nghe nghiep; cv;
        position; title; job title
    """,
    Field.STAFF_TYPE: """
        doi tuong; loai; nhom doi tuong; loai hinh; loai can bo; loai lao dong; phan loai;
        dien; ngach; loai hop dong; cb cc vc; cbccvc; can bo cong chuc vien chuc; nhom; thanh
        phan; category
    """,
    Field.BIRTH: """
        ngay sinh; ngay thang nam sinh; ngay thang sinh; ngay thang nam; nam sinh; ns; ntns;
        nt ns; ngay sinh nam sinh; ngay nam sinh; sinh ngay; sinh nam; ngay thang nam sinh dd
        mm yyyy; dob; date of birth; birthday; birth date
    """,
    Field.BIRTH_DAY: """
        ngay sinh ngay; ngay thang nam sinh ngay; nam sinh ngay; sinh ngay ngay; ngay thang
        sinh ngay
    """,
    Field.BIRTH_MONTH: """
        thang sinh; ngay sinh thang; ngay thang nam sinh thang; nam sinh thang; sinh ngay
        thang; ngay thang sinh thang
    """,
    Field.BIRTH_OF_MEN: """
        ngay sinh nam; nam sinh nam; ngay thang nam sinh nam; sinh nam nam; ngay thang nam
        sinh cua nam
    """,
    Field.BIRTH_OF_WOMEN: """
        ngay sinh nu; nam sinh nu; ngay thang nam sinh nu; sinh nam nu; ngay thang nam sinh
        cua nu
    """,
    Field.GENDER: "gioi tinh; gt; nam nu; phai; gioi; gioi tinh nam nu; gender; sex",
    Field.MALE_MARK: "nam; gioi tinh nam; gt nam",
    Field.FEMALE_MARK: "nu; gioi tinh nu; gt nu",
    Field.EMAIL: """
        email; e mail; mail; thu dien tu; dia chi email; dia chi thu dien tu; hop thu; hop thu
        dien tu; email cong vu; thu dien tu cong vu; email ca nhan; gmail
    """,
    Field.STAFF_CODE: """
        ma cong chuc; ma cc; ma vien chuc; ma vc; ma cbccvc; ma can bo; ma cb; ma nv; ma nhan
        vien; ma so can bo; ma so vien chuc; ma so cong chuc; so hieu cong chuc; so hieu cbcc;
        msvc; mscb; ma the; ma giao vien; ma gv; ma dinh danh cbccvc; ma so; ma; code;
        employee id
    """,
    Field.RECORD: "ma tien do; ma tien do khong sua",
    Field.REGISTERED: """
        da dang ky; dang ky; tinh trang dang ky; dang ky du thi; dang ky tham gia; da dang ky
        tham gia; da dang ky hoc; da dang ky tai khoan; trang thai dang ky; ket qua dang ky;
        dk; da dk; dang ky hoc tap; dang ky onetouch; registered
    """,
    Field.COMPLETED: """
        da hoan thanh; hoan thanh; hoan thanh khoa hoc; da hoan thanh khoa hoc; tinh trang
        hoan thanh; trang thai hoan thanh; hoan thanh bai thi; da hoan thanh bai thi; da thi;
        trang thai bai thi; tinh trang bai thi; trang thai lam bai; tinh trang lam bai; trang
        thai thi; tinh trang thi;
        du thi; da du thi; ket qua hoan thanh; ket qua; tien do; trang thai; tinh trang; tien
        do hoc; tien do hoc tap; ht; da ht; da lam bai; completed; status; progress
    """,
    Field.NOT_REGISTERED: "chua dang ky; chua tham gia; chua dk; chua dang ky tai khoan",
    Field.NOT_COMPLETED: """
        chua hoan thanh; chua ht; chua thi; chua du thi; chua lam bai; chua hoan thanh khoa
        hoc; chua hoan thanh bai thi; khong hoan thanh; chua dat; khong dat
    """,
    Field.REGISTERED_ON: """
        ngay dang ky; thoi gian dang ky; ngay dk; ngay gio dang ky; ngay dang ky tham gia;
        registered on; enrollment date
    """,
    Field.COMPLETED_ON: """
        ngay hoan thanh; thoi gian hoan thanh; ngay ht; ngay thi; thoi gian thi; ngay hoan
        thanh khoa hoc; ngay lam bai; thoi diem hoan thanh; ngay nop bai; nop bai; thoi gian nop
        bai; thoi diem nop bai; ngay gio nop bai; ngay gio thi; ngay du thi; thoi gian du thi;
        completed on; completion date; completed at; finished at; submitted at; submitted on
    """,
    Field.SCORE: """
        diem; so diem; diem thi; ket qua thi; diem so; diem cao nhat; diem kiem tra; diem bai
        thi; tong diem; score; grade
    """,
    Field.ATTEMPTS: """
        so lan thi; so luot thi; so luot; so lan; luot thi; lan thi; so lan lam bai; attempts
    """,
    Field.NOTE: """
        ghi chu; chu thich; ly do; ghi chu khac; ghi chu ly do; note; notes; remark; remarks;
        y kien; gc
    """,
    Field.NATIONAL_ID: """
        cccd; so cccd; cmnd; so cmnd; so cmnd cccd; cmnd cccd; so cccd cmnd; cccd cmnd; can
        cuoc; so can cuoc; can cuoc cong dan; so can cuoc cong dan; the can cuoc; so the can
        cuoc; so dinh danh; so dinh danh ca nhan; ma dinh danh; ma dinh danh ca nhan; ma so
        dinh danh; so cmt; cmt; so cmtnd; ho chieu; so ho chieu; so cccd so dinh danh ca nhan;
        ma so bhxh; so so bhxh; so bhxh; ma so thue; ma so thue ca nhan; so tai khoan; so tai
        khoan ngan hang
    """,
    Field.ETHNICITY: "dan toc; thanh phan dan toc; ethnicity",
    Field.RELIGION: "ton giao; religion",
    Field.PARTY: """
        dang vien; la dang vien; dang; ngay vao dang; ngay vao dang chinh thuc; ngay chinh
        thuc; so the dang; so the dang vien; ly luan chinh tri; trinh do ly luan chinh tri;
        trinh do chinh tri; doan vien; ngay vao doan; chinh tri; llct
    """,
    Field.IGNORED: """
        so bao danh; sbd;
        trinh do; trinh do chuyen mon; chuyen mon; que quan; noi sinh; dia chi; ho khau; noi
        o; noi o hien nay; cho o hien nay; dia chi thuong tru; thuong tru; tam tru; he so
        luong; luong; bac luong; nam cong tac; ngay vao lam; ngay vao nganh; chu ky; ky ten;
        ky nhan; ky; mat khau; password; thoi gian lam bai; ten bai thi; bai thi; khoa hoc;
        xa; huyen; tinh; thanh pho; tuoi; anh; hinh anh; trinh do hoc van; van hoa; ngoai ngu;
        tin hoc; ly do khong nhan
    """,
}

SYNONYMS: dict[str, tuple[Field, int]] = {
    " ".join(text.split()): (field, rank)
    for field, texts in _TABLE.items()
    for rank, text in enumerate(texts.split(";"))
}
"""Folded header text → its field and its rank within the field (0 is the most telling)."""
