"""The learner's desk: what the window and the command line ask of today and of a sitting."""

from quizapp.bank.bank import Bank
from quizapp.base.changes import Changes
from quizapp.base.clock import Clock
from quizapp.base.ids import CardKey, PackId
from quizapp.grading.options import MarkingOptions
from quizapp.questions.answer_form import Plain
from quizapp.questions.pack import Passage
from quizapp.scheduling.day import fraction_of, study_day
from quizapp.study.amounts import Amounts, amounts_of
from quizapp.study.coming import Coming
from quizapp.study.coming_days import coming_of
from quizapp.study.exam_planning import with_slowed
from quizapp.study.finding import Finder
from quizapp.study.home import read_today
from quizapp.study.known_scope import check_scope
from quizapp.study.leaves import Leaf, leaves_of
from quizapp.study.marking import marking_of
from quizapp.study.offer import Offer, offer_of
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.pricing import workload_of
from quizapp.study.queueing import check_packs, queue_for
from quizapp.study.reading import ReadingPart, reading_of
from quizapp.study.sitting import Sitting
from quizapp.study.story import CardStory
from quizapp.study.taking_back import TakingBack
from quizapp.study.timeline_round import TimelineRound
from quizapp.study.today import Today
from quizapp.study.why import story_of
from quizapp.study.workload import Workload


class Desk:
    """One learner's bank, seen from where she sits. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock
        self.finder = Finder(bank, clock)
        self.answers = TakingBack(bank, clock)

    def study_day(self) -> int:
        """Return the study day it is now."""
        return study_day(self._clock.now(), self.preferences().rollover_hour)

    def preferences(self) -> Preferences:
        """Return what the learner has set."""
        with self._bank.read() as reader:
            return Preferences.read(reader)

    def own_retention(self) -> dict[int, float]:
        """Return, by card, how much to remember (0–1) of what goes slower after its exam."""
        with self._bank.read() as reader:
            return with_slowed(reader, Preferences.read(reader)).own_retention

    def set_preference(self, key: str, value: Plain) -> Changes:
        """Store one setting under its key of ``study.preferences``."""
        with self._bank.transaction() as tx:
            tx.set_setting(key, value)
        return Changes(settings=True, cards=True)

    def workload(self, tried: Preferences | None = None) -> Workload:
        """Return what a year comes to under settings that are tried, else those in force."""
        preferences = self.preferences()
        day = study_day(self._clock.now(), preferences.rollover_hour)
        with self._bank.read() as reader:
            return workload_of(reader, tried or preferences, day)

    def coming(self) -> Coming:
        """Return what the next days are expected to ask; it plays them, so it takes a while."""
        preferences = self.preferences()
        now, hour = self._clock.now(), preferences.rollover_hour
        with self._bank.read() as reader:
            return coming_of(reader, preferences, (study_day(now, hour), fraction_of(now, hour)))

    def story(self, card: CardKey) -> CardStory:
        """Return the numbers behind a card; raises ``KeyError`` for one that is not there."""
        day = self.study_day()
        with self._bank.read() as reader:
            return story_of(reader, card, day)

    def today(self) -> Today:
        """Return what today is worth doing."""
        return read_today(self._bank, self._clock)

    def check(self, plan: Plan) -> None:
        """Raise ``MisuseError`` for packs and topics that are not there, naming what is near.

        For what is typed; a round the window goes on with may have lost its topic to an update.
        """
        with self._bank.read() as reader:
            check_scope(reader, plan)

    def due(self, plan: Plan) -> Amounts:
        """Return what a sitting over the plan would ask, pack by pack; raises ``MisuseError``."""
        preferences = self.preferences()
        now = self._clock.now()
        day = study_day(now, preferences.rollover_hour)
        self._release_buried(day)
        with self._bank.read() as reader:
            check_packs(reader, plan.packs)
            gone = fraction_of(now, preferences.rollover_hour)
            queue = queue_for(reader, plan, preferences, day, gone)
            packs = plan.packs or tuple(record.key for record in reader.packs())
            return amounts_of(queue, packs)

    def begin(self, plan: Plan) -> Sitting:
        """Begin a sitting over what the plan covers; raises ``MisuseError`` for unknown packs."""
        preferences = self.preferences()
        now = self._clock.now()
        day = study_day(now, preferences.rollover_hour)
        self._release_buried(day)
        with self._bank.read() as reader:
            check_packs(reader, plan.packs)
            gone = fraction_of(now, preferences.rollover_hour)
            queue = queue_for(reader, plan, preferences, day, gone)
            preferences = with_slowed(reader, preferences)
        return Sitting(self._bank, self._clock, plan, preferences, queue)

    def offer(self, plan: Plan) -> Offer:
        """Return what there is to practise in the scope of a plan."""
        day = self.study_day()
        self._release_buried(day)
        with self._bank.read() as reader:
            return offer_of(reader, plan, day)

    def leaves(self, plan: Plan) -> tuple[Leaf, ...]:
        """Return questions with their answers, to leaf through; as many as the plan's limit."""
        day = self.study_day()
        with self._bank.read() as reader:
            return leaves_of(reader, plan, plan.seed if plan.seed is not None else day)

    def timeline(self, plan: Plan) -> TimelineRound:
        """Begin a timeline of the dated questions in the scope of a plan."""
        preferences = self.preferences()
        self._release_buried(study_day(self._clock.now(), preferences.rollover_hour))
        with self._bank.read() as reader:
            preferences = with_slowed(reader, preferences)
        return TimelineRound(self._bank, self._clock, plan, preferences)

    def reading_text(self, pack: PackId) -> tuple[Passage, ...]:
        """Return the passages of a pack's reading text, in order; empty for an unknown pack."""
        with self._bank.read() as reader:
            record = reader.pack(pack)
            rows = reader.passages_of(record.pack_id) if record else []
        return tuple(Passage(mark=row.mark, heading=row.heading, body=row.body) for row in rows)

    def reading(self, pack: PackId) -> tuple[ReadingPart, ...]:
        """Return the reading text of a pack, each passage with some of its questions."""
        day = self.study_day()
        with self._bank.read() as reader:
            return reading_of(reader, pack, day)

    def marking(self, pack: PackId) -> MarkingOptions:
        """Return the switches that a pack's questions are marked with for this learner."""
        preferences = self.preferences()
        with self._bank.read() as reader:
            record = reader.pack(pack)
        return marking_of(record.manifest if record else {}, preferences)

    def pause(self) -> None:
        """Tidy the file while the learner does nothing."""
        self._bank.checkpoint()

    def _release_buried(self, day: int) -> None:
        with self._bank.transaction() as tx:
            tx.release_buried(day)
