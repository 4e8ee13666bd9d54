"""The shelf: what the window and the command line ask of packs."""

from pathlib import Path

from quizapp.bank.bank import Bank
from quizapp.base.changes import Changes
from quizapp.base.clock import Clock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId, QuestionId
from quizapp.library import overview, remove
from quizapp.library.difference import ASK_FIRST, Consent
from quizapp.library.install import (
    Installed,
    install_path,
    preview_path,
    undo_installation,
)
from quizapp.library.overview import PackOverview, QuestionOverview
from quizapp.library.proposals import Proposal, proposals
from quizapp.questions.kinds import Question
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import study_day


class Shelf:
    """One learner's packs. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock

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
                return read_stored(row.body)
        raise MisuseError("unknown_question", question=f"{pack}/{question}")

    def proposals(self) -> list[Proposal]:
        """Return what the learner has to tell the packs' authors."""
        return proposals(self._bank)

    def preview(self, path: Path, consent: Consent = ASK_FIRST) -> Installed:
        """Say what installing a pack would do; writes nothing."""
        return preview_path(self._bank, path, consent)

    def install(self, path: Path, consent: Consent = ASK_FIRST) -> Installed:
        """Install or update a pack; raises ``PackRefusedError`` when it has errors."""
        now = self._clock.now()
        return install_path(self._bank, path, now, study_day(now), consent)

    def undo(self, installation: int) -> Changes:
        """Take an installation or a removal back."""
        undo_installation(self._bank, installation, self._clock.now())
        return Changes(packs=True, cards=True)

    def remove(self, pack: PackId) -> int:
        """Remove a pack and return what ``undo`` takes back; the answers stay."""
        return remove.remove_pack(self._bank, pack, self._clock.now())
