import pkgutil
import subprocess
import sys

import checker.checks
from checker.checks import find_check, registered
from checker.checks.builtin import MODULES


def test_every_check_stands_in_the_module_that_the_table_names() -> None:
    found = {name: check.function.__module__ for name, check in registered().items()}
    assert {name: found[name] for name in MODULES} == {
        name: f"checker.checks.{module}" for name, module in MODULES.items()
    }


def test_the_table_names_all_checks() -> None:
    for module in pkgutil.iter_modules(checker.checks.__path__):
        __import__(f"checker.checks.{module.name}")
    ours = {
        name
        for name, check in registered().items()
        if check.function.__module__.startswith("checker.checks.")
    }
    assert ours == set(MODULES)


def test_a_check_imports_no_other_family() -> None:
    code = (
        "import sys; from checker.checks import find_check; assert find_check('item-sequence');"
        "print(*sorted(name for name in sys.modules if name.startswith('checker.checks.')))"
    )
    run = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert run.stdout.split() == [
        "checker.checks.builtin",
        "checker.checks.numbering",
        "checker.checks.places",
        "checker.checks.registry",
    ]


def test_an_unknown_name_is_that_of_no_check() -> None:
    assert find_check("no-such-check") is None
