"""The questions found, as rows; what a row says is read when it is looked at."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.found import Hit
from quizapp.ui.library.question_words import spoken_text

PAGE = 64
_PAGES_KEPT = 40
HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QuestionsModel(QAbstractListModel):
    """Rows by number; ``missing`` carries the questions of a page that is looked at."""

    missing = Signal(tuple)

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._questions: Sequence[int] = ()
        self._hits: dict[int, Hit] = {}
        self._asked: set[int] = set()
        self._waiting: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def questions(self) -> Sequence[int]:
        """The numbers of the questions shown, in order."""
        return self._questions

    def set_questions(self, questions: Sequence[int]) -> None:
        """Show other questions; what is known of them stays known."""
        self.beginResetModel()
        self._questions = questions
        self._waiting.clear()
        self._asked.clear()
        if len(self._hits) > PAGE * _PAGES_KEPT:
            self._hits.clear()
        self.endResetModel()

    def put(self, hits: Iterable[Hit]) -> None:
        """Fill in rows that were missing."""
        self._hits |= {hit.question: hit for hit in hits}
        asked, self._asked = self._asked, set()
        for page in asked:
            last = min((page + 1) * PAGE, len(self._questions)) - 1
            if page * PAGE <= last:
                self.dataChanged.emit(self.index(page * PAGE), self.index(last))

    def forget(self) -> None:
        """Read every row anew when it is looked at again."""
        self._hits.clear()
        self._asked.clear()

    def hit_at(self, row: int) -> Hit | None:
        """Return what a row says, None while it is being read."""
        question = self._questions[row]
        hit = self._hits.get(question)
        page = row // PAGE
        if hit is None and page not in self._asked:
            self._waiting.add(page)
            if not self._timer.isActive():
                self._timer.start(0)
        return hit

    def row_of(self, question: int) -> int | None:
        """Return where a question stands, None when it is not shown."""
        try:
            return self._questions.index(question)
        except ValueError:
            return None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._questions)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._questions):
            return None
        hit = self.hit_at(index.row())
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("Læser …") if hit is None else spoken_text(hit, self.today)
        return None

    def _ask(self) -> None:
        pages, self._waiting = self._waiting, set()
        self._asked |= pages
        wanted = [
            question
            for page in sorted(pages)
            for question in self._questions[page * PAGE : (page + 1) * PAGE]
            if question not in self._hits
        ]
        if wanted:
            self.missing.emit(tuple(wanted))
