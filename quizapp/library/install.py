"""Installs a pack: revisions never change, pointers move, and what was learnt is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Final

from quizapp.bank.backup import back_up
from quizapp.bank.backup_names import Reason
from quizapp.bank.bank import Bank, Transaction
from quizapp.bank.errors import on_full_disk
from quizapp.bank.installs import DueEvent
from quizapp.bank.media import store_media
from quizapp.bank.pack_values import Begun, Effect, QuestionChange, QuestionForm, Step
from quizapp.bank.question_writes import Placed
from quizapp.bank.values import PackSource
from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import say
from quizapp.library.apart import nobody_waits, read_apart
from quizapp.library.difference import ASK_FIRST, Consent, Difference, find_difference
from quizapp.library.forms import question_forms
from quizapp.library.rebase import put_back
from quizapp.library.told import Foreseen, foresee
from quizapp.packs.problems import Problem, where
from quizapp.packs.reader import ReadPack, read_pack
from quizapp.questions.codec_mistakes import Severity
from quizapp.questions.pack import Pack
from quizapp.scheduling.replay import Event

_AT_A_TIME: Final = 500
"""Questions that are written before anybody is asked whether to go on: about 0.1 s."""


class PackRefusedError(QuizappError):
    """The pack has errors; ``problems`` holds all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = next(one for one in problems if one.severity == Severity.ERROR)
        super().__init__("pack_has_errors", first=f"{where(first)} {say(first.message)}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class NewestChange:
    """The newest installation or removal of a pack that can be taken back."""

    installation: int
    is_first: bool


class InstallationGoneError(QuizappError):
    """The installation was taken back already, or the pack has changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What an installation changed, or would change; counts are questions.

    ``retested`` had their right answer changed and are due now; ``changed`` kept their memory;
    ``restarted`` begin anew because the author asked for it; ``returned`` came back with their
    id. ``beside`` is the title of a pack with the same id that was kept as it is. ``installation``
    names it for ``undo_installation``, None when nothing was written.
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
    beside: str = ""
    installation: int | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """What installing a pack would change, in figures and question by question."""

    figures: Installed
    foreseen: Foreseen


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked for with a pack: when, whence, on which terms, and who may stop it."""

    due: DueEvent
    source: PackSource
    consent: Consent
    watch: Callable[[], None] = nobody_waits


def read_usable(path: Path) -> Pack:
    """Read one of the program's own packs; raises ``PackRefusedError`` when it has errors."""
    return usable(read_pack(path))


def read_strangers(
    path: Path, random: Random | None = None, watch: Callable[[], None] = nobody_waits
) -> Pack:
    """Read a pack that came from anywhere; raises ``PackRefusedError`` when it has errors.

    Rows of a sheet that have no id get one from ``random``. ``watch`` is called ten times a
    second and may stop the reading by raising.
    """
    return usable(read_apart(path, random, watch=watch))


def usable(found: ReadPack) -> Pack:
    """Return a pack that was read; raises ``PackRefusedError`` when it has errors."""
    if found.pack is None or any(one.severity == Severity.ERROR for one in found.problems):
        raise PackRefusedError(found.problems)
    return found.pack


def preview(bank: Bank, pack: Pack, consent: Consent = ASK_FIRST) -> Installed:
    """Return what installing would do; raises as ``install_pack`` does and writes nothing."""
    with bank.read() as reader:
        return _told(find_difference(reader, pack, consent, PackSource.FILE), None)


def survey(bank: Bank, pack: Pack, consent: Consent = ASK_FIRST) -> Survey:
    """Return what installing would do, question by question; raises as ``preview`` does."""
    with bank.read() as reader:
        difference = find_difference(reader, pack, consent, PackSource.FILE)
        foreseen = foresee(reader, pack, difference, consent)
        return Survey(_told(difference, None), foreseen)


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

    Makes a backup first when anything will change in a bank that has packs. Raises
    ``OlderVersionError`` and ``OtherEditionError`` unless consent was given.
    """
    due = DueEvent(at=at, study_day=study_day, due_day=study_day)
    return _install(bank, pack, _Order(due, source, consent))


def install_watched(
    bank: Bank, pack: Pack, due: DueEvent, consent: Consent, watch: Callable[[], None]
) -> Installed:
    """Install as ``install_pack`` does; ``watch`` is called often and may stop it by raising.

    Nothing is changed then. Once all is written it is called no more.
    """
    return _install(bank, pack, _Order(due, PackSource.FILE, consent, watch))


def _install(bank: Bank, pack: Pack, order: _Order) -> Installed:
    forms = question_forms(pack)
    with bank.read() as reader:
        foreseen = find_difference(reader, pack, order.consent, order.source, forms)
        has_packs = bool(reader.packs())
    if foreseen.is_nothing:
        return _told(foreseen, None)
    order.watch()
    with on_full_disk("no_room_for_pack"):
        if has_packs:
            back_up(bank.path, order.due.at, Reason.INSTALLATION)
        return _write_all(bank, pack, order, forms)


def _write_all(bank: Bank, pack: Pack, order: _Order, forms: Sequence[QuestionForm]) -> Installed:
    media = store_media(bank.paths.media, pack.files)
    with bank.transaction() as tx:
        difference = find_difference(tx, pack, order.consent, order.source, forms)
        begun = tx.begin_installation(difference.pack.manifest.id, difference.form, order.due.at)
        tx.set_passages(begun.pack_id, difference.passages)
        tx.set_media(begun.pack_id, media)
        _write(tx, begun, difference, order)
        tx.set_wordings_aside(begun.installation_id, _let_go(difference, order.consent))
        order.watch()
    return _told(difference, begun.installation_id)


def newest_change(bank: Bank, pack: PackId) -> NewestChange | None:
    """Return what ``undo_installation`` would take back of a pack, also of a removed one."""
    with bank.read() as reader:
        record = reader.pack(pack)
        number = None if record is None else reader.newest_installation(record.pack_id)
        found = None if number is None else reader.installation(number)
    return None if found is None else NewestChange(found.installation_id, not found.pack_was_there)


def undo_installation(bank: Bank, installation: int, at: datetime) -> None:
    """Take a whole installation back: packs, pointers and memory are as before.

    New questions without reviews go, those with reviews are hidden. Raises
    ``InstallationGoneError`` unless it is the pack's newest one.
    """
    with bank.transaction() as tx:
        record = tx.installation(installation)
        if (
            record is None
            or record.is_undone
            or tx.newest_installation(record.pack_id) != installation
        ):
            raise InstallationGoneError("installation_gone")
        named = {step.before_revision_id for step in record.steps if step.before_revision_id}
        bodies = tx.questions_at(named | set(record.bases.values()))
        back = put_back(record, tx.questions_of(record.pack_id), bodies)
        new = [step.question_id for step in record.steps if step.effect is Effect.NEW]
        tx.undo_installation(installation, back, new, at)


def _write(tx: Transaction, begun: Begun, difference: Difference, order: _Order) -> None:
    """Write every question that changes, and note what was before."""
    next_id = tx.next_question_id()
    touched: list[tuple[QuestionChange, int]] = []
    for change in difference.changes:
        if change.before is not None:
            touched.append((change, change.before.question_id))
        else:
            touched.append((change, next_id))
            next_id += 1
    placed = [
        Placed(number, change.asked, is_new=change.before is None)
        for change, number in touched
        if change.asked is not None and change.effect is not Effect.UNCHANGED
    ]
    due = order.due
    revisions: dict[int, int] = {}
    for start in range(0, len(placed), _AT_A_TIME):
        order.watch()
        some = placed[start : start + _AT_A_TIME]
        written = tx.place_questions(begun.pack_id, some)
        tx.link_media(begun.pack_id, some, written)
        revisions |= written
    _write_bases(tx, begun, touched)
    tx.hide_questions([n for change, n in touched if change.effect is Effect.REMOVED], due.at)
    tx.add_steps(
        begun.installation_id,
        [
            _step(change, number, revisions.get(number))
            for change, number in touched
            if change.effect is not Effect.UNCHANGED
        ],
    )
    for effect, event, due_day in (
        (Effect.RETESTED, Event.CHANGED, due.due_day),
        (Effect.RESTARTED, Event.RESET, None),
    ):
        order.watch()
        anew = [number for change, number in touched if change.effect is effect]
        when = DueEvent(at=due.at, study_day=due.study_day, due_day=due_day)
        tx.start_anew(begun.installation_id, event, anew, when)


def _write_bases(
    tx: Transaction, begun: Begun, touched: Sequence[tuple[QuestionChange, int]]
) -> None:
    """Note what the pack says now where she has an own version, and what it said before."""
    with_own = [
        (change, number)
        for change, number in touched
        if change.before is not None
        and change.before.own is not None
        and change.effect is not Effect.UNCHANGED
    ]
    tx.note_bases(
        begun.installation_id,
        {number: change.before.revision_id for change, number in with_own if change.before},
    )
    kept = [
        Placed(number, change.after)
        for change, number in with_own
        if change.own is not None and change.after is not None
    ]
    tx.set_bases(begun.pack_id, kept)
    for change, number in with_own:
        if change.own is None and change.after is not None:
            tx.set_base(number, None)


def _let_go(difference: Difference, consent: Consent) -> list[int]:
    """Return the questions whose own wordings shall count no longer."""
    return [
        change.before.question_id
        for change in difference.changes
        if change.before is not None and change.before.key in consent.let_go
    ]


def _step(change: QuestionChange, question_id: int, revision_id: int | None) -> Step:
    before = change.before
    return Step(
        question_id=question_id,
        effect=change.effect,
        after_revision_id=revision_id,
        before_revision_id=None if before is None else before.asked_revision_id,
        before_position=None if before is None else before.position,
        before_hidden_at=None if before is None else before.hidden_at,
    )


def _told(difference: Difference, installation: int | None) -> Installed:
    count = difference.count
    manifest = difference.pack.manifest
    return Installed(
        pack=manifest.id,
        title=manifest.title,
        version=manifest.version,
        previous_version=None if difference.was is None else difference.was.version,
        new=count(Effect.NEW),
        changed=count(Effect.CHANGED),
        retested=count(Effect.RETESTED),
        restarted=count(Effect.RESTARTED),
        returned=count(Effect.RETURNED),
        removed=count(Effect.REMOVED),
        unchanged=count(Effect.UNCHANGED, Effect.MOVED),
        has_licence=bool(manifest.license),
        beside=difference.beside,
        installation=installation,
    )
