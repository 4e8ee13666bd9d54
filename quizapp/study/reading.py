"""A pack's reading text, passage by passage, with the questions that each answers."""

from collections import defaultdict
from dataclasses import dataclass
from math import ceil
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.values import CardScope
from quizapp.base.ids import PackId
from quizapp.questions.pack import Passage
from quizapp.questions.stored import read_stored
from quizapp.study.leaves import Leaf, leaf_of

WORDS_A_MINUTE: Final = 140
"""How fast a pupil reads in order to learn."""
MOST_QUESTIONS: Final = 3
_MOST_CARDS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOffer:
    """The reading text of a pack: in how many passages, and the minutes it takes."""

    pack: PackId
    title: str
    passages: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """A passage, and a few questions that it answers."""

    passage: Passage
    questions: tuple[Leaf, ...]


def text_offer_of(reader: Reader, packs: tuple[PackId, ...]) -> TextOffer | None:
    """Return the first reading text among the packs, of all packs where none are named."""
    for record in reader.packs():
        if packs and record.key not in packs:
            continue
        rows = reader.passages_of(record.pack_id)
        if rows:
            words = sum(len(row.body.split()) for row in rows)
            return TextOffer(
                pack=record.key,
                title=str(record.manifest["titel"]),
                passages=len(rows),
                minutes=ceil(words / WORDS_A_MINUTE),
            )
    return None


def reading_of(reader: Reader, pack: PackId, seed: int) -> tuple[ReadingPart, ...]:
    """Return the passages of a pack in order, each with some of its questions."""
    record = reader.pack(pack)
    if record is None:
        return ()
    title = str(record.manifest["titel"])
    by_mark: dict[str, list[Leaf]] = defaultdict(list)
    for card in reader.sample_cards(_MOST_CARDS, seed, CardScope(packs=(pack,))):
        asked = reader.question_of(card.card)
        mark = read_stored(asked.body).passage
        if len(by_mark[mark]) < MOST_QUESTIONS:
            by_mark[mark].append(leaf_of(reader, asked, title))
    return tuple(
        ReadingPart(
            Passage(mark=row.mark, heading=row.heading, body=row.body), tuple(by_mark[row.mark])
        )
        for row in reader.passages_of(record.pack_id)
    )
