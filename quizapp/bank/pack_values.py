"""What an installation hands to the bank: questions as a pack has them, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from quizapp.bank.values import QuestionRecord
from quizapp.base.ids import PackId, QuestionId
from quizapp.questions.kinds import Basis, Category, Kind


class Effect(IntEnum):
    """What an installation did to a question; the numbers are those of the bank."""

    NEW = 1
    CHANGED = 2
    RETESTED = 3
    RESTARTED = 4
    RETURNED = 5
    REMOVED = 6
    MOVED = 7
    UNCHANGED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """A question as a version of a pack has it; ``body`` is canonical JSON.

    Hashes are hexadecimal; ``topics`` are paths, ``slots`` the cards it yields, ``images`` the
    names of its pictures; ``is_reset`` says that the author wants everybody to begin anew.
    """

    key: QuestionId
    kind: Kind
    category: Category
    basis: Basis
    difficulty: int | None
    position: int
    sort_key: str
    fact: str
    topics: tuple[str, ...]
    slots: tuple[str, ...]
    images: tuple[str, ...]
    is_reset: bool
    rev: int
    content_sha: str
    meaning_sha: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChange:
    """One question before and after; before is None for a new one, after for a removed one.

    ``own`` is what is asked in the place of ``after``: the learner's own version of it.
    """

    effect: Effect
    before: QuestionRecord | None = None
    after: QuestionForm | None = None
    own: QuestionForm | None = None

    @property
    def asked(self) -> QuestionForm | None:
        """The form that is asked."""
        return self.own or self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class PackForm:
    """What a pack's own row says; ``manifest`` is JSON text."""

    version: int
    content_sha: str
    previous_sha: str
    first_sha: str
    manifest: str
    source: int
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an installation did to one question; what was before is None for a new one."""

    question_id: int
    effect: Effect
    after_revision_id: int | None
    before_revision_id: int | None = None
    before_position: int | None = None
    before_hidden_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallationRecord:
    """An installation that can be taken back; ``pack_was_there`` is False for a pack's first.

    ``bases`` are the revisions that the pack had of questions with an own version.
    """

    installation_id: int
    pack_id: int
    pack: PackId
    steps: tuple[Step, ...]
    is_undone: bool
    pack_was_there: bool
    bases: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Begun:
    """An installation that has begun, and the pack it changes."""

    installation_id: int
    pack_id: int
