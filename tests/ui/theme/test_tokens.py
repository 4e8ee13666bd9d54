"""Every pair of colours that is read together can be read."""

import pytest

from quizapp.ui.theme.tokens import (
    EDGE_PAIRS,
    SCHEMES,
    TEXT_PAIRS,
    Scheme,
    contrast_ratio,
)

LEAST = {Scheme.LIGHT: 4.5, Scheme.DARK: 4.5, Scheme.CONTRAST: 7.0}


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground(scheme: Scheme, pair: tuple[str, str]) -> None:
    text, ground = (getattr(SCHEMES[scheme], name) for name in pair)
    assert contrast_ratio(text, ground) >= LEAST[scheme]


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("pair", EDGE_PAIRS, ids="-on-".join)
def test_an_edge_that_says_something_can_be_seen(scheme: Scheme, pair: tuple[str, str]) -> None:
    edge, ground = (getattr(SCHEMES[scheme], name) for name in pair)
    assert contrast_ratio(edge, ground) >= 3.0


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#4F46E5", "#4F46E5") == pytest.approx(1)


def test_heat_grows_steadily_away_from_the_ground() -> None:
    for colours in SCHEMES.values():
        steps = [contrast_ratio(step, colours.card) for step in colours.heat]
        assert steps == sorted(steps)
