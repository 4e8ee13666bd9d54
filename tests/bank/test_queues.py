"""What is due, what is new, what is held back, and how packs stand."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from quizapp.bank.bank import Bank
from quizapp.bank.values import CardScope, Held, OwnWording
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Kind
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.queue import QueueCard
from tests.builders import MONDAY, PACK, Given, answer_card, card_id

TODAY = study_day(MONDAY)
FAR = TODAY + 1000


def names(bank: Bank, cards: list[QueueCard]) -> list[str]:
    with bank.read() as reader:
        return [str(reader.question_of(card.card).key).removeprefix(f"{PACK}/") for card in cards]


def answer_all(bank: Bank) -> None:
    with bank.transaction() as tx:
        for question in ("sp-1", "sp-2", "sp-3"):
            answer_card(tx, card_id(tx, question))


def test_new_cards_come_in_the_authors_order(bank: Bank) -> None:
    with bank.read() as reader:
        cards = reader.new_cards(10)
    assert names(bank, cards) == ["sp-1", "sp-2", "sp-3", "kort-1#forside", "kort-1#bagside"]


def test_only_so_many_new_cards_are_given(bank: Bank) -> None:
    with bank.read() as reader:
        assert len(reader.new_cards(2)) == 2


def test_a_pack_has_begun_with_its_first_answer(bank: Bank) -> None:
    with bank.read() as reader:
        assert reader.packs_begun() == frozenset()
    answer_all(bank)
    with bank.read() as reader:
        assert reader.packs_begun() == {PACK}


def test_a_card_carries_what_the_queue_needs(bank: Bank) -> None:
    with bank.read() as reader:
        cards = reader.new_cards(2, seconds={"årsag": 7.5})
    first, second = cards
    assert (first.topic, first.category, first.seconds) == ("Krige/1864", "begreb", 15.0)
    assert (second.fact, second.category, second.seconds) == (f"{PACK}/f", "årsag", 7.5)
    assert first.phase == Phase.NEW
    assert first.due_day is None


def test_a_card_is_due_from_its_day_on(bank: Bank) -> None:
    answer_all(bank)
    with bank.read() as reader:
        due = reader.memory(card_id(reader, "sp-1")).due_day
        assert due is not None
        scope = CardScope(cards=(CardKey(PACK, QuestionId("sp-1")),))
        assert reader.due_cards(due - 1, scope) == []
        (card,) = reader.due_cards(due, scope)
        assert card.due_day == due


def test_scopes_name_packs_categories_topics_and_cards(bank: Bank) -> None:
    with bank.read() as reader:
        count = reader.count_new
        assert count() == 5
        assert count(CardScope(packs=(PACK,))) == 5
        assert count(CardScope(packs=(PackId("ingen"),))) == 0
        assert count(CardScope(categories=("årsag", "findes ikke"))) == 1
        assert count(CardScope(topics=("Krige",))) == 1
        assert count(CardScope(topics=("Krige/1864", "Konger"))) == 1
        assert count(CardScope(topics=("Krig",))) == 0
        key = CardKey(PACK, QuestionId("kort-1"), "bagside")
        assert count(CardScope(cards=(key,))) == 1


def test_practice_takes_every_card_that_nothing_holds_back(bank: Bank) -> None:
    answer_all(bank)
    with bank.transaction() as tx:
        tx.suspend(tx.question_of(card_id(tx, "sp-1")).question_id, MONDAY)
        assert len(tx.cards_in()) == 4


def test_a_paused_question_is_out_until_it_is_resumed(bank: Bank) -> None:
    answer_all(bank)
    with bank.transaction() as tx:
        question = tx.question_of(card_id(tx, "sp-1")).question_id
        tx.suspend(question, MONDAY)
        assert len(tx.due_cards(FAR)) == 2
        assert tx.memory(card_id(tx, "sp-1")).held == Held.SUSPENDED
        tx.resume(question)
        assert len(tx.due_cards(FAR)) == 3


def test_a_question_that_waits_comes_back_on_its_day(bank: Bank) -> None:
    with bank.transaction() as tx:
        question = tx.question_of(card_id(tx, "kort-1", "forside")).question_id
        tx.bury(question, TODAY + 1)
        assert tx.count_new() == 3
        assert tx.release_buried(TODAY) == 0
        assert tx.release_buried(TODAY + 1) == 1
        assert tx.count_new() == 5
        assert tx.release_buried(TODAY + 1) == 0


def test_a_paused_question_that_waited_stays_paused(bank: Bank) -> None:
    with bank.transaction() as tx:
        question = tx.question_of(card_id(tx, "sp-1")).question_id
        tx.suspend(question, MONDAY)
        tx.bury(question, TODAY + 1)
        tx.release_buried(TODAY + 1)
        assert tx.memory(card_id(tx, "sp-1")).held == Held.SUSPENDED


def test_the_next_day_with_anything_due_is_known(bank: Bank) -> None:
    with bank.transaction() as tx:
        assert tx.next_due_day(TODAY) is None
        answer_card(tx, card_id(tx, "sp-1"))
        due = tx.memory(card_id(tx, "sp-1")).due_day
        assert due is not None
        assert tx.next_due_day(TODAY) == due
        assert tx.next_due_day(due) is None


def test_packs_and_categories_stand_as_they_are_known(bank: Bank) -> None:
    answer_all(bank)
    with bank.read() as reader:
        (pack,) = reader.standings_by_pack(FAR)
        categories = {one.name: one for one in reader.standings_by_category(FAR)}
    assert (pack.pack, pack.total, pack.begun, pack.new, pack.due) == (PACK, 5, 3, 2, 3)
    assert (categories["årsag"].total, categories["årsag"].due) == (1, 1)
    assert (categories["begreb"].total, categories["begreb"].new) == (4, 2)


def test_topics_stand_in_the_authors_order(bank: Bank) -> None:
    with bank.read() as reader:
        topics = reader.standings_by_topic(TODAY, PACK)
    assert [(topic.name, topic.total) for topic in topics] == [("Krige/1864", 1), ("Konger", 1)]


def test_what_was_learnt_is_read_for_a_forecast(bank: Bank) -> None:
    answer_all(bank)
    with bank.read() as reader:
        learnt = reader.learnt()
    assert len(learnt) == 3
    assert all(one.pack == PACK and one.last_day == TODAY for one in learnt)


def test_settings_are_kept_as_json(bank: Bank) -> None:
    with bank.transaction() as tx:
        assert tx.setting("new_per_day", 20) == 20
        tx.set_setting("new_per_day", 5)
        tx.set_setting("new_per_day", 7)
        tx.set_setting("sprog", "da")
        assert tx.settings() == {"new_per_day": 7, "sprog": "da"}
        tx.forget_setting("new_per_day")
        assert tx.setting("new_per_day") is None


def test_notes_wordings_and_reports_are_the_learners_own(bank: Bank) -> None:
    with bank.transaction() as tx:
        review = answer_card(tx, card_id(tx, "sp-1"), Given(outcome=Outcome.WRONG))
        asked = tx.question_of(card_id(tx, "sp-1"))
        own = OwnWording(wording="andet", outcome=Outcome.CORRECT, review=review)
        tx.add_own_wording(asked.question_id, own)
        tx.add_own_wording(
            asked.question_id, OwnWording(wording="b", outcome=Outcome.ALMOST, gap=1)
        )
        assert [one.wording for one in tx.own_wordings(asked.question_id)] == ["andet", "b"]
        tx.take_own_wordings(asked.question_id, own.wording)
        assert [one.gap for one in tx.own_wordings(asked.question_id)] == [1]
        assert tx.note(asked.question_id) == ""
        tx.set_note(asked.question_id, "Husk det")
        assert tx.note(asked.question_id) == "Husk det"
        tx.add_report(asked.question_id, asked.revision_id, "Forkert årstal", MONDAY)


def test_hot_queries_walk_an_index(bank: Bank) -> None:
    asked = (
        "SELECT count(*) FROM memory WHERE held = 0 AND due_day IS NOT NULL AND due_day <= 5",
        "SELECT rank FROM memory WHERE held = 0 AND due_day IS NULL AND pack_id = 1 ORDER BY rank",
        "SELECT max(tick) FROM review",
        "SELECT * FROM review WHERE card_id = 1 ORDER BY card_id, tick",
        "SELECT id FROM question WHERE pack_id = 1 AND fact_key = 'f' AND fact_key IS NOT NULL",
    )
    with closing(sqlite3.connect(bank.path)) as connection:
        for query in asked:
            steps = connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
            plan = " ".join(str(row) for row in steps)
            assert "USING" in plan, plan
            assert "SCAN question" not in plan
            assert "TEMP B-TREE" not in plan


def test_a_day_that_has_gone_by_counts_its_answers(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=MONDAY, elapsed_ms=1000))
        later = MONDAY + timedelta(days=2)
        answer_card(tx, card_id(tx, "sp-1"), Given(at=later, outcome=Outcome.WRONG))
        counts = tx.day_counts(TODAY, TODAY + 5)
    assert [(one.study_day, one.outcome, one.n) for one in counts] == [
        (TODAY, Outcome.CORRECT, 1),
        (TODAY + 2, Outcome.WRONG, 1),
    ]


def test_a_sample_is_drawn_by_its_seed(bank: Bank) -> None:
    def drawn(most: int, seed: int) -> set[int]:
        with bank.read() as reader:
            return {card.card for card in reader.sample_cards(most, seed)}

    assert drawn(3, 1) == drawn(3, 1)
    assert len(drawn(3, 1)) == 3
    assert len({frozenset(drawn(2, seed)) for seed in range(20)}) > 1


def test_a_sample_of_more_than_there_is_holds_all_that_nothing_holds_back(bank: Bank) -> None:
    with bank.transaction() as tx:
        tx.suspend(tx.question_of(card_id(tx, "sp-1")).question_id, MONDAY)
        assert {card.card for card in tx.sample_cards(99, 1)} == {c.card for c in tx.cards_in()}


def test_a_scope_may_name_kinds(bank: Bank) -> None:
    with bank.read() as reader:
        assert reader.count_new(CardScope(kinds=(Kind.FLASHCARD,))) == 2


def test_facts_are_counted_once(bank: Bank) -> None:
    with bank.read() as reader:
        assert reader.count_facts() == 3
        assert reader.count_facts(CardScope(kinds=(Kind.TERM,))) == 2
