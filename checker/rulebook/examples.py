"""Trying a rule on the examples of its page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.draft import Draft
from checker.edits import apply_edits
from checker.findings import Finding
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.rulebook.applying import apply_rule, apply_silence_rule, can_tell, is_of_silences
from checker.rulebook.loader import Rulebook, load_rulebook
from checker.rulebook.page import Example, read_page
from checker.rulebook.rule import Rule
from checker.rulebook.wording import WordingError
from checker.silencing import silence_findings
from checker.source import Source, Span

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a rule page that is not as its examples say.

    Attributes:
        path: the page.
        line: the line of the page from 1.
        message: one sentence.
    """

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class _Tried:
    """An example, its draft, and what the rule found in it."""

    example: Example
    draft: Draft
    is_draft: bool
    findings: tuple[Finding, ...]


def problems_of(rule: Rule) -> tuple[Problem, ...]:
    """Try a rule on the examples of its page; return what is wrong, in order of lines.

    Raises:
        RulebookError: the page cannot be read.
    """
    page = read_page(rule.page, rule.path, rule.name)
    problems = [Problem(rule.path, line, text) for line, text in _form(rule, page.sections)]
    for title, examples in (("Flagged", page.flagged), ("Accepted", page.accepted)):
        if len(examples) < _FEWEST:
            problems.append(
                Problem(rule.path, 1, f"{title}: at least {_FEWEST} examples are needed")
            )
    problems += [
        Problem(rule.path, example.line, "this example stands in the page already")
        for example in _repeated([*page.flagged, *page.accepted])
    ]
    try:
        flagged = [_try(rule, example) for example in page.flagged]
        accepted = [_try(rule, example) for example in page.accepted]
    except WordingError as error:
        problems.append(Problem(rule.path, 1, str(error)))
        return tuple(problems)
    for tried in flagged:
        if not tried.example.marks:
            text = "nothing is marked in this example, and it stands under Flagged"
            problems.append(Problem(rule.path, tried.example.line, text))
    for tried in accepted:
        if tried.example.marks:
            text = "something is marked in this example, and it stands under Accepted"
            problems.append(Problem(rule.path, tried.example.line, text))
    for tried in [*flagged, *accepted]:
        problems += [Problem(rule.path, line, text) for line, text in _differences(tried)]
    problems += [Problem(rule.path, line, text) for line, text in _fixes(rule, flagged, page.fixed)]
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.message)))


def _form(rule: Rule, sections: Sequence[str]) -> Iterator[tuple[int, str]]:
    if not rule.summary:
        yield 1, "the page does not say what the rule asks for, below its heading"
    for title in ("Why", "Flagged", "Accepted"):
        if title not in sections:
            yield 1, f'there is no section "{title}"'


def _repeated(examples: Sequence[Example]) -> Iterator[Example]:
    seen: set[tuple[object, ...]] = set()
    for example in examples:
        key = (example.text, example.profile, example.date, example.stage)
        if key in seen:
            yield example
        seen.add(key)


def lint_example(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Return what a rule finds in an example, selected by name and alone."""
    return _try(rule, example).findings


def _try(rule: Rule, example: Example) -> _Tried:
    return _try_text(rule, example, example.text)


def _try_text(rule: Rule, example: Example, text: str) -> _Tried:
    draft = parse_source(Source(text, rule.path))
    index = build_index(draft, profile=example.profile, stage=example.stage, date=example.date)
    if not index.is_draft or not _applies(rule, index):
        return _Tried(example, draft, index.is_draft, ())
    found = _among_silences(rule, index) if is_of_silences(rule) else apply_rule(rule, index)
    findings = sorted(found, key=lambda finding: finding.span)
    return _Tried(example, draft, is_draft=True, findings=tuple(findings))


def _among_silences(rule: Rule, index: Index) -> Iterator[Finding]:
    """Yield what a rule about silences finds, where the built-in rules run beside it."""
    rulebook = _built_in()
    others = [each for each in rulebook.rules if not each.pedantic and _applies(each, index)]
    told = [each for each in others if can_tell(each, index)]
    found = [finding for each in others for finding in apply_rule(each, index)]
    silencing = silence_findings(
        index.draft.source,
        sorted(found, key=lambda finding: finding.span),
        comments=index.silences,
        ran=(each.name for each in told),
        names=tuple(each.name for each in rulebook.rules),
        families=rulebook.families,
        unsilenceable=(each.name for each in (*rulebook.rules, rule) if is_of_silences(each)),
    )
    return apply_silence_rule(rule, silencing, index.stage)


@cache
def _built_in() -> Rulebook:
    """Load the built-in rules once."""
    return load_rulebook()


def _applies(rule: Rule, index: Index) -> bool:
    return rule.fits(index.profile) or index.profile == "unknown"


def _differences(tried: _Tried) -> Iterator[tuple[int, str]]:
    """Say where what was found is not what is marked."""
    example, source = tried.example, tried.draft.source
    if not tried.is_draft:
        yield example.line, "this example is no draft: it has no numbered paragraph and no organ"
        return
    marked = Counter(example.marks)
    found = Counter(finding.span for finding in tried.findings)
    for span in sorted((marked - found).elements()):
        yield _page_line(tried, span), f"nothing was found at {_quoted(source, span)}"
    messages = {finding.span: finding.message for finding in tried.findings}
    for span in sorted((found - marked).elements()):
        where = f"not marked, but found: {_quoted(source, span)}"
        yield _page_line(tried, span), f"{where}: {messages[span]}"


def _page_line(tried: _Tried, span: Span) -> int:
    return tried.example.page_line(tried.draft.source.position(span.start).line)


def _quoted(source: Source, span: Span) -> str:
    return f'"{" ".join(source.slice(span).split())}"'


def _fixes(
    rule: Rule, flagged: Sequence[_Tried], fixed: Sequence[Example]
) -> Iterator[tuple[int, str]]:
    """Say where the fix does not make of a flagged draft what the page promises."""
    if fixed and not rule.fixes:
        yield fixed[0].line, "there is a text under Fixed, but the rule has no fix"
        return
    if len(fixed) > len(flagged):
        yield fixed[len(flagged)].line, "there are more texts under Fixed than under Flagged"
    for tried, expected in zip(flagged, fixed, strict=False):
        fixes = [finding.fix for finding in tried.findings if finding.fix is not None]
        edits = [edit for fix in fixes for edit in fix.edits]
        try:
            text = apply_edits(tried.example.text, edits)
        except ValueError as error:
            yield expected.line, f"the fixes cannot be applied together: {error}"
            continue
        if text != expected.text:
            yield expected.line, f"the fix gives another text: {_first_difference(text, expected)}"
            continue
        left = len(_try_text(rule, tried.example, text).findings)
        if left > len(tried.findings) - len(fixes):
            yield expected.line, "the rule still finds in the fixed text what was fixed"


def _first_difference(text: str, expected: Example) -> str:
    pairs = zip([*text.splitlines(), ""], [*expected.text.splitlines(), ""], strict=False)
    return next((f'"{got}"' for got, wanted in pairs if got != wanted), "its lines are not as many")
