"""Hypothesis strategies for questions and packs."""

import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quizapp.base.ids import PackId, QuestionId
from quizapp.notation.dates import Precision, precision_of
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.checks import Surroundings, check_question
from quizapp.questions.codec_fields import clean
from quizapp.questions.codec_keys import is_finer
from quizapp.questions.codec_mistakes import has_error
from quizapp.questions.keys import (
    DateKey,
    Gap,
    Interval,
    Key,
    ListedDate,
    ListedNumber,
    ListedWording,
    NumberKey,
    Share,
    TermKey,
)
from quizapp.questions.kinds import (
    Basis,
    Category,
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Pictured,
    Question,
    Source,
    Term,
    WrongOption,
    options_of,
)
from quizapp.questions.pack import Author, Manifest, Medium, Pack, Passage

DATE_TEXTS: Final = (
    "5. juni 1849",
    "29. februar 1904",
    "juni 1849",
    "1849",
    "44 f.Kr.",
    "1840'erne",
    "1800-tallet",
    "1536–1660",
)
NUMBER_TEXTS: Final = ("0", "7", "1849", "60.000", "170,86", "1,5 mio.", "0,05")

_LETTERS: Final = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn", "Co"),
    exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_AWKWARD: Final = st.sampled_from(list("{}|\\:=#-'\"[],&*!%@`?>~ \n\täøåÆé0aA"))


def _prepared(text: str) -> str:
    return clean(unicodedata.normalize("NFC", text))


def texts(max_size: int = 12) -> SearchStrategy[str]:
    """Texts as the program holds them, with every character that a notation may trip over."""
    raw = st.text(alphabet=st.one_of(_AWKWARD, _LETTERS), min_size=1, max_size=max_size)
    return raw.map(_prepared).filter(bool)


def many(of: SearchStrategy[Any], least: int = 0, most: int = 3) -> SearchStrategy[Any]:
    """Tuples of a few."""
    return st.lists(of, min_size=least, max_size=most).map(tuple)


def different_texts(least: int, most: int = 5) -> SearchStrategy[tuple[str, ...]]:
    """Tuples of texts that a reader would not take for one another."""
    told_apart = st.lists(texts(), min_size=least, max_size=most, unique_by=_told_apart)
    return told_apart.map(tuple)


def _told_apart(text: str) -> str:
    return " ".join(text.casefold().split())


def dates() -> SearchStrategy[WrittenDate]:
    """Dates of every precision."""
    return st.sampled_from(DATE_TEXTS).map(WrittenDate.read)


def numbers() -> SearchStrategy[WrittenNumber]:
    """Numbers as authors write them."""
    return st.sampled_from(NUMBER_TEXTS).map(WrittenNumber.read)


def decimals() -> SearchStrategy[Decimal]:
    """Numbers that are 0 or more."""
    return st.decimals(min_value=0, max_value=10**9, places=3)


REMARKS: Final = (
    "",
    "Tæt på.",
    "a: b # c",
    "{x} | [y] = z::w",
    "\"'\\",
    "- 5 % & *to* !",
    "første\n\n  anden: x\n# tredje",
    "@ 90\u00a0%\u200b 😀",
    "ja",
    "1849",
)


def remarks() -> SearchStrategy[str]:
    """What an author says besides, often nothing."""
    return st.sampled_from(REMARKS)


def addresses() -> SearchStrategy[str]:
    """Addresses on the web, often none."""
    return st.sampled_from(("", "https://a.dk/x?y=1#z", "http://æø.dk/{a}|b=c:d", "https://[::1]/"))


def days() -> SearchStrategy[str]:
    """Days as authors write them, often none."""
    return st.sampled_from(("", "2026-11-22", "22. november 2026", "2026-11-22T10:00:00Z", "1905"))


@st.composite
def date_keys(draw: st.DrawFn) -> DateKey:
    """Keys of dates."""
    value = draw(dates())
    own = precision_of(value.value)
    coarser = [one for one in Precision if not is_finer(one, own)]
    listed = st.builds(ListedDate, dates(), remarks())
    return DateKey(
        value=value,
        precision=draw(st.sampled_from(coarser)),
        also=draw(many(dates())),
        almost=draw(many(listed)),
        reject=draw(many(listed)),
        old_style=draw(st.none() | dates()),
        year_given=draw(st.booleans()),
        tolerance_years=draw(st.integers(0, 50)),
        near_days=draw(st.none() | st.integers(0, 9)),
        almost_precision=draw(st.none() | st.sampled_from(Precision)),
    )


