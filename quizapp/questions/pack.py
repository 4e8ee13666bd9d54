"""A pack as a value: manifest, reading text, media and questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.base.ids import PackId, QuestionId
from quizapp.questions.kinds import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote the pack."""

    name: str
    place: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture or sound by its file name in the pack, with alt text and origin."""

    name: str
    title: str = ""
    creator: str = ""
    source: str = ""
    license: str = ""
    changes: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A marked place of the reading text; ``heading`` is the section it stands in, if any."""

    mark: str
    body: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a pack says of itself; ``marking`` names what it marks otherwise than the rules do."""

    id: PackId
    title: str
    version: int
    language: str = "da"
    description: str = ""
    subject: str = ""
    level: str = ""
    authors: tuple[Author, ...] = ()
    license: str = ""
    reading_text: str = ""
    marking: str = ""
    retired: tuple[QuestionId, ...] = ()
    previous: str = ""
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a teacher publishes. ``files`` maps a medium's name to its bytes."""

    manifest: Manifest
    questions: tuple[Question, ...]
    passages: tuple[Passage, ...] = ()
    media: tuple[Medium, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
