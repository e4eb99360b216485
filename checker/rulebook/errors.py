"""What is said of a rule page that cannot be used."""


class RulebookError(Exception):
    """A rule page, or a folder of them, cannot be used.

    Attributes:
        path: the page or folder.
        line: the line of the page from 1, or None where no line is to blame.
        message: one sentence that says what is wrong and, where it can be told, what is meant.
    """

    def __init__(self, path: str, line: int | None, message: str) -> None:
        """Keep place and sentence apart, so that each report can write them its own way."""
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        """Write the place before the sentence: "rules/dates/old.md:3: unknown key"."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"
