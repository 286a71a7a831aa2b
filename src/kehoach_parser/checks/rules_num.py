"""NUM: how the parts of a document are numbered."""

from collections.abc import Iterator

from kehoach_parser.checks.rule import Hit, as_noticed, edit, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.model import Severity


@rule(
    "NUM001", "label-jump", Severity.WARNING,
    title=("Số thứ tự nhảy", "The numbering jumps"),
    message=("{message}", "{message}"),
    why=("Số thứ tự nhảy làm sai viện dẫn đến mục, điểm và thường là dấu hiệu bị mất đoạn.",
         "A jump makes references to points wrong, and mostly says that a passage is lost."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    fires=edit(("III. TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN")),
    silent=edit(("2. Yêu cầu: Phân", "2 - Yêu cầu: Phân")),
)  # fmt: skip
def label_jump(subject: Subject) -> Iterator[Hit]:
    """Find labels that leave out a number."""
    yield from as_noticed(subject, "label-jump")


@rule(
    "NUM002", "label-repeat", Severity.WARNING,
    title=("Số thứ tự lặp lại", "The numbering repeats"),
    message=("{message}", "{message}"),
    why=("Hai mục cùng số thì không viện dẫn được mục nào.",
         "Of two units with one number neither can be cited."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    fires=edit(("2. Yêu cầu: Phân", "1. Yêu cầu: Phân")),
    silent=edit(("2. Yêu cầu: Phân", "2.1. Yêu cầu: Phân")),
)  # fmt: skip
def label_repeat(subject: Subject) -> Iterator[Hit]:
    """Find labels that stand twice."""
    yield from as_noticed(subject, "label-repeat")
