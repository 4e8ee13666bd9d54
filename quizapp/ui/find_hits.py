"""What »Find handling« can find: commands, questions, pages and settings, as values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from quizapp.base.texts import N_, _
from quizapp.ui.actions import Actions, key_text

_FOLDED: Final = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "é": "e", "ü": "u", "ö": "oe"})
_FIRST, _LAST, _ITSELF = "round.start", "app.quit", "edit.find"
_PAGES: Final = ("go.", "app.settings", "learner.", "help.")
# Words that one may type for a page, though they do not stand in its name.
_ALSO = MappingProxyType(
    {
        "go.study": N_("fri øvelse blandet kun fejl bladr tidslinje læs teksten"),
        "go.exam": N_("prøve plan mål fridage"),
        "go.progress": N_("statistik diagrammer husket aktivitet dage i træk"),
        "go.library": N_("pakker spørgsmål søg noter udskriv opgaveark print fjern pakke"),
        "go.authoring": N_("lav egne spørgsmål ret pakke del eksportér"),
        "learner.switch": N_("navn ny elev"),
        "pack.add": N_("åbn fil importér hent opdatér anki quizlet regneark"),
        "help.keys": N_("tastatur hjælp"),
    }
)


class Group(IntEnum):
    """Under which heading a hit stands, in the order of the headings."""

    ACTION = 0
    QUESTION = 1
    PAGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that can be done: its words, icon and key, how it is done, what else finds it.

    ``note`` stands after the words in small letters; ``more`` is what else can be done with it.
    """

    text: str
    icon: str
    act: Callable[[], object]
    group: Group = Group.ACTION
    key: str = ""
    note: str = ""
    also: str = ""
    more: tuple["Hit", ...] = ()

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (self.text, self.note, self.key) if part)


def command_hits(actions: Actions) -> list[Hit]:
    """Return the commands that can be done now: the day's round first, leaving last."""
    ranked = []
    for command, action in actions.available():
        if command.code == _ITSELF:
            continue
        hit = Hit(
            text=action.text(),
            icon=command.icon,
            key=key_text(command.keys[0]) if command.keys else "",
            act=action.trigger,
            group=Group.PAGE if command.code.startswith(_PAGES) else Group.ACTION,
            also=_(_ALSO[command.code]) if command.code in _ALSO else "",
        )
        ranked.append((_rank(command.code), hit))
    # Enter does the first: that must not be to leave the program.
    return [hit for _rank_of, hit in sorted(ranked, key=lambda it: it[0])]


def folded(text: str) -> str:
    """Return a text for comparing: small letters, Danish ones as two."""
    return text.casefold().translate(_FOLDED)


def hits_for(query: str, hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that hold every word of the query, those that begin with it first.

    Those found only by words that do not stand in their name come last.
    """
    words = folded(query).split()
    ranked = []
    for hit in hits:
        name, also = folded(hit.text), folded(hit.also)
        if all(word in f"{name} {also}" for word in words):
            is_named = all(word in name for word in words)
            ranked.append((not name.startswith(folded(query).strip()), not is_named, hit))
    return [hit for _late, _by_other, hit in sorted(ranked, key=lambda it: it[:2])]


def in_groups(fixed: Sequence[Hit], questions: Sequence[Hit]) -> list[Hit]:
    """Return actions first, then questions, then pages and settings; leaving stays the last."""
    return sorted((*fixed, *questions), key=lambda hit: hit.group)


def _rank(code: str) -> int:
    return {_FIRST: 0, _LAST: 2}.get(code, 1)
