"""What is written is read back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from quizapp.packs.reader import read_pack
from quizapp.packs.writer import write_pack
from quizapp.questions.pack import Pack
from tests.strategies import packs
from tests.unit.packs.test_quizpack import PACK


@settings(max_examples=25)
@given(packs())
def test_a_written_pack_reads_back_as_the_same_pack(pack: Pack) -> None:
    with TemporaryDirectory() as name:
        write_pack(pack, Path(name))
        read = read_pack(Path(name))
    assert read.pack == pack


@settings(max_examples=10)
@given(packs())
def test_a_pack_is_written_the_same_way_every_time(pack: Pack) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        write_pack(pack, Path(first))
        write_pack(pack, Path(second))
        names = sorted(path.name for path in Path(first).iterdir())
        assert names == sorted(path.name for path in Path(second).iterdir())
        assert (Path(first) / "pakke.yaml").read_bytes() == (
            Path(second) / "pakke.yaml"
        ).read_bytes()


def test_passages_get_a_file_of_their_own(tmp_path: Path) -> None:
    unnamed = replace(PACK, manifest=replace(PACK.manifest, reading_text=""))
    write_pack(unnamed, tmp_path)
    assert read_pack(tmp_path).pack == PACK
