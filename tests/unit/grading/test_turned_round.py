"""What turns an answer round, or offers another beside it, is never right, whatever the key."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from quizapp.grading.marking_file import mark_case
from quizapp.grading.verdict import Outcome
from quizapp.notation.author import danish_date, read_key_date
from tests.unit.grading.labelled import keys_of

TERMS: Final = keys_of("term")
NUMBERS: Final = [key for key in keys_of("number") if not key.get("accept_range")]


DATES: Final = keys_of("date")


def _right(kind: str, key: dict[str, Any], texts: list[str]) -> list[str]:
    marked = {
        text: mark_case({"kind": kind, "expected": key, "given": text})[0].outcome for text in texts
    }
    return [text for text, outcome in marked.items() if outcome is Outcome.CORRECT]


@pytest.mark.parametrize(
    "pattern",
    ["ikke {}", "det er ikke {}", "{} er det ikke", "{}? nej", "aldrig {}", "uden {}", "anti-{}",
     "alt andet end {}", "alle undtagen {}", "alt bortset fra {}", "hverken {} eller noget andet",
     "Xyzabc, ikke {}", "ikke {}, men Xyzabc", "det modsatte af {}", "modsat {}"],
)  # fmt: skip
def test_a_denied_answer_is_not_right(pattern: str) -> None:
    for key in TERMS:
        assert _right("term", key, [pattern.format(key["answers"][0])]) == []


@pytest.mark.parametrize(
    "pattern",
    ["forgængeren for {}", "efterfølgeren til {}", "efterfølgeren til den gamle {}", "nær {}",
     "en modstander af {}", "det var en nabo til {}", "syd for {}", "før {}", "chaufføren for {}"],
)  # fmt: skip
def test_an_answer_about_somebody_else_is_not_right(pattern: str) -> None:
    for key in TERMS:
        assert _right("term", key, [pattern.format(key["answers"][0])]) == []


@pytest.mark.parametrize("pattern", ["enten {} eller Xyzabc", "{} eller Xyzabc", "Xyzabc/{}"])
def test_two_answers_are_not_right(pattern: str) -> None:
    for key in TERMS:
        assert _right("term", key, [pattern.format(key["answers"][0])]) == []


@pytest.mark.parametrize(
    "pattern",
    ["{0}", "det var {0}", "{0} i dag", "{1} og {0}", "{0}, ikke {1}", "{1} ({0})", "{0} eller {1}",
     "{0}/{1}"],
)  # fmt: skip
def test_a_rejected_answer_is_not_right_whatever_stands_beside_it(pattern: str) -> None:
    for key in TERMS:
        for reject in key.get("reject") or ():
            assert _right("term", key, [pattern.format(reject, key["answers"][0])]) == []


@pytest.mark.parametrize(
    "pattern", ["ikke {}", "over {}", "mindst {}", "under {}", "{} og {}", "{} nej", "mange"]
)
def test_a_bound_a_denial_and_two_numbers_are_not_right(pattern: str) -> None:
    for key in NUMBERS:
        number = str(key["value"]).replace(".", ",")
        assert _right("number", key, [pattern.format(number, number)]) == []


@pytest.mark.parametrize(
    "pattern",
    ["ikke {}", "hverken {}", "{} nej", "før {}", "efter {}", "siden {}", "senest {}", "mindst {}",
     "tidligere end {}", "senere end {}", "lige før {}", "kort efter {}", "{} eller før",
     "{} eller senere", "{} eller derefter", "året efter {}", "året før {}", "dagen efter {}",
     "måneden før {}", "to år efter {}", "ti år senere end {}", "århundredet efter {}",
     "fra {} til 2040", "mellem 1000 f.Kr. og {}", "{}, ikke {}", "1234, ikke {}"],
)  # fmt: skip
def test_a_bound_or_another_time_told_from_the_date_is_not_right(pattern: str) -> None:
    for key in DATES:
        date = danish_date(read_key_date(key["value"]))
        assert _right("date", key, [pattern.format(date, date)]) == []


@pytest.mark.parametrize(
    "dress",
    [
        str.upper,
        "måske {}".format,
        "kong {}".format,
        "{}, fordi det er sådan".format,
        lambda text: f"{text}s",
        lambda text: text.replace("-", " "),
        lambda text: text.replace(" ", ""),
        lambda text: text.replace("ø", "o").replace("å", "a").replace("æ", "a"),
        lambda text: ", ".join(reversed(text.split())) if text.count(" ") == 1 else text,
        lambda text: text[:3] + text[4:] if len(text) > 6 else text,
        lambda text: text[:4] + text[3:] if len(text) > 6 else text,
        lambda text: text[:3] + text[4] + text[3] + text[5:] if len(text) > 6 else text,
    ],
)
def test_a_rejected_answer_is_not_right_in_any_dress(dress: Callable[[str], str]) -> None:
    for key in TERMS:
        assert _right("term", key, [dress(reject) for reject in key.get("reject") or ()]) == []
