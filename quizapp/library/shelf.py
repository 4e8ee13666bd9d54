"""The shelf: what the window and the command line ask of packs."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from quizapp.bank.bank import Bank
from quizapp.bank.installs import DueEvent
from quizapp.base.changes import Changes
from quizapp.base.clock import Clock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.library import overview, remove
from quizapp.library.apart import nobody_waits
from quizapp.library.difference import ASK_FIRST, Consent
from quizapp.library.install import (
    Installed,
    NewestChange,
    Survey,
    install_watched,
    newest_change,
    preview,
    read_strangers,
    survey,
    undo_installation,
)
from quizapp.library.overview import PackOverview, QuestionOverview
from quizapp.library.own_texts import OwnTexts
from quizapp.library.own_versions import (
    OwnDone,
    Versions,
    ask_as_packed,
    keep_own,
    undo_own,
    versions_of,
)
from quizapp.library.proposals import Proposal, proposals
from quizapp.library.whole_pack import save_pack, whole_pack
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import study_day


class Shelf:
    """One learner's packs. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock, random: Random | None = None) -> None:
        """Work on a bank; ``random`` gives ids to the rows of sheets that have none."""
        self._bank = bank
        self._clock = clock
        self._random = random

    def packs(self) -> list[PackOverview]:
        """Return the installed packs, in the order they were installed."""
        return overview.packs(self._bank, study_day(self._clock.now()))

    def questions(self, pack: PackId) -> list[QuestionOverview]:
        """Return a pack's questions; raises ``UnknownPackError``."""
        return overview.questions(self._bank, pack)

    def question(self, pack: PackId, question: QuestionId) -> Question:
        """Return one question; raises ``MisuseError`` when it is not installed."""
        with self._bank.read() as reader:
            record = reader.pack(pack)
            rows = reader.questions_of(record.pack_id) if record else []
        for row in rows:
            if row.key == question:
                return read_stored(row.asked_body)
        raise MisuseError("unknown_question", question=f"{pack}/{question}")

    def proposals(self) -> list[Proposal]:
        """Return what the learner has to tell the packs' authors."""
        return proposals(self._bank)

    def open_file(self, path: Path, watch: Callable[[], None] = nobody_waits) -> Pack:
        """Read a pack from anywhere, in a process of its own.

        ``watch`` is called ten times a second and may stop it by raising. Raises
        ``PackRefusedError`` when the pack has errors.
        """
        return read_strangers(path, self._random, watch)

    def survey(self, pack: Pack, consent: Consent = ASK_FIRST) -> Survey:
        """Say question by question what installing an opened pack would change."""
        return survey(self._bank, pack, consent)

    def add(
        self,
        pack: Pack,
        consent: Consent = ASK_FIRST,
        watch: Callable[[], None] = nobody_waits,
    ) -> Installed:
        """Install or update with a pack that was opened.

        ``watch`` is called often and may stop it by raising; then nothing is changed.
        """
        now = self._clock.now()
        due = DueEvent(at=now, study_day=study_day(now), due_day=study_day(now))
        return install_watched(self._bank, pack, due, consent, watch)

    def preview(self, path: Path, consent: Consent = ASK_FIRST) -> Installed:
        """Say what installing a pack would do; writes nothing."""
        return preview(self._bank, self.open_file(path), consent)

    def install(self, path: Path, consent: Consent = ASK_FIRST) -> Installed:
        """Install or update a pack; raises ``PackRefusedError`` when it has errors."""
        return self.add(self.open_file(path), consent)

    def versions(self, question: int) -> Versions:
        """Return a question as it is asked and as the pack has it, by the bank's own number."""
        return versions_of(self._bank, question)

    def question_number(self, card: CardKey) -> int:
        """Return the bank's own number of a card's question; raises ``KeyError``."""
        with self._bank.read() as reader:
            number = reader.card_id(card)
            if number is None:
                raise KeyError(card)
            return reader.question_of(number).question_id

    def keep_own(self, question: int, texts: OwnTexts) -> OwnDone:
        """Ask a question in the learner's own words; raises ``OwnVersionRefusedError``."""
        now = self._clock.now()
        return keep_own(self._bank, question, texts, now, study_day(now))

    def ask_as_packed(self, question: int) -> OwnDone:
        """Ask a question as the pack has it again."""
        now = self._clock.now()
        return ask_as_packed(self._bank, question, now, study_day(now))

    def undo_own(self, done: OwnDone) -> None:
        """Take back what ``keep_own`` or ``ask_as_packed`` did."""
        undo_own(self._bank, done, self._clock.now())

    def newest_change(self, pack: PackId) -> NewestChange | None:
        """Return the newest installation or removal of a pack, None when there is none to undo."""
        return newest_change(self._bank, pack)

    def whole(self, pack: PackId) -> Pack:
        """Return an installed pack with all it has."""
        return whole_pack(self._bank, pack)

    def save(self, pack: PackId, path: Path) -> tuple[str, ...]:
        """Write a pack as a file to share; returns codes of what that form cannot carry."""
        return save_pack(self._bank, pack, path)

    def undo(self, installation: int) -> Changes:
        """Take an installation or a removal back."""
        undo_installation(self._bank, installation, self._clock.now())
        return Changes(packs=True, cards=True)

    def remove(self, pack: PackId) -> int:
        """Remove a pack and return what ``undo`` takes back; the answers stay."""
        return remove.remove_pack(self._bank, pack, self._clock.now())
