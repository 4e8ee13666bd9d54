"""Names of packs, questions and cards, and UUIDs that rise with time."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType, Self

from typing_extensions import override

if TYPE_CHECKING:
    from random import Random
    from uuid import UUID

PackId = NewType("PackId", str)
QuestionId = NewType("QuestionId", str)

PACK_ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*")
QUESTION_ID = re.compile(r"[a-z0-9-]{1,40}")
PACK_ID_LENGTH = 100


def is_pack_id(text: str) -> bool:
    """Tell whether a text may name a pack: a–z, 0–9, hyphen, parts joined by dots."""
    return len(text) <= PACK_ID_LENGTH and PACK_ID.fullmatch(text) is not None


def is_question_id(text: str) -> bool:
    """Tell whether a text may name a question: a–z, 0–9 and hyphen, at most 40."""
    return QUESTION_ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, order=True)
class CardKey:
    """The global name of a card: ``pack/question`` or ``pack/question#slot``."""

    pack: PackId
    question: QuestionId
    slot: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the name back; raises ``ValueError`` when it is no card name."""
        pack, slash, rest = text.partition("/")
        question, _, slot = rest.partition("#")
        if not (slash and is_pack_id(pack) and is_question_id(question)):
            msg = f"not a card name: {text!r}"
            raise ValueError(msg)
        return cls(PackId(pack), QuestionId(question), slot)

    @override
    def __str__(self) -> str:
        """Return the name as logs, exports and the command line write it."""
        name = f"{self.pack}/{self.question}"
        return f"{name}#{self.slot}" if self.slot else name


class IdSource:
    """UUIDs of version 7 (RFC 9562): time first, so that an index on them stays local."""

    def __init__(self, random: "Random") -> None:
        self._random = random

    def new(self, at_ms: int) -> "UUID":
        """Return a new UUID for an instant in UTC milliseconds."""
        # Not above: it loads for 3 ms, and the first paint needs no id.
        from uuid import UUID  # noqa: PLC0415

        stamp = at_ms & ((1 << 48) - 1)
        noise = self._random.getrandbits(74)
        bits = stamp << 80 | 7 << 76 | (noise >> 62) << 64 | 2 << 62 | noise & ((1 << 62) - 1)
        return UUID(int=bits)
