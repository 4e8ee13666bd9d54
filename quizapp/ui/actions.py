"""Every command once: its words, its keys and its icon, for key help and Find handling."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that can be done: a code for the program, words and keys for the person."""

    code: str
    text: str
    icon: str
    keys: tuple[str, ...] = ()
    menu: str = ""


FILE, EDIT, STUDY, VIEW, HELP = N_("Fil"), N_("Redigér"), N_("Øv"), N_("Vis"), N_("Hjælp")
WRITE = N_("Skriv pakker")
MENUS = (FILE, EDIT, STUDY, WRITE, VIEW, HELP)


def _command(code: str, text: str, icon: str, keys: str = "", menu: str = "") -> Command:
    return Command(code=code, text=text, icon=icon, keys=tuple(keys.split()), menu=menu)


COMMANDS = (
    _command("pack.add", N_("Tilføj pakke …"), "plus", "Ctrl+O", FILE),
    _command("learner.switch", N_("Skift profil …"), "users", "", FILE),
    _command("backup.make", N_("Lav en sikkerhedskopi"), "copy", "", FILE),
    _command("app.settings", N_("Indstillinger"), "settings", "Ctrl+,", FILE),
    _command("app.quit", N_("Afslut Quizapp"), "x", "Ctrl+Q", FILE),
    _command("edit.undo", N_("Fortryd"), "undo-2", "Ctrl+Z", EDIT),
    _command("edit.redo", N_("Gentag"), "redo-2", "Ctrl+Shift+Z", EDIT),
    _command("edit.find", N_("Find handling"), "search", "Ctrl+K", EDIT),
    _command("round.start", N_("Dagens runde"), "play", "Ctrl+Return", STUDY),
    _command("round.short", N_("Kun 5 minutter"), "clock", "", STUDY),
    _command("round.leave", N_("Afslut runden"), "x", "", STUDY),
    _command("mock.start", N_("Prøveeksamen"), "list-checks", "", STUDY),
    _command("mock.previous", N_("Forrige spørgsmål"), "chevron-left", "PgUp", STUDY),
    _command("mock.next", N_("Næste spørgsmål"), "chevron-right", "PgDown", STUDY),
    _command("mock.flag", N_("Markér spørgsmålet"), "flag", "Ctrl+B", STUDY),
    _command("mock.hand_in", N_("Aflevér prøveeksamenen"), "check", "", STUDY),
    _command("mock.leave", N_("Gå ud af prøveeksamenen"), "x", "", STUDY),
    _command("question.hint", N_("Vis hint"), "lightbulb", "Ctrl+H", STUDY),
    _command("question.unknown", N_("Ved ikke"), "circle-question-mark", "Ctrl+D", STUDY),
    _command("question.skip", N_("Spring over"), "skip-forward", "Ctrl+J", STUDY),
    _command("question.text", N_("Vis i teksten"), "list-tree", "Ctrl+T", STUDY),
    _command("question.overrule", N_("Mit svar var rigtigt"), "check", "Ctrl+M", STUDY),
    _command("question.aloud", N_("Læs op"), "volume-2", "Ctrl+L", STUDY),
    _command("question.note", N_("Skriv en note"), "sticky-note", "Ctrl+N", STUDY),
    _command("question.pause", N_("Sæt på pause"), "pause", "Ctrl+P", STUDY),
    _command("question.bury", N_("Vent til i morgen"), "moon", "", STUDY),
    _command("question.report", N_("Meld fejl"), "flag", "", STUDY),
    _command("author.add", N_("Nyt spørgsmål"), "plus", "Ctrl+Return", WRITE),
    _command("author.copy", N_("Kopiér spørgsmålet"), "copy", "Ctrl+D", WRITE),
    _command("author.up", N_("Flyt spørgsmålet op"), "arrow-up", "Alt+Up", WRITE),
    _command("author.down", N_("Flyt spørgsmålet ned"), "arrow-down", "Alt+Down", WRITE),
    _command("author.list", N_("Gå til listen"), "list-tree", "Alt+1", WRITE),
    _command("author.form", N_("Gå til felterne"), "pencil-line", "Alt+2", WRITE),
    _command("author.preview", N_("Prøv et svar"), "play", "Alt+3", WRITE),
    _command("author.problems", N_("Gå til fejlene"), "circle-x", "Alt+4", WRITE),
    _command("author.text", N_("Læsetekst"), "book-open-text", "Alt+5", WRITE),
    _command("author.try", N_("Prøv pakken"), "play", "Ctrl+R", WRITE),
    _command("author.export", N_("Eksportér …"), "package", "Ctrl+E", WRITE),
    _command("exam.add", N_("Tilføj en eksamen"), "graduation-cap", "", STUDY),
    _command("go.home", N_("I dag"), "house", "Ctrl+1", VIEW),
    _command("go.study", N_("Øv"), "target", "Ctrl+2", VIEW),
    _command("go.exam", N_("Eksamen"), "graduation-cap", "Ctrl+3", VIEW),
    _command("go.progress", N_("Fremgang"), "chart-column", "Ctrl+4", VIEW),
    _command("go.library", N_("Bibliotek"), "library", "Ctrl+5", VIEW),
    _command("go.authoring", N_("Skriv pakker"), "pencil-line", "Ctrl+6", VIEW),
    _command("go.back", N_("Tilbage"), "arrow-left", "Alt+Left", VIEW),
    _command("text.larger", N_("Større tekst"), "a-large-small", "Ctrl++ Ctrl+=", VIEW),
    _command("text.smaller", N_("Mindre tekst"), "a-large-small", "Ctrl+-", VIEW),
    _command("text.normal", N_("Almindelig tekststørrelse"), "a-large-small", "Ctrl+0", VIEW),
    _command("view.full", N_("Fuld skærm"), "monitor", "F11", VIEW),
    _command("help.keys", N_("Genvejstaster"), "keyboard", "F1", HELP),
    _command("help.about", N_("Om Quizapp"), "info", "", HELP),
)
BY_CODE = MappingProxyType({command.code: command for command in COMMANDS})

