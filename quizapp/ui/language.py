"""The language of the interface: the program's own words and Qt's, changed together."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from quizapp.base.texts import use_language
from quizapp.ui.danish import speak_danish

DANISH: Final = "da"
ENGLISH: Final = "en"
# Each by its own name, so that it is found by those who read no other.
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({DANISH: "Dansk", ENGLISH: "English"})


def speak(app: QCoreApplication, code: str) -> None:
    """Speak a language from now on; what is shown already keeps its words."""
    use_language(code, Path(__file__).parent / "assets" / "locale")
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    if code == DANISH:
        speak_danish(app)
    else:
        # Qt's own words are English where nothing is put in their place.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
