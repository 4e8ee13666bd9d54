"""Qt's own words in Danish: its dialogs, menus and keys, with our words over theirs."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_LOCALE = Path(__file__).parent / "assets" / "locale"


@cache
def _our_words() -> bytes:
    """Return our words over Qt's; kept, for a translator reads them where they lie."""
    return (_LOCALE / "qt_words_da.qm").read_bytes()


def speak_danish(app: QCoreApplication) -> None:
    """Let Qt speak Danish; of two words for one thing the later installed wins."""
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    theirs, ours = QTranslator(app), QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load("qtbase_da", folder):
        app.installTranslator(theirs)
    ours.load(_our_words())
    app.installTranslator(ours)
