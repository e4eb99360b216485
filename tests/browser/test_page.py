"""The page in a browser: links, filters, keyboard, print, and nothing asked of the network."""

import json

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

_IN_VIEW = """
const box = arguments[0].getBoundingClientRect();
return box.bottom > 0 && box.top < innerHeight;
"""


@pytest.fixture(autouse=True)
def opened(browser: Chrome, page: str) -> None:
    """The page, opened anew; nothing of earlier tests in the logs."""
    browser.get("about:blank")
    _log(browser, "browser")
    _log(browser, "performance")
    browser.get(page)


def _log(browser: Chrome, name: str) -> list[str]:
    """Return what a log of the browser holds, and empty it."""
    entries = browser.get_log(name)  # type: ignore[no-untyped-call] # selenium gives it no types
    return [entry["message"] for entry in entries]


def _find(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def _shown(browser: Chrome, selector: str) -> list[WebElement]:
    found = browser.find_elements(By.CSS_SELECTOR, selector)
    return [element for element in found if element.is_displayed()]


def _in_view(browser: Chrome, element: WebElement) -> bool:
    return bool(browser.execute_script(_IN_VIEW, element))


def _focused(browser: Chrome) -> WebElement:
    return browser.switch_to.active_element


def test_a_click_on_a_reference_leads_to_its_target(browser: Chrome) -> None:
    reference = _find(browser, "#draft-1-para_2 a.reference")
    target = _find(browser, "#draft-1-para_1")
    assert not _in_view(browser, target)
    reference.click()
    assert browser.current_url.endswith("#draft-1-para_1")
    assert _in_view(browser, target)


def test_a_click_on_a_finding_leads_to_its_words_and_back(browser: Chrome) -> None:
    _find(browser, "#draft-1 .findings a[href='#draft-1-words-10']").click()
    mark = _find(browser, "#draft-1-words-10 mark")
    assert (mark.text, mark.get_attribute("class")) == ("paragraph 41 below", "error")
    assert _in_view(browser, mark)
    _find(browser, "#draft-1-words-10 ~ sup.call a").click()
    assert browser.current_url.endswith("#draft-1-note-10")
    assert _in_view(browser, _find(browser, "#draft-1-note-10"))


def test_a_link_into_a_folded_draft_opens_it(browser: Chrome) -> None:
    draft = _find(browser, "#draft-2")
    assert draft.get_attribute("open") is None
    _find(browser, ".overview a[href='#draft-2']").click()
    assert draft.get_attribute("open") is not None


def test_an_arc_of_the_map_leads_to_the_words_of_the_reference(browser: Chrome) -> None:
    arc = _find(browser, "#draft-1 a.arc.broken")
    browser.execute_script("arguments[0].focus()", arc)
    _focused(browser).send_keys(Keys.ENTER)
    name = browser.current_url.partition("#")[2]
    assert name.startswith("draft-1-reference-")
    assert _in_view(browser, _find(browser, f"#{name} mark"))


def test_a_severity_can_be_filtered_out(browser: Chrome) -> None:
    everything = len(_shown(browser, "#draft-1 .note"))
    warnings = len(_shown(browser, "#draft-1 .note.warning"))
    assert 0 < warnings < everything
    _find(browser, "input[value='warning']").click()
    assert not _shown(browser, "#draft-1 .warning[data-severity]")
    assert not _shown(browser, "#draft-1 mark.warning")
    assert not _shown(browser, "#draft-1 sup.warning")
    assert len(_shown(browser, "#draft-1 .note")) == everything - warnings
    assert " of " in _find(browser, "#shown").text
    _find(browser, "input[value='warning']").click()
    assert len(_shown(browser, "#draft-1 .note")) == everything


def test_a_family_can_be_filtered_out_and_all_of_them(browser: Chrome) -> None:
    _find(browser, "input[value='dates']").click()
    left = {each.get_attribute("data-family") for each in _shown(browser, "#draft-1 .note")}
    assert "acronyms" in left
    assert "dates" not in left
    for box in browser.find_elements(By.CSS_SELECTOR, "input[name='family']:checked"):
        box.click()
    assert not _shown(browser, ".note, mark:not(.off), sup")
    assert len(_shown(browser, "#draft-1 .none")) == 1


def test_the_keyboard_goes_from_the_skip_link_through_the_filters_to_the_findings(
    browser: Chrome,
) -> None:
    seen = []
    for _ in range(40):
        _focused(browser).send_keys(Keys.TAB)
        now = _focused(browser)
        outline = now.value_of_css_property("outline-style")
        seen.append((now.tag_name, now.get_attribute("href") or now.get_attribute("name")))
        assert outline != "none", seen[-1]
        assert now.is_displayed()
    names = [str(name).partition("#")[2] or name for _, name in seen]
    assert names[0] == "main"
    assert names[1:4] == ["severity"] * 3
    assert names.index("family") < names.index("draft-1") < names.index("draft-1-findings")
    assert names.index("draft-1-findings") < names.index("draft-1-words-1")


def test_the_skip_link_leads_past_the_filters(browser: Chrome) -> None:
    _focused(browser).send_keys(Keys.TAB)
    assert _focused(browser).text == "Skip to the report"
    _focused(browser).send_keys(Keys.ENTER)
    _focused(browser).send_keys(Keys.TAB)
    assert _focused(browser).get_attribute("name") not in {"severity", "family"}


def test_a_print_has_everything_and_no_filters(browser: Chrome) -> None:
    folded = len(browser.find_elements(By.CSS_SELECTOR, "details:not([open])"))
    assert folded
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.find_elements(By.CSS_SELECTOR, "details:not([open])")
        assert not _shown(browser, ".filters, .skip")
        assert _shown(browser, "#draft-2 .note")
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert len(browser.find_elements(By.CSS_SELECTOR, "details:not([open])")) == folded


def test_a_dark_screen_gets_dark_paper(browser: Chrome) -> None:
    def ground() -> str:
        return _find(browser, "html").value_of_css_property("background-color")

    light = ground()
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    try:
        assert ground() != light
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_narrow_screen_needs_no_scrolling_sideways(browser: Chrome) -> None:
    narrow = {"width": 360, "height": 700, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    try:
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        assert wide <= 360
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_page_reads_and_links_without_its_script(browser: Chrome, page: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page)
        assert not _shown(browser, ".filters")
        _find(browser, "#draft-1-para_2 a.reference").click()
        assert browser.current_url.endswith("#draft-1-para_1")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_is_complained_of_and_nothing_asked_of_the_network(
    browser: Chrome, page: str
) -> None:
    _find(browser, "input[value='error']").click()
    _find(browser, "#draft-1-para_2 a.reference").click()
    assert _log(browser, "browser") == []
    messages = [json.loads(said)["message"] for said in _log(browser, "performance")]
    asked = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert set(asked) <= {page, "about:blank"}
    assert page in asked
