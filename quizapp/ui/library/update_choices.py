"""What the learner has to say before an update: the same question or not, whose wording counts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.ids import QuestionId
from quizapp.base.texts import _, ngettext, number_text, quoted
from quizapp.study.shown import answer_text
from quizapp.ui.library.change_words import written_otherwise
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, SunkBox
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    # They load SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.difference import Consent
    from quizapp.library.told import ChangedQuestion, Foreseen, Overtaken, OwnMet

YES: Final = "yes"
NO: Final = "no"
_EXAMPLES: Final = 3
_WIDE_EM: Final = 40.0


class UpdateChoices(Card):
    """Every choice below the other; ``changed`` says that one was made."""

    changed = Signal()

    def __init__(
        self,
        foreseen: "Foreseen",
        versions: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=14, parent=parent)
        self._foreseen = foreseen
        self._said: dict[str, str] = {}
        self._asked: list[str] = []
        count = sum(
            map(len, (foreseen.lookalikes[:1], foreseen.doubtful, foreseen.overtaken, foreseen.own))
        )
        title = ngettext("Ét sted skal du vælge", "{n} steder skal du vælge", count)
        self.body.addWidget(WrappingLabel(title.format(n=number_text(count)), "strong"))
        if foreseen.lookalikes:
            self._ask_lookalikes()
        for change in foreseen.doubtful:
            self._ask_doubtful(change)
        for overtaken in foreseen.overtaken:
            self._ask_overtaken(overtaken, versions)
        for met in foreseen.own:
            self._ask_own(met, versions)
        self.body.addWidget(
            WrappingLabel(
                _("Dine noter og rettelser overskrives aldrig uden dit ja."), "small", "muted"
            )
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything that was asked has an answer."""
        return all(name in self._said for name in self._asked)

    def consent(self, given: "Consent") -> "Consent":
        """Return what was agreed to before, with what was chosen here."""
        is_same = self._said.get("lookalikes") == YES
        doubtful = [one.after.id for one in self._foreseen.doubtful if one.after is not None]
        own = [one.question for one in self._foreseen.overtaken]
        met = [one.question for one in self._foreseen.own]
        return replace(
            given,
            same=tuple((one.new, one.old) for one in self._foreseen.lookalikes if is_same),
            anew=frozenset(key for key in doubtful if self._said.get(f"same {key}") == NO),
            let_go=frozenset(key for key in own if self._said.get(f"own {key}") == NO),
            as_packed=frozenset(key for key in met if self._said.get(f"version {key}") == NO),
        )

    def _ask_lookalikes(self) -> None:
        found = self._foreseen.lookalikes
        question = ngettext(
            "{n} spørgsmål ligner et, du har. Er det det samme?",
            "{n} spørgsmål ligner nogle, du har. Er det de samme?",
            len(found),
        ).format(n=number_text(len(found)))
        box = SunkBox()
        for one in found[:_EXAMPLES]:
            text = quoted(one.prompt)
            if one.prompt != one.old_prompt:
                text = f"{quoted(one.old_prompt)} → {text}"
            box.body.addWidget(WrappingLabel(text, "small"))
        if len(found) > _EXAMPLES:
            more = _("og {n} til").format(n=number_text(len(found) - _EXAMPLES))
            box.body.addWidget(WrappingLabel(more, "small", "muted"))
        self.body.addWidget(WrappingLabel(question))
        self.body.addWidget(box)
        self._ask("lookalikes", question, _("Ja, behold svarene"), _("Nej, begynd forfra"))

    def _ask_doubtful(self, change: "ChangedQuestion") -> None:
        assert change.before is not None
        assert change.after is not None
        question = _("»{old}« er blevet til »{new}«. Er det stadig samme spørgsmål?").format(
            old=change.before.line, new=change.after.line
        )
        self.body.addWidget(WrappingLabel(question))
        name = f"same {change.after.id}"
        self._ask(name, question, _("Ja, behold svarene"), _("Nej, begynd forfra"))

    def _ask_overtaken(self, overtaken: "Overtaken", versions: tuple[int, int]) -> None:
        question = _(
            "Du lader din egen formulering tælle i »{prompt}«, og nu er svaret et andet."
            " Hvad skal gælde?"
        ).format(prompt=overtaken.after.line)
        self.body.addWidget(WrappingLabel(question))
        old, new = (_("Version {n}").format(n=number) for number in versions)
        yours = ", ".join(quoted(wording) for wording in overtaken.wordings)
        columns = (
            (_("Din"), yours),
            (old, answer_text(overtaken.before)),
            (new, answer_text(overtaken.after)),
        )
        self.body.addWidget(Columns(columns))
        keep, let_go = _("Behold min formulering"), _("Kun svaret i den nye")
        self._ask(_own(overtaken.question), question, keep, let_go, chosen=YES)

    def _ask_own(self, met: "OwnMet", versions: tuple[int, int]) -> None:
        question = _("Du har din egen udgave af »{prompt}«, og pakken har rettet spørgsmålet.")
        if met.is_conflict:
            question = _(
                "Du har din egen udgave af »{prompt}«, og pakken har rettet det samme sted som dig."
            )
        asked = question.format(prompt=met.own.line)
        self.body.addWidget(WrappingLabel(asked))
        texts = written_otherwise(met.kept, met.before, met.after)
        if any(texts):
            titles = (_("Din udgave"), *(_("Version {n}").format(n=number) for number in versions))
            self.body.addWidget(Columns(tuple(zip(titles, texts, strict=True))))
        name = f"version {met.question}"
        self._ask(name, asked, _("Behold min udgave"), _("Brug pakkens nye"), chosen=YES)

    def _ask(self, name: str, question: str, yes: str, no: str, chosen: str = "") -> None:
        self._asked.append(name)
        choice = Segmented(question, [(YES, yes), (NO, no)])
        choice.setObjectName(name)
        if chosen:
            choice.set_value(chosen)
            self._said[name] = chosen
        choice.chosen.connect(lambda value: self._on_chosen(name, value))
        self.body.addWidget(choice)

    def _on_chosen(self, name: str, value: str) -> None:
        self._said[name] = value
        self.changed.emit()


def _own(question: QuestionId) -> str:
    return f"own {question}"


class Columns(Part):
    """Three texts side by side, below each other in a narrow window."""

    def __init__(self, columns: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for title, text in columns:
            box = SunkBox()
            box.body.addWidget(WrappingLabel(title, "small_strong"))
            box.body.addWidget(WrappingLabel(text))
            box.body.addStretch(1)
            self._line.addWidget(box, 1)
        self._restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.look.em(_WIDE_EM)
        if lay(self._line, is_beside=is_wide):
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(10), super().minimumSizeHint().height())

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(10))