_KEY_WORDS = MappingProxyType(
    {
        "Return": N_("Enter"),
        "Enter": N_("Enter"),
        "Space": N_("Mellemrum"),
        "Shift": N_("Skift"),
        "Left": N_("Pil venstre"),
        "Right": N_("Pil højre"),
        "Up": N_("Pil op"),
        "Down": N_("Pil ned"),
        "Del": N_("Slet"),
        "Delete": N_("Slet"),
        "Backspace": N_("Tilbage"),
        "PgUp": N_("Side op"),
        "PgDown": N_("Side ned"),
    }
)


def key_text(keys: str) -> str:
    """Return keys such as ``Alt+Left`` in the words that stand on them: »Alt+Pil venstre«."""
    named = keys.replace("++", "+plus")
    words = (_(_KEY_WORDS[key]) if key in _KEY_WORDS else key for key in named.split("+"))
    return "+".join(words).replace("plus", "+")


class Actions(QObject):
    """The window's commands as actions; they live on the window, so their keys work in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.code: _action(command, window) for command in COMMANDS}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, code: str) -> QAction:
        """Return the action of a command; raises ``KeyError``."""
        return self._actions[code]

    def available(self) -> Iterator[tuple[Command, QAction]]:
        """Yield what can be done now, in the order of the menus."""
        for code, action in self._actions.items():
            if action.isEnabled():
                yield BY_CODE[code], action


def _action(command: Command, window: QWidget) -> QAction:
    action = QAction(_(command.text), window)
    action.setObjectName(command.code)
    # Not in the words of Qt's language, in which »Enter« is another key.
    portable = QKeySequence.SequenceFormat.PortableText
    action.setShortcuts([QKeySequence.fromString(keys, portable) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return action
