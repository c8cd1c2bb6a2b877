"""Which entry of the help F1 opens where."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

GUIDE = "huong-dan"
PAGE_TOPICS = {
    "overview": "tong-quan",
    "roster": "danh-dau",
    "reconcile": "doi-soat",
    "units": "don-vi",
    "contest": "cuoc-thi",
    "reports": "bao-cao-van-ban",
    "data": "du-lieu",
}
"""By the key of a page: the section of the guide."""
_SUBJECTS = (
    ("bat-dau", "choice-dialog"),
    ("nhap-danh-sach", "import-wizard"),
    ("danh-dau", "mark-dialog person-dialog code-dialog filter-name"),
    ("danh-dau-tu-tin-nhan-zalo-word-chu-trong-anh", "mark-text-dialog"),
    ("nguoi-co-the-trung", "duplicates-dialog"),
    (
        "roi-danh-sach-khong-thuoc-doi-tuong-chuyen-don-vi",
        "leave-dialog exempt-dialog move-dialog back-dialog count-again-dialog posts-dialog "
        "periods-dialog answer-dialog",
    ),
    ("du-lieu-cua-mot-nguoi-xem-sua-xoa-han", "person-purge"),
    ("doi-soat", "reconcile-dialog beside-dialog pick-people"),
    ("don-vi", "kits-dialog folder-dialog"),
    ("nguoi-dung-dau", "heads-dialog"),
    ("don-doc", "reminder-dialog"),
    ("cuoc-thi", "new-contest stage-dialog level-dialog contest-settings contest-retention"),
    (
        "bai-du-thi-giai-thuong",
        "entry-dialog awards-dialog jury-dialog scores-dialog prize-dialog presenting-dialog "
        "mistaken",
    ),
    ("tuyen-truyen", "task-dialog"),
    ("van-ban-den-di", "document-dialog sending-dialog attachment-choose"),
    (
        "bao-cao-van-ban",
        "bundle-dialog recurring-dialog definition-dialog usual-dialog choices-dialog print-dialog",
    ),
    ("mau-cua-thanh-pho", "city-template-dialog"),
    ("nguoi-ky", "signers-dialog signer-dialog"),
    ("loi-van", "wording-dialog"),
    (
        "so-lieu-cua-mot-ngay-va-so-lieu-da-bao-cao",
        "freeze-dialog frozen-dialog frozen-people frozen-reports",
    ),
    ("van-ban-da-phat-hanh-kiem-tra-bao-cao", "issue-dialog verify-dialog verify-file-dialog"),
    ("lich-su-thay-doi-lay-lai-mot-viec", "change-dialog"),
    ("nhat-ky-hoat-dong", "activity-dialog"),
    ("khoi-phuc", "restore"),
    ("sao-luu", "second-place"),
    ("ban-giao", "handover"),
    ("kiem-tra-du-lieu", "data-check"),
    (
        "mat-khau",
        "password-set password-change password-remove password-new-code recovery-new unlock-dialog",
    ),
)
DIALOG_TOPICS = {name: part for part, names in _SUBJECTS for name in names.split()}
"""By the name of a dialog."""
OTHER_TOPICS = {
    "firstStart": "ngay-dau-tien",
    "update-dialog": "cai-dat#len-ban-moi",
    "about-dialog": "cai-dat",
}


def topic_of(widget: QWidget | None, page: str = "") -> str:
    """The key of the entry for where `widget` stands: the nearest that has one, else `page`."""
    while widget is not None:
        name = widget.objectName()
        if name in OTHER_TOPICS:
            return OTHER_TOPICS[name]
        if part := DIALOG_TOPICS.get(name) or PAGE_TOPICS.get(name.removeprefix("page-")):
            return f"{GUIDE}#{part}"
        widget = widget.parentWidget()
    return f"{GUIDE}#{PAGE_TOPICS[page]}" if page in PAGE_TOPICS else GUIDE
