"""What the shipped packs promise beyond being readable: reasons, sources, no giveaways."""

import re
from functools import cache
from urllib.parse import urlsplit

import pytest

from quizapp.base.paths import content_folder
from quizapp.grading.author_checks import check_twins
from quizapp.grading.grade import grade
from quizapp.grading.verdict import Outcome
from quizapp.library.shipped import FIRST, shipped_folders
from quizapp.notation.dates import Century, Day, Span, Year
from quizapp.packs.reader import read_pack
from quizapp.questions.answers import Typed
from quizapp.questions.keys import DateKey
from quizapp.questions.kinds import (
    Basis,
    Choice,
    Cloze,
    Date,
    MultipleChoice,
    Number,
    Question,
    Source,
    Term,
    kind_of,
)
from quizapp.questions.pack import Pack

CANON = "kanon-tidslinjen"
NAMES = [folder.name for folder in shipped_folders(content_folder())]
POINTS = 30


@cache
def pack_of(name: str) -> Pack:
    pack = read_pack(content_folder() / name).pack
    assert pack is not None
    return pack


def questions_of(name: str) -> tuple[Question, ...]:
    return pack_of(name).questions


def text_of(name: str) -> str:
    return " ".join(passage.body for passage in pack_of(name).passages).casefold()


def home_of(source: Source) -> str:
    """Return whose word it is: the last two parts of the address, or the head of the title."""
    host = urlsplit(source.url).hostname
    if host is None:
        return source.title.partition(":")[0].casefold()
    if host.endswith("archive.org"):
        host = source.url.rpartition("/www.")[2].partition("/")[0]
    return ".".join(host.split(".")[-2:]).replace("denstoredanske.dk", "lex.dk")


def test_a_new_learner_begins_with_portsmouth() -> None:
    assert NAMES == [FIRST, CANON]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_explained_sourced_and_has_its_place(name: str) -> None:
    assert not [
        question.id
        for question in questions_of(name)
        if not (
            question.explanation
            and question.sources
            and question.topics
            and question.passage
            and question.difficulty
        )
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_wrong_option_says_why_it_is_wrong(name: str) -> None:
    assert not [
        (question.id, option.text)
        for question in questions_of(name)
        if isinstance(question, Choice | MultipleChoice)
        for option in question.wrong
        if not option.why
    ]


@pytest.mark.parametrize("name", NAMES)
def test_length_does_not_tell_the_right_option(name: str) -> None:
    choices = [question for question in questions_of(name) if isinstance(question, Choice)]
    longest = [
        question.id
        for question in choices
        if len(question.right) > max(len(option.text) for option in question.wrong)
    ]
    shortest = [
        question.id
        for question in choices
        if len(question.right) < min(len(option.text) for option in question.wrong)
    ]
    assert len(longest) <= 0.4 * len(choices)
    assert len(shortest) <= 0.4 * len(choices)


@pytest.mark.parametrize("name", NAMES)
def test_no_prompt_names_what_is_to_be_typed(name: str) -> None:
    assert check_twins(questions_of(name)) == ()


def test_no_prompt_of_the_canon_tells_the_year_that_another_question_asks_for() -> None:
    dates = [one for one in questions_of(CANON) if isinstance(one, Date)]
    assert not [
        (told.id, asked.id)
        for asked in dates
        if not asked.key.year_given
        for year in re.findall(r"[0-9]{3,4}", asked.key.value.text)
        for told in questions_of(CANON)
        if told is not asked and not (asked.fact and told.fact == asked.fact)
        if re.search(rf"\b{year}\b", told.prompt)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_hint_counts_as_an_answer(name: str) -> None:
    assert not [
        (question.id, question.hint)
        for question in questions_of(name)
        if isinstance(question, Date | Number | Term) and question.hint
        if grade(question, Typed(question.hint)).outcome is not Outcome.WRONG
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_hint_names_what_is_to_be_typed(name: str) -> None:
    assert not [
        (question.id, wording)
        for question in questions_of(name)
        if isinstance(question, Term)
        for wording in question.key.answers
        if re.search(rf"\b{re.escape(wording.casefold())}\b", question.hint.casefold())
    ]


def test_every_term_of_the_canon_that_the_text_is_said_to_hold_stands_there() -> None:
    text = text_of(CANON)
    assert not [
        question.id
        for question in questions_of(CANON)
        if isinstance(question, Term)
        and question.basis is Basis.TEXT
        and not any(wording.casefold() in text for wording in question.key.answers)
    ]


def test_the_canon_asks_for_all_its_points_in_all_ways() -> None:
    asked = [question.passage for question in questions_of(CANON)]
    marks = {f"punkt-{number}" for number in range(1, POINTS + 1)}
    assert {passage.mark for passage in pack_of(CANON).passages} == marks
    assert {mark for mark in marks if asked.count(mark) >= 3} == marks
    assert len(asked) >= 110
    assert len({kind_of(question) for question in questions_of(CANON)}) == 11


def test_the_canon_asks_for_days_years_spans_centuries_and_what_was_before_christ() -> None:
    values = [one.key.value.value for one in questions_of(CANON) if isinstance(one, Date)]
    assert {type(value) for value in values} >= {Day, Year, Span, Century}
    assert [value for value in values if isinstance(value, Year) and value.year < 0]
    assert [value for value in values if isinstance(value, Century) and value.first < 0]


def test_every_date_of_the_canon_rests_on_two_sources_from_different_houses() -> None:
    asks_for_dates = [
        question
        for question in questions_of(CANON)
        if isinstance(question, Date)
        or (isinstance(question, Cloze) and any(isinstance(g.key, DateKey) for g in question.gaps))
    ]
    assert not [
        question.id
        for question in asks_for_dates
        if len({home_of(source) for source in question.sources}) < 2
    ]


def test_every_year_of_the_canon_that_the_text_is_said_to_hold_stands_there() -> None:
    text = text_of(CANON)
    assert not [
        (question.id, year)
        for question in questions_of(CANON)
        if isinstance(question, Date) and question.basis is Basis.TEXT
        for year in re.findall(r"\d{3,4}(?!\d|-tallet)", question.key.value.text)
        if year not in text
    ]