def intervals() -> SearchStrategy[Interval]:
    """Two numbers, the smaller first."""
    return st.tuples(decimals(), decimals()).map(lambda two: Interval(min(two), max(two)))


def number_keys() -> SearchStrategy[NumberKey]:
    """Keys of numbers."""
    listed = st.builds(ListedNumber, numbers(), remarks())
    return st.builds(
        NumberKey,
        value=numbers(),
        tolerance=decimals() | st.builds(Share, decimals()),
        also=many(numbers()),
        almost=many(listed),
        reject=many(listed),
        accept_range=st.none() | intervals(),
        almost_range=st.none() | intervals(),
        unit=remarks(),
        unit_aliases=many(texts()),
        unit_reject=many(texts()),
        unit_required=st.booleans(),
    )


def term_keys() -> SearchStrategy[TermKey]:
    """Keys of terms."""
    listed = st.builds(ListedWording, texts(), remarks())
    return st.builds(
        TermKey, answers=different_texts(1, 3), almost=many(listed), reject=many(listed)
    )


def gaps() -> SearchStrategy[Gap]:
    """Gaps of every kind."""
    keys: SearchStrategy[Key] = st.one_of(date_keys(), number_keys(), term_keys())
    return st.builds(Gap, key=keys, hint=remarks())


@st.composite
def cloze_parts(draw: st.DrawFn) -> tuple[str | Gap, ...]:
    """Texts and gaps in turn, with at least one gap."""
    between = st.text(alphabet=st.one_of(_AWKWARD, _LETTERS), max_size=8)
    parts: list[str | Gap] = [clean("x" + draw(between) + "x")]
    for gap in draw(st.lists(gaps(), min_size=1, max_size=3)):
        parts += [gap, clean("x" + draw(between) + "x")]
    first, last = draw(st.booleans()), draw(st.booleans())
    return tuple(parts[1 if first else 0 : -1 if last else None])


def _common(**own: SearchStrategy[Any]) -> dict[str, SearchStrategy[Any]]:
    source = st.builds(Source, title=texts(), url=addresses(), seen=days())
    return {
        "id": st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True).map(QuestionId),
        "category": st.sampled_from(Category),
        "prompt": texts(30),
        "hint": remarks(),
        "explanation": remarks(),
        "source_criticism": remarks(),
        "topics": many(texts()),
        "passage": remarks(),
        "sources": many(source),
        "basis": st.sampled_from(Basis),
        "difficulty": st.none() | st.integers(1, 5),
        "image": remarks(),
        "explanation_image": remarks(),
        "fact": remarks(),
        "reset": st.booleans(),
        "rev": st.integers(1, 9),
        "remark": remarks(),
    } | own


def options(least: int) -> SearchStrategy[tuple[WrongOption, ...]]:
    """Wrong options, each with or without the author's line on it."""
    wrong = st.builds(WrongOption, texts(), remarks())
    return many(wrong, least)


def questions() -> SearchStrategy[Question]:
    """Questions of all eleven kinds that the codec can write."""
    groups = many(many(texts(), 1, 2), 2, 4)
    pictured = {"option_images": many(st.tuples(texts(), remarks()))}
    free: dict[str, SearchStrategy[Any]] = _common(shuffle=st.booleans(), **pictured)
    listed = _common(answers=groups, require=st.none() | st.integers(1, 2))
    cloze = _common(prompt=remarks(), parts=cloze_parts(), apart=st.booleans())
    return st.one_of(
        st.builds(Date, **_common(key=date_keys())),
        st.builds(Number, **_common(key=number_keys())),
        st.builds(Term, **_common(key=term_keys())),
        st.builds(Enumeration, **listed),
        st.builds(Choice, **free | {"right": texts(), "wrong": options(1)}),
        st.builds(MultipleChoice, **free | {"right": many(texts(), 1), "wrong": options(0)}),
        st.builds(Ordering, **_common(sequence=groups, **pictured)),
        st.builds(Matching, **_common(pairs=_pairs(), spare=many(texts()), **pictured)),
        st.builds(Cloze, **cloze),
        st.builds(Flashcard, **_common(back=texts(), both_ways=st.booleans())),
        st.builds(Open, **_common(model=texts(), rubric=many(texts()))),
    )


