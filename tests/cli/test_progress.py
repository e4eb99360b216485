"""A long run on a terminal shows how far it is; all others show nothing."""

import io
import sys
from collections.abc import Iterator

import pytest

from checker.cli.progress import with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal_for(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard error; in the test itself, after pytest's own."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return shown


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def steps(self, each: float, number: int = 10) -> Iterator[int]:
        for step in range(number):
            self.seconds += each
            yield step


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = terminal_for(monkeypatch)
    clock = Clock()
    steps = list(with_progress(clock.steps(1.0), 10, clock=clock))
    assert steps == list(range(10))
    shown = terminal.getvalue()
    assert "1/10" not in shown
    assert "2/10" in shown
    assert "9/10" in shown
    assert shown.endswith("\x1b[2K")


def test_the_bar_is_gone_while_a_step_is_worked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    clock = Clock()
    for _ in with_progress(clock.steps(1.0), 10, clock=clock):
        assert terminal.getvalue() == "" or terminal.getvalue().endswith("\x1b[2K")


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    clock = Clock()
    list(with_progress(clock.steps(0.1), 10, clock=clock))
    assert terminal.getvalue() == ""


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    list(with_progress(clock.steps(1.0), 10, clock=clock))
    assert capsys.readouterr().err == ""


def test_an_interruption_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    clock = Clock()

    def steps() -> Iterator[int]:
        yield from clock.steps(1.0, 5)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(with_progress(steps(), 10, clock=clock))
    assert terminal.getvalue().endswith("\x1b[2K")
