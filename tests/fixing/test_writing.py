"""A file is replaced as a whole or not at all, and stays what it was in all but its text."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from checker.writing import UnwritableError, write_whole

OLD, NEW = b"old\r\n", b"new\r\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(OLD)
    return path


def failing(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def assert_untouched(draft: Path) -> None:
    assert draft.read_bytes() == OLD
    assert os.listdir(draft.parent) == [draft.name]


def test_a_file_is_replaced(draft: Path) -> None:
    write_whole(draft, NEW, over=OLD)
    assert draft.read_bytes() == NEW
    assert [path.name for path in draft.parent.iterdir()] == ["a.md"]


def test_a_new_file_is_made_with_usual_permissions(tmp_path: Path) -> None:
    path, usual = tmp_path / "new.md", tmp_path / "usual.md"
    usual.touch()
    write_whole(path, NEW)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_stay_and_the_time_is_new(draft: Path, mode: int) -> None:
    draft.chmod(mode)
    os.utime(draft, (1, 1))
    write_whole(draft, NEW)
    assert stat.S_IMODE(draft.stat().st_mode) == mode
    assert draft.stat().st_mtime > 1


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no extended attributes")
def test_extended_attributes_stay(draft: Path) -> None:
    try:
        os.setxattr(draft, "user.note", b"kept")
    except OSError:
        pytest.skip("this file system keeps no extended attributes")
    write_whole(draft, NEW)
    assert os.getxattr(draft, "user.note") == b"kept"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_the_owner_stays(draft: Path) -> None:
    os.chown(draft, 1234, 4321)
    write_whole(draft, NEW)
    assert (draft.stat().st_uid, draft.stat().st_gid) == (1234, 4321)


def test_a_file_whose_owner_cannot_stay_is_left(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(draft, 1234, 4321)
    monkeypatch.setattr(os, "chown", failing(PermissionError(errno.EPERM, "not permitted")))
    with pytest.raises(UnwritableError, match="belongs to another user"):
        write_whole(draft, NEW)
    assert_untouched(draft)


def test_a_link_stays_and_leads_to_the_new_text(draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "b.md"
    link.symlink_to("../a.md")
    write_whole(link, NEW)
    assert link.is_symlink()
    assert draft.read_bytes() == NEW
    assert [path.name for path in folder.iterdir()] == ["b.md"]


def test_a_file_with_two_names_is_left(draft: Path) -> None:
    (draft.parent / "b.md").hardlink_to(draft)
    with pytest.raises(UnwritableError, match="other names"):
        write_whole(draft, NEW)
    assert draft.read_bytes() == OLD
    assert len(list(draft.parent.iterdir())) == 2


def test_what_is_no_ordinary_file_is_left(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnwritableError, match="no ordinary file"):
        write_whole(pipe, NEW)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_changed_meanwhile_is_left(draft: Path) -> None:
    with pytest.raises(UnwritableError, match="changed it meanwhile"):
        write_whole(draft, NEW, over=b"older")
    assert_untouched(draft)


def test_a_file_that_vanished_meanwhile_is_not_made_anew(draft: Path) -> None:
    draft.unlink()
    with pytest.raises(UnwritableError, match="no such file"):
        write_whole(draft, NEW, over=OLD)
    assert list(draft.parent.iterdir()) == []


def test_a_file_without_permission_is_left(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.chmod(0o444)
    if os.geteuid() == 0:
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableError, match="no permission to write it"):
        write_whole(draft, NEW)
    assert_untouched(draft)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "the file system is read-only"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
    ],
)
@pytest.mark.parametrize("place", [(os, "fsync"), (Path, "replace"), (os, "utime")])
def test_a_write_that_fails_leaves_the_old_file_whole(
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: tuple[object, str],
    error: OSError,
    sentence: str,
) -> None:
    monkeypatch.setattr(*place, failing(error))
    with pytest.raises(UnwritableError) as raised:
        write_whole(draft, NEW)
    monkeypatch.undo()
    assert raised.value.message.startswith("not written, and left as it was: ")
    assert raised.value.message.endswith(sentence)
    assert_untouched(draft)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a device of Linux")
def test_a_full_disk_is_one_sentence(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: str, flags: int, *_: int) -> int:
        return os_open("/dev/full", flags & ~(os.O_CREAT | os.O_EXCL))

    os_open = os.open
    monkeypatch.setattr(os, "open", full)
    with pytest.raises(UnwritableError) as raised:
        write_whole(draft, NEW)
    assert raised.value.message == "not written, and left as it was: the disk is full"
    assert_untouched(draft)


@pytest.mark.parametrize("place", [(os, "fsync"), (Path, "replace"), (os, "utime")])
def test_an_interruption_leaves_nothing_behind(
    draft: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str]
) -> None:
    monkeypatch.setattr(*place, failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_whole(draft, NEW)
    assert_untouched(draft)
