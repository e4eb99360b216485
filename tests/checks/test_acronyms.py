"""What the pages of the acronym rules cannot show."""

import time

import pytest

from checker.api import check_text
from checker.edits import apply_edits
from checker.findings import Finding
from checker.index import Index, build_index
from checker.index.longforms import begins_words, find_long_forms, same_name
from checker.parsing import parse_source
from checker.source import Source

END = "Decides to remain actively seized of the matter.\n"


def index(words: str) -> Index:
    return build_index(parse_source(Source(f"1. Notes {words};\n\n2. {END}")))


def found(text: str, *rules: str) -> list[Finding]:
    return list(check_text(text, select=rules or ("acronyms",)).findings)


def in_paragraphs(*paragraphs: str) -> str:
    numbered = [f"{number}. {words}\n\n" for number, words in enumerate([*paragraphs, END], 1)]
    return "".join(numbered)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the JMC/MCU teams", ["JMC", "MCU"]),
        ("the JMC-led talks and the MCU-Regional Office", ["JMC", "MCU"]),
        ("the Talvanian Army (TA/R) and the TA/R", ["TA/R"]),
        ("the Talvanian Army/Rangers (TLA/R) and the TLA", ["TLA/R"]),
        ("the General Merrin Plan (GMeP) and the GMeP", ["GMeP"]),
        ("Council Regulation (EU) No 36/2012", []),
        ("OP 8, the passport B010574 and case ICTM-98-44-AR", []),
        ("the reference SC/7791 and AU/Dec.605", []),
        ("the Army in Opposition (TA-IO), the TA/IO and the TAIO", ["TA-IO"]),
        ("the Merrin Union High Panel (MUHIP) and all MU-HIPs", ["MUHIP"]),
        ("the Merrin Union (MU), its High Panel (MUHIP) and the MU-HIP", ["MU", "MUHIP"]),
        ("the Talvanian Army/Rangers (TLA/R) and the TLA-MU", ["TLA/R", "MU"]),
    ],
)
def test_one_acronym_has_one_short_form(words: str, names: list[str]) -> None:
    assert [form.name for form in index(words).short_forms] == names


def test_an_introduction_of_two_acronyms_introduces_both() -> None:
    words = "the Merrin Union Panel (MU PAN), the MU and the PAN"
    assert [len(form.uses) for form in index(words).short_forms] == [1, 1]
    assert not found(f"1. Notes {words};\n\n2. {END}")


@pytest.mark.parametrize("words", ["ECOMCS, UNMATA and MERCOT", "the ECOMCS, UNMATA"])
def test_a_list_of_acronyms_is_no_name_in_block_capitals(words: str) -> None:
    assert [form.name for form in index(words).short_forms][:2] == ["ECOMCS", "UNMATA"]


def test_an_annex_that_repeats_an_introduction_is_only_remarked() -> None:
    annex = "\nAnnex\n\n1. The Merrin Panel (MP) meets.\n\n2. The Merrin Panel (MP) reports.\n"
    (finding,) = found(in_paragraphs("Notes the annex;") + annex, "redefined-acronym")
    assert finding.severity == "info"


def test_a_list_in_lower_case_is_a_long_form() -> None:
    words = "the disarmament, demobilization and reintegration (DDR) of fighters"
    (introduction,) = index(words).draft.mentions.introductions
    assert introduction.long == "disarmament, demobilization and reintegration"


def test_a_name_that_begins_with_an_organization_is_not_that_organization() -> None:
    text = in_paragraphs("Welcomes the Merrin Union Women (MU Women) and the MU;")
    (finding,) = found(text, "undefined-acronym")
    assert finding.message == '"MU" is used but never introduced'


def test_many_uses_are_counted_beyond_the_fifth() -> None:
    (finding,) = found(in_paragraphs(*["Calls upon the JMC to meet;"] * 9))
    assert len(finding.related) == 5
    assert finding.related[-1].message == "used again here and in 3 more places"


def test_the_introduction_is_put_behind_emphasis() -> None:
    text = in_paragraphs(
        "Welcomes the *Joint Monitoring Commission* and its work;", "Urges the JMC;"
    )
    (finding,) = found(text)
    assert finding.fix is not None
    fixed = apply_edits(text, finding.fix.edits)
    assert "*Joint Monitoring Commission* (JMC) and its work" in fixed
    assert not found(fixed)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Urges the JMC to meet;", "Welcomes the Joint Monitoring Commission;"),
        ("Welcomes the Joint Monitoring Commission Office;", "Urges the JMC to meet;"),
        (
            "Welcomes the Joint Monitoring Commission and the Joint Military Committee;",
            "Urges the JMC to meet;",
        ),
    ],
)
def test_no_introduction_is_offered_where_it_may_be_wrong(paragraphs: tuple[str, ...]) -> None:
    (finding,) = found(in_paragraphs(*paragraphs), "undefined-acronym")
    assert finding.fix is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Centre for Mine Action", "Center for Mine Actions", True),
        ("Programme & Project Organisation", "program and project Organization", True),
        ("EU Training Mission", "European Union Training Mission", True),
        ("Mission", "United Nations Mission in Talvania", True),
        ("Assistance Mission for Talvania", "Assistance Mission to Talvania", False),
        ("Joint Monitoring Commission", "Joint Military Commission", False),
    ],
)
def test_what_is_one_name(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("acronym", "long", "begins"),
    [
        ("ECOMCS", "Economic Community of Merrin Coast States", True),
        ("MRO", "Merrin Office in the Regional Oblast", True),
        ("CTED", "Committee Executive Directorate", False),
        ("DDR", "demobilization and reintegration process", False),
    ],
)
def test_letters_begin_words(acronym: str, long: str, *, begins: bool) -> None:
    assert begins_words(acronym, long) is begins


def test_a_long_form_ends_where_its_stretch_ends() -> None:
    text = "the Joint Monitoring Commission"
    assert find_long_forms(text, ["JMC"], [(0, len(text))]) == {"JMC": (4, len(text))}
    assert find_long_forms(text, ["JMC"], [(0, 20), (20, len(text))]) == {}


def test_many_acronyms_take_linear_time() -> None:
    def seconds(count: int) -> float:
        names = [
            f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}{chr(65 + n // 676)}" for n in range(count)
        ]
        text = in_paragraphs(*[f"Urges the {name} and the Joint Merrin Office;" for name in names])
        start = time.process_time()
        found(text)
        return time.process_time() - start

    seconds(200)
    assert seconds(4000) < 12 * seconds(1000)
