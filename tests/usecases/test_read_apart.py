"""What comes back from the process that reads: values of ours, however this Python writes them."""

import io
import pickle

import pytest

from quizapp.library import apart
from quizapp.questions.codec_mistakes import Severity


def loaded(written: bytes) -> object:
    return apart._OnlyOurs(io.BufferedReader(io.BytesIO(written))).load()


def as_getattr(module: str, name: str, member: str) -> bytes:
    """Write what Python up to 3.11.3 writes for a member of an enumeration."""
    return f"cbuiltins\ngetattr\n(c{module}\n{name}\nV{member}\ntR.".encode()


def test_a_member_of_an_enumeration_comes_back() -> None:
    written = as_getattr("quizapp.questions.codec_mistakes", "Severity", "ERROR")
    assert loaded(written) is Severity.ERROR


def test_nothing_is_got_of_other_classes() -> None:
    with pytest.raises(pickle.UnpicklingError):
        loaded(as_getattr("quizapp.questions.codec_mistakes", "Mistake", "__init__"))
