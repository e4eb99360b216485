"""Phrases: how rule pages name the words that they look for.

A phrase is made of words. ``{a|b}`` stands for alternatives, which may be several words or none,
``...`` for a gap within the sentence, ``#`` for a number in figures. Phrases match whole words, in
any case and across any white space; straight and typographic quotes and hyphens are the same.
Matching takes linear time: a gap is a second search after a first, and nothing repeats within a
repetition.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from checker.patterns import lazy
from checker.records import Record

_ALIKE = {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"}
_TOKEN = lazy(r"\{([^{}]*)\}|(\s+)|(#)|([^{}\s#]+)")
_BRACES = lazy(r"\{[^{}]*\}")
_GAP = lazy(r"\.\.\.|…")
_SENTENCE_END = lazy(r"\.[\"'”’)\]]*\s+")
_MOST_OPTIONAL = 6


class PhraseError(ValueError):
    """A phrase cannot be read; the text says which and why."""


class Phrase(Record):
    """A phrase of a rule page, ready to be looked for.

    Attributes:
        text: the phrase as the page gives it.
        pieces: the patterns between its gaps, for folded text.
        words: words of small ASCII letters that stand wherever the phrase stands, the longest
            first; none where each word of it has an alternative.
    """

    text: str
    pieces: tuple[re.Pattern[str], ...]
    words: tuple[str, ...] = ()

    @staticmethod
    def parse(text: str) -> "Phrase":
        """Read a phrase.

        Raises:
            PhraseError: it is empty, its braces are not balanced or are nested, or it has too
                many alternatives that may be empty.
        """
        return _parse(text)

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Return where the phrase first stands in a stretch of a text, or None."""
        return next(self.find_all(text, start, end), None)

    def find_all(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield where the phrase stands in a stretch of a text, without overlaps."""
        folded = fold(text)
        end = len(text) if end is None else end
        if self.words and folded.find(self.words[0], start, end) < 0:
            return
        sentence = end if len(self.pieces) == 1 else start
        while (first := _search(self.pieces[0], folded, start, end)) is not None:
            if first[1] > sentence:
                sentence = _sentence_end(text, first[1], end)
            last = self._rest(folded, first[1], sentence)
            if last is None:
                # What follows the gap is not in this sentence, so a later first piece is no help.
                start = sentence
            else:
                yield first[0], last
                start = last

    def opens(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Return where the phrase stands if a stretch of a text begins with it, else None."""
        folded = fold(text)
        end = len(text) if end is None else end
        match = self.pieces[0].match(folded, start, end)
        if match is None:
            return None
        sentence = end if len(self.pieces) == 1 else _sentence_end(text, match.end(), end)
        last = self._rest(folded, match.end(), sentence)
        return None if last is None else (start, last)

    def _rest(self, folded: str, start: int, end: int) -> int | None:
        """Return where the last piece ends, each found after the one before; None without one."""
        for piece in self.pieces[1:]:
            found = _search(piece, folded, start, end)
            if found is None:
                return None
            start = found[1]
        return start


@lru_cache(maxsize=4)
def fold(text: str) -> str:
    """Return a text of the same length in lower case, with one form of quotes and hyphens."""
    lower = text.lower()
    if text.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for typographic, plain in _ALIKE.items():
        lower = lower.replace(typographic, plain)
    return lower


def _search(piece: re.Pattern[str], folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Find a piece that begins a word."""
    while (match := piece.search(folded, start, end)) is not None:
        begin = match.start()
        if not _inside_word(folded, begin):
            return begin, match.end()
        start = begin + 1
    return None


def _inside_word(text: str, offset: int) -> bool:
    """Whether a word, hyphens included, goes on at an offset."""
    if offset == 0 or not _is_word(text[offset]):
        return False
    before = text[offset - 1]
    return _is_word(before) or (before == "-" and offset > 1 and _is_word(text[offset - 2]))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence ends: after a full stop before a capital, or at the end."""
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() < end and text[match.end()].isupper():
            return match.end()
    return end


@lru_cache(maxsize=4096)
def _parse(text: str) -> Phrase:
    pieces = [piece.strip() for piece in _GAP.split(text)]
    if not all(pieces):
        message = f'the phrase "{text}" needs words before and after each gap'
        raise PhraseError(message if any(pieces) else "a phrase is empty")
    return Phrase(text, tuple(_compile(piece, text) for piece in pieces), _sure_words(pieces))


def _sure_words(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a phrase that have no alternative."""
    words = {
        word
        for piece in pieces
        for word in _BRACES.sub("{", piece).split()
        if word.isascii() and word.isalpha()
    }
    return tuple(sorted(map(fold, words), key=lambda word: (-len(word), word)))


def _compile(piece: str, phrase: str) -> re.Pattern[str]:
    """Make a pattern of the words between two gaps."""
    tokens = list(_TOKEN.finditer(piece))
    if sum(len(token.group()) for token in tokens) != len(piece):
        message = f'the braces of the phrase "{phrase}" are not balanced, or nested'
        raise PhraseError(message)
    groups = [_alternatives(token) for token in tokens]
    if sum("" in group for group in groups) > _MOST_OPTIONAL:
        message = f'the phrase "{phrase}" has more than {_MOST_OPTIONAL} alternatives without words'
        raise PhraseError(message)
    # An alternative without words takes a space with it, so these are written out one by one.
    choices = [
        [[word for word in group if word], []] if "" in group else [group] for group in groups
    ]
    variants = [_pattern(variant) for variant in product(*choices)]
    if "" in variants:
        message = f'the phrase "{phrase}" could be without words'
        raise PhraseError(message)
    # Inside a word the end does not count: "report" is not found in "reporting".
    return lazy(rf"(?:{'|'.join(dict.fromkeys(variants))})(?:(?<!\w)|(?!\w|-\w))")


def _alternatives(token: re.Match[str]) -> list[str]:
    """Return what may stand at the place of one token; " " for white space, "#" for a number."""
    alternatives, space, number, _word = token.groups()
    if alternatives is None:
        return [" " if space else number or token.group()]
    return [" ".join(words.split()) for words in alternatives.split("|")]


def _pattern(variant: tuple[list[str], ...]) -> str:
    """Write one variant of a piece as a pattern, with single spaces and none at its ends."""
    written: list[str] = []
    for group in variant:
        if not group or (group == [" "] and (not written or written[-1] == r"\s+")):
            continue
        patterns = [_written(words) for words in group]
        written.append(patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})")
    if written and written[-1] == r"\s+":
        written.pop()
    return "".join(written)


@cache
def _written(words: str) -> str:
    if words == " ":
        return r"\s+"
    if words.isascii() and words.isalpha():
        return words.lower()
    parts = [re.escape(fold(part)).replace(r"\ ", r"\s+") for part in words.split("#")]
    # A bound on the digits keeps a long row of them from being tried again and again.
    return r"\d{1,12}".join(parts)
