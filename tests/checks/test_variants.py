"""What the pages of consistency cannot show."""

import time

import pytest

from checker.checks import find_check
from checker.checks.capitals import CapitalizationVariant
from checker.checks.hyphens import HyphenationVariant
from checker.checks.variants import SpellingVariant
from checker.evidence import Evidence
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

SPELLING = SpellingVariant({"is": "iz", "tre": "ter", "our": "or"})
ALL = {
    "spelling-variant": SPELLING,
    "hyphenation-variant": HyphenationVariant(),
    "capitalization-variant": CapitalizationVariant(),
    "name-variant": None,
}


def index_of(*paragraphs: str) -> Index:
    numbered = "".join(f"{n}. {text};\n\n" for n, text in enumerate(paragraphs, start=1))
    return build_index(parse_source(Source(f"The Security Council,\n\n{numbered}")))


def evidence(name: str, index: Index) -> list[Evidence]:
    check = find_check(name)
    assert check is not None
    return list(check.run(index, ALL[name]))


def found(name: str, *paragraphs: str) -> list[tuple[str, str]]:
    """Return what is reported of these paragraphs, each with what it is elsewhere."""
    index = index_of(*paragraphs)
    quotes = [index.draft.source.slice(one.span) for one in evidence(name, index)]
    usual = [str(one.values["usual"]) for one in evidence(name, index)]
    return list(zip(quotes, usual, strict=True))


def test_the_rarer_form_is_reported_once_with_all_its_places() -> None:
    index = index_of(
        "Urges order in the center", "Notes the centre and a center", *["The centre"] * 3
    )
    (one,) = evidence("spelling-variant", index)
    assert (one.case, one.values["times"]) == ("several", 4)
    assert [related.role for related in one.related] == ["again", "usual", "usual", "usual"]


def test_of_two_forms_as_common_the_later_one_is_reported() -> None:
    assert found("spelling-variant", "Urges to organise", "Urges to organize") == [
        ("organize", "organise")
    ]


def test_the_form_that_is_introduced_is_the_usual_one_however_rare() -> None:
    paragraphs = (
        "Welcomes the work of the Merrin High Panel (MUHIP)",
        *["Calls upon the MU-HIP to meet"] * 3,
        "Thanks the MUHIP",
    )
    assert found("hyphenation-variant", *paragraphs) == [("MU-HIP", "MUHIP")]
    (report,) = evidence("hyphenation-variant", index_of(*paragraphs))
    assert report.fix is not None
    assert [edit.text for edit in report.fix.edits] == ["MUHIP"] * 3


@pytest.mark.parametrize(
    "words",
    [
        ("Requests four reports", "Requests reports for the region"),
        ("Notes the Merrin Center", "Notes the Centre of the city"),
        ("Notes the Stratégie de stabilisation du Merrin", "Urges stabilization"),
        ("Notes the “labour of peace”", "Notes the labor of war"),
    ],
)
def test_other_words_names_languages_and_quotations_are_no_spellings(
    words: tuple[str, ...],
) -> None:
    assert not found("spelling-variant", *words)


