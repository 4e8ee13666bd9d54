"""Measure what marking one answer costs: ordinary answers, and the worst that rule G3 lets through.

Run ``python -m tests.benchmarks.marking_cost``; exits with 1 above 1 ms (p99, ordinary) or 10 ms.
"""

import sys
from collections.abc import Iterable
from random import Random
from time import thread_time_ns

from quizapp.grading.grade import grade
from quizapp.grading.marking_file import answer_of, question_of
from quizapp.notation.normalise import LONGEST_LIST
from quizapp.questions.answers import Answer, Typed
from quizapp.questions.kinds import Question
from tests.unit.grading.labelled import FILES, read_cases

ORDINARY_MS = 1.0
WORST_MS = 10.0
LENGTH = 200


def main() -> int:
    """Print both figures and say whether they are within the limits."""
    asked = list(_cases())
    ordinary = [_cost(question, answer) for question, answer in asked]
    worst = [
        _cost(question, Typed(text))
        for question in _typed_questions(asked)
        for text in _long_answers(Random(7))
    ]
    p99 = sorted(ordinary)[int(len(ordinary) * 0.99)]
    print(
        f"ordinary: {len(ordinary)} answers, p50 {sorted(ordinary)[len(ordinary) // 2]:.3f} ms, "
        f"p99 {p99:.3f} ms, max {max(ordinary):.3f} ms"
    )
    print(f"worst: {len(worst)} answers of {LENGTH} characters, max {max(worst):.3f} ms")
    large = [_warm_cost(question, text) for question, text in _large_keys()]
    print(f"large keys: {len(large)} answers, max {max(large):.3f} ms")
    return int(p99 >= ORDINARY_MS or max(*worst, *large) >= WORST_MS)


def _cases() -> Iterable[tuple[Question, Answer]]:
    for case in (case for file in FILES for case in read_cases(file)):
        if case["kind"] == "multi" and case["expected"]["mode"] == "select":
            continue
        yield question_of(case["kind"], case["expected"]), answer_of(case["kind"], case["given"])


def _typed_questions(asked: Iterable[tuple[Question, Answer]]) -> list[Question]:
    seen = {repr(question): question for question, answer in asked if isinstance(answer, Typed)}
    return list(seen.values())[::8]


def _long_answers(random: Random) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyzæøå     "
    words = [
        "nord",
        "syv",
        "og",
        "1905",
        "5/9",
        "ikke",
        "mellem",
        "den",
        "halvtreds",
        "1800-tallet",
    ]
    noise = "".join(random.choices(letters, k=LENGTH))
    return [
        noise,
        " ".join(random.choices(words, k=60))[:LENGTH],
        ("en to tre fire fem seks syv " * 10)[:LENGTH],
        ("1905-1906 " * 30)[:LENGTH],
        "a" * LENGTH,
        ("Frederik 7. " * 30)[:LENGTH],
        ("og " * 100)[:LENGTH],
        ("halvtreds" * 30)[:LENGTH],
        ("( [ " * 100)[:LENGTH],
    ]


def _large_keys() -> Iterable[tuple[Question, str]]:
    """Return lists of forty answers, and terms with two dozen wordings, with nearly right answers.

    All that rule G3 lets through: 500 characters for a list, 200 for a term.
    """
    towns = [
        "København",
        "Aarhus",
        "Odense",
        "Aalborg",
        "Esbjerg",
        "Randers",
        "Kolding",
        "Horsens",
        "Vejle",
        "Roskilde",
    ]
    names = [town + end for end in ("", "land", "by", "strup") for town in towns]
    slips = [name[:-2] + name[-1] + name[-2] for name in names]
    pairs = [[name, f"{name} og omegn"] for name in names]
    plain = [[name] for name in names]
    for answers in (plain, pairs):
        question = question_of("multi", {"mode": "typed", "answers": answers})
        for given in (names, slips):
            for joint in (", ", " og ", "/", "\n", ",", " "):
                yield question, joint.join(given)[:LONGEST_LIST]
    for wordings in (names[:12], [" ".join(names[at : at + 12]) for at in range(12)]):
        rejects = [f"{wording}e" for wording in wordings]
        question = question_of("term", {"answers": wordings, "reject": rejects})
        for text in (" ".join(names), " ".join(slips), "a " * LENGTH, "og " * LENGTH):
            yield question, text[:LENGTH]


def _warm_cost(question: Question, text: str) -> float:
    """Return the cost once the key is read, which is done when the first answer to it comes."""
    grade(question, Typed("Napoleon"))
    return _cost(question, Typed(text))


def _cost(question: Question, answer: Answer) -> float:
    start = thread_time_ns()
    grade(question, answer)
    return (thread_time_ns() - start) / 1e6


if __name__ == "__main__":
    sys.exit(main())
