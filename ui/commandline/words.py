"""The words of the command line; imports nothing heavy, because every start asks here first."""

from __future__ import annotations

COMMANDS: tuple[tuple[str, str], ...] = (
    ("init", "tạo tệp dữ liệu mới"),
    ("import", "nhập danh sách từ tệp Excel"),
    ("reconcile", "đối soát với tệp xuất từ nền tảng"),
    ("mark", "đánh dấu đã đăng ký hoặc đã hoàn thành"),
    ("exempt", "ghi, kết thúc hoặc xem người không thuộc đối tượng (add, end, list)"),
    ("transfer", "chuyển đơn vị từ một ngày, hoặc sửa đơn vị ghi nhầm"),
    ("leave", "đưa người ra khỏi danh sách từ một ngày"),
    ("return", "đưa người đã rời trở lại danh sách từ một ngày"),
    ("post", "ghi, kết thúc, xóa hoặc xem vị trí kiêm nhiệm (add, end, remove, list)"),
    ("figures", "số liệu đến một ngày hoặc một giờ, thay đổi so với lần trước"),
    ("freeze", "chốt số liệu cùng danh sách đứng sau, xem số liệu đã chốt (--list, --show)"),
    ("people", "danh sách người"),
    ("report", "xuất một văn bản"),
    ("issued", "văn bản đã phát hành: xem, lưu lại, thu hồi bằng bản mới (list, reprint, recall)"),
    ("verify", "kiểm tra tệp PDF, Word, Excel nơi nhận gửi lại với bản đã phát hành"),
    ("contest", "cuộc thi: xem, chọn, tạo, sửa, đóng (list, show, use, new, set, close, reopen)"),
    (
        "entry",
        "bài dự thi: ghi, sửa, chấm, chọn đại diện, gửi, thuyết trình "
        "(list, add, set, remove, jury, score, choose, send, present)",
    ),
    ("award", "giải thưởng đã trao (list, add, set, remove)"),
    ("task", "nhiệm vụ tuyên truyền (list, add, set, remove, propose)"),
    ("document", "văn bản đến, đi (list, add, set, remove, answer, attach, save)"),
    ("remind", "đôn đốc một đơn vị, nhật ký đôn đốc, báo cáo Chủ tịch (--list, --due, --escalate)"),
    ("heads", "người đứng đầu các đơn vị, đề nghị theo chức vụ"),
    ("signer", "người ký văn bản (list, add, set, remove, use)"),
    (
        "choices",
        "nơi gửi, người ký và nội dung của một loại văn bản (--signer, --addressee, --recipient, "
        "--text)",
    ),
    (
        "fill-template",
        'điền mẫu của thành phố (TỆP --map "C7=total,C8=registered" hoặc --template TÊN; --out, '
        "--tsv, --save, --list)",
    ),
    (
        "wording",
        "lời văn của một loại văn bản (list, show LOẠI, set LOẠI TỆP, reset LOẠI, diff LOẠI, "
        "places LOẠI)",
    ),
    (
        "undo",
        "hoàn tác; lấy lại một việc bất kỳ (--entry SỐ) hoặc mọi việc từ đó (--back-to SỐ), "
        "xem trước bằng --dry-run",
    ),
    ("redo", "làm lại"),
    ("history", "lịch sử thay đổi (--limit SỐ); history SỐ: từng dòng trước và sau của một việc"),
    (
        "log",
        "nhật ký hoạt động (--since, --until NGÀY, --search CHỮ, --group NHÓM, --out TỆP.xlsx)",
    ),
    ("backup", "sao lưu tệp dữ liệu và kiểm tra bản sao"),
    ("check", "kiểm tra dữ liệu: tệp, nhật ký, các quy tắc (--mend: sửa những chỗ chắc chắn)"),
    (
        "password",
        "mật khẩu của tệp dữ liệu (set, change, remove; --sheet PDF lưu phiếu mã khôi phục)",
    ),
    ("recover", "đặt mật khẩu mới bằng mã khôi phục (--sheet PDF lưu phiếu mã mới)"),
    ("person", "phiếu dữ liệu cá nhân của một người (--phone SỐ hoặc --uid MÃ, --out TỆP)"),
    (
        "restore",
        "khôi phục từ một bản sao lưu (--to TỆP); --list: các bản hiện có và số việc sau mỗi bản",
    ),
    (
        "package",
        "gói số liệu cho thành phố; gói bàn giao có mọi dữ liệu, được mã hóa (--names hoặc "
        "--password); --city --names --reason LÝ DO: gói cho thành phố kèm họ tên",
    ),
    ("open-package", "mở gói bàn giao thành tệp dữ liệu (--to TỆP)"),
    (
        "purge",
        "xóa hẳn dữ liệu của một người (--phone SỐ, --uid MÃ) hoặc dữ liệu cá nhân của một cuộc "
        "thi đã đóng (--contest MÃ); --yes để xóa, --backups để xóa luôn bản sao lưu cũ",
    ),
    ("demo", "làm thử cả một ngày trên số liệu mẫu"),
    ("self-check", "tự kiểm tra chương trình"),
)
HELP_FLAGS = ("-h", "--help")
WINDOW_FLAGS = ("--practice",)


def names_command(argv: list[str]) -> bool:
    """Whether the arguments ask for a headless command rather than for the window."""
    names = {name for name, _ in COMMANDS}
    waiting_for_value = False
    for word in argv:
        if waiting_for_value:
            waiting_for_value = False
        elif word in ("--data", "--password-file"):
            waiting_for_value = True
        elif word in WINDOW_FLAGS:
            return False
        elif word in names or word == "--json" or word in HELP_FLAGS:
            return True
        elif not word.startswith(("--data=", "--password-file=")):
            return not word.lower().endswith((".tiendo", ".xlsx", ".xls", ".ods", ".csv"))
    return False


def help_text(program: str) -> str:
    """What `--help` prints."""
    flags = "[--data TỆP] [--password-file TỆP] [--json] [--without-log]"
    lines = [f"Cách dùng: {program} {flags} LỆNH …", "", "Các lệnh:"]
    lines += [f"  {name:<15}{words}" for name, words in COMMANDS]
    lines += ["", f"Gõ {program} LỆNH --help để xem cách dùng từng lệnh."]
    return "\n".join(lines)
