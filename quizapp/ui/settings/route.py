"""The settings page tied to the theme in force, the bank and its copies."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quizapp.base.clock import Clock
from quizapp.base.texts import N_, _
from quizapp.ui.aloud.reader import Reader
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.calendar_words import full_day
from quizapp.ui.find_hits import Group, Hit
from quizapp.ui.program import Services
from quizapp.ui.settings.memory_route import MemoryRoute
from quizapp.ui.settings.page import Copies, Habits, SettingsPage
from quizapp.ui.settings.steps import Step, Steps
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    # They load SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.preferences import Preferences
    from quizapp.upkeep.backups import Backup

# Words that one may type for a section, though they do not stand in its name.
_ALSO = MappingProxyType(
    {
        "looks": N_(
            "lyst mørkt tema kontrast skrift skrifttype tekststørrelse sprog engelsk dansk"
            " inter atkinson opendyslexic mindre bevægelse"
        ),
        "aloud": N_("oplæsning stemme højt"),
        "marking": N_("ordblindevenlig stavefejl spørg hvor sikker jeg er"),
        "days": N_("nye spørgsmål om dagen minutter så meget vil du huske ny dag begynder"),
        "copies": N_("sikkerhedskopi gendan mappe hvor ligger mine svar"),
        "advanced": N_("tilpas til mig hukommelse"),
    }
)


class SettingsRoute(QObject):
    """Keeps the page and what it shows in step; ``told`` carries a sentence for a toast.

    ``changed`` carries a sentence and what takes the change back.
    """

    told = Signal(str)
    changed = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        clock: Clock,
        appearance: AppearanceKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._clock = clock
        self._appearance = appearance
        self.page = SettingsPage(appearance.chosen)
        self.page.appearance_chosen.connect(self._on_appearance)
        self.page.habit_chosen.connect(self._on_habit)
        self._steps = Steps(self._put_back, self)
        self._steps.told.connect(self.changed)
        self.page.copy_asked.connect(self.make_copy)
        self.reader = Reader(runner, parent=self)
        self.page.voice_tried.connect(lambda: self.reader.toggle(_sample()))
        self.memory = MemoryRoute(services, runner, clock, self.page, self)
        self.memory.failed.connect(self.failed)
        appearance.changed.connect(lambda: self.page.show_chosen(appearance.chosen))

    def refresh(self) -> None:
        """Read again what the bank keeps."""
        desk, keeper = self._services.desk, self._services.keeper

        def show(read: "tuple[Preferences, list[Backup]]") -> None:
            preferences, backups = read
            self.page.show_habits(_habits(preferences))
            newest = _when(backups[0].at, self._clock.now()) if backups else ""
            self.page.show_copies(Copies(bank=keeper.bank_file, count=len(backups), newest=newest))

        self._runner.run(lambda: (desk.preferences(), keeper.backups()), show, self.failed.emit)
        self.memory.refresh()

    def take_over(self, former: "SettingsRoute") -> None:
        """Go on from the pages of another language: what was changed there can be taken back."""
        self._steps.take_over(former._steps)  # noqa: SLF001 - another of the same kind

    def set_friendly(self, is_on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        """Let misspellings count as right, or not."""
        self._set_habit("is_dyslexia_friendly", is_on, lambda _before: None)

    def _on_appearance(self, changes: Mapping[str, Any]) -> None:
        before = {name: getattr(self._appearance.chosen, name) for name in changes}
        if before == changes:
            return
        # Kept first: another language builds the pages anew, and takes this over.
        self._steps.add(Step(before=before, of_learner=False))
        self._appearance.choose(**changes)

    def _on_habit(self, name: str, value: int | bool) -> None:  # noqa: FBT001 - a signal's values
        def keep(before: int | bool) -> None:  # noqa: FBT001 - as above
            if before != value:
                self._steps.add(Step(before={name: before}, of_learner=True))

        self._set_habit(name, value, keep)

    def _put_back(self, step: Step) -> None:
        if not step.of_learner:
            self._appearance.choose(**step.before)
            return
        for name, value in step.before.items():
            self._set_habit(name, value, lambda _before: None)

    def _set_habit(
        self,
        name: str,
        value: int | bool,  # noqa: FBT001 - a preference's value
        then: Callable[[int | bool], None],
    ) -> None:
        desk = self._services.desk

        def work() -> int | bool:
            from quizapp.study import preferences  # noqa: PLC0415 - loads SQLAlchemy

            keys = {
                "rollover_hour": preferences.ROLLOVER_KEY,
                "is_dyslexia_friendly": preferences.SPELLING_KEY,
                "reads_aloud": preferences.ALOUD_KEY,
                "asks_confidence": preferences.CONFIDENCE_KEY,
            }
            before: int | bool = getattr(_habits(desk.preferences()), name)
            desk.set_preference(keys[name], value)
            return before

        def done(before: int | bool) -> None:  # noqa: FBT001 - a preference's value
            then(before)
            self.refresh()

        self._runner.run(work, done, self.failed.emit)

    def hits(self, go: Callable[[], object]) -> list[Hit]:
        """Return the sections for »Find handling«; ``go`` shows the page they stand on."""

        def act(code: str) -> None:
            go()
            self.page.go_to(code)

        return [
            Hit(
                text=place.text,
                icon=place.icon,
                act=partial(act, place.code),
                group=Group.PAGE,
                note=_("indstilling"),
                also=_(_ALSO[place.code]),
            )
            for place in self.page.places()
        ]

    def make_copy(self) -> None:
        """Make a copy of the bank now."""

        def done(_copy: "Backup") -> None:
            self.told.emit(_("Sikkerhedskopien er lavet."))
            self.refresh()

        self._runner.run(self._services.keeper.back_up, done, self.failed.emit)


def _habits(preferences: "Preferences") -> Habits:
    return Habits(
        rollover_hour=preferences.rollover_hour,
        is_dyslexia_friendly=preferences.is_dyslexia_friendly,
        reads_aloud=preferences.reads_aloud,
        asks_confidence=preferences.asks_confidence,
    )


def _sample() -> str:
    return _("Sådan lyder stemmen. Den 17. marts 1725 var en lørdag.")


def _when(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    clock = _("kl. {hour}.{minute:02}").format(hour=local.hour, minute=local.minute)
    days = (now.date() - local.date()).days
    if days == 0:
        return _("i dag {clock}").format(clock=clock)
    if days == 1:
        return _("i går {clock}").format(clock=clock)
    return f"{full_day(local.date())} {clock}"
