"""The reading text beside the question: what opens it closes it, and says so."""

from quizapp.ui.study.outcome_part import TextLink
from tests.screens import samples as s
from tests.screens import scenes
from tests.ui.pages.conftest import ShowPage


def test_what_shows_the_text_hides_it_while_it_is_open(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    [link] = page.findChildren(TextLink)
    before = link.accessibleName()
    page.show_text(s.PASSAGES)
    shown = link.accessibleName()
    link.click()
    assert (before, shown, link.accessibleName()) == (before, "Skjul teksten", before)
    assert before.startswith("Vis i teksten")
