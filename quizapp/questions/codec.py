"""Questions ⇄ plain mappings with pakke.yaml's keys: the one form for files, packs and the bank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypedDict, assert_never

from quizapp.base.ids import QuestionId, is_question_id
from quizapp.questions.codec_fields import Fields
from quizapp.questions.codec_gaps import read_gaps, write_gaps
from quizapp.questions.codec_keys import (
    date_key,
    key_fields,
    number_key,
    remarked,
    term_key,
    without_empty,
)
from quizapp.questions.codec_mistakes import Mistake, Plain, Remedy, SetValue, has_error
from quizapp.questions.codec_words import ALL_KEYS, keys_of, near_id
from quizapp.questions.kinds import (
    Basis,
    Category,
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Kind,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Source,
    Term,
    WrongOption,
    kind_of,
)

APART: Final = "hver for sig"
MOST: Final = 1_000_000
HARDEST: Final = 5
_KINDS: Final[Mapping[str, Kind]] = {one.value: one for one in Kind}
_CATEGORIES: Final[Mapping[str, Category]] = {one.value: one for one in Category}
_BASES: Final[Mapping[str, Basis]] = {one.value: one for one in Basis}
_GAP_MODES: Final[Mapping[str, bool]] = {"samlet": False, APART: True}
_SOURCE_KEYS: Final = ("titel", "url", "set")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The question, if it can be used, and every mistake found in it.

    ``draft`` is the question as far as it could be read, for looking on after an error. ``id``
    is what the author wrote, also where there is no draft.
    """

    question: Question | None
    mistakes: tuple[Mistake, ...]
    draft: Question | None = None
    id: str = ""


class _Common(TypedDict):
    id: QuestionId
    category: Category
    prompt: str
    hint: str
    explanation: str
    source_criticism: str
    topics: tuple[str, ...]
    passage: str
    sources: tuple[Source, ...]
    basis: Basis
    difficulty: int | None
    image: str
    explanation_image: str
    fact: str
    reset: bool
    rev: int
    remark: str


def decode(fields: Mapping[str, Plain]) -> Decoded:
    """Read a question; values may be texts throughout, or numbers and truth values as JSON has.

    Texts come out as NFC without blanks at the ends.
    """
    reader = Fields(fields)
    kind = reader.one_of("type", _KINDS, "unknown_kind")
    if not reader.has("type"):
        reader.missing("type")
    reader.refuse_unknown(tuple(keys_of(kind)), ALL_KEYS)
    common = _common(reader, kind)
    question = _OWN[kind](reader, common) if kind else None
    reader.note_empty(keys_of(kind))
    usable = None if has_error(reader.mistakes) else question
    return Decoded(usable, tuple(reader.mistakes), question, common["id"])


def encode(question: Question) -> dict[str, Plain]:
    """Write a question as texts, whole numbers, truth values, lists and mappings.

    What is as usual is left out; ``decode`` reads the very same question back.
    """
    prompt = "forside" if isinstance(question, Flashcard) else "spørgsmål"
    return without_empty(
        {
            "id": question.id,
            "type": kind_of(question).value,
            "kategori": question.category.value,
            prompt: question.prompt,
            **_own_fields(question),
            "hint": question.hint,
            "forklaring": question.explanation,
            "kildekritik": question.source_criticism,
            "emner": [*question.topics],
            "læs": question.passage,
            "kilde": _source_fields(question.sources),
            "grundlag": "" if question.basis is Basis.TEXT else question.basis.value,
            "sværhed": question.difficulty,
            "billede": question.image,
            "forklaringsbillede": question.explanation_image,
            "faktum": question.fact,
            "nulstil": question.reset or None,
            "rev": question.rev if question.rev > 1 else None,
            "bemærkning": question.remark,
        }
    )


