"""From mentions to documents: full forms first, then short ones, names and pointers."""

from bisect import bisect_left
from collections import defaultdict
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.drafts import Draft, Registry
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.provisions import read_provision
from kehoach_parser.extract.citing.shortforms import Alias, Pointer
from kehoach_parser.findings import finding
from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.model import CitationForm, Provision

_MOST_NAMES: Final = 50
_MOST_BACK: Final = 40
_MOST_CANDIDATES: Final = 20
_LONGEST_LINE: Final = 8_000


class Cited(NamedTuple):
    """A mention with its document, or with the documents it could mean."""

    start: int
    end: int
    form: CitationForm
    draft: Draft | None
    provision: Provision | None = None
    candidates: tuple[Draft, ...] = ()
    mention: Mention | None = None


class Own(NamedTuple):
    """The plan itself: the key of its code, its draft, and the types it is called by."""

    key: str | None
    draft: Draft
    types: frozenset[str]

    def is_meant(self, mention: Mention, before: str) -> bool:
        """Return whether a mention names the plan itself; `before` are the words before it."""
        if self.key is None:
            own_type = mention.doctype is not None and mention.doctype.code in self.types
            return own_type and before.rstrip().endswith("èm theo")
        if mention.key != self.key:
            return False
        days = (mention.issued_on, self.draft.issued_on)
        return None in days or days[0] == days[1]


def _carrying(kind: str) -> tuple[str, ...]:
    """Return how titles begin that carry a document of a type."""
    return tuple(f"{verb} {kind} " for verb in ("phê duyệt", "ban hành", "thông qua"))


