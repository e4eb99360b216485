"""Lengths of time: how many units of it the words of a draft tell."""

import re

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER = (
    rf"(?:\d{{1,4}}|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_NUMBERS[:9])}))?"
    rf"|{'|'.join(_NUMBERS)}|an?|X{{1,3}})"
)
"""A pattern for a number in words or figures."""

# "[three] [six] months" in a text under negotiation, "twelve (12) months", "six to nine months".
LENGTH = (
    rf"(?:{NUMBER}|\[[^\[\]\n]{{1,20}}\](?: ?/? ?\[[^\[\]\n]{{1,20}}\])?)"
    rf"(?: \(\d{{1,3}}\)|(?: to | or |[-–—]){NUMBER}| or (?:more|less))?"
)
"""A pattern for how many units there are, or may be."""


def count_of(length: str) -> int | None:
    """Return the number that a length has, None where it is open or a range."""
    written = length.lower().split(" (")[0]
    if written.isdigit():
        return int(written)
    if written in {"a", "an"}:
        return 1
    total = 0
    for word in re.split(r"[ -]", written):
        if word in _TENS and not total:
            total = 20 + 10 * _TENS.index(word)
        elif word in _NUMBERS and total % 10 == 0:
            total += _NUMBERS.index(word) + 1
        else:
            return None
    return total
