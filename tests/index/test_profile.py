"""The kind of a text is told by what it does, not by its title."""

import pytest

from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

COUNTRY = "Concerned by the violence in Talvania,"
SEIZED = "Decides to remain seized of the matter."


def index_of(*paragraphs: str, first: str = "The Security Council,") -> Index:
    numbered = [f"{number}. {text}" for number, text in enumerate(paragraphs, 1)]
    text = "\n\n".join((first, COUNTRY, *numbered))
    return build_index(parse_source(Source(text)), profile=None, stage=None, date=None)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("Decides to extend the mandate of UNSMTA until 30 June 2027;", "mandate"),
        ("Decides that the mandate of UNSMTA shall be extended until 30 June 2027;", "mandate"),
        ("Expresses its support for UNSMTA and decides to extend its mandate;", "mandate"),
        ("Decides to establish a United Nations Mission in Talvania;", "mandate"),
        ("Decides to extend the mandate of the Panel of Experts in Talvania;", "sanctions"),
        ("Decides to renew the measures imposed by resolution 2790 (2025);", "sanctions"),
        ("Decides to appoint Ms. Ana Merrin as Prosecutor;", "appointment"),
        ("Requests UNICEF to extend its assistance to children;", "resolution"),
    ],
)
def test_the_kind_follows_from_the_acts(act: str, kind: str) -> None:
    index = index_of(act, *(["Urges the parties to meet in Talvania;"] * 4), SEIZED)
    assert index.profile == f"security-council/{kind}"


def test_a_short_text_that_extends_a_mandate_is_a_rollover() -> None:
    index = index_of("Decides to extend the mandate of UNSMTA until 30 June 2027;", SEIZED)
    assert index.profile == "security-council/rollover"


def test_a_text_that_dwells_on_no_place_is_about_a_theme() -> None:
    index = index_of(*(["Urges all Member States to protect civilians;"] * 6), SEIZED)
    assert index.profile == "security-council/thematic"


def test_a_text_without_an_organ_may_show_it_by_its_own_resolutions() -> None:
    recalled = "Recalling its previous resolutions 2790 (2025) and 2811 (2026),"
    assert index_of(SEIZED, first=recalled).profile.startswith("security-council/")
    assert index_of(SEIZED, first="Recalling its resolution 79/12,").profile == "unknown"