class Resolver:
    """Finds the document of each mention; the state is a registry and what was cited where."""

    def __init__(self, text: str, own: Own) -> None:
        self.text = text
        self.own = own
        self.registry = Registry()
        self.cited: list[Cited] = []
        self._taken: list[int] = []
        self._ends: list[int] = []

    def full(self, mentions: list[Mention]) -> None:
        """Resolve the mentions by code and by law; bare names of laws come after dated ones."""
        later: list[Mention] = []
        for mention in mentions:
            if self.own.is_meant(mention, self.text[max(0, mention.start - 12) : mention.start]):
                self._add(mention, self.own.draft)
            elif mention.code is None and not (mention.year or mention.issued_on):
                later.append(mention)
            else:
                self._add(mention, self.registry.coded(mention))
        for mention in later:
            self._bare_law(mention)
        self._settle()

    def _bare_law(self, mention: Mention) -> None:
        draft = self.registry.law(mention)
        if draft is None and self.text[mention.lead].islower():
            return
        short = None if draft else self.registry.shortened(mention)
        draft = draft or short or self.registry.coded(mention)
        form = CitationForm.ALIAS if draft.code or short else CitationForm.FULL
        self._add(mention._replace(form=form), draft)

    def short(self, mentions: list[Mention]) -> None:
        """Resolve bare numbers; one that nothing explains is a document if it is `named`."""
        for mention in mentions:
            if self._is_taken(mention.start, mention.end):
                continue
            if mention.key:
                self._add(mention, self.registry.coded(mention))
                continue
            known = self.registry.numbered(mention)
            if len(known) == 1:
                known[0].learn(mention._replace(doctype=None, code=None))
                self._add(mention, known[0])
            elif known:
                self._open(mention.start, mention.end, CitationForm.SHORT, known, mention.provision)
            elif mention.named:
                draft = self.registry.new(mention)
                draft.learn(mention)
                self._add(mention, draft)
        self._settle()

    def names(self, aliases: list[Alias]) -> None:
        """Give declared names to their documents and find the names from there on."""
        declared: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
        for alias in aliases:
            draft = self._target(alias)
            if draft is None:
                continue
            if alias.name not in draft.aliases:
                draft.aliases.append(alias.name)
            if not self._is_taken(alias.start, alias.end):
                declared[alias.name].append((alias.end, draft))
        for name in sorted(declared, key=len, reverse=True)[:_MOST_NAMES]:
            self._uses(name, declared[name])
            self._settle()

    def _target(self, alias: Alias) -> Draft | None:
        """Return the document that a name is declared for: in it, or before it in the line."""
        line = self._line_start(alias.start)
        at = bisect_left(self._taken, alias.start)
        if at < len(self.cited) and self.cited[at].start < alias.end:
            return self.cited[at].draft
        for cited in reversed(self.cited[max(0, at - _MOST_BACK) : at]):
            if cited.start < line:
                break
            draft = cited.draft
            if draft and draft.doctype and alias.doctype and self._is_meant(alias.doctype, draft):
                return draft
        said = self.text[line : alias.start]
        if alias.doctype and alias.doctype.code in self.own.types and "ban hành" in said:
            return self.own.draft
        return None

    def _is_meant(self, kind: DocType, draft: Draft) -> bool:
        """Return whether a name of some type may be a document's, or of what it carries.

        `Quyết định số 5/QĐ-UBND phê duyệt Đề án trồng rừng (sau đây gọi tắt là Đề án)`
        """
        carries = (draft.title or "").lower().startswith(_carrying(kind.name.lower()))
        return (carries and kind.code not in self.own.types) or (
            draft.doctype is not None and draft.doctype.code == kind.code
        )

    def _uses(self, name: str, declared: list[tuple[int, Draft]]) -> None:
        places = [start for start, _ in declared]
        at = self.text.find(name, places[0])
        while at >= 0:
            end = at + len(name)
            whole = not (self.text[at - 1 : at].isalnum() or self.text[end : end + 1].isalnum())
            if whole and not self._is_taken(at, end):
                draft = declared[bisect_left(places, at + 1) - 1][1]
                self._refer(at, end, CitationForm.ALIAS, draft)
            at = self.text.find(name, end)

    def pointers(self, pointers: list[Pointer], blanks: list[tuple[int, str]]) -> None:
        """Resolve `Kế hoạch này` to the plan or to what was named last, several to candidates."""
        antecedents: dict[str, list[tuple[int, Draft | None]]] = defaultdict(list)
        for cited in self.cited:
            if cited.draft and cited.draft.doctype:
                antecedents[cited.draft.doctype.code].append((cited.start, cited.draft))
        for start, code in blanks:
            antecedents[code].append((start, None))
        for items in antecedents.values():
            items.sort(key=lambda item: item[0])
        for pointer in pointers:
            if self._is_taken(pointer.start, pointer.end):
                continue
            if pointer.doctype.code in self.own.types and not (pointer.back or pointer.plural):
                self._refer(pointer.start, pointer.end, CitationForm.ANAPHORA, self.own.draft)
            else:
                self._point(pointer, antecedents.get(pointer.doctype.code, []))
        self._settle()

    def _point(self, pointer: Pointer, items: list[tuple[int, Draft | None]]) -> None:
        at = bisect_left(items, pointer.start, key=lambda item: item[0])
        if at == 0:
            return
        line = self._line_start(items[at - 1][0])
        near: dict[Draft | None, None] = {}
        for start, draft in reversed(items[max(0, at - _MOST_BACK) : at]):
            if start < line:
                break
            near[draft] = None
        if items[at - 1][1] is None:
            near = {None: None}
        drafts = [draft for draft in near if draft is not None]
        if len(near) == 1 and drafts:
            self._refer(pointer.start, pointer.end, CitationForm.ANAPHORA, drafts[0])
        else:
            self._open(pointer.start, pointer.end, CitationForm.ANAPHORA, drafts[::-1], None)

    def _refer(self, start: int, end: int, form: CitationForm, draft: Draft) -> None:
        """Add a mention without a number, with the place inside that is named before it."""
        found = read_provision(self.text, start)
        provision, start = found or (None, start)
        self.cited.append(Cited(start, end, form, draft, provision))

    def _open(
        self, start: int, end: int, form: CitationForm, drafts: list[Draft],
        provision: Provision | None,
    ) -> None:  # fmt: skip
        """Add a mention that fits several documents, and say so."""
        drafts = drafts[:_MOST_CANDIDATES]
        self.cited.append(Cited(start, end, form, None, provision, tuple(drafts)))
        codes = ", ".join(draft.spelling or draft.title or "?" for draft in drafts)
        code = "citation-ambiguous" if drafts else "citation-unresolved"
        self.registry.findings.append(
            finding(code, (start, end), text=self.text[start:end], codes=codes)
        )

    def _add(self, mention: Mention, draft: Draft) -> None:
        self.cited.append(Cited(mention.start, mention.end, mention.form, draft,
                                mention.provision, mention=mention))  # fmt: skip

    def _line_start(self, offset: int) -> int:
        """Return where the line of an offset begins, no more than a long paragraph before it."""
        floor = max(0, offset - _LONGEST_LINE)
        return max(self.text.rfind("\n", floor, offset) + 1, floor)

    def _settle(self) -> None:
        """Put what was found in order, for the next step to look back on."""
        self.cited.sort(key=lambda cited: cited.start)
        self._taken = [cited.start for cited in self.cited]
        self._ends = [cited.end for cited in self.cited]

    def _is_taken(self, start: int, end: int) -> bool:
        at = bisect_left(self._taken, end)
        return at > 0 and self._ends[at - 1] > start
