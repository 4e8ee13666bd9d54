"""Files that are written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from quizapp.base.in_place import put_in_place


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one; raises ``OSError``.

    What is there and is no file, such as a device, is left alone.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    # In a folder of its own the file gets the rights of any other: who shares it means others.
    folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    part = folder / "ny"
    try:
        with part.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, part)
        put_in_place(part, path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which may exist, by their paths in it; raises ``OSError``.

    Each is written beside its place first, so that a full disk leaves what was there before.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    part = folder
    try:
        part = Path(tempfile.mkdtemp(dir=folder, prefix="."))
        for number, content in enumerate(files.values()):
            (part / str(number)).write_bytes(content)
        for number, name in enumerate(files):
            (folder / name).parent.mkdir(exist_ok=True)
            put_in_place(part / str(number), folder / name)
    except OSError:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        if part != folder:
            shutil.rmtree(part, ignore_errors=True)
