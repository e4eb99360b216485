"""Properties of silencing that hold of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.config import Settings, SilenceEntry
from checker.engine import check_source
from checker.rulebook import load_rulebook
from checker.silence import silence
from checker.source import Source

RULEBOOK = load_rulebook()
_PIECES = st.sampled_from(
    [
        "The Security Council,\n\n",
        "Recalling its resolutions on Talvania,\n\n",
        "1. Requests UNSMTA to report under paragraph 9 below;\n\n",
        "2. Urges UNDERA, under paragraph 8 (a) above, to report.\n",
        "(a) UNFERA;\n",
        "Annex I\n\n",
        "26-08606 3/17\n",
        "<!--",
        "-->",
        " mandatelint: ",
        "mandatlint:",
        "allow ",
        "allow-file ",
        "undefined-acronym",
        "dangling-reference",
        "unused-silence",
        ", ",
        ": a reason ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "> ",
    ]
)
TEXTS = st.lists(_PIECES, max_size=40).map("".join)
ENTRIES = st.lists(
    st.builds(
        SilenceEntry,
        rule=st.sampled_from(["undefined-acronym", "dangling-reference", "no-such-rule"]),
        quote=st.sampled_from(["UNSMTA", "paragraph 9 below", "report", "", "."]),
        reason=st.sampled_from(["", "as agreed"]),
        path=st.sampled_from(["", "/-"]),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=200, deadline=None)
@given(TEXTS, ENTRIES)
def test_nothing_is_lost_and_nothing_told_twice(
    text: str, entries: tuple[SilenceEntry, ...]
) -> None:
    asked = Settings(select=("undefined-acronym", "cross-references", "silences"), silences=entries)
    before = check_source(Source(text), RULEBOOK, asked)
    after = silence(before, RULEBOOK, asked)
    others = [finding for finding in after.findings if finding.family != "silences"]
    told = sorted((f.span, f.rule, f.fingerprint) for f in (*others, *after.silenced))
    assert told == sorted((f.span, f.rule, f.fingerprint) for f in before.findings)
    prints = [finding.fingerprint for finding in (*after.findings, *after.silenced)]
    assert len(prints) == len(set(prints))
    for finding in after.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.quote
        assert 0 <= finding.excerpt.start < finding.excerpt.end <= len(finding.excerpt.text)
