"""Sentences: the one around a place, and words told alike however they are typed."""

import unicodedata

from checker.patterns import lazy

# A sentence of a resolution may run over a page; beyond this it is not needed to tell it.
_REACH = 1500
_BOUNDARY = lazy(r"[.;:?!][\"'”’)\]]*\s+")
_UNDERLINED = lazy(r"(?<!\w)_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?!\w)")
# How a clause goes on to the next one, which changes when another is put after it.
_CLOSING = " .;:,"
_CONJUNCTIONS = ("; and", "; or", ", and", ", or")
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
# Emphasis and escapes of Markdown are left out; quotation marks and dashes are of one kind each.
_RETYPED = {
    **dict.fromkeys(map(chr, _INVISIBLE), ""),
    **dict.fromkeys("*\\", ""),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—", "-"),
}
_UNALIKE = frozenset(_RETYPED)


def sentence_around(text: str, offset: int) -> str:
    """Return the sentence, or the clause between semicolons, that holds an offset of a text.

    It does not cross a line end: in a text as read, a line is an element of the draft.
    """
    low = max(text.rfind("\n", 0, offset) + 1, offset - _REACH)
    line_end = text.find("\n", offset)
    high = min(len(text) if line_end < 0 else line_end, offset + _REACH)
    start, end = low, high
    for boundary in _BOUNDARY.finditer(text, low, high):
        if boundary.end() > offset:
            end = boundary.end()
            break
        start = boundary.end()
    return text[start:end].strip()


def alike(text: str) -> str:
    """Return words in one way of typing, to be compared.

    Runs of white space are one space; emphasis, escapes and characters without width are left
    out; capitals are small; quotation marks and dashes are of one kind.
    """
    typed = text
    # Few characters of a text are to be retyped, and replacing these is far quicker than a table.
    for character in _UNALIKE.intersection(text):
        typed = typed.replace(character, _RETYPED[character])
    if "_" in typed:
        typed = _UNDERLINED.sub("", typed)
    if typed.isascii():
        return " ".join(typed.lower().split())
    return " ".join(unicodedata.normalize("NFKC", typed).casefold().split())


def without_ending(sentence: str) -> str:
    """Return a sentence without its last punctuation mark and the "and" of a list after it."""
    bare = sentence.rstrip(_CLOSING)
    for word in _CONJUNCTIONS:
        if bare.endswith(word):
            return bare.removesuffix(word).rstrip(_CLOSING)
    return bare


def has_words(text: str, words: str) -> bool:
    """Whether whole words stand in a text, both in one way of typing; no words are nowhere."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        begun = start > 0 and text[start - 1].isalnum() and words[0].isalnum()
        goes_on = end < len(text) and text[end].isalnum() and words[-1].isalnum()
        if not begun and not goes_on:
            return True
        start = text.find(words, start + 1)
    return False
