"""A result on paper: the figure, the categories, and every answer with the right one."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome
from quizapp.study.mock_values import Figure, Marked, MockResult
from quizapp.ui.mock.words import between, marked_when, result_headline, right_of, unsure_sentence
from quizapp.ui.question_words import category_word, kind_word

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SIGNS: Final = {Outcome.CORRECT: "✓", Outcome.ALMOST: "≈", Outcome.WRONG: "✗"}
_POINTS: Final = 10
_MARGINS_MM: Final = QMarginsF(18, 16, 18, 16)
_DPI: Final = 300


def write_pdf(result: MockResult, path: Path, family: str) -> bool:
    """Write a result as A4 pages in a font; say whether it could be written."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setTitle(_("Prøveeksamen"))
    writer.setCreator("Quizapp")
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS_MM,
            QPageLayout.Unit.Millimeter,
        )
    )
    _document(result, family).print_(writer)
    return file.commit()


def print_on(printer: "QPrinter", result: MockResult, family: str) -> None:
    """Print a result in a font, the pages that were chosen in the printer's dialog."""
    printer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    _document(result, family).print_(printer)


def _document(result: MockResult, family: str) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(QFont(family, _POINTS))
    document.setHtml(as_html(result))
    return document


def as_html(result: MockResult) -> str:
    """Return a result as the page it becomes, everything from packs and answers escaped."""
    title = f"{_('Prøveeksamen')}: {result.title}" if result.title else _("Prøveeksamen")
    parts = [
        f"<h1>{escape(title)}</h1><p>{escape(marked_when(result.at))}</p>",
        f"<h2>{escape(result_headline(result))}</h2><p>{escape(unsure_sentence(result))}</p>",
        f"<h3>{escape(_('Efter kategori'))}</h3>",
        _table([(category_word(name), figure) for name, figure in result.by_category]),
        f"<h3>{escape(_('Efter svarform'))}</h3>",
        _table([(kind_word(kind), figure) for kind, figure in result.by_kind]),
        f"<h3>{escape(_('Dine svar'))}</h3>",
        *(_answer(one) for one in result.marked),
    ]
    return "".join(parts)


def _table(lines: list[tuple[str, Figure]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{escape(right_of(figure))}</td>"
        f"<td>{escape(between(figure))}</td></tr>"
        for name, figure in lines
    )
    return f'<table cellpadding="3">{rows}</table>'


def _answer(marked: Marked) -> str:
    given = marked.given or _("Ikke besvaret")
    lines = [
        f"<b>{marked.position + 1}. {_SIGNS[marked.outcome]} {escape(marked.question.line)}</b>",
        escape(_("Du svarede {given}").format(given=given)) if marked.given else escape(given),
    ]
    if not marked.is_right:
        lines.append(escape(_("Rigtigt svar: {answer}").format(answer=marked.correct)))
    return f"<p>{'<br/>'.join(lines)}</p>"
