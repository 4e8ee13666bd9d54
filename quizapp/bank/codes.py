"""The small integers that stand for words in the bank; a number is never given out again."""

from typing import Final

from quizapp.questions.kinds import Basis, Category, Kind

KIND_CODES: Final = {
    Kind.DATE: 1,
    Kind.NUMBER: 2,
    Kind.TERM: 3,
    Kind.ENUMERATION: 4,
    Kind.CHOICE: 5,
    Kind.MULTIPLE_CHOICE: 6,
    Kind.ORDERING: 7,
    Kind.MATCHING: 8,
    Kind.CLOZE: 9,
    Kind.FLASHCARD: 10,
    Kind.OPEN: 11,
}
CATEGORY_CODES: Final = {
    Category.DATE: 1,
    Category.TERM: 2,
    Category.NUMBER: 3,
    Category.CONSEQUENCE: 4,
    Category.CAUSE: 5,
    Category.MOTIVE: 6,
    Category.PERSON: 7,
    Category.PLACE: 8,
    Category.SOURCE_CRITICISM: 9,
}
BASIS_CODES: Final = {Basis.TEXT: 0, Basis.EXTERNAL: 1}

KINDS: Final = {code: kind for kind, code in KIND_CODES.items()}
CATEGORIES: Final = {code: category for category, code in CATEGORY_CODES.items()}
