"""Installs a pack: revisions never change, pointers move, and what was learnt is kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.bank.bank import Bank
from quizapp.bank.values import PackSource
from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.questions.pack import Pack


class OlderVersionError(QuizappError):
    """The file holds an older version than the bank; ask, then install with ``allow_older``."""


class OtherEditionError(QuizappError):
    """The file does not build on the edition in the bank; ask, then ``allow_other_edition``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the learner has said yes to."""

    allow_older: bool = False
    allow_other_edition: bool = False


ASK_FIRST = Consent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What an installation changed, or would change; counts are questions.

    ``retested`` had their right answer changed and are due now; ``changed`` kept their memory;
    ``restarted`` begin anew because the author asked for it; ``returned`` came back with their
    id. ``installation`` names it for ``undo_installation``, None when nothing was written.
    """

    pack: PackId
    title: str
    version: int
    previous_version: int | None
    new: int
    changed: int
    retested: int
    restarted: int
    returned: int
    removed: int
    unchanged: int
    has_licence: bool
    installation: int | None = None


def preview(bank: Bank, pack: Pack, consent: Consent = ASK_FIRST) -> Installed:
    """Return what installing would do; raises as ``install_pack`` does and writes nothing."""


def install_pack(
    bank: Bank,
    pack: Pack,
    at: datetime,
    study_day: int,
    *,
    source: PackSource = PackSource.FILE,
    consent: Consent = ASK_FIRST,
) -> Installed:
    """Install or update a pack in one transaction; installing the same pack twice changes nothing.

    Makes a backup first when anything will change. Raises ``OlderVersionError`` and
    ``OtherEditionError`` unless consent was given.
    """


def undo_installation(bank: Bank, installation: int, at: datetime) -> None:
    """Take a whole installation back: packs, pointers and memory are as before.

    New questions without reviews go, those with reviews are hidden.
    """


def install_path(
    bank: Bank, path: Path, at: datetime, study_day: int, consent: Consent = ASK_FIRST
) -> Installed:
    """Read a pack folder or file and install it; raises ``PackRefusedError`` when it has errors."""
