"""A pack that is exported from the editor."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from quizapp.library.editing.shared import SharedPacks
from quizapp.packs.writer import write_pack
from quizapp.ui.editor.sharing import Sharing
from quizapp.ui.tasks import TaskRunner
from tests.builders import a_pack
from tests.small_disks import fill


@pytest.mark.parametrize("name", ["krige.quizpack", "krige.xlsx"])
def test_an_export_that_has_no_room_says_so(
    qtbot: QtBot, small_disk: Path, tmp_path: Path, name: str
) -> None:
    write_pack(a_pack(), tmp_path / "krige")
    fill(small_disk, 0)
    runner, parent = TaskRunner(), QObject()
    sharing = Sharing(runner, Random(1), SharedPacks(tmp_path / "delt"), parent)
    with qtbot.waitSignal(sharing.failed) as told:
        sharing.write(tmp_path / "krige", small_disk / name)
    [error] = told.args
    assert f"{name} ikke kunne gemmes. Intet er ændret" in str(error)
    assert not (small_disk / name).exists()
    runner.stop()
