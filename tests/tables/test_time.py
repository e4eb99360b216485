"""The tables take time in proportion to the length of a text."""

import gc
import time

import pytest

from checker.index import build_index
from checker.parsing import parse_source
from checker.source import Source
from checker.tables import tables_of

_SHORT, _LONG = 5_000, 40_000


def _per_character(piece: str, length: int) -> float:
    index = build_index(parse_source(Source((piece * (length // len(piece) + 1))[:length])))
    gc.collect()
    start = time.process_time()
    tables_of(index)
    return (time.process_time() - start) / length


@pytest.mark.parametrize(
    "piece",
    [
        "1. Requests a report every six months on paragraph 1 above by 3 May 2027 (S/2027/3);\n\n",
        "within a period of a period of a further next first six months of the end of ",
        'the Mission (UNSMTA) ("the Mission") in paragraphs 1, 2 and 3 above, UNSMTA, Mission ',
        "twenty one two three [four] [five] six days and months after the the the ",
        "recalling resolution 2790 (2025) of 3 May 2027, recalling, and, welcoming ",
    ],
)
def test_a_long_text_takes_no_longer_for_each_character(piece: str) -> None:
    ratios = sorted(_per_character(piece, _LONG) / _per_character(piece, _SHORT) for _ in range(3))
    assert ratios[1] < 3
