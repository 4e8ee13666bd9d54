"""What a sitting covers: which cards, in which mode, how many."""

from dataclasses import dataclass

from quizapp.base.ids import CardKey, PackId
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.memory import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The scope of one sitting; an empty tuple means no limit of that sort.

    ``limit`` counts answers, with ``counts_undone`` also those taken back; ``minutes`` bounds the
    due cards of a day; ``cards`` names cards outright (practice of what was missed).
    ``any_day`` asks every card of the scope, due or not, as practice does. ``is_extra`` says that
    the minutes come on top of those that an exam's plan has today. Without ``seed`` the study day
    is the seed.
    """

    packs: tuple[PackId, ...] = ()
    categories: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cards: tuple[CardKey, ...] = ()
    mode: Mode = Mode.SCHEDULED
    any_day: bool = False
    limit: int | None = None
    counts_undone: bool = False
    minutes: int | None = None
    is_extra: bool = False
    seed: int | None = None

    @property
    def as_json(self) -> dict[str, Plain]:
        """The plan as the log keeps it, without what sets no limit."""
        written: dict[str, Plain] = {
            "packs": list(self.packs),
            "categories": list(self.categories),
            "topics": list(self.topics),
            "cards": [str(card) for card in self.cards],
            "any_day": self.any_day or None,
            "limit": self.limit,
            "minutes": self.minutes,
            "extra": self.is_extra or None,
            "seed": self.seed,
        }
        return {key: value for key, value in written.items() if value not in ([], None)}
