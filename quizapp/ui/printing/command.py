"""Prints without a window: a PDF for the command line."""

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from quizapp.questions.pack import Pack
from quizapp.ui.printing.compose import Part, Wish, compose
from quizapp.ui.printing.output import write_pdf


def print_pack(
    pack: Pack,
    path: Path,
    *,
    parts: tuple[str, ...],
    versions: tuple[str, ...],
    count: int | None,
    seed: int,
) -> int:
    """Write a PDF and return how many pages it has; raises ``NotPrintedError``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QGuiApplication.instance() is None:
        app = QApplication([])
        app.setQuitOnLastWindowClosed(False)
    wish = Wish(
        parts=tuple(Part(part) for part in parts), versions=versions, count=count, seed=seed
    )
    pages = compose(pack, wish)
    write_pdf(pages, path, pack.manifest.title)
    return len(pages)
