"""Review logs read and measured."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.evaluation import evaluate_log
from quizapp.scheduling.measures import auc, log_loss
from quizapp.scheduling.memory import Rating
from quizapp.scheduling.review_csv import ReviewLogError, read_review_file, read_review_log
from tests.unit.scheduling.learners import QUICK_FORGETTER, simulated

DAY_MS = 86_400_000
HEAD = "card,review_time_ms,rating\n"


def written(cards: int) -> str:
    """A simulated learner's log as CSV with ``delta_days``."""
    rows = [
        (trial.at, card, trial.elapsed, int(trial.rating))
        for card, trials in enumerate(simulated(QUICK_FORGETTER, cards))
        for trial in trials
    ]
    lines = [f"{card},{elapsed},{rating}" for _, card, elapsed, rating in sorted(rows)]
    return "\n".join(["card,delta_days,rating", *lines])


def test_days_begin_at_four_utc() -> None:
    four = 10 * DAY_MS + 4 * 3_600_000
    log = read_review_log(HEAD + f"a,{four - 1},3\na,{four},3\na,{four + 1},3\n")
    assert [trial.elapsed for trial in log.history[0]] == [0, 1, 0]


def test_rows_of_a_card_are_put_in_order_of_time() -> None:
    log = read_review_log(HEAD + f"a,{9 * DAY_MS},1\nb,{DAY_MS},2\na,{4 * DAY_MS},4\n")
    ratings = [[trial.rating for trial in card] for card in log.history]
    assert ratings == [[Rating.EASY, Rating.AGAIN], [Rating.HARD]]
    assert log.rows == 3


def test_only_a_later_day_makes_a_target() -> None:
    log = read_review_log("card,delta_days,rating\na,,3\na,0,1\na,2,3\n")
    assert [trial.is_target for trial in log.history[0]] == [False, False, True]


def test_the_first_gap_of_a_card_is_not_read() -> None:
    log = read_review_log("card,delta_days,rating\na,-1,3\na,2,3\nb,7,3\n")
    assert [card[0].elapsed for card in log.history] == [0, 0]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_read(separator: str) -> None:
    text = "card,delta_days,rating,note\na,0,3,x\na,2,1,y\n".replace(",", separator)
    assert read_review_log(text).rows == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "»card« mangler"),
        ("card,review_time_ms\na,1\n", "»rating« mangler"),
        ("card,rating\na,1\n", "»review_time_ms / delta_days« mangler"),
        (HEAD, "ingen rækker"),
        (HEAD + "a,1,3\nb,2,5\n", "Linje 3: »5« er ikke 1, 2, 3 eller 4"),
        (HEAD + "a,1,2.5\n", "Linje 2: »2.5« er ikke 1, 2, 3 eller 4"),
        (HEAD + "a,i går,3\n", "Linje 2: »i går« i kolonnen review_time_ms"),
        (HEAD + "a,inf,3\n", "Linje 2: »inf« i kolonnen review_time_ms"),
        (HEAD + "a,1\n", "Linje 2: »« i kolonnen rating"),
        (HEAD + ",1,3\n", "Linje 2: Der står intet kort"),
        (HEAD + "a,1,3\na,2,3\n", "for kort"),
    ],
)
def test_a_log_that_cannot_be_used_says_where_and_why(text: str, said: str) -> None:
    with pytest.raises(ReviewLogError) as caught:
        evaluate_log(text)
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"card\xff\xfe,rating", b"card,rating\n" + b"a" * 200_000])
def test_a_file_that_is_no_text_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "log.csv").write_bytes(content)
    with pytest.raises(ReviewLogError):
        read_review_file(tmp_path / "log.csv")


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReviewLogError, match=r"none\.csv kan ikke læses"):
        read_review_file(tmp_path / "none.csv")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(written(3), encoding="utf-8-sig")
    assert read_review_file(tmp_path / "log.csv").rows > 3


def test_the_printed_object_has_the_keys_of_the_contract() -> None:
    found = evaluate_log(written(60)).as_json()
    assert list(found) == ["rows", "cards", "targets", "default", "fitted", "weights", "split"]
    assert list(found["split"]) == ["default", "fitted", "constant"]
    assert list(found["default"]) == ["log_loss", "rmse_bins", "auc"]
    assert len(found["weights"]) == 21


def test_a_learner_unlike_the_default_is_foretold_better() -> None:
    found = evaluate_log(written(300))
    assert found.fitted.log_loss < found.default.log_loss
    assert found.split.fitted.log_loss < found.split.default.log_loss
    assert found.split.fitted.log_loss < found.split.constant.log_loss
    assert found.fitted.rmse_bins < found.default.rmse_bins


def test_the_constant_orders_nothing() -> None:
    assert evaluate_log(written(60)).split.constant.auc == 0.5


def test_the_shared_log_gives_the_reference_figures(shared_dir: Path) -> None:
    found = evaluate_log(shared_dir / "reviews" / "shared_anki_josh.csv")
    assert (found.rows, found.cards, found.targets) == (8_393, 797, 4_159)
    default, late = found.default, found.split.default
    assert (default.log_loss, default.rmse_bins, default.auc) == pytest.approx(
        (0.4698, 0.0947, 0.727), abs=6e-4
    )
    assert (late.log_loss, late.rmse_bins, late.auc) == pytest.approx(
        (0.4576, 0.0788, 0.640), abs=6e-4
    )
    assert found.split.constant.log_loss == pytest.approx(0.4874, abs=1e-4)


def test_log_loss_is_the_mean_surprise() -> None:
    y, p = np.array([1.0, 0.0]), np.array([0.8, 0.4])
    assert log_loss(y, p) == pytest.approx(-(np.log(0.8) + np.log(0.6)) / 2)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=1, max_size=30))
def test_auc_is_the_share_of_pairs_in_order(answers: list[tuple[bool, int]]) -> None:
    right = [p for y, p in answers if y]
    wrong = [p for y, p in answers if not y]
    pairs = [(a > b) + 0.5 * (a == b) for a in right for b in wrong]
    found = auc(np.array([float(y) for y, _ in answers]), np.array([p / 6 for _, p in answers]))
    assert found == pytest.approx(sum(pairs) / len(pairs) if pairs else 0.5)


def test_ordinary_answers_never_wait_for_numpy() -> None:
    names = "evaluation,day,due,evidence,fsrs,history,leech,memory,queue,replay,sitting"
    modules = names.split(",")
    imports = ", ".join(f"quizapp.scheduling.{name}" for name in modules)
    code = f"import sys, {imports}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
