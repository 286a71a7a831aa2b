"""From plans to the page: what the template shows, and the policy that guards it."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.page import timeline
from kehoach_parser.exporters.page.about import Field, head_fields
from kehoach_parser.exporters.page.body import body
from kehoach_parser.exporters.page.images import Leaf, leaves
from kehoach_parser.exporters.page.marks import ELEMENTS, shown
from kehoach_parser.exporters.page.references import ReferenceGroup, reference_groups
from kehoach_parser.exporters.page.tasks import (
    Choice,
    TaskCard,
    brief,
    days_of,
    month_choices,
    task_cards,
    tasks_of_deadlines,
    unit_choices,
)
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.model import Plan

_FOLDER: Final = Path(__file__).parent
_LAYERS: Final = {
    kind: Markup({**ELEMENTS, "s": 'span class="s"'}[kind])  # noqa: S704 - our own
    for kind in ("t", "u", "d", "c", "s", "m", "g")
}
"""The kinds whose colours can be switched, with the element that shows each."""


class View(NamedTuple):
    """One plan as the template shows it; `prefix` makes its anchors its own."""

    prefix: str
    name: str
    title: str
    plan: Plan
    blocks: tuple[Markup, ...]
    tasks: tuple[TaskCard, ...]
    units: tuple[Choice, ...]
    months: tuple[Choice, ...]
    groups: tuple[timeline.Group, ...]
    overview: timeline.Overview | None
    bound: dict[str, list[TaskCard]]
    references: tuple[ReferenceGroup, ...]
    fields: tuple[Field, ...]
    leaves: tuple[Leaf, ...]


class _Assets(NamedTuple):
    """Style and script of the page, and the hashes by which the policy lets them run."""

    style: str
    dark: str
    script: str
    policy: str


def render(plans: Sequence[Plan], options: ExportOptions) -> bytes:
    """Return one self-contained HTML page that shows all plans, of several one at a time."""
    say = Wording(options.language)
    views = tuple(_views(plans, say, options))
    page = _template().render(
        say=say, views=views, assets=_assets(), elements=_LAYERS, brief=brief,
        days_of=days_of, timeline=timeline,
    )  # fmt: skip
    return page.encode()


def _views(plans: Sequence[Plan], say: Wording, options: ExportOptions) -> Iterator[View]:
    originals = {hashlib.sha256(item.data).hexdigest(): item for item in options.originals}
    for number, plan in enumerate(plans, 1):
        prefix = f"p{number}-" if len(plans) > 1 else ""
        own = task_cards(plan, say)
        kind, metadata = plan.metadata.document_type, plan.metadata
        yield View(
            prefix,
            " ".join(filter(None, (kind.name if kind else say("no-type"), metadata.code))),
            metadata.title or plan.source.name,
            plan,
            tuple(body(plan, prefix, say("table"))),
            own,
            unit_choices(plan, own),
            month_choices(plan.deadlines, say),
            timeline.groups(plan.deadlines, say),
            timeline.overview(plan.deadlines, say),
            tasks_of_deadlines(own),
            reference_groups(plan, say),
            head_fields(plan, say),
            tuple(leaves(plan, originals.get(plan.source.sha256))),
        )


# --------------------------------------------------------------------- template, style, script


@cache
def _template() -> Template:
    room = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_shown,
    )  # fmt: skip
    return room.get_template("page.html")


def _shown(value: object) -> object:
    """Keep writing in its direction wherever the template puts words of a document."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else shown(value)


@cache
def _assets() -> _Assets:
    style, dark, script = (
        (_FOLDER / name).read_text("utf-8") for name in ("page.css", "dark.css", "page.js")
    )
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src '{_hash(style)}' '{_hash(dark)}'; script-src '{_hash(script)}'"
    )
    return _Assets(Markup(style), Markup(dark), Markup(script), policy)  # noqa: S704 - our own files


def _hash(text: str) -> str:
    """Return a text's hash as a Content Security Policy writes it."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
