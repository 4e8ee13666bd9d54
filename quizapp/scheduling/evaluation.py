"""How well default and fitted weights predict a review log.

No numpy is imported until a log is evaluated, so that commands which evaluate none start fast.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.review_csv import ReviewLog, read_review_file, read_review_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Mean log loss, the RMSE over the bins of srs-benchmark, and the area under the ROC curve."""

    log_loss: float
    rmse_bins: float
    auc: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Measures on the newest 30 % of the targets, with what the oldest 70 % teach.

    ``constant`` foretells the share of right answers among the oldest for every target.
    """

    default: Measures
    fitted: Measures
    constant: Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A log measured with default weights and with weights fitted to all of it."""

    rows: int
    cards: int
    targets: int
    default: Measures
    fitted: Measures
    weights: Weights
    split: Split

    def as_json(self) -> dict[str, Any]:
        """Return the object that the command line prints."""
        return asdict(self) | {"weights": list(self.weights.values)}


def evaluate_log(log: Path | str) -> Evaluation:
    """Evaluate a CSV file, or its text; raises ``ReviewLogError`` when it cannot be used."""
    read = read_review_file(log) if isinstance(log, Path) else read_review_log(log)
    return evaluate(read)


def evaluate(log: ReviewLog) -> Evaluation:
    """Evaluate a log; raises ``ReviewLogError`` when it has fewer than two targets."""
    from quizapp.scheduling.measures import evaluated  # noqa: PLC0415 - numpy only when needed

    return evaluated(log)
