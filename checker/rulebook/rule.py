"""A rule as it is run: plain values, so that it can be kept without its page's validation."""

from collections.abc import Mapping

from checker.findings import Severity
from checker.records import Record
from checker.rulebook.given import Given

Texts = Mapping[str, str]

_SPECIAL = frozenset("*?[")


class RulebookError(Exception):
    """A rule page, or a folder of them, cannot be used.

    Attributes:
        path: the page or folder.
        line: the line of the page from 1, or None where no line is to blame.
        message: one sentence that says what is wrong and, where it can be told, what is meant.
    """

    def __init__(self, path: str, line: int | None, message: str) -> None:
        """Keep place and sentence apart, so that each report can write them its own way."""
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        """Write the place before the sentence: "rules/dates/old.md:3: unknown key"."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


class Rule(Record):
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
        given: the options that its check gets.
        summary: what it asks for, the first paragraph of its page.
        page_text: the whole page, or "" where it is read from its file when somebody asks for it.
    """

    name: str
    family: str
    path: str
    check: str
    severities: Mapping[str, Severity]
    default: str
    profiles: tuple[str, ...]
    unless: tuple[str, ...]
    messages: Texts
    helps: Texts
    related: Texts
    fixes: Texts
    given: Given
    summary: str
    page_text: str = ""

    def __hash__(self) -> int:
        """Hash what tells rules apart; tables have no hash."""
        return hash((self.name, self.path))

    @property
    def options(self) -> object | None:
        """The options of its check, or None.

        Raises:
            PlainError: the check does not take them any more.
        """
        return self.given.value

    @property
    def page(self) -> str:
        """Its whole page, front matter included.

        Raises:
            RulebookError: it has to be read, and cannot be.
        """
        return self.page_text or _page_at(self.path, self.family, self.name)

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
        """Whether it is meant for texts of a profile, which may be "unknown" as any other."""
        return not self.profiles or any(_fits(profile, glob) for glob in self.profiles)


def _fits(profile: str, glob: str) -> bool:
    before = glob.removesuffix("*")
    if _SPECIAL.isdisjoint(before):
        return profile.startswith(before) if before != glob else profile == glob
    from fnmatch import fnmatchcase  # noqa: PLC0415 -- most pages name an organ or a kind

    return fnmatchcase(profile, glob)


def text_for(texts: Texts, case: str) -> str | None:
    """Return the sentence for a case, the one for all cases, or None."""
    return texts.get(case, texts.get(""))


def _page_at(path: str, family: str, name: str) -> str:
    from pathlib import Path  # noqa: PLC0415 -- few runs show a page

    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        # A page of the program itself may stand in an archive.
        from pkgutil import get_data  # noqa: PLC0415 -- as above

        try:
            data = get_data("checker.rules", f"{family}/{name}.md")
        except OSError:
            data = None
        if data is None:
            from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

            raise RulebookError(path, None, f"cannot be read: {reason_of(error, 'read')}") from None
        return data.decode("utf-8-sig")
