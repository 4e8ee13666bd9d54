"""Every text of the program can be translated, and where there is a catalogue it is whole."""

import gettext
import importlib.util
import io
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source import ROOT


def load_texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ci_texts", ROOT / ".ci/texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


texts = load_texts()


def fields(text: str) -> set[str]:
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_texts_are_found_in_the_program() -> None:
    assert len(texts.texts_in_code()) > 10


def test_every_text_has_an_english_translation_once_there_is_a_catalogue() -> None:
    if texts.CATALOGUE.exists():
        assert not texts.untranslated(texts.read_catalogue(), texts.texts_in_code())


def test_a_translation_uses_the_fields_of_the_text() -> None:
    wrong = [
        text.one
        for text, said in texts.read_catalogue().items()
        for each in said
        if each and not fields(each) <= fields(text.one) | fields(text.many)
    ]
    assert not wrong


def test_the_compiled_catalogue_is_the_written_one() -> None:
    if texts.CATALOGUE.exists():
        assert texts.COMPILED.read_bytes() == texts.compiled(texts.read_catalogue())


def test_a_compiled_catalogue_says_what_was_written(tmp_path: Path) -> None:
    one, many = texts.Text('Sig »hej«\n"nu"\\\t'), texts.Text("{n} kort", "{n} kort i alt")
    entries = {one: ('Say "hi"\nnow\\\t',), many: ("{n} card", "{n} cards")}
    written = tmp_path / "a.po"
    texts.write_catalogue(entries, dict.fromkeys(entries, "a.py"), written)
    spoken = gettext.GNUTranslations(io.BytesIO(texts.compiled(texts.read_catalogue(written))))
    assert spoken.gettext(one.one) == 'Say "hi"\nnow\\\t'
    assert [spoken.ngettext(many.one, many.many, n) for n in (1, 2)] == ["{n} card", "{n} cards"]


def test_a_text_put_together_at_run_time_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text('_(f"{n} kort")\n', encoding="utf-8")
    with pytest.raises(texts.NotAPlainTextError, match=r"page\.py:1"):
        texts.texts_in_code(tmp_path)
