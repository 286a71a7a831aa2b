"""Cited documents while they are put together, and the registry that finds them again."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from unicodedata import normalize

from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.lexicon.names import sentence_case
from kehoach_parser.model import ReferenceRole
from kehoach_parser.text.folding import key

_MOST_BACK: Final = 40
"""Documents of one number that are compared; more differ in nothing but their day."""


@dataclass(slots=True, eq=False)
class Draft:
    """A cited document as far as the mentions read so far tell it."""

    doctype: DocType | None
    code: str | None = None
    number: str | None = None
    year: int | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    own: bool = False
    normative: bool = False
    aliases: list[str] = field(default_factory=lambda: [])
    roles: set[ReferenceRole] = field(default_factory=set[ReferenceRole])
    implements: dict["Draft", None] = field(default_factory=lambda: {})
    loud: set[str] = field(default_factory=set[str])
    spellings: Counter[str] = field(default_factory=Counter[str])

    @property
    def spelling(self) -> str | None:
        """The code as most mentions spell it, the first of equals."""
        return self.spellings.most_common(1)[0][0] if self.spellings and not self.own else self.code

    def learn(self, mention: Mention) -> None:
        """Take over what a mention says and the draft does not know; capitals give way."""
        if mention.code and not mention.shouted:
            self.spellings[mention.code] += 1
        self.doctype = self.doctype or mention.doctype
        self.issued_on = self.issued_on or mention.issued_on
        self.year = self.year or mention.year or (self.issued_on.year if self.issued_on else None)
        self._take("issuer", mention.issuer, shouted=mention.shouted)
        self._take("title", mention.title, shouted=mention.shouted)

    def _take(self, name: str, value: str | None, *, shouted: bool) -> None:
        if value is None or (
            getattr(self, name) is not None and (shouted or name not in self.loud)
        ):
            return
        setattr(self, name, sentence_case(value) if shouted else value)
        (self.loud.add if shouted else self.loud.discard)(name)


class Registry:
    """The documents cited so far, by key, by number and by the law's name."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.findings: list[Finding] = []
        self._by_key: dict[str, list[Draft]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        self._by_law: dict[str, list[Draft]] = defaultdict(list)

    def coded(self, mention: Mention) -> Draft:
        """Return the document of a mention with a code, or of a law with its year or day.

        The same number with another day is another document, unless the number has its year.
        """
        known = self._by_key[mention.key or ""]
        draft = _fitting(known, mention)
        if draft is None and mention.law:
            draft = self._same_law(mention)
            known += [draft] if draft else []
        if draft is None and known:
            draft = self._other_day(known, mention)
        if draft is None:
            draft = self.new(mention)
            known.append(draft)
        elif known[-1] is not draft:
            known.remove(draft)
            known.append(draft)
        draft.learn(mention)
        return draft

    def new(self, mention: Mention) -> Draft:
        """Return a new document, filed under its number and, of a law, its name."""
        draft = Draft(mention.doctype, mention.code, mention.number, normative=mention.normative)
        self.drafts.append(draft)
        if mention.number and mention.doctype:
            self._by_number[mention.doctype.code, mention.number].append(draft)
        if mention.law:
            self._by_law[key(mention.title or "")].append(draft)
        return draft

    def numbered(self, mention: Mention) -> list[Draft]:
        """Return the documents that a bare number can mean; a day must be the document's own.

        A document whose day is nowhere given beside its code may have it.
        """
        code = mention.doctype.code if mention.doctype else ""
        known = self._by_number.get((code, mention.number or ""), [])
        if mention.issued_on:
            same = [draft for draft in known if draft.issued_on == mention.issued_on]
            return same or [draft for draft in known if _may_be_of(draft, mention)]
        return known

    def law(self, mention: Mention) -> Draft | None:
        """Return the law of a bare name, the one cited last where years differ."""
        known = self._by_law.get(key(mention.title or ""))
        return known[-1] if known else None

    def shortened(self, mention: Mention) -> Draft | None:
        """Return the law whose name is shortened (`Luật BHXH` for `Luật Bảo hiểm xã hội`)."""
        words = (mention.title or "").split(" ")
        if not any(map(_is_acronym, words)):
            return None
        drafts = (draft for drafts in self._by_law.values() for draft in drafts[-1:])
        return next((d for d in drafts if _shortens(words, (d.title or "").split(" "))), None)

    def _same_law(self, mention: Mention) -> Draft | None:
        """Return the law of a name and year that was cited by number, or the other way round."""
        for draft in self._by_law.get(key(mention.title or ""), [])[-_MOST_BACK:]:
            year = mention.year or (mention.issued_on.year if mention.issued_on else None)
            other = (draft.code is None) != (mention.code is None)
            if other and year and year == draft.year and _fitting([draft], mention):
                if mention.code and mention.number and mention.doctype:
                    draft.code, draft.number = mention.code, mention.number
                    draft.normative = mention.normative
                    self._by_number[mention.doctype.code, mention.number].append(draft)
                return draft
        return None

    def _other_day(self, known: list[Draft], mention: Mention) -> Draft | None:
        """Return the document whose number fixes it although the day differs; report both."""
        first = known[-1]
        if first.issued_on and mention.issued_on:
            self.findings.append(
                finding("citation-dates-differ", (mention.start, mention.end),
                        number=mention.code or mention.title,
                        first=f"{first.issued_on:%d/%m/%Y}", second=f"{mention.issued_on:%d/%m/%Y}")
            )  # fmt: skip
        return first if first.normative and mention.code else None


def _may_be_of(draft: Draft, mention: Mention) -> bool:
    """Return whether a document may have the day of a bare number.

    Letters share numbers: their issuer must be said both times.
    """
    letter = draft.doctype is not None and draft.doctype.code == "CV"
    dated = draft.issued_on or draft.normative or (letter and not (draft.issuer and mention.issuer))
    issuers = {draft.issuer, mention.issuer} - {None}
    return not dated and len(issuers) < 2  # noqa: PLR2004 - the same one, or one unknown


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _shortens(short: list[str], full: list[str]) -> bool:
    """Return whether words are those of a name, some of them by their first letters."""
    at = 0
    for word in short:
        size = len(word) if _is_acronym(word) else 1
        ahead = full[at : at + size]
        letters = "".join(normalize("NFD", one)[:1] for one in ahead).upper()
        if not (word.lower() == " ".join(ahead).lower() or (size > 1 and word == letters)):
            return False
        at += size
    return at == len(full) and len(short) < len(full)


def _fitting(known: list[Draft], mention: Mention) -> Draft | None:
    """Return the draft whose day and year a mention does not gainsay, the last cited first."""
    for draft in reversed(known[-_MOST_BACK:]):
        if mention.issued_on and draft.issued_on:
            if mention.issued_on == draft.issued_on:
                return draft
        elif not (mention.year and draft.year and mention.year != draft.year):
            return draft
    return None
