"""Regular expressions that are compiled at their first use.

Compiling takes far longer than looking through a draft, and most drafts never need most patterns:
no brackets, no placeholder, no date in figures. A module may say what it looks for and pay only
where it looks; and what one run compiled, the next finds in the store.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split")


class LazyPattern:
    """Stands for a compiled pattern, and compiles it when it is first asked for a method.

    Attributes:
        pattern: the regular expression as written.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep what to compile."""
        self.pattern = pattern
        self._flags = flags
        self._made: re.Pattern[str] | None = None

    def __reduce__(self) -> tuple[type["LazyPattern"], tuple[str, int]]:
        """Wait for the first use in another process too."""
        return LazyPattern, (self.pattern, self._flags)

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled pattern itself."""
        # Until then a run need not even know what is kept.
        from checker.cache.patterns import compiled  # noqa: PLC0415

        return compiled(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        """Compile the pattern, and take over its method so that it is found at once."""
        if name not in _METHODS:
            raise AttributeError(name)
        if self._made is None:
            self._made = self.compiled()
        method: object = getattr(self._made, name)
        vars(self)[name] = method
        return method


def lazy(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what can be used as a compiled pattern, compiled at its first use."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
