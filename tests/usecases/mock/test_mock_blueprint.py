"""The blueprint of a mock exam: the shares of the scope, within rounding, and nothing twice."""

from collections import Counter
from fractions import Fraction
from math import ceil, floor
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quizapp.study.mock_blueprint import Candidate, count_apart, draw, one_of_each, shares_of
from quizapp.study.mock_interval import interval_of

CATEGORIES = ("dato", "begreb", "tal", "konsekvens")
TOPICS = ("", "krigen", "krigen/forløb", "freden")


def a_candidate(card: int, topic: str = "", weight: float = 1.0) -> Candidate:
    return Candidate(
        card=card,
        question=card,
        pack="p",
        category="dato",
        topic=topic,
        fact="",
        weight=weight,
    )


def scopes(*, with_kin: bool = True) -> SearchStrategy[list[Candidate]]:
    """Return lists of cards; with kin, some ask the same question or the same fact."""
    kin = st.integers(0, 15) if with_kin else st.just(0)
    rows = st.tuples(
        st.sampled_from(CATEGORIES), st.sampled_from(TOPICS), st.sampled_from("pq"), kin, kin
    )

    def cards(drawn: list[tuple[str, str, str, int, int]]) -> list[Candidate]:
        return [
            Candidate(
                card=card,
                question=question if question > 8 else 100 + card,
                pack=pack,
                category=category,
                topic=topic,
                fact=f"f{fact}" if fact > 10 else "",
            )
            for card, (category, topic, pack, question, fact) in enumerate(drawn)
        ]

    return st.lists(rows, max_size=80).map(cards)


sizes = st.integers(0, 40)
seeds = st.integers(0, 2**32)


def chosen(cards: list[Candidate], drawn: tuple[int, ...]) -> list[Candidate]:
    by_card = {card.card: card for card in cards}
    return [by_card[card] for card in drawn]


@given(scopes(with_kin=False), sizes, seeds)
def test_every_share_is_right_within_rounding(cards: list[Candidate], size: int, seed: int) -> None:
    asked = chosen(cards, draw(cards, size, seed))
    of_all = Fraction(len(asked), len(cards)) if cards else Fraction(0)
    for sort in (
        lambda it: it.category,
        lambda it: (it.pack, it.topic),
        lambda it: it.cell,
    ):
        there, drawn = Counter(map(sort, cards)), Counter(map(sort, asked))
        for name, n in there.items():
            assert floor(n * of_all) <= drawn[name] <= ceil(n * of_all)


@given(scopes(), sizes, seeds)
def test_as_many_are_asked_as_there_are_apart(cards: list[Candidate], size: int, seed: int) -> None:
    assert len(draw(cards, size, seed)) == min(size, count_apart(cards))


@given(scopes(), sizes, seeds)
def test_nothing_is_asked_twice(cards: list[Candidate], size: int, seed: int) -> None:
    asked = chosen(cards, draw(cards, size, seed))
    questions = [it.question for it in asked]
    facts = [(it.pack, it.fact) for it in asked if it.fact]
    assert len(set(questions)) == len(questions)
    assert len(set(facts)) == len(facts)


@given(scopes(), sizes, seeds, st.randoms(use_true_random=False))
def test_the_seed_alone_decides(
    cards: list[Candidate], size: int, seed: int, order: Random
) -> None:
    other = list(cards)
    order.shuffle(other)
    assert draw(cards, size, seed) == draw(other, size, seed)


@given(scopes(), sizes)
def test_no_cell_is_due_more_than_it_holds(cards: list[Candidate], size: int) -> None:
    pool = one_of_each(cards, Random(1))
    size = min(size, len(pool))
    counts = Counter(it.cell for it in pool)
    shares = shares_of(pool, size)
    assert sum(shares.values()) == size
    assert all(0 <= shares[cell] <= n for cell, n in counts.items())


def test_another_seed_draws_another_exam() -> None:
    cards = [a_candidate(card) for card in range(40)]
    assert draw(cards, 20, 1) != draw(cards, 20, 2)


def test_over_many_seeds_a_small_topic_gets_its_share() -> None:
    cards = [a_candidate(card, topic="lille" if card < 2 else "stor") for card in range(40)]
    times = sum(card < 2 for seed in range(2000) for card in draw(cards, 10, seed))
    # Half a question each time; three standard deviations of 2,000 draws are 67.
    assert abs(times - 1000) < 67


def test_a_topic_that_counts_double_is_asked_double() -> None:
    light = [a_candidate(card, topic="let") for card in range(30)]
    heavy = [a_candidate(card, topic="tung", weight=2.0) for card in range(30, 60)]
    asked = chosen(light + heavy, draw(light + heavy, 18, 5))
    assert Counter(it.topic for it in asked) == {"let": 6, "tung": 12}


def test_a_small_topic_that_counts_much_gives_the_rest_to_others() -> None:
    few = a_candidate(1, topic="få", weight=100.0)
    cards = [few, *(a_candidate(card, topic="mange") for card in range(2, 12))]
    asked = chosen(cards, draw(cards, 6, 3))
    assert Counter(it.topic for it in asked) == {"få": 1, "mange": 5}


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_within_bounds(pair: tuple[int, int]) -> None:
    right, asked = pair
    low, high = interval_of(right, asked)
    assert 0 <= low <= right / asked <= high <= 1


def test_the_interval_is_that_of_wilson() -> None:
    # 22 of 30: worked out by hand from the formula with z = 1.2816.
    low, high = interval_of(22, 30)
    assert (round(low, 3), round(high, 3)) == (0.62, 0.823)


def test_eighty_in_a_hundred_intervals_hold_the_true_share() -> None:
    random = Random(7)
    hits = 0
    for _time in range(4000):
        right = sum(random.random() < 0.7 for _question in range(20))
        low, high = interval_of(right, 20)
        hits += low <= 0.7 <= high
    assert 0.77 < hits / 4000 < 0.87


def test_nothing_asked_says_nothing() -> None:
    assert interval_of(0, 0) == (0.0, 1.0)
