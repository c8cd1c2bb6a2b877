"""What keys do besides the commands of the menus, as the sheet of shortcuts tells it."""

from __future__ import annotations

from typing import NamedTuple

from ui.deciding.answers import ANSWER_WORDS, REPEAT


class KeyLine(NamedTuple):
    """One line: what is done, by which keys (as they are bound), and what is no key of its own
    ("Ctrl+con lăn")."""

    words: str
    keys: tuple[str, ...] = ()
    said: str = ""


ROSTER = (
    KeyLine("Tìm người", ("Ctrl+F",)),
    KeyLine("Kết quả tìm tiếp theo, trước đó", ("F3", "Shift+F3")),
    KeyLine("Lọc danh sách", ("Ctrl+Shift+L",)),
    KeyLine("Lọc theo cột đang chọn", ("Alt+Down",)),
    KeyLine("Bỏ chọn, bỏ tìm, bỏ lọc; dừng việc đang ghi", ("Esc",)),
    KeyLine("Về cả danh sách; đóng hộp thoại", ("Ctrl+W", "Ctrl+F4")),
    KeyLine("Đánh dấu mốc đầu của cuộc thi", ("Space",)),
    KeyLine("Đánh dấu mốc hoàn thành", ("Ctrl+Shift+H",)),
    KeyLine("Lặp lại việc vừa làm", ("F4",)),
    KeyLine("Thêm người, thêm đơn vị", ("Ctrl+N",)),
    KeyLine("Sửa ô; đổi tên đơn vị", ("F2",)),
    KeyLine("Sửa thông tin một người", ("Ctrl+Return",)),
    KeyLine("Điền xuống", ("Ctrl+D",)),
    KeyLine("Lặp lại ô trên", ("Ctrl+'",)),
    KeyLine("Ghi hôm nay vào ô ngày", ("Ctrl+;",)),
    KeyLine("Xóa nội dung ô", ("Del",)),
    KeyLine("Đưa ra khỏi danh sách", ("Ctrl+-",)),
    KeyLine("Sao chép ô", ("Ctrl+C",)),
    KeyLine("Sao chép kèm tiêu đề", ("Ctrl+Shift+C",)),
    KeyLine("Sao chép cả dòng", ("Ctrl+Alt+C",)),
    KeyLine("Sao chép số điện thoại", ("Ctrl+Shift+P",)),
    KeyLine("Sao chép tin nhắn đôn đốc", ("Ctrl+Alt+M",)),
    KeyLine("Dán vào ô, hoặc dán danh sách", ("Ctrl+V",)),
    KeyLine("Xem trước và in danh sách đang hiện", ("Ctrl+P",)),
    KeyLine("Hiện, ẩn thông tin người đang chọn", ("Alt+Return",)),
    KeyLine("Về ô đầu, đến ô cuối", ("Ctrl+Home", "Ctrl+End")),
    KeyLine("Đến cuối vùng có dữ liệu", said="Ctrl+↑ ↓ ← →"),
    KeyLine("Chọn tất cả", ("Ctrl+A",)),
    KeyLine("Chọn cả dòng", ("Shift+Space", "Ctrl+Shift+Space")),
    KeyLine("Chọn cả cột", ("Ctrl+Space",)),
)
UNITS = (
    KeyLine("Chuyển đơn vị", ("Ctrl+M",)),
    KeyLine("Đưa lên, đưa xuống", ("Alt+Up", "Alt+Down")),
    KeyLine("Xem danh sách người của đơn vị", ("Ctrl+Return",)),
    KeyLine("Xuất biểu mẫu cho đơn vị", ("Ctrl+Shift+P",)),
    KeyLine("Đôn đốc đơn vị đang chọn", ("Ctrl+Alt+M",)),
    KeyLine("Xóa đơn vị trống", ("Ctrl+-",)),
)
DECIDING = (
    *(KeyLine(ANSWER_WORDS[answer], said=answer.key_words) for answer in ANSWER_WORDS),
    KeyLine("Bỏ quyết định vừa rồi", ("Ctrl+Z",)),
    KeyLine("Chọn giữa những người giống", said="← →"),
    KeyLine("Như vậy cho các dòng giống", (REPEAT,)),
    KeyLine("Mục trước, mục sau", ("Ctrl+PgUp", "Ctrl+PgDown")),
    KeyLine("Ghi kết quả", ("Ctrl+Return",)),
)
PAPERS = (
    KeyLine("In văn bản đang xem", ("Ctrl+P",)),
    KeyLine(
        "Phóng to, thu nhỏ trang đang xem trước", ("Ctrl++", "Ctrl+=", "Ctrl+-"), "Ctrl+con lăn"
    ),
    KeyLine("Trang đầu, trang cuối", ("Home", "End")),
    KeyLine("Chèn chỗ điền vào lời văn", ("Ctrl+Space",)),
    KeyLine("Lưu và đóng hộp thoại nhiều dòng", ("Ctrl+Return",)),
    KeyLine("Sao chép tin đôn đốc, ghi nhật ký", ("Return",)),
)
ANYWHERE = (
    KeyLine("Chữ to hơn, nhỏ hơn trong mọi cửa sổ", ("Ctrl++", "Ctrl+-"), "Ctrl+con lăn"),
    KeyLine("Chữ nhỏ hơn, cả khi đang chọn dòng để bỏ", said="Ctrl+Shift+−"),
    KeyLine("Trang hướng dẫn trước, sau", ("Alt+Left", "Alt+Right")),
)
KEY_GROUPS: tuple[tuple[str, tuple[KeyLine, ...]], ...] = (
    ("Trong danh sách", ROSTER),
    ("Trong trang Đơn vị", UNITS),
    ("Khi quyết định, đối soát", DECIDING),
    ("Trong báo cáo, văn bản", PAPERS),
    ("Ở mọi nơi", ANYWHERE),
)