def _common(reader: Fields, kind: Kind | None) -> _Common:
    category = reader.one_of("kategori", _CATEGORIES, "unknown_category")
    if not reader.has("kategori"):
        reader.missing("kategori")
    return {
        "id": _id(reader),
        "category": category or Category.TERM,
        "prompt": _prompt(reader, kind),
        "hint": reader.text("hint"),
        "explanation": reader.text("forklaring"),
        "source_criticism": reader.text("kildekritik"),
        "topics": reader.texts("emner"),
        "passage": reader.text("læs"),
        "sources": _sources(reader),
        "basis": reader.one_of("grundlag", _BASES, "unknown_basis") or Basis.TEXT,
        "difficulty": reader.whole("sværhed", 1, HARDEST),
        "image": reader.text("billede"),
        "explanation_image": reader.text("forklaringsbillede"),
        "fact": reader.text("faktum"),
        "reset": reader.flag("nulstil", default=False),
        "rev": reader.whole("rev", 1, MOST) or 1,
        "remark": reader.text("bemærkning"),
    }


def _id(reader: Fields) -> QuestionId:
    text = reader.required_text("id")
    if text and not is_question_id(text):
        near = near_id(text)
        remedy = Remedy("use", SetValue(near), {"near": near})
        reader.note_with(remedy, "bad_id", "id", value=text)
    return QuestionId(text)


def _prompt(reader: Fields, kind: Kind | None) -> str:
    match kind:
        case None:
            return reader.text("spørgsmål")
        case Kind.FLASHCARD:
            return reader.required_text("forside")
        case Kind.CLOZE:
            return reader.text("spørgsmål")
        case _:
            return reader.required_text("spørgsmål")


def _sources(reader: Fields) -> tuple[Source, ...]:
    value = reader.value("kilde")
    if isinstance(value, list | tuple):
        found = [_source(reader, item, "kilde", i) for i, item in enumerate(value)]
    else:
        found = [_source(reader, value, "kilde")] if reader.has("kilde") else []
    return tuple(source for source in found if source)


def _source(reader: Fields, value: Plain, *path: str | int) -> Source | None:
    if not isinstance(value, dict):
        title = reader.text_at(value, *path)
        return Source(title=title) if title else None
    inner = Fields(value, "missing_field")
    inner.refuse_unknown(_SOURCE_KEYS, ())
    source = Source(
        title=inner.required_text("titel"), url=inner.text("url"), seen=inner.text("set")
    )
    reader.mistakes += [one.moved((*path, *one.path)) for one in inner.mistakes]
    return source


def _date(reader: Fields, common: _Common) -> Date | None:
    key = date_key(reader)
    return Date(**common, key=key) if key else None


def _number(reader: Fields, common: _Common) -> Number | None:
    key = number_key(reader)
    return Number(**common, key=key) if key else None


def _term(reader: Fields, common: _Common) -> Term:
    return Term(**common, key=term_key(reader))


def _enumeration(reader: Fields, common: _Common) -> Enumeration:
    _require(reader, "svar")
    answers = reader.groups("svar")
    # Where the answers cannot be read, nobody knows how many there are.
    most = len(answers) or MOST
    return Enumeration(**common, answers=answers, require=reader.whole("kræves", 1, most))


def _choice(reader: Fields, common: _Common) -> Choice:
    right = reader.required_text("rigtigt")
    shuffle = reader.flag("bland", default=True)
    wrong, images = _wrong(reader), _option_images(reader)
    return Choice(**common, right=right, wrong=wrong, shuffle=shuffle, option_images=images)


def _multiple_choice(reader: Fields, common: _Common) -> MultipleChoice:
    right = reader.texts("rigtige")
    shuffle = reader.flag("bland", default=True)
    wrong, images = _wrong(reader), _option_images(reader)
    return MultipleChoice(**common, right=right, wrong=wrong, shuffle=shuffle, option_images=images)


def _ordering(reader: Fields, common: _Common) -> Ordering:
    _require(reader, "rækkefølge")
    sequence = reader.groups("rækkefølge")
    return Ordering(**common, sequence=sequence, option_images=_option_images(reader))


def _matching(reader: Fields, common: _Common) -> Matching:
    _require(reader, "par")
    pairs = tuple((left, right) for left, right, _ in reader.pairs("par"))
    spare = reader.texts("overskydende")
    return Matching(**common, pairs=pairs, spare=spare, option_images=_option_images(reader))


