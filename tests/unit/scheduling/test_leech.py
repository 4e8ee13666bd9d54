"""Cards that keep failing."""

from dataclasses import replace

import pytest

from quizapp.scheduling.leech import became_leech, is_leech
from quizapp.scheduling.memory import NEW


@pytest.mark.parametrize(("lapses", "expected"), [(0, False), (5, False), (6, True), (9, True)])
def test_a_card_is_a_leech_from_the_sixth_lapse(lapses: int, expected: bool) -> None:
    assert is_leech(replace(NEW, lapses=lapses)) is expected


def test_the_learner_is_told_at_the_sixth_lapse_and_every_third_after() -> None:
    told = [
        now
        for now in range(1, 16)
        if became_leech(replace(NEW, lapses=now - 1), replace(NEW, lapses=now))
    ]
    assert told == [6, 9, 12, 15]


def test_a_right_answer_never_makes_a_leech() -> None:
    leech = replace(NEW, lapses=6)
    assert not became_leech(leech, leech)
