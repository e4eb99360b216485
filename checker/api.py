"""The functions that programs call; :mod:`checker` hands them out."""

import datetime
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from checker.config import Settings
from checker.draft import Draft
from checker.engine import check_source
from checker.findings import FileResult
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.rulebook import Rulebook, load_rulebook
from checker.silence import silence
from checker.source import Source


def check_text(
    text: str,
    *,
    path: str = "-",
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    pedantic: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> FileResult:
    """Lint a text with the built-in rules.

    Args:
        text: the draft, as decoded text; an empty one has no findings.
        path: the name under which it is reported.
        profile: the kind of text, for example "security-council/mandate"; detected where None.
        stage: "negotiation" or "final"; detected where None.
        date: the day of the draft; read from its header where None. Rules that compare with it
            are silent where neither gives it.
        pedantic: whether rules run that are off unless asked for.
        select: names of the only rules and families to run; all where empty.
        ignore: names of rules and families that do not run.

    Returns:
        The findings in order of position, and how the draft was understood; what a comment in the
        draft allows stands in ``result.silenced``. Offsets count code
        points of ``text`` from 0; ``result.source.position`` gives lines and columns from 1.

    Raises:
        UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
    """
    settings = Settings(profile, stage, date, pedantic, tuple(select), tuple(ignore))
    return _checked(Source(text, path), settings)


def check_file(
    path: str | Path,
    *,
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    pedantic: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> FileResult:
    """Lint a file with the built-in rules; the arguments are those of :func:`check_text`.

    Offsets count code points of the decoded text without its byte-order mark.

    Raises:
        UnreadableError: the file is missing, binary or in an unknown encoding; its message says
            which and what to do.
        UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
    """
    settings = Settings(profile, stage, date, pedantic, tuple(select), tuple(ignore))
    return _checked(read_draft(Path(path)), settings)


def parse(text: str, *, path: str = "-") -> Draft:
    """Parse a text into the tree of a draft.

    Args:
        text: the draft, as decoded text; no text is refused, an empty one gives no nodes.
        path: the name under which it is reported.

    Returns:
        The draft: ``draft.body`` holds its top-level nodes, ``draft.nodes`` all of them in reading
        order, ``draft.mentions`` its references, citations, dates and acronyms. Spans are offsets
        in code points of ``text`` from 0, their ends exclusive.
    """
    return parse_source(Source(text, path))


def _checked(source: Source, settings: Settings) -> FileResult:
    rulebook = _rulebook()
    return silence(check_source(source, rulebook, settings), rulebook, settings)


@cache
def _rulebook() -> Rulebook:
    """Load the built-in rules once."""
    return load_rulebook()