def test_annexes_have_spellings_of_their_own() -> None:
    text = (
        "The Security Council,\n\n1. Urges all to organise, and remains seized of the matter.\n\n"
    )
    index = build_index(parse_source(Source(f"{text}Annex I\n\n1. The parties organize.\n")))
    assert not evidence("spelling-variant", index)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Notes re-establishing courts", "Notes the reestablishment"), "reestablishment"),
        (
            (
                "Notes troop- and police-contributing countries",
                "Urges troop contributing countries",
            ),
            "troop contributing",
        ),
        (("Notes a road map", "Notes the roadmap"), "roadmap"),
        (("Notes the Secretary-General", "Urges the Secretary General"), "Secretary General"),
        (("Urges long-term plans", "Urges plans in the long term"), None),
        (("Notes the follow-up to it", "Urges to follow up on it"), None),
        (("Notes counter-terrorist acts", "Urges to counter terrorist acts"), None),
        (("Notes the Global Counter-Terrorism Forum", "Notes counterterrorism"), None),
    ],
)
def test_only_the_same_compound_is_compared(words: tuple[str, ...], expected: str | None) -> None:
    quotes = [quote for quote, _ in found("hyphenation-variant", *words)]
    assert quotes == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Urges all Member States", "Urges all Member states"), "Member states"),
        (("Urges Member States to act", "Notes UNSMTA. Member states act"), None),
        (("Notes the Panel of Experts", "Recalls that it set up a panel of experts"), None),
        (("Notes the Defence and Security Forces", "Urges the security forces"), None),
        (
            (
                "Notes the Convention relating to the Status of Refugees",
                "Notes the status of refugees",
            ),
            None,
        ),
        (("Notes the Country Team", "Notes the country teams"), None),
    ],
)
def test_only_the_same_term_has_the_same_capitals(
    words: tuple[str, ...], expected: str | None
) -> None:
    quotes = [quote for quote, _ in found("capitalization-variant", *words)]
    assert quotes == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Support to the Peace Process:", []),
        ("Support to the Peace Process", []),
        ("Supporting the Peace Process, in particular:", ["Peace Process"]),
    ],
)
def test_the_title_of_an_item_may_end_with_a_colon(title: str, expected: list[str]) -> None:
    items = f"Decides on these tasks:\n\n(a) {title}\n\n(i) to help;\n\n(b) to report"
    quotes = found("capitalization-variant", items, *["Notes the peace process"] * 2)
    assert [quote for quote, _ in quotes] == expected


def test_a_term_and_a_longer_one_with_the_same_difference_are_one_finding() -> None:
    index = index_of(
        "Notes the Protection of Civilians unit and UNSMTA’s Protection of Civilians unit",
        "Urges UNSMTA protection of civilians sites to stay open",
        "Notes UNSMTA protection of civilians sites",
        *["Urges the protection of civilians"] * 2,
    )
    (one,) = evidence("capitalization-variant", index)
    assert one.values["variant"] == "Protection of Civilians"
    assert one.values["times"] == 4
    assert [related.role for related in one.related].count("again") == 1


def test_a_longer_term_that_differs_in_another_word_keeps_its_finding() -> None:
    quotes = found(
        "capitalization-variant",
        "Notes the Merrin Forces and the Merrin Forces Training",
        "Notes the Merrin forces and the Merrin Forces training",
    )
    assert [quote for quote, _ in quotes] == ["Merrin Forces training"]


@pytest.mark.parametrize(
    "words",
    [
        ("Urges ESCAPE Merrin Talvania and ESCAPE Merrin Lorvane to help", "Notes ESCAPE Merrin"),
        ("Notes UNSMTA Human Rights and the UNSMTA Human Rights Division", "Notes UNSMTA"),
        (
            "Sends the High Level Committee to Talvania",
            "Notes the High Level Committee on Talvania",
        ),
        (
            "Notes the Final Report of the Merrin Panel",
            "Notes the Final Report by the Merrin Panel",
        ),
    ],
)
def test_names_that_resemble_each_other_are_no_variants(words: tuple[str, ...]) -> None:
    assert not found("name-variant", *words)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "words",
    [
        "Member States and Member states ",
        "troop- and police-contributing troop contributing men ",
        "ESCAPE Merrin ESCAPE Merrin Talvania ",
        "isis izis centre center ",
    ],
)
def test_time_grows_with_the_length_of_the_text(name: str, words: str) -> None:
    def seconds(times: int) -> float:
        index = index_of("Urges " + words * times)
        index.vocabulary  # noqa: B018 -- laid out once for all checks
        begin = time.process_time()
        evidence(name, index)
        return time.process_time() - begin

    assert min(seconds(2000) for _ in range(2)) < 20 * min(seconds(400) for _ in range(3)) + 0.05


@pytest.mark.parametrize(("words", "fixed"), [("troop and ", False), ("", True)])
def test_no_fix_gives_one_of_two_words_a_hyphen_and_leaves_the_other(
    words: str, *, fixed: bool
) -> None:
    index = index_of(
        "Notes troop- and police-contributing countries",
        "Thanks troop- and police-contributing countries",
        f"Urges {words}police contributing countries",
    )
    (one,) = [
        one
        for one in evidence("hyphenation-variant", index)
        if one.values["variant"] == "police contributing"
    ]
    assert (one.fix is not None) is fixed
