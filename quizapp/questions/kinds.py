"""The eleven kinds of question, as frozen values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from typing_extensions import override

from quizapp.base.ids import QuestionId
from quizapp.questions.keys import DateKey, Gap, NumberKey, TermKey

OPEN_GAP: Final = "___"
"""What stands for a gap where the text of a cloze is one line."""


class Kind(StrEnum):
    """How one answers; the values are pakke.yaml's words."""

    DATE = "dato"
    NUMBER = "tal"
    TERM = "skriv"
    ENUMERATION = "liste"
    CHOICE = "valg"
    MULTIPLE_CHOICE = "flervalg"
    ORDERING = "rækkefølge"
    MATCHING = "par"
    CLOZE = "indsæt"
    FLASHCARD = "kort"
    OPEN = "åbent"


class Category(StrEnum):
    """What kind of knowledge is asked for; the values are pakke.yaml's words."""

    DATE = "dato"
    TERM = "begreb"
    NUMBER = "tal"
    CONSEQUENCE = "konsekvens"
    CAUSE = "årsag"
    MOTIVE = "motiv"
    PERSON = "person"
    PLACE = "sted"
    SOURCE_CRITICISM = "kildekritik"


class Basis(StrEnum):
    """Whether the reading text holds the answer."""

    TEXT = "tekst"
    EXTERNAL = "ekstern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from; ``seen`` is the day a page was read, as written."""

    title: str
    url: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every question has, whatever its kind."""

    id: QuestionId
    category: Category
    prompt: str
    hint: str = ""
    explanation: str = ""
    source_criticism: str = ""
    topics: tuple[str, ...] = ()
    passage: str = ""
    sources: tuple[Source, ...] = ()
    basis: Basis = Basis.TEXT
    difficulty: int | None = None
    image: str = ""
    explanation_image: str = ""
    fact: str = ""
    reset: bool = False
    rev: int = 1
    remark: str = ""

    @property
    def line(self) -> str:
        """What is asked, in one line, for where nothing else of the question is shown."""
        return self.prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Common):
    """Type a date."""

    key: DateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Common):
    """Type a number."""

    key: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Common):
    """Type a term, a name or a place."""

    key: TermKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(Common):
    """Type several terms; each inner tuple holds wordings of one and the same answer."""

    answers: tuple[tuple[str, ...], ...]
    require: int | None = None

    @property
    def asked_count(self) -> int:
        """How many answers are asked for."""
        return self.require or len(self.answers)


@dataclass(frozen=True, slots=True)
class WrongOption:
    """An option that is wrong, and the author's line on that very mistake."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured(Common):
    """What may show a picture at each of its options or items: the text, and a file's name."""

    option_images: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Pictured):
    """Pick the one right option."""

    right: str
    wrong: tuple[WrongOption, ...]
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(Pictured):
    """Pick all right options."""

    right: tuple[str, ...]
    wrong: tuple[WrongOption, ...] = ()
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Pictured):
    """Put items in order; items of one inner tuple are tied."""

    sequence: tuple[tuple[str, ...], ...]

    @property
    def items(self) -> tuple[str, ...]:
        """All items, in the author's order."""
        return tuple(item for tied in self.sequence for item in tied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Pictured):
    """Match left with right items; spare right items belong to none."""

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Common):
    """Fill the gaps of a text; ``parts`` alternates freely between text and gaps."""

    parts: tuple[str | Gap, ...]
    apart: bool = False

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps, in order."""
        return tuple(part for part in self.parts if isinstance(part, Gap))

    @property
    @override
    def line(self) -> str:
        """The text with its gaps open: often there is no prompt beside it."""
        text = "".join(part if isinstance(part, str) else OPEN_GAP for part in self.parts)
        return " ".join(f"{self.prompt} {text}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Flashcard(Common):
    """Turn a card and rate oneself; ``prompt`` is the front."""

    back: str
    both_ways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Common):
    """Write freely and compare with a model answer and a rubric."""

    model: str
    rubric: tuple[str, ...] = ()


Question = (
    Date
    | Number
    | Term
    | Enumeration
    | Choice
    | MultipleChoice
    | Ordering
    | Matching
    | Cloze
    | Flashcard
    | Open
)

KINDS: dict[type[Common], Kind] = {
    Date: Kind.DATE,
    Number: Kind.NUMBER,
    Term: Kind.TERM,
    Enumeration: Kind.ENUMERATION,
    Choice: Kind.CHOICE,
    MultipleChoice: Kind.MULTIPLE_CHOICE,
    Ordering: Kind.ORDERING,
    Matching: Kind.MATCHING,
    Cloze: Kind.CLOZE,
    Flashcard: Kind.FLASHCARD,
    Open: Kind.OPEN,
}


def images_of(question: Question) -> tuple[str, ...]:
    """Return the names of all pictures and sounds that a question shows, each once."""
    own = question.option_images if isinstance(question, Pictured) else ()
    names = (question.image, *(name for _, name in own), question.explanation_image)
    return tuple(dict.fromkeys(name for name in names if name))


def options_of(question: Pictured) -> tuple[str, ...]:
    """Return the texts of a question's options or items, the right ones first."""
    match question:
        case Choice():
            return (question.right, *(wrong.text for wrong in question.wrong))
        case MultipleChoice():
            return (*question.right, *(wrong.text for wrong in question.wrong))
        case Ordering():
            return question.items
        case Matching():
            both = (text for pair in question.pairs for text in pair)
            return (*both, *question.spare)
        case _:
            return ()


def kind_of(question: Question) -> Kind:
    """Return how a question is answered."""
    return KINDS[type(question)]
