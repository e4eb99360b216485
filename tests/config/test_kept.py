"""A configuration that was validated once is not parsed again, and never a wrong one used."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cache.store import Store, in_use, use
from checker.config import ConfigurationError, Configurations


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    before = in_use()
    use(Store(tmp_path / "kept"))
    yield in_use()
    use(before)


def _never(*_: object) -> None:
    message = "the file was parsed again"
    raise AssertionError(message)


@pytest.mark.usefixtures("store")
def test_a_configuration_is_validated_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mandatelint.toml"
    file.write_text(
        'stage = "final"\nignore = ["dates"]\n[severity]\nacronyms = "info"\n'
        '[[overrides]]\npaths = ["old/"]\ndate = 2020-06-29\n',
        "utf-8",
    )
    draft = str(tmp_path / "a.md")
    first = Configurations().of(draft)
    with monkeypatch.context() as patch:
        patch.setattr("checker.config.loading.load_configuration", _never)
        assert Configurations().of(draft) == first
    file.write_text('stage = "negotiation"\n', "utf-8")
    changed = Configurations().of(draft)
    assert changed is not None
    assert changed.top.stage == "negotiation"


@pytest.mark.usefixtures("store")
def test_what_is_wrong_is_told_in_every_run(tmp_path: Path) -> None:
    (tmp_path / "mandatelint.toml").write_text('stage = "finall"\n', "utf-8")
    for _ in range(2):
        with pytest.raises(ConfigurationError):
            Configurations().of(str(tmp_path / "a.md"))
