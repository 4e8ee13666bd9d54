"""What the figures say of a log that was written for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from quizapp.bank.bank import Bank
from quizapp.bank.stat_reads import DayActivity, Misses
from quizapp.bank.values import CardScope
from quizapp.base.ids import CardKey, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.questions.answers import Typed
from quizapp.questions.kinds import Kind
from quizapp.scheduling.day import date_of, study_day
from quizapp.scheduling.evidence import Evidence, Hints
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, model_of
from quizapp.scheduling.memory import Mode, Rating
from quizapp.scheduling.replay import Event, LogEntry
from quizapp.stats.ledger import Ledger, streak_of, year_of
from quizapp.stats.mastery import level_error
from quizapp.stats.mistakes import mistakes_of
from quizapp.stats.retention import Foretold, repetitions, retention
from quizapp.stats.values import Progress, Retention, StatRules
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.recording import Given as Answered
from tests.builders import (
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_choice,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
)

TODAY = study_day(MONDAY)
RULES = StatRules(study_day=TODAY, new_per_day=2, minutes_per_day=None, desired_retention=0.9)
WRONG = Given(outcome=Outcome.WRONG)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path / "elev")
    terms = [a_question(f"sp-{number}") for number in range(1, 5)]
    date = a_question("dato-1", type="dato", kategori="dato", svar="1849", forklaring="Ja.")
    choice = a_choice("valg-1", kategori="begreb")
    card = a_flashcard("kort-1", kategori="person")
    install_pack(opened, a_pack(*terms, date, choice, card), MONDAY, TODAY)
    yield opened
    opened.close()


def answered(bank: Bank, question: str, given: Given | None = None, *, days_ago: int = 0) -> None:
    given = replace(given or Given(), at=MONDAY - timedelta(days=days_ago))
    slot = "forside" if question == "kort-1" else ""
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, question, slot), given)


def progress(bank: Bank) -> Progress:
    return Ledger(bank).progress(RULES)


def test_nothing_is_remembered_before_the_first_answer(bank: Bank) -> None:
    overall = progress(bank).overall
    assert (overall.total, overall.begun, overall.remembered, overall.high) == (7, 0, 0.0, 0.0)


def test_what_is_remembered_is_the_sum_of_the_chances(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=3)
    answered(bank, "sp-2", days_ago=1)
    with bank.read() as reader:
        model = model_of(reader.current_fold().weights)
        one, two = (reader.memory(card_id(reader, key)).state for key in ("sp-1", "sp-2"))
    expected = model.recall(one.stability, 3) + model.recall(two.stability, 1)
    assert progress(bank).overall.remembered == pytest.approx(expected)


def test_the_interval_holds_the_figure_and_no_more_than_was_begun(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=30)
    overall = progress(bank).overall
    assert 0 <= overall.low < overall.remembered < overall.high <= overall.begun == 1


def test_a_category_counts_its_own_cards_alone(bank: Bank) -> None:
    answered(bank, "dato-1")
    by_name = {one.name: one for one in progress(bank).categories}
    assert (by_name["dato"].total, by_name["dato"].begun) == (1, 1)
    assert (by_name["begreb"].total, by_name["begreb"].begun) == (5, 0)


def test_a_pack_is_named_by_its_title_and_its_id(bank: Bank) -> None:
    (pack,) = progress(bank).packs
    assert (pack.name, pack.pack, pack.total) == ("Krige", PACK, 7)


def test_retention_counts_repetitions_on_a_later_day_alone(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=10)
    answered(bank, "sp-1", days_ago=10)
    assert progress(bank).month.answers == 0
    answered(bank, "sp-1", days_ago=4)
    answered(bank, "sp-1", WRONG, days_ago=1)
    month = progress(bank).month
    assert (month.answers, month.measured) == (2, 0.5)
    assert 0.5 < month.expected < 1


def test_an_answer_after_a_hint_is_no_evidence_of_retention(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=10)
    answered(bank, "sp-1", Given(hints=Hints.PARTIAL), days_ago=4)
    assert progress(bank).month.answers == 0


def test_a_flashcard_counts_as_remembered_by_its_rating(bank: Bank) -> None:
    answered(bank, "kort-1", days_ago=10)
    answered(bank, "kort-1", Given(rating=Rating.HARD, outcome=Outcome.ALMOST), days_ago=5)
    answered(bank, "kort-1", Given(rating=Rating.AGAIN, outcome=Outcome.WRONG), days_ago=1)
    month = progress(bank).month
    assert (month.answers, month.measured) == (2, 0.5)


def test_an_answer_partly_right_counts_in_part(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=10)
    answered(bank, "sp-1", Given(outcome=Outcome.ALMOST, score=0.6), days_ago=4)
    assert progress(bank).month.measured == 0.6


@pytest.mark.parametrize("event", [Event.CHANGED, Event.RESET])
def test_what_began_anew_has_nothing_to_be_remembered(event: Event) -> None:
    right = Evidence(kind=Kind.TERM, score=1.0)

    def row(tick: int, event: Event = Event.REVIEW) -> LogEntry:
        evidence = right if event is Event.REVIEW else None
        return LogEntry(
            tick=tick, uuid=bytes([tick]), event=event, study_day=10 * tick, evidence=evidence
        )

    log = [row(1), row(2), row(3, event), row(4), row(5)]
    told = list(repetitions(log, DEFAULT_WEIGHTS))
    assert [one.study_day for one in told] == [20, 50]


def test_practice_is_no_evidence_of_retention(bank: Bank) -> None:
    answered(bank, "sp-1", days_ago=10)
    answered(bank, "sp-1", Given(mode=Mode.PRACTICE), days_ago=1)
    assert progress(bank).month.answers == 0


def test_practice_counts_as_activity(bank: Bank) -> None:
    answered(bank, "sp-1", Given(mode=Mode.PRACTICE, elapsed_ms=60_000))
    today = progress(bank).year[-1]
    assert (today.study_day, today.answers, today.right, today.elapsed_ms) == (TODAY, 1, 1, 60_000)


def test_an_answer_taken_back_counts_nowhere(bank: Bank) -> None:
    with bank.transaction() as tx:
        taken = answer_card(tx, card_id(tx, "sp-1"), WRONG)
        tx.retract(taken, MONDAY)
    seen = progress(bank)
    assert (seen.answers, seen.mistakes, seen.streak) == (0, (), 0)
    with bank.read() as reader:
        assert reader.newest_missed().total == 0


def test_an_overruled_answer_is_no_mistake(bank: Bank) -> None:
    with bank.transaction() as tx:
        given = answer_card(tx, card_id(tx, "sp-1"), WRONG)
        tx.overrule(given, Outcome.CORRECT, 1.0, "learner", MONDAY)
    assert progress(bank).mistakes == ()
    with bank.read() as reader:
        assert reader.newest_missed().total == 0


def test_the_days_ahead_begin_today_and_hold_the_new_cards(bank: Bank) -> None:
    ahead = progress(bank).ahead
    assert [day.study_day for day in ahead[:2]] == [TODAY, TODAY + 1]
    assert [day.new for day in ahead[:4]] == [2, 2, 2, 1]
    assert len(ahead) == 30


def test_new_cards_begun_today_are_no_longer_ahead(bank: Bank) -> None:
    before = progress(bank).ahead[0]
    answered(bank, "sp-1")
    after = progress(bank).ahead[0]
    assert (before.new, after.new) == (2, 1)
    assert after.minutes < before.minutes


def test_a_limit_of_minutes_limits_the_days_ahead(bank: Bank) -> None:
    seen = Ledger(bank).progress(replace(RULES, minutes_per_day=1, new_per_day=50))
    assert max(day.minutes for day in seen.ahead) <= 1.5


def test_sure_but_wrong_is_gone_with_the_next_right_answer(bank: Bank) -> None:
    sure_of(bank, "sp-1")
    assert progress(bank).sure_but_wrong == (CardKey(PACK, QuestionId("sp-1"), ""),)
    answered(bank, "sp-1")
    assert progress(bank).sure_but_wrong == ()


def sure_of(bank: Bank, question: str) -> None:
    """Answer wrongly, sure to be right."""
    plan = Plan(cards=(CardKey(PACK, QuestionId(question), ""),), any_day=True)
    sitting = Desk(bank, a_clock()).begin(plan)
    sitting.answer(Answered(answer=Typed("noget helt andet"), elapsed_ms=1000, confidence=3))


def test_missed_are_the_cards_last_answered_wrong_or_almost_newest_first(bank: Bank) -> None:
    answered(bank, "sp-1", WRONG, days_ago=5)
    answered(bank, "sp-2", Given(outcome=Outcome.ALMOST), days_ago=4)
    answered(bank, "sp-3", WRONG, days_ago=3)
    answered(bank, "sp-3", days_ago=2)
    with bank.read() as reader:
        missed = reader.newest_missed()
        assert [card.question for card in missed.cards] == ["sp-2", "sp-1"]
        assert reader.newest_missed(CardScope(categories=("dato",))).total == 0


def test_more_missed_cards_are_counted_than_named(bank: Bank) -> None:
    for number in (1, 2, 3):
        answered(bank, f"sp-{number}", WRONG, days_ago=4 - number)
    with bank.read() as reader:
        missed = reader.newest_missed(most=2)
    assert missed.total == 3
    assert [card.question for card in missed.cards] == ["sp-3", "sp-2"]


def test_a_year_is_whole_weeks_from_a_monday_to_today() -> None:
    year = year_of([DayActivity(TODAY - 3, 5, 4, 1000)], TODAY)
    assert date_of(year[0].study_day).weekday() == 0
    assert year[-1].study_day == TODAY
    assert [day.study_day for day in year if day.answers] == [TODAY - 3]


@given_any(st.sets(st.integers(0, 40)))
def test_a_streak_ends_at_the_first_day_without_an_answer(days_ago: set[int]) -> None:
    done = [DayActivity(TODAY - day, 1, 1, 0) for day in sorted(days_ago)]
    streak = streak_of(done, TODAY)
    first = 0 if 0 in days_ago else 1
    assert all(day in days_ago for day in range(first, first + streak))
    assert first + streak not in days_ago


@given_any(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1))
def test_retention_lies_between_its_answers_and_its_bins_hold_them_all(
    chances: list[tuple[float, float]],
) -> None:
    told = [Foretold(TODAY, expected, right) for expected, right in chances]
    summed = retention(told, 30, TODAY)
    assert sum(one.answers for one in summed.bins) == summed.answers == len(told)
    assert min(right for _, right in chances) - 1e-9 <= summed.measured
    assert summed.measured <= max(right for _, right in chances) + 1e-9


def test_retention_leaves_out_what_is_older_than_its_days() -> None:
    told = [Foretold(TODAY - 30, 0.9, 0.0), Foretold(TODAY - 29, 0.9, 1.0)]
    assert retention(told, 30, TODAY).measured == 1.0


@given_any(st.integers(0, 5000), st.integers(1, 5000), st.floats(0, 1))
def test_more_measured_answers_make_the_forecast_surer(
    answers: int, more: int, measured: float
) -> None:
    few = Retention(days=90, answers=answers, measured=measured, expected=0.9)
    assert level_error(replace(few, answers=answers + more)) < level_error(few) <= 0.05


def test_mistakes_are_named_by_rule_for_typed_answers_and_by_kind_for_others() -> None:
    wrong = Outcome.WRONG
    misses = [
        Misses("T3", Kind.TERM, Outcome.ALMOST, 4),
        Misses("D15", Kind.DATE, Outcome.ALMOST, 1),
        Misses("T5", Kind.TERM, wrong, 3),
        Misses("V1", Kind.CHOICE, wrong, 9),
    ]
    found = [(one.code, one.n) for one in mistakes_of(misses)]
    assert found == [("choice", 9), ("spelling", 5), ("term", 3)]
