"""Whether the pictures of a question are there, and stand at options that it has."""

from collections.abc import Collection, Iterator

from quizapp.questions.codec_mistakes import (
    KeyOf,
    Mistake,
    Path,
    Remedy,
    Remove,
    RenameKey,
    SetValue,
)
from quizapp.questions.codec_words import near
from quizapp.questions.kinds import Pictured, Question, options_of

_AT_OPTIONS = "billeder"


def check_pictures(question: Question, media: Collection[str]) -> Iterator[Mistake]:
    """Return each picture that is not among the media, and each that no option has."""
    for path, name in picture_places(question):
        if name and name not in media:
            yield _not_there(path, name, media)
    if isinstance(question, Pictured):
        yield from _check_options(question)


def picture_places(question: Question) -> Iterator[tuple[Path, str]]:
    """Return where each picture of a question is named, and its name."""
    if question.image:
        yield ("billede",), question.image
    if isinstance(question, Pictured):
        for i, (option, name) in enumerate(question.option_images):
            yield (_AT_OPTIONS, i, option), name
    if question.explanation_image:
        yield ("forklaringsbillede",), question.explanation_image


def _check_options(question: Pictured) -> Iterator[Mistake]:
    there = options_of(question)
    seen: set[str] = set()
    for i, (option, name) in enumerate(question.option_images):
        path = (_AT_OPTIONS, i)
        if option in seen:
            remedy = Remedy("remove_one", Remove())
            fields = {"option": option}
            yield Mistake(code="option_pictured_twice", path=path, fields=fields, remedy=remedy)
        elif option not in there:
            yield _no_option((*path, KeyOf(option)), option, there)
        if not name:
            yield Mistake(code="option_without_picture", path=path, fields={"option": option})
        seen.add(option)


def _not_there(path: Path, name: str, media: Collection[str]) -> Mistake:
    meant = near(name, tuple(media))
    if not meant:
        return Mistake(code="no_picture", path=path, fields={"file": name})
    remedy = Remedy("change_to", SetValue(meant), {"near": meant})
    fields = {"file": name, "near": meant}
    return Mistake(code="no_picture_near", path=path, fields=fields, remedy=remedy)


def _no_option(path: Path, option: str, there: tuple[str, ...]) -> Mistake:
    meant = near(option, there)
    fields = {"option": option, "near": meant}
    if not meant:
        return Mistake(code="picture_of_no_option", path=path, fields=fields)
    remedy = Remedy("change_to", RenameKey(meant), {"near": meant})
    return Mistake(code="picture_of_no_option_near", path=path, fields=fields, remedy=remedy)
