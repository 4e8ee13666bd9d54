"""Danish texts: numbers, days, and from a code to a sentence."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.base import texts
from quizapp.base.texts import Message, Plural, day_text, ngettext, number_text, say, use_language

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (999, "999"),
        (60000, "60.000"),
        (1_000_000, "1.000.000"),
        (Decimal("1.5"), "1,5"),
        (Decimal("1234.50"), "1.234,50"),
        (-1200, "-1.200"),
    ],
)
def test_numbers_are_written_the_danish_way(value: int | Decimal, written: str) -> None:
    assert number_text(value) == written


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "i dag"),
        (date(2026, 11, 23), "i morgen"),
        (date(2026, 11, 21), "i går"),
        (date(2026, 11, 26), "på torsdag"),
        (date(2026, 11, 28), "på lørdag"),
        (date(2026, 11, 29), "den 29. november"),
        (date(2026, 11, 3), "den 3. november"),
        (date(2027, 1, 4), "den 4. januar"),
        (date(2027, 11, 4), "den 4. november 2027"),
        (date(2025, 12, 31), "den 31. december 2025"),
    ],
)
def test_a_day_is_named_as_one_says_it(day: date, said: str) -> None:
    assert day_text(day, TODAY) == said


def test_a_message_becomes_its_sentence_with_danish_numbers() -> None:
    message = Message("study.why.due", {"when": "i går", "percent": 91})
    assert say(message) == (
        "Du svarede sidst i går. Chancen for, at du stadig husker det, er ca. 91 %."
    )


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say(Message("study.no_such_code"))


@pytest.mark.parametrize(("n", "said"), [(1, "1 dag"), (2, "2 dage"), (0, "0 dage")])
def test_a_plural_is_chosen_by_the_field_it_counts(
    monkeypatch: pytest.MonkeyPatch, n: int, said: str
) -> None:
    monkeypatch.setattr(texts, "_sentences", lambda: {"t.days": Plural("{n} dag", "{n} dage")})
    assert say(Message("t.days", {"n": n})) == said


def test_a_plural_that_counts_a_text_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_sentences", lambda: {"t.days": Plural("{n} dag", "{n} dage")})
    assert say(Message("t.days", {"n": "mange"})) == "mange dage"


def test_a_language_without_a_catalogue_speaks_danish(tmp_path: Path) -> None:
    use_language("en", tmp_path)
    try:
        assert ngettext("{n} dag", "{n} dage", 1) == "{n} dag"
    finally:
        use_language("da")
