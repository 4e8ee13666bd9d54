"""»Emner, der halter«: at most five topics, each with a short round."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.study.exam_values import SHORT_ROUND, ExamView, WeakTopic
from quizapp.study.plan import Plan
from quizapp.ui.exam import words
from quizapp.ui.question_words import category_word
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel


class WeakCard(Card):
    """The topics expected to go worst; ``started`` carries a ``Plan``."""

    started = Signal(object)

    def __init__(self, view: ExamView, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Emner, der halter"), "strong"), 1)
        if view.weak:
            count = _("{n} af {total}").format(n=len(view.weak), total=number_text(view.topics))
            head.addWidget(WrappingLabel(count, "small", "muted"))
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.buttons: list[Button] = []
        for at, topic in enumerate(view.weak):
            self._add(at, topic, view)
        self.body.addLayout(self._grid)
        if not view.weak:
            said = _("Ingen emner stikker ud. Planen sørger for resten.")
            self.body.addWidget(WrappingLabel(said, "base", "muted"))
        forecast = view.outlook.forecast
        if isinstance(forecast, ExamForecast) and len(forecast.by_category) > 1:
            self.body.addWidget(_by_category(forecast))
        self.body.addStretch(1)
        self._space()

    def _add(self, at: int, topic: WeakTopic, view: ExamView) -> None:
        name = topic.topic.replace("/", " › ")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(WrappingLabel(name, "strong"))
        names.addWidget(WrappingLabel(_amount(topic), "small", "muted"))
        figure = words.percent(topic.score)
        bar = ProgressBar(_("{topic}: forventet {p}").format(topic=name, p=figure), topic.score)
        button = Button(_("Øv {n} min.").format(n=topic.minutes), Dress.SOFT, small=True)
        button.setAccessibleName(
            ngettext(
                "Øv »{topic}« i {n} minut", "Øv »{topic}« i {n} minutter", topic.minutes
            ).format(topic=name, n=topic.minutes)
        )
        plan = Plan(packs=view.draft.packs, topics=(topic.topic,), any_day=True, limit=SHORT_ROUND)
        button.clicked.connect(lambda: self.started.emit(plan))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addLayout(names, at, 0)
        self._grid.addWidget(bar, at, 1, middle)
        self._grid.addWidget(
            WrappingLabel(figure, "strong"), at, 2, middle | Qt.AlignmentFlag.AlignRight
        )
        self._grid.addWidget(button, at, 3, middle)
        self.buttons.append(button)

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self.look.space(10))
        self._grid.setVerticalSpacing(self.look.space(10))

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_grid"):
            self._space()


def _amount(topic: WeakTopic) -> str:
    cards = ngettext("{n} spørgsmål", "{n} spørgsmål", topic.cards)
    said = cards.format(n=number_text(topic.cards))
    if not topic.new:
        return said
    new = ngettext("{n} nyt", "{n} nye", topic.new).format(n=number_text(topic.new))
    return f"{said}, {new}"


def _by_category(forecast: ExamForecast) -> FoldOut:
    """Return what to expect of each category, folded."""
    fold = FoldOut(_("Forventet efter kategori"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    middle = Qt.AlignmentFlag.AlignVCenter
    for at, (name, expected) in enumerate(forecast.by_category.items()):
        word, figure = category_word(name), words.percent(expected.score)
        said = _("{category}: forventet {p}, {between}").format(
            category=word, p=figure, between=words.between(expected.low, expected.high)
        )
        grid.addWidget(WrappingLabel(word), at, 0, middle)
        grid.addWidget(ProgressBar(said, expected.score), at, 1, middle)
        label = WrappingLabel(figure, "strong")
        grid.addWidget(label, at, 2, middle | Qt.AlignmentFlag.AlignRight)
    fold.inside.addLayout(grid)
    return fold
