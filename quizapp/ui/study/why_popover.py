"""»Hvorfor nu?« and »Hvorfor den dag?«: the answers, and the numbers behind the question."""

from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _, say
from quizapp.study.flow import Asking, FlowState
from quizapp.study.story import CardStory
from quizapp.ui.story_part import StoryPart
from quizapp.ui.study.why_words import why_that_day
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.popover import Popover


class WhyPopover(Popover):
    """The popover of a sitting; its link asks for the numbers, which then come below."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.keeps_open = True

    def ask_now(self, opener: QWidget, asking: Asking) -> None:
        """Say why the question is asked now."""
        self.open_by(opener, _("Hvorfor nu?"), say(asking.reason), _("Vis tallene"))

    def ask_then(self, opener: QWidget, state: FlowState | None) -> None:
        """Say why the question comes again on that day."""
        self.open_by(opener, _("Hvorfor den dag?"), why_that_day(state), _("Vis tallene"))

    def show_story(self, story: CardStory) -> None:
        """Show the numbers behind the question, if they are still waited for."""
        if not self.isHidden():
            part = StoryPart(story)
            self.add_below(part)
            announce(self, part.spoken)
