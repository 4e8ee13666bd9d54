"""What is wrong with the pack: at most four lines, each with its place and the way to mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text, say
from quizapp.library.editing.findings import Finding, Looked
from quizapp.packs.source import PACK_FILE
from quizapp.ui.widgets.beside import BesideOrBelow
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon

MOST_LINES = 4
_MOST_ADVICE = 2
_BESIDE_FROM_EM = 34


class ProblemLine(BesideOrBelow):
    """One problem; ``gone_to`` and ``mended`` say what was pressed."""

    gone_to = Signal()
    mended = Signal()

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        icon, colour = ("circle-x", "bad") if finding.is_error else ("triangle-alert", "warn")
        self._place = WrappingLabel("", "small_strong", capped=False)
        self._sentence = WrappingLabel("", "base", capped=False)
        self._said = QHBoxLayout()
        for part in (Icon(icon, colour), self._place):
            self._said.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._said.addWidget(self._sentence, 1)
        self.setLayout(self.line)
        self.line.addLayout(self._said, 1)
        repair = finding.repair
        if repair is None:
            self.button = Button(_("Gå til"), small=True)
            self.button.clicked.connect(self.gone_to)
        else:
            self.button = Button(say(repair.message), Dress.SOFT, icon="sparkles", small=True)
            self.button.clicked.connect(self.mended)
        self.line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.take(finding)
        self._restyle()

    def take(self, finding: Finding) -> bool:
        """Show another problem in the place of this one, if it looks the same way; tell whether."""
        if _looks(finding) != _looks(self.finding):
            return False
        self.finding = finding
        line = _("Linje {n}").format(n=finding.problem.line)
        if finding.is_in_reading:
            line = f"{finding.problem.file}: {line}"
        sentence = sentence_of(finding)
        self._place.setText(line)
        self._place.setMinimumWidth(self._place.sizeHint().width())
        self._sentence.setText(sentence)
        kind = _("En fejl") if finding.is_error else _("En advarsel")
        self.button.setAccessibleName(f"{self.button.text()}. {kind}. {line}. {sentence}")
        return True

    @override
    def _beside_px(self) -> float:
        return self.look.em(_BESIDE_FROM_EM)

    @override
    def _restyle(self) -> None:
        for layout in (self._said, self.line):
            layout.setSpacing(self.look.space(10))
        self._place.setMinimumWidth(self._place.sizeHint().width())
        self._arrange()


def _looks(finding: Finding) -> tuple[bool, str]:
    """Return the sign and the button of a problem."""
    repair = finding.repair
    return finding.is_error, say(repair.message) if repair is not None else ""


class ProblemStrip(Card):
    """The problems that matter most; ``gone_to`` and ``mended`` carry a ``Finding``."""

    gone_to = Signal(object)
    mended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(18, 12), gap=4, parent=parent)
        self._findings: tuple[Finding, ...] = ()
        self._most = MOST_LINES
        self._is_all = False
        self._title = WrappingLabel("", "strong", capped=False)
        self._file = WrappingLabel(PACK_FILE, "small", "muted", capped=False)
        self.more = Button("", Dress.LINK, small=True)
        self.more.clicked.connect(self._on_more)
        head = QHBoxLayout()
        head.addWidget(self._title, 0)
        head.addWidget(self.more, 0)
        head.addStretch(1)
        head.addWidget(self._file, 0)
        self.body.addLayout(head)
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.setAccessibleName(_("Fejl og advarsler"))
        self.lines: list[ProblemLine] = []
        self._show()

    def show_looked(self, looked: Looked) -> None:
        """Show what was found."""
        if looked.findings != self._findings:
            self._findings = looked.findings
            self._show()
        self._title.setText(title_of(looked))

    def set_most(self, most: int) -> None:
        """Show so many lines at the most: a low window has room for fewer."""
        wanted = max(1, min(most, MOST_LINES))
        if wanted != self._most:
            self._most = wanted
            self._show()

    def focus(self) -> bool:
        """Put the focus on the first problem; tell whether there is one."""
        if self.lines:
            self.lines[0].button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self.lines)

    def _shown_lines(self) -> int:
        """Return how many lines there are; what is only advice leaves room for the form."""
        has_errors = any(one.is_error for one in self._findings)
        return self._most if has_errors else min(self._most, _MOST_ADVICE)

    def _on_more(self) -> None:
        self.gone_to.emit(self._findings[self._shown_lines()])

    def _show(self) -> None:
        shown = self._findings[: self._shown_lines()]
        self._show_lines(shown)
        rest = len(self._findings) - len(shown)
        text = ngettext("og {n} til – gå til den næste", "og {n} til – gå til den næste", rest)
        self.more.set_text(text.format(n=number_text(rest)))
        self.more.setVisible(rest > 0)

    def _show_lines(self, findings: Sequence[Finding]) -> None:
        """Show problems in the lines that are there: new ones would flicker while one types."""
        is_same = len(findings) == len(self.lines)
        if is_same and all(line.take(one) for line, one in zip(self.lines, findings, strict=True)):
            return
        focused = next((at for at, one in enumerate(self.lines) if one.button.hasFocus()), None)
        clear(self._lines)
        self.lines = [self._line(one) for one in findings]
        if focused is not None and self.lines:
            self.lines[min(focused, len(self.lines) - 1)].button.setFocus()

    def _line(self, finding: Finding) -> ProblemLine:
        line = ProblemLine(finding)
        line.gone_to.connect(lambda: self.gone_to.emit(line.finding))
        line.mended.connect(lambda: self.mended.emit(line.finding))
        self._lines.addWidget(line)
        return line


def sentence_of(finding: Finding) -> str:
    """Return what is wrong, with the number of the question it is about."""
    sentence = say(finding.problem.message)
    if finding.position is None:
        return sentence
    text = _("Spørgsmål {n}: {sentence}")
    return text.format(n=number_text(finding.position + 1), sentence=sentence)


def title_of(looked: Looked) -> str:
    """Return how many errors and warnings there are."""
    warnings = ngettext("{n} advarsel", "{n} advarsler", looked.warnings)
    shown = warnings.format(n=number_text(looked.warnings))
    if not looked.findings:
        return _("Ingen fejl")
    if not looked.errors:
        return shown
    errors = ngettext("{n} fejl", "{n} fejl", looked.errors).format(n=number_text(looked.errors))
    if not looked.warnings:
        return errors
    return _("{errors} og {warnings}").format(errors=errors, warnings=shown)


def severities(findings: Sequence[Finding]) -> dict[int, str]:
    """Return the worst that each question has, by its place."""
    worst: dict[int, str] = {}
    for one in findings:
        if one.position is not None:
            worst.setdefault(one.position, "error" if one.is_error else "warning")
    return worst
