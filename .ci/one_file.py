"""Pack mandatelint and all it needs into one file that runs without being installed.

    python .ci/one_file.py mandatelint.pyz
    python .ci/one_file.py --python 3.12 --python 3.13 mandatelint.pyz

The file runs on machines like the one that packs it: Windows if it was packed on Windows, with the
version of Python that packs it and those that --python adds. It is made with shiv, whose files
unpack themselves into a folder of the user at the first run: nothing compiled can be loaded out of
a zip file, and a part of pydantic is compiled.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import Distribution, distributions
from itertools import product
from pathlib import Path
from zipfile import ZipFile

_PROJECT = Path(__file__).resolve().parents[1]
_COMPILED = (".so", ".pyd", ".dylib")


def main() -> None:
    """Read the command line and pack."""
    parser = argparse.ArgumentParser(description="Pack mandatelint into one file.")
    parser.add_argument("target", type=Path, help="the file to write")
    parser.add_argument(
        "--python", action="append", default=[], help="also run with this version, such as 3.12"
    )
    given = parser.parse_args()
    pack(given.target, given.python)


def pack(target: Path, versions: Sequence[str] = ()) -> None:
    """Write the file.

    Args:
        target: where to.
        versions: further versions of Python with which it runs.
    """
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder, "packages")
        _pip("install", "--target", str(packages), f"{_PROJECT}[watch]")
        for package, version in product(_compiled(packages), versions):
            _add(package, version, packages)
        target.parent.mkdir(parents=True, exist_ok=True)
        _run(
            *(
                "shiv",
                "--site-packages",
                str(packages),
                "--entry-point",
                "checker.cli:run_and_exit",
            ),
            *("--python", "/usr/bin/env python3", "--compressed", "--reproducible"),
            *("--output-file", str(target.absolute())),
        )


def _compiled(packages: Path) -> list[Distribution]:
    """Return the packages that have parts for one version of Python only."""
    return [
        found
        for found in distributions(path=[str(packages)])
        if any(file.suffix in _COMPILED for file in found.files or ())
    ]


def _add(package: Distribution, version: str, packages: Path) -> None:
    """Add the compiled parts of a package for another Python; their names tell them apart."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}=={package.version}"
        binary = ["--no-deps", "--only-binary=:all:", "--python-version", version]
        _pip("download", *binary, "--dest", folder, wanted)
        (wheel,) = Path(folder).glob("*.whl")
        with ZipFile(wheel) as archive:
            for name in archive.namelist():
                if Path(name).suffix in _COMPILED:
                    archive.extract(name, packages)


def _pip(*arguments: str) -> None:
    _run("pip", "--quiet", "--disable-pip-version-check", *arguments)


def _run(*module: str) -> None:
    subprocess.run([sys.executable, "-m", *module], check=True)  # noqa: S603 -- our own commands


if __name__ == "__main__":
    main()
