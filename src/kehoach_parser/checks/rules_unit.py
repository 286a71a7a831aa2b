"""UNIT: the bodies that a plan names."""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.checks.rule import Hit, edit, hit, noticing, rule
from kehoach_parser.checks.subject import Subject, names_many
from kehoach_parser.checks.wording import clipped
from kehoach_parser.lexicon.bodies import Body, body_of, unit_key
from kehoach_parser.model import Severity


@rule(
    "UNIT001", "task-without-unit", Severity.INFO,
    title=("Nhiệm vụ không nêu ai làm", "A task says nobody who does it"),
    message=("Không rõ ai làm: “{task}”", "Nobody is named: “{task}”"),
    why=("“5 rõ”: không nêu đơn vị chủ trì thì không ai chịu trách nhiệm.",
         "The “5 rõ” rule: without a lead nobody answers for the task."),
    source="Phương châm “5 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả",
    fires=edit(("1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng, trình Ủy ban nhân dân"
                " tỉnh ban hành", "1. Xây dựng, trình ban hành")),
    silent=edit(("1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng, trình Ủy ban nhân dân"
                 " tỉnh ban hành", "1. Giao Sở Nội vụ xây dựng, trình ban hành")),
)  # fmt: skip
def task_without_unit(subject: Subject) -> Iterator[Hit]:
    """Find tasks without a lead or a person."""
    for task in subject.unclear("lead", lambda clarity: clarity.people):
        yield hit(task.span, task=clipped(task.text))


@rule(
    "UNIT002", "body-gone", Severity.WARNING,
    title=("Cơ quan không còn tồn tại vào ngày ban hành",
           "A body no longer existed on the date of issue"),
    message=("{name} đã kết thúc hoạt động ngày {until}{successor}",
             "{name} ended on {until}{successor}"),
    why=("Sau sắp xếp bộ máy năm 2025, giao việc cho cơ quan cũ là không ai nhận.",
         "After the mergers of 2025 nobody receives what is assigned to a body that is gone."),
    source="NQ 176/2025/QH15, NQ 202/2025/QH15; bỏ cấp huyện từ 01/7/2025",
    fires=edit(("III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính tham mưu",
                "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Kế hoạch và Đầu tư tham mưu")),
    silent=edit(("của Thủ tướng Chính phủ về cải cách", "của Bộ Kế hoạch và Đầu tư về cải cách")),
)  # fmt: skip
def body_gone(subject: Subject) -> Iterator[Hit]:
    """Find who has a part in the plan (lead, help, approval) but had ended by its date."""
    issued = subject.dated
    if issued is None:
        return
    for unit in subject.plan.units:
        gone = next((b for b in _bodies(unit.name) if b.until and b.until < issued), None)
        if gone and gone.until:
            successor = f" → {gone.successor}" if gone.successor else ""
            span = unit.mentions[0] if unit.mentions else None
            yield hit(span, name=gone.name if gone.level == "territory" else unit.name,
                      until=f"{gone.until:%d/%m/%Y}", successor=successor)  # fmt: skip


def _bodies(name: str) -> Iterator[Body]:
    """Yield the body that a name means, and the territory at its end."""
    whole = body_of(name)
    if whole:
        yield whole
    for word in (" tỉnh ", " thành phố "):
        at = name.rfind(word)
        territory = body_of(name[at + 1 :]) if at >= 0 else None
        if territory and territory.level == "territory":
            yield territory


LEAD_NOT_TOLD: Final = rule(
    "UNIT003", "lead-not-told", Severity.INFO,
    title=("Đơn vị chủ trì không có trong Nơi nhận", "A lead is not among the recipients"),
    why=("Đơn vị được giao việc phải nhận được văn bản.", "Who is given a task must be told."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9",
    fires=edit(("- Sở Tài chính;\n- Các sở, ban, ngành;\n", "")),
    silent=edit(("- Sở Tài chính;\n", "")),
)(noticing("lead-not-in-recipients"))  # fmt: skip


TOLD_WITHOUT_TASK: Final = rule(
    "UNIT004", "told-without-task", Severity.INFO,
    title=("Có trong Nơi nhận nhưng không được giao việc", "A recipient has no task"),
    why=("Có thể sót nhiệm vụ, hoặc gửi thừa nơi.", "A task may be missing, or a copy too many."),
    fires=edit(("- Sở Tài chính;\n", "- Sở Tài chính;\n- Hội Nông dân tỉnh;\n")),
    silent=edit(("- Sở Nội vụ;\n", "- Thường trực Tỉnh ủy (để báo cáo);\n- Sở Nội vụ;\n")),
)(noticing("recipients-without-task"))  # fmt: skip


@rule(
    "UNIT005", "leads-and-helps", Severity.WARNING,
    title=("Một đơn vị vừa chủ trì vừa phối hợp", "One unit both leads and helps"),
    message=("{name} vừa chủ trì vừa phối hợp một nhiệm vụ", "{name} both leads a task and helps"),
    why=("Thường do chép nhầm cột; đơn vị phối hợp thật bị bỏ sót.",
         "Mostly a slip between columns; who really helps is left out."),
    fires=edit(("| Tập huấn công chức bộ phận một cửa | Sở Nội vụ | Sở Tài chính |",
                "| Tập huấn công chức bộ phận một cửa | Sở Nội vụ | Sở Nội vụ |")),
    silent=edit(("| Tập huấn công chức bộ phận một cửa | Sở Nội vụ | Sở Tài chính |",
                 "| Tập huấn công chức bộ phận một cửa | Sở Nội vụ | Các sở khác |")),
)  # fmt: skip
def leads_and_helps(subject: Subject) -> Iterator[Hit]:
    """Find tasks with a unit in both parts; `các sở, ngành` may lead some and help the others."""
    for task in subject.plan.tasks:
        leads = {unit_key(name) for name in task.lead if not names_many(name)}
        helps = (name for name in task.coordinating if not names_many(name))
        twice = next((name for name in helps if unit_key(name) in leads), None)
        if twice:
            yield hit(task.span, name=twice)
