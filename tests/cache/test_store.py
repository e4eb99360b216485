"""A store keeps what is whole and its own, and is silent about everything else."""

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from checker.cache.store import FOLDER_VARIABLE, Store, digest, user_folder

KEY = digest(b"a draft", b"the rules")
OTHER = digest(b"another draft", b"the rules")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept")


def _folder(store: Store) -> Path:
    assert store.folder is not None
    return Path(store.folder)


def _entry(store: Store) -> Path:
    (entry,) = _folder(store).glob("*.kept")
    return entry


def test_what_was_put_is_given_back(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    assert store.get("a.md", KEY) == b"findings"


def test_another_key_or_name_gives_nothing(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    assert store.get("a.md", OTHER) is None
    assert store.get("b.md", KEY) is None


def test_a_new_entry_takes_the_place_of_the_old_one(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    store.put("a.md", OTHER, b"others")
    assert store.get("a.md", OTHER) == b"others"
    assert store.get("a.md", KEY) is None


@pytest.mark.parametrize("length", range(0, 80, 7))
def test_an_entry_cut_short_is_not_believed(store: Store, length: int) -> None:
    store.put("a.md", KEY, b"findings")
    entry = _entry(store)
    entry.write_bytes(entry.read_bytes()[:-1][:length])
    assert store.get("a.md", KEY) is None


def test_rubbish_is_not_believed_and_is_replaced(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    entry = _entry(store)
    data = bytearray(entry.read_bytes())
    data[-1] ^= 1
    entry.write_bytes(data)
    assert store.get("a.md", KEY) is None
    store.put("a.md", KEY, b"findings")
    assert store.get("a.md", KEY) == b"findings"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_that_others_can_write_to_is_not_used(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    _folder(store).chmod(0o777)
    assert store.get("a.md", KEY) is None
    store.put("b.md", KEY, b"findings")
    assert len(list(_folder(store).glob("*.kept"))) == 1


def test_a_folder_behind_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "kept").symlink_to(tmp_path / "real")
    store = Store(tmp_path / "kept")
    store.put("a.md", KEY, b"findings")
    assert list((tmp_path / "real").iterdir()) == []


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "kept")
    store.put("a.md", KEY, b"findings")
    assert store.get("a.md", KEY) is None


def test_a_full_disk_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put("a.md", KEY, b"findings")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    store.put("a.md", OTHER, b"others")
    assert store.get("a.md", KEY) == b"findings"
    assert not list(_folder(store).glob("*.part"))


def test_runs_at_once_each_see_a_whole_entry(store: Store) -> None:
    contents = [bytes([number]) * 5000 for number in range(8)]
    store.put("a.md", KEY, contents[0])
    seen: set[bytes | None] = set()

    def run(content: bytes) -> None:
        for _ in range(20):
            store.put("a.md", KEY, content)
            seen.add(store.get("a.md", KEY))

    threads = [threading.Thread(target=run, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= set(contents)


def test_clean_removes_the_entries_and_only_those(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    store.put("b.md", KEY, b"findings")
    others = {"letter.txt", "notes.kept", "holiday.iso.part"}
    for name in others:
        (_folder(store) / name).write_text("not ours")
    assert store.clean() == 2
    assert {path.name for path in _folder(store).iterdir()} == others


def test_old_entries_are_tidied_away(store: Store) -> None:
    store.put("a.md", KEY, b"findings")
    os.utime(_entry(store), (0, 0))
    (_folder(store) / "tidied").unlink()
    store.put("b.md", KEY, b"findings")
    assert store.get("a.md", KEY) is None
    assert store.get("b.md", KEY) == b"findings"


def test_parts_are_told_apart_in_a_digest() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


def test_the_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert user_folder() == str(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name their folders otherwise")
@pytest.mark.parametrize("named", ["", "caches"])
def test_a_folder_for_caches_that_is_named_from_somewhere_counts_as_none(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert user_folder() == str(tmp_path / ".cache" / "mandatelint")
