"""Pages → a PDF, a printer, or pictures to look at."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSaveFile
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from quizapp.base.errors import QuizappError
from quizapp.ui.printing.pages import HEIGHT, WIDTH, Page, draw_page

POINTS_AN_INCH: Final = 72
PDF_DPI: Final = 600


class NotPrintedError(QuizappError):
    """The PDF could not be written."""


def write_pdf(pages: Sequence[Page], path: Path, title: str) -> None:
    """Write pages as a PDF that is whole or not there; raises ``NotPrintedError``."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise NotPrintedError("file_not_saved", path=str(path))
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Quizapp")
    writer.setResolution(PDF_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    _draw(pages, writer)
    if not file.commit():
        is_full = file.error() is QSaveFile.FileError.ResourceError
        raise NotPrintedError("no_room_for_file" if is_full else "file_not_saved", path=str(path))


def send_to(printer: QPrinter, pages: Sequence[Page]) -> None:
    """Print pages as the person chose in the printer's dialog."""
    printer.setFullPage(True)
    first = printer.fromPage() or 1
    last = printer.toPage() or len(pages)
    chosen = range(first - 1, min(last, len(pages)))
    _draw(pages, printer, chosen)


def picture_of(pages: Sequence[Page], number: int, width: int, ratio: float) -> QImage:
    """Return a page as a picture, so many pixels wide on a screen of a ratio."""
    scale = width * ratio / WIDTH
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    draw_page(painter, pages[number])
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _draw(
    pages: Sequence[Page], device: QPdfWriter | QPrinter, chosen: range | None = None
) -> None:
    painter = QPainter(device)
    scale = device.logicalDpiX() / POINTS_AN_INCH
    for count, number in enumerate(range(len(pages)) if chosen is None else chosen):
        if count:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        draw_page(painter, pages[number])
        painter.restore()
    painter.end()
