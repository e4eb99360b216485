"""Write ``docs/trust.md``: ``python -m tests.trust.report [FOLDER]``.

It measures every rule on the real texts and on seeded faults, takes the precision from the
verdicts of a reader, and writes the figures for ``mandatelint explain`` too. The folder is the one
that holds ``corpus``; without it, ``../shared`` beside the project.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checker.findings import Severity
from checker.rulebook import Rule, load_rulebook
from checker.rulebook.figures import Figures
from tests.corpus.texts import corpus_files
from tests.seeded.kinds import FLOORS
from tests.seeded.measuring import Tally, by_kind, by_rule, by_sort, measure
from tests.seeded.report import COUNT, SEED
from tests.trust.figures import figures_of, write_figures
from tests.trust.verdicts import Found, Verdict, findings_on, read_verdicts

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = _ROOT / "docs" / "trust.md"
_FEW = 5


def page(
    figures: Mapping[str, Figures],
    kinds: Mapping[str, Tally],
    sorts: Mapping[str, Tally],
    texts: int,
    found: Sequence[tuple[Found, Severity]],
    verdicts: Sequence[Verdict],
) -> Iterator[str]:
    """Yield the lines of the page."""
    errors = sum(severity is Severity.ERROR for _, severity in found)
    warnings = sum(severity is Severity.WARNING for _, severity in found)
    yield "# How far the rules can be trusted"
    yield ""
    yield "This page is measured and written by one command, `python -m tests.trust.report`."
    yield ""
    yield from _paragraph(
        f"**On real texts.** {texts} published texts, drafts, adopted resolutions, statements and "
        f"General Assembly resolutions, have {errors} errors and {warnings} warnings. A reader "
        "judged every one of them or, of a rule with many, at least a random 60: true where an "
        "experienced editor would change the text, false where he would leave it. The verdicts, "
        "with their reasons, are in `tests/trust/verdicts.tsv`."
    )
    false = [verdict for verdict in verdicts if not verdict.true]
    yield from _paragraph(
        f"{len(verdicts)} findings are judged, {len(verdicts) - len(false)} are true. "
        "Published texts were edited by professionals: what is true here got past them."
    )
    yield from _paragraph(
        "Causes of false findings that the reading showed were repaired, and the findings "
        "that then fell silent are no longer in the table, so the precision is that of "
        "today's rules on the texts they were read on. Of undefined-acronym three samples "
        "were read before the repairs that each led to: 50 of 60, 36 of 40 and 37 of 40 were "
        "true. Expect that of other texts."
    )
    yield from _paragraph(
        "**On seeded faults.** Correct texts are given one accident each, as drafting makes them: "
        "a paragraph deleted and the rest renumbered, an introduction lost, last year's date "
        "carried over. A fault counts as noticed when a rule that may report it speaks at its "
        "place. The rules were made with these texts at hand, and the weights of "
        "mismatched-reference were chosen on them: on other texts expect somewhat less."
    )
    yield "## Rule by rule"
    yield ""
    yield "| rule | severity | per 100 texts | judged | precision | seeded | recall |"
    yield "|---|---|---|---|---|---|---|"
    for rule in load_rulebook().rules:
        yield _row(rule, figures[rule.name])
    yield ""
    yield from _paragraph(
        f"Where fewer than {_FEW} findings on real texts could be judged, the rule is too rare for "
        "a figure there, and only the seeded faults speak for it. Findings that are only remarks "
        "(info) are not judged."
    )
    yield from _seeded(kinds, sorts)
    yield from _slips(verdicts)


def _row(rule: Rule, figures: Figures) -> str:
    severity = rule.severity.value + (", pedantic" if rule.pedantic else "")
    precision = "none" if figures.precision is None else f"{figures.precision:.2f}"
    if 0 < figures.judged < _FEW:
        precision = "too rare"
    recall = "none" if figures.recall is None else f"{figures.recall:.2f}"
    return (
        f"| {rule.name} | {severity} | {figures.per_hundred:.1f} | {figures.judged} "
        f"| {precision} | {figures.seeded} | {recall} |"
    )


def _seeded(kinds: Mapping[str, Tally], sorts: Mapping[str, Tally]) -> Iterator[str]:
    yield "## Seeded faults, kind by kind"
    yield ""
    yield "| what happened | faults | noticed | share |"
    yield "|---|---|---|---|"
    for name, tally in kinds.items():
        yield f"| {name} | {tally.made} | {tally.noticed} | {tally.recall:.2f} |"
    yield ""
    yield "| taken together | faults | share | aimed at |"
    yield "|---|---|---|---|"
    aims = {str(sort): f"{floor:.2f}" if floor else "none" for sort, floor in FLOORS.items()}
    for name, tally in sorts.items():
        yield f"| {name} | {tally.made} | {tally.recall:.3f} | {aims[name]} |"
    yield ""


def _slips(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield what is really wrong in published texts: the best proof that a check is needed."""
    telling = {rule.name for rule in load_rulebook().rules if rule.severity is Severity.ERROR}
    telling.add("mismatched-reference")
    yield "## Slips in published texts"
    yield ""
    yield "| text | where | words | what is wrong |"
    yield "|---|---|---|---|"
    for verdict in verdicts:
        found = verdict.found
        if verdict.true and found.rule in telling and not found.document.startswith("txt/"):
            document = _symbol(Path(found.document).stem)
            yield f"| {document} | {found.address} | {_cell(found.quote)} | {_cell(verdict.why)} |"


def _symbol(name: str) -> str:
    """Return the symbol of a document whose file has it as its name."""
    organ, *rest = name.split("_")
    if rest[0] == "RES" and organ == "S":
        return f"S/RES/{rest[1]} ({rest[2]})"
    return "/".join([organ, *rest])


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\\$", "$")


def _paragraph(text: str) -> Iterator[str]:
    yield text
    yield ""


def main(shared: Path) -> None:
    """Measure everything and write the page and the figures."""
    files = corpus_files(shared)
    found = list(findings_on(files))
    sown = measure(shared, COUNT, SEED)
    verdicts = read_verdicts()
    figures = figures_of(found, len(files), verdicts, by_rule(sown))
    write_figures(figures)
    sorts = {str(sort): tally for sort, tally in by_sort(sown).items()}
    lines = page(figures, by_kind(sown), sorts, len(files), found, verdicts)
    _PAGE.parent.mkdir(exist_ok=True)
    _PAGE.write_text("\n".join(lines).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT.parent / "shared")
