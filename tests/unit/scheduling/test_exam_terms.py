"""How much a card counts in an exam, by its topics."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.ids import PackId
from quizapp.scheduling.exam import ExamCard
from quizapp.scheduling.exam_terms import TopicShare, card_weights

PACK = PackId("dk.eksempel")
TOPICS = st.sampled_from(["krig", "fred", "handel"])
CARDS = st.lists(st.frozensets(TOPICS, max_size=3), max_size=12).map(
    lambda found: [
        ExamCard(card=number, pack=PACK, topics=tuple(sorted(topics)))
        for number, topics in enumerate(found)
    ]
)
SHARES = st.dictionaries(TOPICS, st.sampled_from([0.0, 0.5, 1.0, 2.0])).map(
    lambda found: [TopicShare(PACK, topic, weight) for topic, weight in found.items()]
)


def test_a_card_counts_as_the_topic_that_counts_most() -> None:
    card = ExamCard(card=1, pack=PACK, topics=("krig", "fred"))
    shares = [TopicShare(PACK, "krig", 0.0), TopicShare(PACK, "fred", 0.5)]
    assert card_weights([card], shares) == {1: 0.5}


def test_a_card_is_left_out_when_all_its_topics_are() -> None:
    card = ExamCard(card=1, pack=PACK, topics=("krig",))
    assert card_weights([card], [TopicShare(PACK, "krig", 0.0)]) == {}


def test_a_topic_of_another_pack_is_another_topic() -> None:
    card = ExamCard(card=1, pack=PACK, topics=("krig",))
    assert card_weights([card], [TopicShare(PackId("dk.anden"), "krig", 0.0)]) == {1: 1.0}


@given(CARDS, SHARES)
def test_a_card_without_topics_counts_one_and_none_counts_less_than_nothing(
    cards: list[ExamCard], shares: list[TopicShare]
) -> None:
    weights = card_weights(cards, shares)
    assert all(weight > 0 for weight in weights.values())
    assert all(weights[card.card] == 1.0 for card in cards if not card.topics)


@given(CARDS)
def test_without_shares_every_card_counts_one(cards: list[ExamCard]) -> None:
    assert card_weights(cards, []) == {card.card: 1.0 for card in cards}
