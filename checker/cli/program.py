"""The program as a whole: how it ends, and what becomes of mistakes, crashes and interruptions."""

import atexit
import io
import os
import sys
from collections.abc import Mapping, Sequence
from enum import IntEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

import click

from checker.cli.help import Group
from checker.cli.terminal import warn, write_aside
from checker.reasons import OutputError

if TYPE_CHECKING:
    from checker.runs.outcome import Crash

_REPORT = (
    "this is a fault of mandatelint, not of your draft: "
    "please report it to those from whom you have it"
)


class Status(IntEnum):
    """How a run ended: the exit statuses, which scripts rely on."""

    CLEAN = 0
    FINDINGS = 1
    MISUSE = 2
    CRASH = 70
    INTERRUPTED = 130


class Program(Group):
    """The group of all commands, each imported when it is called or listed.

    It keeps the contract of exit statuses.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str] | None = None, **extra: Any) -> None:  # noqa: ANN401 -- click's own signature
        """Take the commands, and the modules of those that are imported at need, by name."""
        super().__init__(*args, **extra)
        self._modules = dict(modules or {})

    def names(self) -> list[str]:
        """Return the names of all commands, also of those that are not imported yet."""
        return list(dict.fromkeys((*self._modules, *super().names())))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module, or None."""
        if cmd_name in self._modules:
            return self._imported(cmd_name)
        return super().get_command(ctx, cmd_name)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 -- click's own signature
        **extra: Any,  # noqa: ANN401 -- click's own signature
    ) -> Any:  # noqa: ANN401 -- click's own signature
        """Run the program; see click for the parameters."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            show_mistake(error)
            status = Status.MISUSE
        except OutputError as error:
            warn(str(error))
            status = Status.MISUSE
        except (click.Abort, KeyboardInterrupt):
            warn("interrupted")
            status = Status.INTERRUPTED
        except Exception as error:  # noqa: BLE001 -- the last resort
            status = _tell(error)
        sys.exit(status if isinstance(status, int) else Status.CLEAN)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; a draft in its place was meant to be checked."""
        name = args[0]
        if self.get_command(ctx, name) is None and (os.path.exists(name) or name == "-"):
            message = f'"{name}" is no command: did you mean "mandatelint check {name}"?'
            raise click.UsageError(message, ctx)
        if self.get_command(ctx, name) is None:
            # The names of all commands are looked through for one that may be meant.
            self.commands.update({each: self._imported(each) for each in self._modules})
        return super().resolve_command(ctx, args)

    def _imported(self, name: str) -> click.Command:
        command = getattr(import_module(self._modules[name]), name)
        assert isinstance(command, click.Command)
        return command


class Ending:
    """Ends the process at once when all that waits for its end is done.

    To free each object takes as long as a twentieth of a short run. Of the functions that are
    called at the end, the first to be registered comes last: so threads are joined, pools are shut
    down and temporary files are gone. Where somebody was earlier, as a measurement of coverage is,
    the process ends as any other.
    """

    def __init__(self) -> None:
        """Wait for the end."""
        self._status: int | None = None
        registered = getattr(atexit, "_ncallbacks", None)
        self._is_last = registered is not None and registered() == 0
        atexit.register(self._end)

    def __enter__(self) -> Self:
        """Begin the program."""
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Note how the program ended; what is no exit status is left to the interpreter."""
        if isinstance(error, SystemExit) and isinstance(error.code, int):
            self._status = error.code

    def _end(self) -> None:
        if self._status is None or not self._is_last:
            return
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):
            # The interpreter has a word and a status for that.
            return
        os._exit(self._status)


def show_mistake(error: click.ClickException) -> None:
    """Say on standard error what was wrong with the command line or with what it names."""
    if isinstance(error, click.NoSuchOption):
        from checker.nearest import did_you_mean  # noqa: PLC0415 -- only mistakes need it

        meant = did_you_mean(error.option_name, error.possibilities or ())
        error = click.UsageError(f'there is no option "{error.option_name}"{meant}', error.ctx)
    if isinstance(error, click.UsageError):
        shown = io.StringIO()
        error.show(shown)
        write_aside(shown.getvalue())
    else:
        warn(error.message)


def _tell(error: Exception) -> Status:
    """Say why the program had to end: it failed itself, or stands in a folder that was removed."""
    if isinstance(error, FileNotFoundError) and _is_lost():
        warn("the folder you are in is no longer there: change to another one")
        return Status.MISUSE
    warn_of_crash(error)
    return Status.CRASH


def _is_lost() -> bool:
    """Whether the current folder was removed."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def warn_of_crash(error: BaseException) -> None:
    """Say in one sentence that mandatelint itself failed; MANDATELINT_DEBUG shows where."""
    from checker.runs.outcome import crash  # noqa: PLC0415 -- --help stays quick

    tell_crash(crash("", "something failed", error))


def tell_crash(told: "Crash") -> None:
    """Say what is known of a crash, which may have happened in another process."""
    if told.trace:
        write_aside(told.trace)
    warn(f"{told.what} ({told.reason}); {_REPORT}")
