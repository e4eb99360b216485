"""For which kinds of text a rule is meant."""

from fnmatch import fnmatchcase

import pytest

from checker.rulebook import load_rulebook
from checker.rulebook.profiles import PROFILES


@pytest.mark.parametrize(
    "pattern",
    ["security-council/*", "security-council/mandate", "*/resolution", "*", "s*/m*", "unknow?"],
)
def test_a_pattern_fits_as_it_does_in_a_shell(pattern: str) -> None:
    rule = load_rulebook().rules[0].replaced(profiles=(pattern,))
    fitting = [profile for profile in PROFILES if rule.fits(profile)]
    assert fitting == [profile for profile in PROFILES if fnmatchcase(profile, pattern)]
    assert fitting
