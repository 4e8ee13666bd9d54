"""Names that are nearly those of topics or packs."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.known_scope import MOST_NAMED, near_names

TOPICS = ["1800-tallet", "1800-tallet/krige", "Fredens vilkår", "Opinionen i USA"]


def test_a_letter_wrong_is_near() -> None:
    assert near_names("fredens vilkor", TOPICS) == ("Fredens vilkår",)


def test_one_step_of_a_path_is_near() -> None:
    assert near_names("krig", TOPICS) == ("1800-tallet/krige",)


def test_something_else_is_near_nothing() -> None:
    assert near_names("kvantefysik", TOPICS) == ()


@given(st.text(), st.lists(st.text(min_size=1), unique=True))
def test_few_and_only_names_there_are_are_named(said: str, names: list[str]) -> None:
    found = near_names(said, names)
    assert len(found) <= MOST_NAMED
    assert set(found) <= set(names)


@given(st.sampled_from(TOPICS))
def test_the_name_itself_comes_first_or_with_those_that_hold_it(name: str) -> None:
    assert name in near_names(name, TOPICS)
