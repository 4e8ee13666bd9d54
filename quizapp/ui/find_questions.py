"""Questions for »Find handling«: looked for in the worker, a piece at a time, the newest first."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.found import Glimpse
from quizapp.study.found import Hit as FoundQuestion
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Group, Hit
from quizapp.ui.tasks import TaskHandle, TaskRunner
from quizapp.ui.widgets.chip import CATEGORY_ICONS

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.finding import Finder

LEAST_LETTERS: Final = 2
MOST: Final = 5
_READ_AT_A_TIME = 1_000


class QuestionSearch(QObject):
    """Answers what the panel asks; what was asked for before is dropped.

    ``opened`` carries a question to look at, ``listed`` a text to look for in the library;
    ``practised``, ``paused`` and ``resumed`` carry questions.
    """

    opened = Signal(int)
    listed = Signal(str)
    practised = Signal(tuple)
    paused = Signal(tuple)
    resumed = Signal(tuple)
    failed = Signal(object)

    def __init__(
        self,
        finder: "Finder",
        runner: TaskRunner,
        find: FindHandling,
        is_wanted: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._runner = runner
        self._find = find
        # A question is not to be looked up in the middle of being asked.
        self._is_wanted = is_wanted
        self._task: TaskHandle | None = None
        self._shown: tuple[tuple[FoundQuestion, ...], int] = ((), 0)
        find.asked.connect(self._on_asked)
        find.closed.connect(self._drop)

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_asked(self, text: str) -> None:
        self._drop()
        self._shown = ((), 0)
        if len(text.strip()) >= LEAST_LETTERS and self._is_wanted():
            self._look(text)

    def _look(self, text: str) -> None:
        self._task = self._runner.run(
            lambda: self._finder.glimpse(text, MOST, _READ_AT_A_TIME), self._show, self.failed.emit
        )

    def _show(self, glimpse: Glimpse) -> None:
        if glimpse.text != self._find.query or self._find.isHidden():
            return
        found = (glimpse.hits, glimpse.count)
        if found != self._shown:
            self._shown = found
            self._find.show_questions(glimpse.text, self._hits(glimpse), glimpse.count)
        if not glimpse.is_whole:
            self._look(glimpse.text)

    def _hits(self, glimpse: Glimpse) -> Sequence[Hit]:
        hits = [self._hit(found) for found in glimpse.hits]
        if glimpse.count > len(hits):
            text = ngettext("Vis {n} i biblioteket", "Vis alle {n} i biblioteket", glimpse.count)
            hits.append(
                Hit(
                    text=text.format(n=number_text(glimpse.count)),
                    icon="library",
                    act=partial(self.listed.emit, glimpse.text),
                    group=Group.QUESTION,
                )
            )
        return hits

    def _hit(self, found: FoundQuestion) -> Hit:
        only = (found.question,)
        look = partial(self.opened.emit, found.question)
        pause = (_("Sæt på pause"), "pause", partial(self.paused.emit, only))
        if found.is_paused:
            pause = (_("Tag med igen"), "play", partial(self.resumed.emit, only))
        more = (
            (_("Vis i biblioteket"), "library", look),
            (_("Øv spørgsmålet"), "target", partial(self.practised.emit, only)),
            pause,
        )
        return Hit(
            text=found.prompt,
            icon=CATEGORY_ICONS.get(found.category.value, "info"),
            act=look,
            group=Group.QUESTION,
            note=found.pack_title,
            more=tuple(Hit(text=text, icon=icon, act=act) for text, icon, act in more),
        )
