"""The index: the one shared analysis of a draft, on which every check rests."""

from checker.index.index import SHARED, Index, build_index

__all__ = ["SHARED", "Index", "build_index"]
