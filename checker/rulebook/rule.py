"""A rule as it is run: plain values, so that it can be kept without its page's validation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from checker.findings import Severity

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rule book.

    Attributes:
        name: what it finds: "dangling-reference".
        family: the folder of its page: "cross-references".
        path: where its page stands.
        check: name of the check that does the work.
        severities: its severity in each stage, "negotiation" and "final".
        default: "on", or "pedantic" for a rule that is off unless asked for.
        profiles: patterns of the profiles it is for, "security-council/*"; empty: all.
        unless: more specific rules; where one of them speaks of the same words, this one does not.
        messages: its sentence by case; "" holds for every case without its own.
        helps: the way out by case, likewise; may be empty.
        related: what is said of each other end, by role; a role without words is not shown.
        fixes: the title of its fix by case, likewise; may be empty.
        options: the options of its check, or None.
        summary: what it asks for, the first paragraph of its page.
        page: the whole page, front matter included.
    """

    name: str
    family: str
    path: str
    check: str
    severities: Mapping[str, Severity] = field(hash=False)
    default: str
    profiles: tuple[str, ...]
    unless: tuple[str, ...]
    messages: Texts = field(hash=False)
    helps: Texts = field(hash=False)
    related: Texts = field(hash=False)
    fixes: Texts = field(hash=False)
    options: object | None = field(hash=False)
    summary: str
    page: str

    @property
    def severity(self) -> Severity:
        """Its severity in a final text."""
        return self.severities["final"]

    @property
    def pedantic(self) -> bool:
        """Whether it is off unless asked for."""
        return self.default == "pedantic"

    @property
    def prose(self) -> str:
        """Its page in Markdown, without the front matter."""
        return self.page.split("\n+++\n", 1)[-1].lstrip("\n")

    def fits(self, profile: str) -> bool:
        """Whether it is meant for texts of a profile; a text of unknown kind has no such rules."""
        return not self.profiles or any(fnmatchcase(profile, glob) for glob in self.profiles)


def text_for(texts: Texts, case: str) -> str | None:
    """Return the sentence for a case, the one for all cases, or None."""
    return texts.get(case, texts.get(""))
