"""What holds of the fixes of any draft."""

import string
from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.config import Settings
from checker.edits import apply_edits
from checker.engine import check_source
from checker.evidence import Safety
from checker.findings import FileResult, Finding
from checker.fixing import fix_source
from checker.rulebook import load_rulebook
from checker.source import Source

RULES = load_rulebook()
PREAMBLE = (
    "Recalling its resolutions 2391 (2017), 2140 (2014) and 1612 (2006)",
    "Recalling also its resolution 2140 and its resolution 2391",
    "Welcoming the efforts of the Merrin Coast Union and of the Joint Monitoring Commission",
    "Taking note of the Agreement of June 20, 2024 (S/2026/476) and the report (S/20260/476)",
    "Expressing concern at intercommunal and inter-communal violence in the Centre",
    "*Stressing* the need to fulfil the *promises* of Monday, 14 March 2025, and to fulfill them",
    "Welcoming the work of the Border Commission of Talvania (BCT) and “the Merrin Accord”",
)
OPERATIVE = (
    "Requests the JMC to report on the steps set out in paragraph 2 below",
    "Encourages the MCU and the JMC to support UN agencies in the Center",
    "Recalls paragraph 3 of resolution 2391, paragraph 4 of resolution 2140 of 12 March (2014)",
    "Reaffirms resolution 2391, and requests the Border Commission of Talvania (BCT) to report",
    "Decides to review the steps of paragraph 1 above by 30 November, 2026 or by 30/06/2026",
    "Urges all parties to prevent intercommunal violence, in particular in the Centre",
    "Decides to remain actively seized of the matter",
)
ENDINGS = st.sampled_from([",", ";", ".", "", ";"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\n\n"])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A draft made of sentences with and without faults, in any order and with any endings."""
    line_end = draw(LINE_ENDS)
    preamble = draw(st.lists(st.sampled_from(PREAMBLE), max_size=5))
    operative = draw(st.lists(st.sampled_from(OPERATIVE), min_size=1, max_size=7))
    stray = draw(st.text(alphabet=string.printable, max_size=8))
    numbered = [f"{number}. {words}" for number, words in enumerate(operative, 1)]
    lines = ["The Security Council,", *preamble, *numbered]
    return line_end.join(f"{line}{draw(ENDINGS)}{line_end}" for line in lines) + stray


def lint(source: Source) -> FileResult:
    return check_source(source, RULES, Settings(pedantic=True))


def told(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.message) for finding in findings)


@given(drafts())
@settings(max_examples=60)
def test_a_safe_fix_removes_its_finding_and_adds_none(text: str) -> None:
    before = lint(Source(text))
    for finding in before.findings:
        if finding.fix is not None and finding.fix.safety is Safety.SAFE:
            after = lint(Source(apply_edits(text, finding.fix.edits)))
            assert told(after.findings) <= told(before.findings) - told([finding])


@given(drafts())
@settings(max_examples=60)
def test_safe_fixes_are_all_made_or_refused(text: str) -> None:
    fixed = fix_source(Source(text), lint, unsafe=False)
    left = [each for each in fixed.result.findings if each.fix and each.fix.safety is Safety.SAFE]
    assert left == sorted((each.finding for each in fixed.refused), key=lambda each: each.span)
    assert told(fixed.result.findings) <= told(fixed.before.findings) - told(fixed.applied)


@given(drafts(), st.booleans())
@settings(max_examples=60)
def test_fixing_twice_is_fixing_once(text: str, unsafe: bool) -> None:  # noqa: FBT001 -- drawn
    once = fix_source(Source(text), lint, unsafe=unsafe)
    again = fix_source(once.result.source, lint, unsafe=unsafe)
    assert again.result.source.text == once.result.source.text
    assert again.applied == ()