def _pairs() -> SearchStrategy[tuple[tuple[str, str], ...]]:
    pair = st.tuples(texts(), texts())
    return st.lists(pair, min_size=1, max_size=4, unique_by=lambda two: two[0]).map(tuple)


def pack_ids() -> SearchStrategy[PackId]:
    """Names of packs."""
    return st.from_regex(r"[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,2}", fullmatch=True).map(PackId)


def authors() -> SearchStrategy[Author]:
    """Authors with or without place and address."""
    return st.builds(Author, name=texts(), place=remarks(), url=addresses())


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, ...]:
    """Passages of a reading text, each in a section once the first section has begun."""
    marks = draw(
        st.lists(st.from_regex(r"[a-zæøå0-9-]{1,12}", fullmatch=True), unique=True, max_size=4)
    )
    found: list[Passage] = []
    heading = ""
    for mark in marks:
        if draw(st.booleans()):
            heading = draw(_lines().filter(lambda line: not line.endswith("#")))
        found.append(Passage(mark=mark, heading=heading, body=draw(_bodies())))
    return tuple(found)


def _lines() -> SearchStrategy[str]:
    return texts(20).filter(lambda text: "\n" not in text and "\t" not in text)


def _bodies() -> SearchStrategy[str]:
    line = texts(40).map(lambda text: text.replace("\n", " ").replace("\t", " "))
    plain = line.filter(lambda text: text[0] not in "#{")
    return st.lists(plain, min_size=1, max_size=4).map("\n\n".join)


def _is_sound(question: Question) -> bool:
    around = Surroundings(marks=(question.passage,))
    return not has_error(check_question(without_pictures(question), around))


def without_pictures(question: Question) -> Question:
    """The question without any picture."""
    bare = replace(question, image="", explanation_image="")
    return replace(bare, option_images=()) if isinstance(bare, Pictured) else bare


@st.composite
def _illustrated(draw: st.DrawFn, question: Question, names: list[str]) -> Question:
    """The question with some of the pictures that are there, at some of its options."""
    maybe = st.sampled_from(("", *names))
    shown = replace(question, image=draw(maybe), explanation_image=draw(maybe))
    if not isinstance(shown, Pictured):
        return shown
    at_options = [(option, draw(maybe)) for option in dict.fromkeys(options_of(shown))]
    return replace(shown, option_images=tuple(one for one in at_options if one[1]))


PICTURE: Final = b"\x89PNG\r\n\x1a\n" + bytes(8)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Packs whose questions have different ids and whose media are there."""
    names = draw(
        st.lists(st.from_regex(r"[a-zæøå0-9]{1,8}\.png", fullmatch=True), unique=True, max_size=2)
    )
    places = draw(passages())
    marks = ("", *(one.mark for one in places))
    sound = questions().filter(_is_sound)
    written = draw(st.lists(sound, min_size=1, max_size=5, unique_by=lambda one: one.id))
    settled = tuple(
        replace(draw(_illustrated(one, names)), passage=draw(st.sampled_from(marks)))
        for one in written
    )
    medium = st.builds(
        Medium,
        name=st.just(""),
        title=remarks(),
        creator=remarks(),
        source=remarks(),
        license=remarks(),
        changes=remarks(),
        alt=remarks(),
    )
    manifest = st.builds(
        Manifest,
        id=pack_ids(),
        title=_lines(),
        version=st.integers(1, 999),
        language=st.just("da"),
        description=remarks(),
        subject=remarks(),
        level=remarks(),
        authors=many(authors()),
        license=remarks(),
        reading_text=st.just("tekst.md" if places else ""),
        retired=many(st.from_regex(r"ud-[a-z]{1,5}", fullmatch=True).map(QuestionId)),
        previous=st.sampled_from(("", "0" * 64)),
        created=days(),
        updated=days(),
    )
    return Pack(
        manifest=draw(manifest),
        questions=settled,
        passages=places,
        media=tuple(replace(draw(medium), name=name) for name in names),
        files=dict.fromkeys(names, PICTURE),
    )
