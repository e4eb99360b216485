"""The options that a rule gives to its check: a value, or plain data until they are needed.

The class of the options stands in the module of the check, which is imported only where the rule
runs.
"""

import json

from checker.cache.plain import PlainError, from_plain, to_plain


class Given:
    """The options of one rule, None for a check that has none."""

    __slots__ = ("_check", "_data", "_is_made", "_value")

    def __init__(self, check: str, value: object | None) -> None:
        """Take options as the check called ``check`` takes them."""
        self._check = check
        self._data: str | None = None
        self._value = value
        self._is_made = True

    @classmethod
    def from_data(cls, check: str, data: str) -> "Given":
        """Take options as :attr:`data` gave them."""
        given = cls(check, None)
        given._data = data
        given._is_made = False
        return given

    @property
    def data(self) -> str:
        """The options as JSON.

        Raises:
            TypeError: they hold what JSON cannot, as those of a plug-in may.
        """
        if self._data is None:
            self._data = json.dumps(to_plain(self._value), ensure_ascii=False)
        return self._data

    @property
    def value(self) -> object | None:
        """The options as the check takes them.

        Raises:
            PlainError: the check takes no such options.
        """
        if not self._is_made:
            assert self._data is not None
            self._value = _made(self._check, json.loads(self._data))
            self._is_made = True
        return self._value

    def __eq__(self, other: object) -> bool:
        """Whether two checks get the same."""
        if not isinstance(other, Given):
            return NotImplemented
        return self._check == other._check and self.value == other.value

    def __hash__(self) -> int:
        """Hash what is always there."""
        return hash(self._check)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process as plain data where that is possible."""
        try:
            return Given.from_data, (self._check, self.data)
        except TypeError:
            return Given, (self._check, self._value)


def _made(name: str, data: object) -> object | None:
    from checker.checks import find_check  # noqa: PLC0415 -- a check rests on the whole index

    check = find_check(name)
    if check is None:
        message = f'there is no check "{name}"'
        raise PlainError(message)
    return None if check.options is None else from_plain(check.options, data)
