import re

import pytest

from checker.patterns import LazyPattern, lazy


def test_a_lazy_pattern_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_pattern = re.compile

    def noted(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_pattern(pattern, flags)

    monkeypatch.setattr("checker.patterns.re.compile", noted)
    pattern = lazy("PARAGRAPH 5", re.IGNORECASE)
    assert not compiled
    assert pattern.search("see paragraph 5") is not None
    assert pattern.match("see paragraph 5") is None
    assert compiled == ["PARAGRAPH 5"]


def test_a_lazy_pattern_knows_its_text_and_nothing_that_a_pattern_does_not() -> None:
    pattern = LazyPattern("a+", re.NOFLAG)
    assert pattern.pattern == "a+"
    with pytest.raises(AttributeError):
        pattern.nonsense  # noqa: B018 -- the look-up itself is what fails
