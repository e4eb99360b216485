"""Checks of acronyms: introduced once, before their use, for one name."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from checker.checks.registry import check
from checker.checks.searching import STRICT, refuse_empty
from checker.draft import Kind
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.longforms import find_long_forms
from checker.index.shortforms import ShortForm
from checker.mentions import AcronymUse, Introduction, Mention
from checker.parsing.introductions import same_name, tells
from checker.source import Span

_SHOWN = 5
_OPERATION = "Operation "
