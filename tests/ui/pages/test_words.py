"""The words around questions and days: right for the case, and never an answer."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from quizapp.notation.dates import Day, Precision, Year
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.answers import Typed
from quizapp.questions.keys import DateKey, NumberKey
from quizapp.questions.kinds import Category, Date, Kind
from quizapp.scheduling.day import date_of
from quizapp.study.today import HomeState
from quizapp.ui.calendar_words import full_day, in_days, minutes_of, short_date, time_left
from quizapp.ui.home.page import level_of
from quizapp.ui.home.today_card import main_plan
from quizapp.ui.home.today_words import headline_of, sentence_of
from quizapp.ui.question_words import category_plural, category_word, kind_word
from quizapp.ui.study.passages import passage_number, readable
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.study.typed_view import TypedView
from tests.screens import samples as s

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "i dag"), (1, "i morgen"), (2, "på torsdag"), (6, "på mandag"), (7, "den 1. december")],
)
def test_a_day_is_named_as_one_says_it(days: int, text: str) -> None:
    assert in_days(days, date.fromordinal(TUESDAY.toordinal() + days)) == text


def test_a_whole_day_has_weekday_and_month() -> None:
    assert full_day(TUESDAY) == "tirsdag den 24. november"


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "under et minut"), (1, "1 minut"), (1500, "1.500 minutter")]
)
def test_minutes_are_counted(minutes: int, text: str) -> None:
    assert minutes_of(minutes) == text


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_word(kind: Kind) -> None:
    assert kind_word(kind)


@pytest.mark.parametrize("category", Category)
def test_every_category_has_its_words(category: Category) -> None:
    assert category_word(category).casefold() == category.value
    assert "»" not in category_plural(category)


def test_a_category_of_the_author_stands_as_it_was_written() -> None:
    assert category_word("våben") == "våben"


@pytest.mark.parametrize("question", s.ALL_KINDS, ids=lambda it: type(it).__name__)
def test_every_kind_says_what_to_do(question: object) -> None:
    assert prompt_of(question, options=4).label  # type: ignore[arg-type]  # one of the union


def a_date(text: str, day: Day | Year, precision: Precision) -> object:
    key = DateKey(value=WrittenDate(text, day), precision=precision)
    return s.DATE.__class__(id=s.DATE.id, category=s.DATE.category, prompt="Hvornår?", key=key)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("17. marts 1725", Day(1725, 3, 17), Precision.DAY),
        ("1725", Year(1725), Precision.YEAR),
    ],
)
def test_the_example_of_a_date_is_never_the_answer(
    text: str, day: Day | Year, precision: Precision
) -> None:
    prompt = prompt_of(a_date(text, day, precision))  # type: ignore[arg-type]  # a Date
    assert text not in f"{prompt.example} {prompt.notations}"


def test_a_year_that_cannot_be_read_is_asked_again_with_a_year_for_example(qtbot: QtBot) -> None:
    question = a_date("1905", Year(1905), Precision.YEAR)
    assert isinstance(question, Date)
    view = TypedView(question)
    qtbot.addWidget(view)
    assert view.must_ask_again(Typed("hejsa"))
    said = view.field.edit.accessibleDescription()
    assert said == "»hejsa« kan ikke læses som en dato – skriv fx 1725."


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "under et minut tilbage"),
        (59, "under et minut tilbage"),
        (500, "ca. 8 minutter tilbage"),
    ],
)
def test_what_is_left_of_a_round_is_said_in_minutes(seconds: int, text: str) -> None:
    assert time_left(seconds) == text


@pytest.mark.parametrize(
    ("day", "text"), [(date(2026, 12, 1), "1. dec."), (date(2026, 5, 17), "17. maj")]
)
def test_a_month_that_is_cut_short_ends_with_a_full_stop(day: date, text: str) -> None:
    assert short_date(day) == text


def test_a_number_is_asked_for_and_its_unit_read_with_the_field(qtbot: QtBot) -> None:
    view = TypedView(s.NUMBER)
    qtbot.addWidget(view)
    assert view.field.edit.accessibleName() == "Skriv et tal, soldater"


def test_the_example_of_a_number_is_never_the_answer() -> None:
    key = NumberKey(value=WrittenNumber("1.250", Decimal(1250)))
    question = s.NUMBER.__class__(
        id=s.NUMBER.id, category=s.NUMBER.category, prompt="Hvor mange?", key=key
    )
    assert "1.250" not in prompt_of(question).example


@pytest.mark.parametrize("state", HomeState)
def test_every_state_of_home_has_its_words(state: HomeState) -> None:
    today = s.today(state)
    assert headline_of(today)
    assert sentence_of(today)


@given(
    st.sampled_from(HomeState),
    st.integers(0, 5000),
    st.integers(0, 200),
    st.integers(0, 3000),
    st.one_of(st.none(), st.integers(s.STUDY_DAY + 1, s.STUDY_DAY + 400)),
)
def test_home_never_shows_a_debt_after_weeks_away(
    state: HomeState, due: int, new: int, minutes: int, next_day: int | None
) -> None:
    today = s.today(state, due=due, new=new, minutes=minutes, next_day=next_day)
    said = f"{headline_of(today)} {sentence_of(today)}"
    assert "{" not in said
    if state is HomeState.BACK_AFTER_WEEKS and due > 15:
        assert str(due) not in said


def test_after_weeks_away_the_round_is_a_quarter_of_an_hour() -> None:
    assert main_plan(s.today(HomeState.BACK_AFTER_WEEKS)).minutes == 15


@given(st.integers(0, 10_000))
def test_more_answers_are_never_drawn_paler(answers: int) -> None:
    assert 0 <= level_of(answers) <= level_of(answers + 1) <= 4


@pytest.mark.parametrize(("mark", "number"), [("afsnit-7", 7), ("indledning", None), ("a-b", None)])
def test_a_numbered_mark_gives_its_number(mark: str, number: int | None) -> None:
    assert passage_number(mark) == number


def test_a_heading_stands_once_over_its_passages() -> None:
    first, second = readable((s.PASSAGES[0], s.PASSAGES[0]))
    assert (first.heading, second.heading) == ("Freden", "")


def test_the_day_of_home_is_the_study_day() -> None:
    assert date_of(s.STUDY_DAY) == TUESDAY
