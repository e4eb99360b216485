"""How far a rule can be trusted: what was measured on real and on seeded texts.

The figures stand in ``rules/trust.toml``, which is measured and written, never typed.
"""

import importlib.resources
import tomllib
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one rule.

    Attributes:
        per_hundred: findings per 100 real texts.
        judged: how many errors and warnings on real texts a reader judged.
        true: how many of them are true.
        seeded: how many seeded faults the rule had to notice.
        noticed: how many of them were noticed.
    """

    per_hundred: float
    judged: int
    true: int
    seeded: int
    noticed: int

    @property
    def precision(self) -> float | None:
        """The share of judged findings that are true, or None where none was judged."""
        return self.true / self.judged if self.judged else None

    @property
    def recall(self) -> float | None:
        """The share of seeded faults that were noticed, or None where none was seeded."""
        return self.noticed / self.seeded if self.seeded else None

    def __str__(self) -> str:
        """Write the figures as two or three short sentences."""
        sentences = [f"Findings per 100 real texts: {self.per_hundred:.1f}."]
        if self.judged:
            sentences.append(f"Of {self.judged} judged by a reader, {_are(self.true)} true.")
        if self.seeded:
            faults = "1 fault" if self.seeded == 1 else f"{self.seeded} faults"
            sentences.append(f"Of {faults} put in on purpose, {_are(self.noticed)} noticed.")
        return " ".join(sentences)


def _are(number: int) -> str:
    return f"{number} is" if number == 1 else f"{number} are"


@cache
def read_figures() -> dict[str, Figures]:
    """Return the figures of every rule that was measured, by its name."""
    page = importlib.resources.files("checker.rules").joinpath("trust.toml")
    if not page.is_file():
        return {}
    return {
        name: Figures(**table) for name, table in tomllib.loads(page.read_text("utf-8")).items()
    }
