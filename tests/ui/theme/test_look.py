"""Sizes, fonts and icons of a look."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter, QRawFont

import quizapp.ui
from quizapp.ui.actions import COMMANDS
from quizapp.ui.theme.fonts import FAMILIES, font_of
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look, Theme
from quizapp.ui.theme.tokens import ROLES, SPACING_CAP
from quizapp.ui.widgets.chip import CATEGORY_ICONS

UI = Path(quizapp.ui.__file__).parent
SCALES = st.floats(min_value=0.1, max_value=9.0)


@given(scale=SCALES)
def test_text_scale_stays_between_80_and_200_percent(scale: float) -> None:
    assert 12 <= Look(Theme(scale=scale)).text_px("base") <= 30


@given(scale=SCALES)
def test_space_never_grows_beyond_its_cap(scale: float) -> None:
    assert Look(Theme(scale=scale)).space(100) <= round(100 * SPACING_CAP)


@given(scale=SCALES)
def test_a_target_is_never_under_40_pixels(scale: float) -> None:
    assert Look(Theme(scale=scale)).target() >= 40


def test_roles_keep_the_order_of_their_sizes() -> None:
    look = Look(Theme())
    sizes = [look.text_px(role) for role in ("title", "question", "answer", "section", "base")]
    assert sizes == [26, 24, 21, 19, 15]


@pytest.mark.parametrize("family", FAMILIES)
def test_running_text_is_about_35_em_wide(family: str) -> None:
    look = Look(Theme(family=family))
    assert look.em(29) <= look.column_px() <= look.em(52)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("weight", [400, 700])
def test_every_family_comes_with_the_program(family: str, weight: int) -> None:
    info = QFontInfo(font_of(family, 16, weight))
    assert (info.family(), info.weight()) == (family, weight)


@pytest.mark.parametrize("path", sorted((UI / "assets" / "fonts").iterdir()), ids=lambda p: p.name)
def test_every_font_has_the_danish_letters_and_marks(path: Path) -> None:
    font = QRawFont(str(path), 16)
    assert [
        letter for letter in "æøåÆØÅéÉ»«›‹’–…·≈" if not font.supportsCharacter(ord(letter))
    ] == []


def test_every_role_has_a_font_of_its_own_weight() -> None:
    look = Look(Theme())
    assert {role: look.font(role).weight() for role in ROLES} == {
        role: shape.weight for role, shape in ROLES.items()
    }


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, "plus", "#0F7B4D", QRectF(0, 0, 48, 48))
    painter.end()
    assert image.pixelColor(24, 24).name() == "#0f7b4d"


def test_every_named_icon_is_shipped() -> None:
    named = {command.icon for command in COMMANDS} | set(CATEGORY_ICONS.values())
    shipped = {path.stem for path in (UI / "assets" / "icons").glob("*.svg")}
    assert named - shipped == set()


def test_no_icon_is_shipped_for_nothing() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    shipped = {path.stem for path in (UI / "assets" / "icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in source} == set()


def test_an_unknown_icon_is_a_mistake() -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with pytest.raises(FileNotFoundError):
        paint_icon(painter, "no-such-icon", "#000000", QRectF(0, 0, 48, 48))
    painter.end()


def test_an_unknown_role_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Look(Theme()).font("huge")
