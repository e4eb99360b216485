"""``mandatelint check``: say what is wrong with drafts."""

from typing import TYPE_CHECKING

import click

from checker.cli import completing
from checker.cli.help import Command
from checker.cli.parameters import (
    OneOf,
    PathType,
    asking,
    baseline_option,
    fail_on_option,
    outputs,
    stdin_filename_option,
)
from checker.report.formats import FORMATS

if TYPE_CHECKING:
    from checker.config import Asked


@click.command(cls=Command, short_help="Say what is wrong with a draft.")
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option(
    "--output-format",
    type=OneOf("format", FORMATS),
    metavar="FORMAT",
    show_default="full",
    help=f"How to report on standard output: {', '.join(FORMATS)}.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=outputs,
    shell_complete=completing.reports,
    help="Also write a report into a file, whole or not at all; may be given more than once.",
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Show how many findings each rule has, instead of the findings.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff, also mend what may have been meant otherwise.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@asking
@fail_on_option
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes also where it is named, as a hook does.",
)
@baseline_option
@click.option("--no-baseline", is_flag=True, help="Show also what a baseline records.")
@click.option("--no-silence", is_flag=True, help="Show also what drafts and configurations allow.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Check in N processes; if not given, many drafts are shared among all cores. "
    "Drafts are fixed in one.",
)
@click.option("--timing", is_flag=True, help="Also show how long each stage and each rule takes.")
@click.option("--no-cache", is_flag=True, help="Use nothing of earlier runs, and keep nothing.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the workers of a Dask cluster check the drafts, which they must be able to read.",
)
@stdin_filename_option
@click.option("--watch", is_flag=True, help="Check again whenever a draft is saved.")
def check(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    output_format: str | None,
    outputs: tuple[tuple[str, str], ...],
    statistics: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    asked: "Asked",
    force_exclude: bool,
    baseline: str | None,
    no_baseline: bool,
    no_silence: bool,
    jobs: int | None,
    timing: bool,
    no_cache: bool,
    scheduler: str | None,
    stdin_filename: str | None,
    watch: bool,
) -> int:
    """Read drafts and say what no longer fits together in them.

    PATH is a draft, a folder of drafts, or - for standard input; without it, the folder you are
    in. A folder is searched for .md, .markdown and .txt, except what .gitignore or the
    configuration leaves out.

    What is not given here comes from the nearest mandatelint.toml, .mandatelint.toml or
    pyproject.toml above each draft; "mandatelint config show PATH" tells what holds for it.

    The exit status is 0 when nothing is found at or above the level of --fail-on, 1 when
    something is, and 2 when an option or a configuration is wrong or a file cannot be read or
    written. With --diff it is 1 when something would change.
    """
    from checker.cache.store import Store, in_use, use  # noqa: PLC0415 -- --help stays quick
    from checker.cli.baselines import Baselines  # noqa: PLC0415 -- as above
    from checker.cli.checking import Reporting, check_drafts  # noqa: PLC0415 -- as above
    from checker.cli.inputs import STANDARD_INPUT  # noqa: PLC0415 -- as above
    from checker.cli.outcomes import Effort  # noqa: PLC0415 -- as above
    from checker.cli.run import prepare  # noqa: PLC0415 -- as above

    clashes = {
        "--unsafe-fixes says which fixes to apply: add --fix or --diff": (
            unsafe_fixes and not (fix or diff)
        ),
        "--diff shows changes and reports nothing: "
        "leave out --output-format, --output and --statistics": (
            diff and (output_format or outputs or statistics)
        ),
        "--jobs counts processes here, and --scheduler has workers of its own: give one of them": (
            scheduler is not None and jobs is not None
        ),
        "drafts are fixed here, not by the workers of a cluster: leave out --scheduler": (
            scheduler is not None and (fix or diff)
        ),
        "--baseline names a baseline, and --no-baseline asks for none: give one of them": (
            baseline is not None and no_baseline
        ),
        "--timing reads drafts once more, and standard input is read only once: name files": (
            timing and STANDARD_INPUT in paths
        ),
    }
    for message, clash in clashes.items():
        if clash:
            raise click.UsageError(message)
    if no_cache:
        use(Store(None))
    paths = paths or (".",)
    if outputs:
        from checker.cli.report_files import refuse_drafts  # noqa: PLC0415 -- as above

        refuse_drafts(outputs, paths)
    reports = [path for _, path in outputs]

    def check_once() -> int:
        baselines = Baselines(baseline, off=no_baseline)
        fixing = None
        if fix or diff:
            from checker.cli.fixing import Fixing  # noqa: PLC0415 -- only where something is fixed

            fixing = Fixing(baselines, unsafe=unsafe_fixes, diff=diff)
        run = prepare(
            paths,
            asked,
            stdin_filename=stdin_filename,
            force_exclude=force_exclude,
            reports=reports,
        )
        status = check_drafts(
            run,
            Reporting(output_format or "full", outputs, statistics),
            baselines,
            Effort(jobs, None if no_cache else in_use(), scheduler),
            stdin_filename=stdin_filename,
            silencing=not no_silence,
            fixing=fixing,
        )
        if timing:
            from checker.cli.timing import show_times  # noqa: PLC0415 -- only if asked for

            show_times(run.files, run.resolve)
        return status

    if watch:
        from checker.cli.watching import watch_drafts  # noqa: PLC0415 -- as above

        watch_drafts(check_once, paths, asked, baseline=baseline, written=reports)
    return check_once()
