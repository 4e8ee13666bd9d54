"""Draws forecasts of exams against how the exams went, as an SVG picture.

``python -m tests.benchmarks.exam_plan --policies quizapp_watched > fsrs.jsonl`` makes its input,
``python -m tests.benchmarks.calibration_plot FSRS=fsrs.jsonl ACT-R=actr.jsonl > plot.svg`` a panel
for each. A dot is one forecast of one learner, its line the interval that was to hold in 80 %.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SIDE: Final = 320
MARGIN: Final = 48
TICKS: Final = (0, 25, 50, 75, 100)
# From pale to full: forecasts made after none, a quarter, a half and three quarters of the days.
SHADES: Final = {0.0: "#B9BDF6", 0.25: "#8E93EE", 0.5: "#666CE0", 0.75: "#3F3FBF"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A forecast and what became of it, in points of 100; ``share`` of the days had passed.

    ``exam`` is the true share, ``sat`` what exams came to.
    """

    share: float
    forecast: float
    low: float
    high: float
    exam: float
    sat: tuple[float, ...]


def main() -> int:
    """Draw what the arguments name."""
    panels = [argument.partition("=") for argument in sys.argv[1:]]
    width = len(panels) * (SIDE + MARGIN) + MARGIN
    height = SIDE + 2 * MARGIN
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12" fill="#333">'
    )
    print(f'<rect width="{width}" height="{height}" fill="#fff"/>')
    for number, (name, _equals, path) in enumerate(panels):
        left = MARGIN + number * (SIDE + MARGIN)
        print("\n".join(_panel(name, left, _dots(Path(path)))))
    print("</svg>")
    return 0


def _dots(path: Path) -> list[Dot]:
    found: list[Dot] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "seed" not in row:
            # A line that sums others up.
            continue
        for each in row["forecasts"]:
            shares = {name: 100 * each[name] for name in ("forecast", "low", "high")}
            found.append(
                Dot(share=each["share"], exam=row["exam"], sat=tuple(row["sat"]), **shares)
            )
    return found


def _panel(name: str, left: int, dots: Sequence[Dot]) -> Iterator[str]:
    mean = sum(dot.exam - dot.forecast for dot in dots) / max(len(dots), 1)
    sat = [dot.low <= exam <= dot.high for dot in dots for exam in dot.sat]
    held = sum(sat) / max(len(sat), 1)
    title = f"{name}: {len(dots)} forecasts, exam - forecast {mean:+.1f}, in interval {held:.0%}"
    yield f'<text x="{left}" y="{MARGIN - 14}">{title}</text>'
    frame = f'width="{SIDE}" height="{SIDE}" fill="none" stroke="#bbb"'
    yield f'<rect x="{left}" y="{MARGIN}" {frame}/>'
    for tick in TICKS:
        x, y = _place(left, tick, tick)
        yield f'<text x="{x}" y="{MARGIN + SIDE + 16}" text-anchor="middle">{tick}</text>'
        yield f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{tick}</text>'
    (x0, y0), (x1, y1) = _place(left, 0, 0), _place(left, 100, 100)
    yield f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#bbb" stroke-dasharray="4 4"/>'
    for dot in dots:
        (x, y), colour = _place(left, dot.forecast, dot.exam), SHADES[dot.share]
        low, high = _place(left, dot.low, 0)[0], _place(left, dot.high, 0)[0]
        yield f'<line x1="{low}" y1="{y}" x2="{high}" y2="{y}" stroke="{colour}" opacity=".35"/>'
        yield f'<circle cx="{x}" cy="{y}" r="2.6" fill="{colour}"/>'
    words = "forecast across, exam up; the darker, the nearer the exam"
    yield f'<text x="{left}" y="{MARGIN + SIDE + 34}" fill="#666">{words}</text>'


def _place(left: int, across: float, up: float) -> tuple[float, float]:
    return round(left + SIDE * across / 100, 1), round(MARGIN + SIDE * (1 - up / 100), 1)


if __name__ == "__main__":
    raise SystemExit(main())