def _cloze(reader: Fields, common: _Common) -> Cloze:
    parts, mistakes = read_gaps(reader.required_text("tekst"))
    reader.mistakes += mistakes
    apart = reader.one_of("huller", _GAP_MODES, "unknown_gap_mode") or False
    return Cloze(**common, parts=parts, apart=apart)


def _flashcard(reader: Fields, common: _Common) -> Flashcard:
    both_ways = reader.flag("begge veje", default=False)
    return Flashcard(**common, back=reader.required_text("bagside"), both_ways=both_ways)


def _open(reader: Fields, common: _Common) -> Open:
    return Open(**common, model=reader.required_text("modelsvar"), rubric=reader.texts("rubrik"))


def _require(reader: Fields, key: str) -> None:
    if not reader.has(key):
        reader.missing(key)


def _wrong(reader: Fields) -> tuple[WrongOption, ...]:
    found = reader.remarked("forkerte", or_map=False)
    return tuple(WrongOption(text, why) for text, why, _ in found)


def _option_images(reader: Fields) -> tuple[tuple[str, str], ...]:
    """Read which option has which picture; one without a file is for the checks to tell."""
    return tuple((option, name) for option, name, _ in reader.remarked("billeder") if option)


_OWN: Final[Mapping[Kind, Callable[[Fields, _Common], Question | None]]] = {
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.TERM: _term,
    Kind.ENUMERATION: _enumeration,
    Kind.CHOICE: _choice,
    Kind.MULTIPLE_CHOICE: _multiple_choice,
    Kind.ORDERING: _ordering,
    Kind.MATCHING: _matching,
    Kind.CLOZE: _cloze,
    Kind.FLASHCARD: _flashcard,
    Kind.OPEN: _open,
}


def _own_fields(question: Question) -> dict[str, Plain]:
    match question:
        case Date() | Number() | Term():
            return key_fields(question.key)
        case Enumeration():
            return {"svar": _groups(question.answers), "kræves": question.require}
        case Choice() | MultipleChoice() | Ordering() | Matching():
            return _option_fields(question) | {"billeder": remarked(question.option_images)}
        case Cloze() | Flashcard() | Open():
            return _text_fields(question)
        case _:
            assert_never(question)


def _option_fields(question: Choice | MultipleChoice | Ordering | Matching) -> dict[str, Plain]:
    match question:
        case Choice():
            return {"rigtigt": question.right, **_wrong_fields(question)}
        case MultipleChoice():
            return {"rigtige": [*question.right], **_wrong_fields(question)}
        case Ordering():
            return {"rækkefølge": _groups(question.sequence)}
        case Matching():
            pairs: list[Plain] = [{left: right} for left, right in question.pairs]
            return {"par": pairs, "overskydende": [*question.spare]}
        case _:
            assert_never(question)


def _wrong_fields(question: Choice | MultipleChoice) -> dict[str, Plain]:
    wrong = remarked((option.text, option.why) for option in question.wrong)
    return {"forkerte": wrong, "bland": None if question.shuffle else False}


def _text_fields(question: Cloze | Flashcard | Open) -> dict[str, Plain]:
    match question:
        case Cloze():
            return {"tekst": write_gaps(question.parts), "huller": APART if question.apart else ""}
        case Flashcard():
            return {"bagside": question.back, "begge veje": question.both_ways or None}
        case Open():
            return {"modelsvar": question.model, "rubrik": [*question.rubric]}
        case _:
            assert_never(question)


def _groups(groups: tuple[tuple[str, ...], ...]) -> list[Plain]:
    return [group[0] if len(group) == 1 else [*group] for group in groups]


def _source_fields(sources: tuple[Source, ...]) -> Plain:
    match sources:
        case (Source(title=title, url="", seen=""),):
            return title
        case _:
            return [
                without_empty({"titel": one.title, "url": one.url, "set": one.seen})
                if one.url or one.seen
                else one.title
                for one in sources
            ]
