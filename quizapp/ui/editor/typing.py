"""What was typed and has not reached the document yet; it does so after a short pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from quizapp.questions.codec_mistakes import Plain

COMMIT_MS = 300
SETTLE_MS = 1_200


class Typing(QObject):
    """Holds fields, or the bare lines of a question, until they are taken.

    ``commit`` is asked for while one types, ``settle`` when one has paused: what is typed after
    that is a step of its own.
    """

    def __init__(
        self,
        commit: Callable[[], object],
        settle: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields: dict[str, Plain] = {}
        self._lines: str | None = None
        self._commit = self._timer(COMMIT_MS, commit)
        self._settle = self._timer(SETTLE_MS, settle)

    @property
    def is_waiting(self) -> bool:
        """Whether anything has not been taken."""
        return bool(self._fields) or self._lines is not None

    def note_field(self, key: str, value: Plain) -> None:
        """Hold what a field says."""
        self._fields[key] = value
        self.note()

    def note_lines(self, text: str) -> None:
        """Hold what the lines of a question say."""
        self._lines = text
        self.note()

    def note(self) -> None:
        """Ask for what was typed soon."""
        self._settle.start()
        if not self._commit.isActive():
            self._commit.start()

    def take(self) -> tuple[dict[str, Plain], str | None]:
        """Return what was typed, and hold it no more."""
        self._commit.stop()
        fields, self._fields = self._fields, {}
        lines, self._lines = self._lines, None
        return fields, lines

    def _timer(self, pause: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(act)
        return timer
