"""Regular expressions that are compiled at their first use.

Compiling takes far longer than looking through a draft, and most drafts never need most patterns:
no brackets, no placeholder, no date in figures. A module may say what it looks for and pay only
where it looks.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split")


class LazyPattern:
    """Stands for a compiled pattern, and compiles it when it is first asked for a method.

    Attributes:
        pattern: the regular expression as written.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        """Keep what to compile."""
        self.pattern = pattern
        self._flags = flags

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        """Compile the pattern, and take over its methods so that they are found at once."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = self.compiled()
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what can be used as a compiled pattern, compiled at its first use."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
