"""Permissions: what a draft or a configuration says of findings that are not to be shown."""

import os

from checker.records import Record
from checker.source import Source, Span

PROGRAM = "mandatelint"
KEYWORDS = ("allow", "allow-file")
_PATTERN = frozenset("*?[!")


class Word(Record):
    """Something written in a comment, and where it stands."""

    text: str
    span: Span


class SilenceComment(Record):
    """A comment that allows what a rule would find, as far as it can be read.

    Attributes:
        span: the whole comment.
        program: the name before the colon, ``mandatelint`` unless it is mistyped.
        keyword: ``allow`` or ``allow-file`` unless it is mistyped; its span is the comment's where
            it is missing.
        rules: the rules it names, as written.
        reason: what follows the second colon, on one line; may be empty.
        scope: the stretch of the source for which it holds; None where no paragraph follows.
        address: the paragraph for which it holds, or None for the whole draft.
        closed: whether it has its ``-->``.
    """

    span: Span
    program: Word
    keyword: Word
    rules: tuple[Word, ...]
    reason: str
    scope: Span | None
    address: str | None
    closed: bool

    @property
    def is_understood(self) -> bool:
        """Whether it allows what it names; a mistyped one allows nothing."""
        return (
            self.closed and self.program.text.lower() == PROGRAM and self.keyword.text in KEYWORDS
        )


class SilenceEntry(Record):
    """A finding that a configuration silences, told by its rule and its words.

    Attributes:
        rule: the rule that is silenced.
        quote: words that the finding is about, or that stand in its sentence.
        reason: why; empty where none is given, which is a finding of its own.
        address: where the words stood when the entry was written ("OP 41"); only a hint.
        path: the draft, or a pattern of drafts, as the configuration has it; "" for every draft.
        place: where the entry stands: "mandatelint.toml:12".
    """

    rule: str
    quote: str
    reason: str = ""
    address: str = ""
    path: str = ""
    place: str = ""

    def is_of(self, source: Source) -> bool:
        """Whether the entry is for this draft alone: its path has folder and name, no pattern.

        As in ``.gitignore``, a mere name is that of drafts in any folder.
        """
        if "/" not in self.path or not _PATTERN.isdisjoint(self.path):
            return False
        return self.path.rpartition("/")[2] == os.path.basename(source.path)
