"""A line of dated events and one more to lay among them: which places are right."""

from dataclasses import dataclass, replace
from typing import Final

from quizapp.base.ids import CardKey
from quizapp.base.texts import Message
from quizapp.grading.dates.located import unit_of
from quizapp.grading.verdict import SCORE_ALMOST, SCORE_CORRECT, SCORE_WRONG, Outcome
from quizapp.notation.calendar import day_number, first_day, last_day
from quizapp.notation.dates import DateValue, Span
from quizapp.questions.keys import DateKey
from quizapp.study.flow import NOTHING_SHOWN, Shown

MOST: Final = 50
LEAST: Final = 2
"""How many events a line holds."""

LEAST_FOR_ALMOST: Final = 2
"""With fewer events on the line, a place beside the right one is as wrong as can be."""

SCORES: Final = {
    Outcome.CORRECT: SCORE_CORRECT,
    Outcome.ALMOST: SCORE_ALMOST,
    Outcome.WRONG: SCORE_WRONG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as a question about its date tells of it.

    ``title`` is the question, ``date`` its answer in the author's words. ``asked`` is the first and
    the last day (running numbers) of the unit that is asked for, ``exact`` those of the date as it
    is known: for »in what year« of 27 March 1898 all of 1898, and that one day. ``shown`` are the
    question's pictures.
    """

    card: CardKey
    title: str
    date: str
    asked: tuple[int, int]
    exact: tuple[int, int]
    category: str = ""
    pack_title: str = ""
    hint: str = ""
    explanation: str = ""
    shown: Shown = NOTHING_SHOWN

    def is_before(self, other: "Event") -> bool:
        """Whether all of it lies before the other, as far as the two are asked for."""
        return self.asked[1] < other.asked[0]


def days_of(key: DateKey) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the first and last day of what is asked for, and of the date as it is known."""
    value = key.value.value
    exact = _days(value)
    units = (value,) if isinstance(value, Span) else unit_of(value, key.precision)
    bounds = [exact, *(_days(unit) for unit in units), *(_days(date.value) for date in key.also)]
    asked = min(first for first, _last in bounds), max(last for _first, last in bounds)
    return asked, exact


def _days(value: DateValue) -> tuple[int, int]:
    return day_number(first_day(value)), day_number(last_day(value))


def event_title(prompt: str) -> str:
    """Return a question without what it says of how to answer: »… Skriv dag, måned og år.«."""
    asked, mark, _rest = prompt.partition("?")
    return f"{asked}{mark}".strip() if mark else prompt.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """How an event was laid: where she put it, where it came to lie, how that was."""

    event: Event
    given: int
    place: int
    outcome: Outcome
    message: Message


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events that lie in order, and those still to come; every step gives a new value."""

    laid: tuple[Event, ...]
    coming: tuple[Event, ...]
    past: tuple[Laid, ...] = ()

    @classmethod
    def begun(cls, events: tuple[Event, ...]) -> "Timeline":
        """Begin a line with the first event on it."""
        return cls(laid=events[:1], coming=events[1:])

    @property
    def current(self) -> Event | None:
        """The event to lay now; None at the end."""
        return self.coming[0] if self.coming else None

    @property
    def total(self) -> int:
        """How many events there are to lay in all."""
        return len(self.past) + len(self.coming)

    def judge(self, place: int | None) -> Laid:
        """Say how a place would be for the event, from the oldest; ``IndexError`` at the end.

        Without a place she did not know: it is laid for her.
        """
        event = self.coming[0]
        home = sum(it.exact <= event.exact for it in self.laid)
        if place is None:
            message = Message("study.timeline.unknown", {"date": event.date})
            return Laid(event=event, given=home, place=home, outcome=Outcome.WRONG, message=message)
        place = min(max(place, 0), len(self.laid))
        too_early = [it for it in self.laid[place:] if it.is_before(event)]
        too_late = [it for it in self.laid[:place] if event.is_before(it)]
        outcome = self._outcome(len(too_early) + len(too_late))
        message = _message(event, outcome, too_early, too_late, is_home=place == home)
        return Laid(event=event, given=place, place=home, outcome=outcome, message=message)

    def lay(self, laid: Laid) -> "Timeline":
        """Return the line with the event where it belongs."""
        line = (*self.laid[: laid.place], laid.event, *self.laid[laid.place :])
        return replace(self, laid=line, coming=self.coming[1:], past=(*self.past, laid))

    def _outcome(self, wrong_sides: int) -> Outcome:
        if not wrong_sides:
            return Outcome.CORRECT
        is_near = wrong_sides == 1 and len(self.laid) >= LEAST_FOR_ALMOST
        return Outcome.ALMOST if is_near else Outcome.WRONG


def _message(
    event: Event,
    outcome: Outcome,
    too_early: list[Event],
    too_late: list[Event],
    *,
    is_home: bool,
) -> Message:
    if outcome is Outcome.CORRECT:
        why = "right" if is_home else "tied"
        return Message(f"study.timeline.{why}", {"date": event.date})
    if too_early:
        return Message("study.timeline.later", {"date": event.date, "other": too_early[-1].date})
    return Message("study.timeline.earlier", {"date": event.date, "other": too_late[0].date})
