"""»Tilpas til mig«: what it does, how far it is, and in plain words what it changed."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class FitOffer:
    """Nothing is under way; ``since`` is the day of the fit in force, empty where there is none."""

    targets: int
    needed: int
    fitted_on: int = 0
    since: str = ""


@dataclass(frozen=True, slots=True)
class FitWork:
    """A fit is under way, or its numbers are being put in force; ``share`` is 0–1."""

    share: float
    is_adopting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FitResult:
    """What a fit came to, in whole per cent on the newest answers, and in days between answers.

    ``days_before`` and ``days_after`` are the waits of a question that is always answered right.
    """

    is_better: bool
    right: int
    foretold_before: int
    foretold_after: int
    days_before: tuple[int, ...]
    days_after: tuple[int, ...]


FitState = FitOffer | FitWork | FitResult


class FitCard(Card):
    """The card of the fit; ``started`` says whether days already chosen are to move too."""

    started = Signal(bool)
    stopped = Signal()
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self.state: FitState = FitOffer(targets=0, needed=1)
        self._targets = 0
        self.title = WrappingLabel(_("Tilpas til mig"), "strong")
        self.text = WrappingLabel("")
        self.detail = WrappingLabel("", "small", "muted")
        self.bar = ProgressBar(_("Tilpasning"))
        self.moves = Switch(_("Flyt også de dage, der allerede er valgt"))
        self.start = Button(_("Tilpas til mig"), small=True)
        self.stop = Button(_("Stop"), small=True)
        self.undo = Button(_("Gå tilbage til tallene før"), icon="undo-2", small=True)
        for part in (self.title, self.text, self.detail, self.bar, self.moves):
            self.body.addWidget(part)
        line = QHBoxLayout()
        for button in (self.start, self.stop, self.undo):
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.start.clicked.connect(lambda: self.started.emit(self.moves.isChecked()))
        self.stop.clicked.connect(self.stopped)
        self.undo.clicked.connect(self.undone)
        self.show_state(self.state)

    def show_state(self, state: FitState) -> None:
        """Show where the fit stands."""
        had_focus = any(it.hasFocus() for it in (self.start, self.stop, self.undo))
        was_working = isinstance(self.state, FitWork)
        self.state = state
        match state:
            case FitOffer():
                self._show_offer(state)
            case FitWork():
                self._show_work(state)
            case FitResult():
                self._show_result(state)
            case _:
                assert_never(state)
        is_working = isinstance(state, FitWork)
        self.bar.setVisible(is_working)
        self.stop.setVisible(is_working)
        self.moves.setVisible(not is_working and self.start.isEnabled())
        self.start.setVisible(not is_working)
        if had_focus and was_working != is_working:
            (self.stop if is_working else self.start).setFocus()

    def _show_offer(self, offer: FitOffer) -> None:
        self._targets = offer.targets
        is_enough = offer.targets >= offer.needed
        self.text.setText(what_it_does(offer.targets))
        fitted = when_fitted(offer) if offer.since else ""
        self._say_detail(fitted if is_enough else not_enough(offer))
        self.start.setEnabled(is_enough)
        self.undo.setVisible(bool(offer.since))

    def _show_work(self, work: FitWork) -> None:
        said = _("Tallene tages i brug …") if work.is_adopting else _("Regner på dine svar …")
        self.text.setText(said)
        self._say_detail("")
        self.bar.set_shares(work.share)
        self.undo.hide()

    def _show_result(self, result: FitResult) -> None:
        self.text.setText(verdict_of(result))
        self._say_detail(" ".join((measured(result), *([waits(result)] * result.is_better))))
        self.start.setEnabled(True)
        self.undo.setVisible(result.is_better)
        announce(self, self.text.text())

    def _say_detail(self, text: str) -> None:
        self.detail.setText(text)
        self.detail.setVisible(bool(text))


def what_it_does(targets: int) -> str:
    """Return what the fit does."""
    return ngettext(
        "Programmet lærer af dit svar, hvornår du skal repetere.",
        "Programmet lærer af dine {n} svar, hvornår du skal repetere.",
        targets,
    ).format(n=number_text(targets))


def not_enough(offer: FitOffer) -> str:
    """Return how many answers it takes."""
    return _(
        "Der skal mindst {needed} svar til, som er givet en dag eller mere efter det forrige."
    ).format(needed=number_text(offer.needed))


def when_fitted(offer: FitOffer) -> str:
    """Return when the numbers in force were fitted, and on how much."""
    return _("Tilpasset {since} på {n} svar.").format(
        since=offer.since, n=number_text(offer.fitted_on)
    )


def verdict_of(result: FitResult) -> str:
    """Return whether the new numbers are used."""
    if result.is_better:
        return _("De nye tal passer bedre på dig og bruges fra nu af.")
    return _("De nye tal passede ikke bedre, så alt er som før.")


def measured(result: FitResult) -> str:
    """Return how old and new numbers did on the newest answers."""
    return _(
        "Af dine nyeste svar var {right} % rigtige."
        " De gamle tal ventede {before} %, de nye {after} %."
    ).format(right=result.right, before=result.foretold_before, after=result.foretold_after)


def waits(result: FitResult) -> str:
    """Return how long a question waits now, and before."""
    return _(
        "Svarer du rigtigt hver gang, kommer et spørgsmål igen efter {after} dage."
        " Før var det {before}."
    ).format(after=_listed(result.days_after), before=_listed(result.days_before))


def _listed(days: tuple[int, ...]) -> str:
    *most, last = (number_text(day) for day in days)
    return _("{most} og {last}").format(most=", ".join(most), last=last)
