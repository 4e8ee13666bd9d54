"""What stands on paper, before anything is laid out: sheets in versions, numbered and shuffled."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from quizapp.questions.kinds import Choice, Matching, MultipleChoice, Question
from quizapp.questions.pack import Pack
from quizapp.study.flow import Shown
from quizapp.study.shown import shown_of

VERSIONS: Final = ("A", "B")
MOST_SEED: Final = 9999
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered question with its options and items in the order of one version."""

    number: int
    question: Question
    shown: Shown

    @property
    def right_letters(self) -> str:
        """The letters of the right options; empty for other kinds."""
        options = list(self.shown.options)
        match self.question:
            case Choice():
                return letter_of(options.index(self.question.right))
            case MultipleChoice():
                places = sorted(options.index(right) for right in self.question.right)
                return ", ".join(letter_of(place) for place in places)
            case Matching():
                right = list(self.shown.right)
                letters = (letter_of(right.index(one)) for _, one in self.question.pairs)
                return ", ".join(f"{i}{letter}" for i, letter in enumerate(letters, 1))
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of the questions; ``name`` is its letter."""

    name: str
    seed: int
    items: tuple[Item, ...]


def letter_of(place: int) -> str:
    """Return the letter of an option; after z come a2 and b2."""
    turn, letter = divmod(place, len(LETTERS))
    return LETTERS[letter] + (str(turn + 1) if turn else "")


def chosen_questions(pack: Pack, count: int | None, seed: int) -> tuple[Question, ...]:
    """Return so many of the questions by chance, in the author's order; all where None."""
    if count is None or count >= len(pack.questions):
        return pack.questions
    random = Random(f"{seed} {pack.manifest.id}")  # noqa: S311 - an order on paper, not a secret
    places = sorted(random.sample(range(len(pack.questions)), count))
    return tuple(pack.questions[place] for place in places)


def sheet_of(questions: Sequence[Question], name: str, seed: int) -> Sheet:
    """Return a version: A keeps the author's order, any other has one of its own."""
    order = list(questions)
    if name != VERSIONS[0]:
        Random(f"{seed} {name}").shuffle(order)  # noqa: S311 - an order on paper, not a secret
    return Sheet(
        name,
        seed,
        tuple(
            Item(number, question, shown_of(question, f"{seed} {name} {question.id}"))
            for number, question in enumerate(order, 1)
        ),
    )
