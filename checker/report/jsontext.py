"""JSON that is harmless to look at."""

import json

from checker.patterns import lazy

# Written as escapes, these cannot steer a terminal on which the report is looked at; a half of a
# surrogate pair has no other form in UTF-8.
_UNSAFE = lazy("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(entry: object, indent: int | None = 2) -> str:
    """Return a value as JSON; without an indent, on one line."""
    text = json.dumps(entry, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def indented(entry: object, indent: str) -> str:
    """Return a value as JSON whose lines, all but the first, begin with an indent."""
    # A line end inside a string is written as an escape, so each one here ends a line.
    return json_text(entry).replace("\n", f"\n{indent}")
