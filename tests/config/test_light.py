"""A run without a configuration pays nothing for there being such a thing."""

import subprocess
import sys
from pathlib import Path

_HEAVY = ("pydantic", "pathspec", "tomllib", "lark", "checker.rulebook", "checker.checks")
_PROGRAM = """
import sys
from pathlib import Path
from checker.config import Configurations, Settings
assert Configurations().of(Path("a.md")) is None
assert not Configurations().excludes(Path("a.md"))
print([name for name in {heavy} if name in sys.modules])
"""


def test_looking_for_a_configuration_in_vain_loads_nothing_heavy(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "drafts"\n', "utf-8")
    run = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", _PROGRAM.format(heavy=_HEAVY)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
