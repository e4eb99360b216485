"""Edits of drafts, of all the kinds that a person makes, and some that only an accident makes."""

import re
from collections.abc import Callable
from random import Random

Edit = Callable[[str, Random], str]

_WORDS = [
    *("the Mission", "paragraph 3 above", "paragraphs 2 (a) and 4 below", "its paragraph 4"),
    *("of resolution 2374 (2017)", "resolution 2500 (2019)", "S/2026/412", "(S/2026/98)"),
    *("Article 5", "annex I", "until 30 June 2026", "the peace-keepers", "UNSMTA", "IEDs"),
    *("the Joint Force for Talvania (JFT)", "(UNSMTA)", "(“the Accord”)", "“the", "DECIDES"),
    *("XX", "[", "]", "**", "_", "<!--", "-->", "\u200b", "(", "Talvanian", "co-operation"),
]
_BLOCKS = [
    *(
        "Recalling its resolution 2500 (2019),",
        "# Protection of civilians",
        "The Security Council,",
    ),
    *("7. Requests the Secretary-General to report on paragraph 2 above by 30 June 2026;",),
    *("(b) the third item, of the Talvanian Armed Forces (TAF);", "(i) to monitor;", "- a dash;"),
    *("Annex II", "Annex", "26-08606 3/17", "* * *", "S/2026/412", "<!-- a note -->", "XX", "A"),
    "<!-- mandatelint: allow undefined-acronym: everybody knows it -->",
    "(JFT) is an acronym that opens its paragraph;",
    "Acting under Chapter VII of the Charter of the United Nations,",
]


def _at_a_word(edit: Callable[[str, Random], str]) -> Edit:
    def edited(text: str, chance: Random) -> str:
        words = list(re.finditer(r"\S+", text))
        if not words:
            return chance.choice(_WORDS)
        word = chance.choice(words)
        return text[: word.start()] + edit(word.group(), chance) + text[word.end() :]

    return edited


def _at_a_block(edit: Callable[[list[str], int, Random], None]) -> Edit:
    def edited(text: str, chance: Random) -> str:
        blocks = text.split("\n\n")
        edit(blocks, chance.randrange(len(blocks)), chance)
        return "\n\n".join(blocks)

    return edited


def _put_in(blocks: list[str], place: int, chance: Random) -> None:
    blocks.insert(place, chance.choice(_BLOCKS))


def _take_out(blocks: list[str], place: int, _chance: Random) -> None:
    del blocks[place]


def _copy(blocks: list[str], place: int, chance: Random) -> None:
    blocks.insert(chance.randrange(len(blocks)), blocks[place])


def _move(blocks: list[str], place: int, chance: Random) -> None:
    blocks.insert(chance.randrange(len(blocks)), blocks.pop(place))


def _join(blocks: list[str], place: int, _chance: Random) -> None:
    blocks[place : place + 2] = [" ".join(blocks[place : place + 2])]


def _wrap(blocks: list[str], place: int, _chance: Random) -> None:
    blocks[place] = re.sub(r"(.{40}\S*) ", r"\1\n", blocks[place])


def _emphasize(blocks: list[str], place: int, _chance: Random) -> None:
    blocks[place] = f"**{blocks[place]}**"


def _at_a_number(text: str, chance: Random) -> str:
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return text
    number = chance.choice(numbers)
    new = str(int(number.group()[:6]) + chance.choice([-1, 1, 10]))
    return text[: number.start()] + new + text[number.end() :]


def _in_the_header(text: str, chance: Random) -> str:
    place = chance.randrange(min(len(text), 200) + 1)
    return text[:place] + chance.choice([*_WORDS, "\n", "S/2026/413\n\n"]) + text[place:]


def _cut(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(400) :]


KINDS: dict[str, Edit] = {
    "change a word": _at_a_word(lambda _, chance: chance.choice(_WORDS)),
    "add a word": _at_a_word(lambda word, chance: f"{word} {chance.choice(_WORDS)}"),
    "delete a word": _at_a_word(lambda _word, _chance: ""),
    "break a word": _at_a_word(
        lambda word, _: word[: len(word) // 2] + "\n" + word[len(word) // 2 :]
    ),
    "type a letter": _at_a_word(lambda word, chance: word + chance.choice("abXY,.;:-()’")),
    "change capitals": _at_a_word(lambda word, _: word.swapcase()),
    "change a number": _at_a_number,
    "add a block": _at_a_block(_put_in),
    "delete a block": _at_a_block(_take_out),
    "copy a block": _at_a_block(_copy),
    "move a block": _at_a_block(_move),
    "join two blocks": _at_a_block(_join),
    "wrap a block": _at_a_block(_wrap),
    "emphasize a block": _at_a_block(_emphasize),
    "edit the header": _in_the_header,
    "cut a stretch": _cut,
    "add a blank line": lambda text, _: f"\n{text}",
    "widen all gaps": lambda text, _: text.replace("\n\n", "\n\n\n"),
    "quote it": lambda text, _: "".join(f"> {line}" for line in text.splitlines(keepends=True)),
    "change line ends": lambda text, _: text.replace("\n", "\r\n"),
    "take the end away": lambda text, chance: text[: chance.randrange(len(text) + 1)],
    "nothing": lambda text, _: text,
}
"""Each kind of edit by what it does; a text may be left as it is, or without a word."""
