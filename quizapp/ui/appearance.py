"""The theme and the language in force: what the learner chose, else what the computer says."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from quizapp.base.errors import QuizappError
from quizapp.ui.language import DANISH, speak
from quizapp.ui.theme.dress import Dresser
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.window_settings import Appearance, Chosen, WindowSettings

_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class AppearanceKeeper(QObject):
    """Applies the choices at once and follows the computer's wish; ``failed`` if not kept.

    ``spoken`` says that another language is spoken; what is shown must be built anew.
    """

    failed = Signal(QuizappError)
    changed = Signal()
    spoken = Signal()

    def __init__(self, app: QApplication, settings: WindowSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._dresser = Dresser(app, self)
        # Kept: a chained call would find the object deleted.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        if self.chosen.language != DANISH:
            speak(app, self.chosen.language)

    @property
    def chosen(self) -> Chosen:
        """What the learner chose."""
        return self._settings.chosen

    def apply(self) -> None:
        """Put the choices in force on the application."""
        self._dresser.put_on(self.theme())

    def choose(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Chosen
        """Change some choices, apply them and keep them."""
        before, language = self.theme(), self.chosen.language
        try:
            self._settings.choose(**changes)
        except QuizappError as error:
            self.failed.emit(error)
        if self.theme() != before:
            self.apply()
        self.changed.emit()
        if self.chosen.language != language:
            speak(self._app, self.chosen.language)
            self.spoken.emit()

    def step_scale(self, step: int) -> None:
        """Take the next size of text, or the one before."""
        now = min(_SCALES, key=lambda scale: abs(scale - self.chosen.scale))
        at = min(max(_SCALES.index(now) + step, 0), len(_SCALES) - 1)
        self.choose(scale=_SCALES[at])

    def theme(self) -> Theme:
        """Return the theme that the choices come to."""
        chosen = self.chosen
        return Theme(
            scheme=self._scheme(chosen.appearance),
            scale=chosen.scale,
            family=chosen.family,
            reduced_motion=chosen.reduced_motion,
        )

    def _scheme(self, appearance: Appearance) -> Scheme:
        match appearance:
            case Appearance.SYSTEM:
                wants_dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
                return Scheme.DARK if wants_dark else Scheme.LIGHT
            case Appearance.LIGHT:
                return Scheme.LIGHT
            case Appearance.DARK:
                return Scheme.DARK
            case Appearance.CONTRAST:
                return Scheme.CONTRAST

    def _on_system_changed(self) -> None:
        if self.chosen.appearance is Appearance.SYSTEM:
            self.apply()
