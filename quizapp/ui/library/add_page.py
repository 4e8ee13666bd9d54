"""»Tilføj pakke«: what adding a pack would change, before it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.library.change_rows import ChangeList, Figures
from quizapp.ui.library.update_choices import UpdateChoices
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine

if TYPE_CHECKING:
    # They load SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.difference import Consent
    from quizapp.library.install import Installed, Survey
    from quizapp.library.told import Foreseen


class AddPage(PageScroll):
    """What a file would bring; ``accepted`` and ``left`` say what the learner decided.

    ``chosen`` says that she chose something that may change the figures.
    """

    accepted = Signal()
    left = Signal()
    chosen = Signal()

    def __init__(self, survey: "Survey", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        figures = survey.figures
        is_new = figures.previous_version is None
        header = PageHeader(figures.title, _version_text(figures), _("Bibliotek"))
        header.back_pressed.connect(self.left)
        cancel = Button(_("Ikke nu"), Dress.QUIET)
        self.main = Button(
            _("Tilføj") if is_new else _("Opdatér"),
            Dress.MAIN,
            icon="plus" if is_new else "refresh-cw",
            key=_("Ctrl+Enter"),
        )
        self.main.clicked.connect(self.accepted)
        cancel.clicked.connect(self.left)
        header.add_button(cancel)
        header.add_button(self.main)
        # By number: read as words, »Enter« is what the Danish Qt calls the other of the two.
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.main.click)
        self.column.addWidget(header)
        self._choices: UpdateChoices | None = None
        self._changes: ChangeList | None = None
        if is_new:
            self.column.addWidget(_first_time(figures))
        else:
            self._add_update(figures, survey.foreseen)
        self.column.addWidget(_safety(survey.foreseen, is_new=is_new))

    def take_focus(self) -> None:
        """Put the focus on the main button."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def consent(self, given: "Consent") -> "Consent":
        """Return what the learner agreed to before and on this page."""
        return given if self._choices is None else self._choices.consent(given)

    def _add_update(self, figures: "Installed", foreseen: "Foreseen") -> None:
        self._figures = Figures(figures)
        self.column.addWidget(self._figures)
        if not figures.has_licence:
            self.column.addWidget(_no_licence())
        if foreseen.lookalikes or foreseen.doubtful or foreseen.overtaken or foreseen.own:
            versions = (figures.previous_version or 0, figures.version)
            self._choices = UpdateChoices(foreseen, versions)
            self._choices.changed.connect(self._on_chosen)
            self.main.setEnabled(self._choices.is_complete)
            self.column.addWidget(self._choices)
        if foreseen.changes:
            self._changes = ChangeList(foreseen.changes, figures)
            self.column.addWidget(self._changes)

    def show_figures(self, survey: "Survey") -> None:
        """Show what would change now that something was chosen; what is asked stays."""
        figures = Figures(survey.figures)
        self.column.replaceWidget(self._figures, figures)
        self._figures.hide()
        self._figures.deleteLater()
        self._figures = figures
        if self._changes is not None:
            changes = ChangeList(survey.foreseen.changes, survey.figures)
            changes.setVisible(bool(survey.foreseen.changes))
            self.column.replaceWidget(self._changes, changes)
            self._changes.hide()
            self._changes.deleteLater()
            self._changes = changes

    def _on_chosen(self) -> None:
        assert self._choices is not None, "the card that says so is there"
        self.main.setEnabled(self._choices.is_complete)
        self.chosen.emit()


def is_known(preview: "Installed") -> bool:
    """Tell whether the file holds nothing that the learner does not have."""
    figures = (preview.new, preview.changed, preview.retested, preview.restarted)
    return preview.previous_version == preview.version and not any(
        (*figures, preview.returned, preview.removed)
    )


def _first_time(figures: "Installed") -> Card:
    card = Card(shadow=True, padding=(30, 26), gap=12)
    new = ngettext("{n} nyt spørgsmål.", "{n} nye spørgsmål.", figures.new)
    card.body.addWidget(IconLine("plus", new.format(n=number_text(figures.new)), "base", "text"))
    if figures.beside:
        text = _("»{pack}« og dine svar i den bliver, som de er.").format(pack=figures.beside)
        card.body.addWidget(IconLine("library", text, "base", "text"))
    if figures.returned:
        text = _("{n} spørgsmål er kommet tilbage med det, du havde lært.")
        line = IconLine("undo-2", text.format(n=number_text(figures.returned)), "base", "text")
        card.body.addWidget(line)
    if not figures.has_licence:
        card.body.addWidget(_no_licence())
    return card


def _no_licence() -> IconLine:
    return IconLine("info", _("Pakken har ingen licens og er kun til eget brug."))


def _safety(foreseen: "Foreseen", *, is_new: bool) -> WrappingLabel:
    text = _("Alt kan fortrydes med Ctrl+Z.")
    if not is_new and foreseen.answers:
        text = ngettext(
            "Alt kan fortrydes med Ctrl+Z. Ingen af dine {n} svar går tabt.",
            "Alt kan fortrydes med Ctrl+Z. Ingen af dine {n} svar går tabt.",
            foreseen.answers,
        ).format(n=number_text(foreseen.answers))
    return WrappingLabel(text, "base", "muted")


def _version_text(preview: "Installed") -> str:
    if preview.previous_version is None:
        return _("Ny pakke, version {n}").format(n=preview.version)
    text = _("Opdatering fra version {old} til {new}")
    return text.format(old=preview.previous_version, new=preview.version)
