"""The program as a whole: what becomes of mistakes, crashes and interruptions."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from checker.cli.status import Status
from checker.cli.terminal import warn

_REPORT = "this is a fault of mandatelint, not of your draft: please report it"


class Program(click.Group):
    """The group of all commands; it keeps the contract of exit statuses."""

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
        except click.UsageError as error:
            error.show()
            status = Status.MISUSE
        except click.ClickException as error:
            warn(error.message)
            status = Status.MISUSE
        except (click.Abort, KeyboardInterrupt):
            warn("interrupted")
            status = Status.INTERRUPTED
        except Exception as error:  # noqa: BLE001 -- the last resort
            warn_of_crash("", error)
            status = Status.CRASH
        sys.exit(status if isinstance(status, int) else Status.CLEAN)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; a draft in its place was meant to be checked."""
        name = args[0]
        if self.get_command(ctx, name) is None and (Path(name).exists() or name == "-"):
            message = f'"{name}" is no command: did you mean "mandatelint check {name}"?'
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


def warn_of_crash(what: str, error: BaseException) -> None:
    """Say in one sentence that mandatelint itself failed; MANDATELINT_DEBUG shows where."""
    if os.environ.get("MANDATELINT_DEBUG"):
        import traceback  # noqa: PLC0415 -- only for those who mend it

        traceback.print_exception(error)
    cause = error.__cause__ or error
    reason = " ".join(f"{type(cause).__name__}: {cause}".split())
    warn(f"{what or 'something failed'} ({reason}); {_REPORT}")
