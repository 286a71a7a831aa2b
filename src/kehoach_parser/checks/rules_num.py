"""NUM: how the parts of a document are numbered."""

from typing import Final

from kehoach_parser.checks.rule import edit, noticing, rule
from kehoach_parser.model import Severity

LABEL_JUMP: Final = rule(
    "NUM001", "label-jump", Severity.WARNING,
    title=("Số thứ tự nhảy", "The numbering jumps"),
    why=("Số thứ tự nhảy làm sai viện dẫn đến mục, điểm và thường là dấu hiệu bị mất đoạn.",
         "A jump makes references to points wrong, and mostly says that a passage is lost."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    fires=edit(("III. TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN")),
    silent=edit(("2. Yêu cầu: Phân", "2 - Yêu cầu: Phân")),
)(noticing("label-jump"))  # fmt: skip


LABEL_REPEAT: Final = rule(
    "NUM002", "label-repeat", Severity.WARNING,
    title=("Số thứ tự lặp lại", "The numbering repeats"),
    why=("Hai mục cùng số thì không viện dẫn được mục nào.",
         "Of two units with one number neither can be cited."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    fires=edit(("2. Yêu cầu: Phân", "1. Yêu cầu: Phân")),
    silent=edit(("2. Yêu cầu: Phân", "2.1. Yêu cầu: Phân")),
)(noticing("label-repeat"))  # fmt: skip
