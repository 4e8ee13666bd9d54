"""»Find handling« tied to the pages: what it can lead to, and the questions it can find."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from quizapp.base.texts import _, number_text
from quizapp.study.plan import Plan
from quizapp.ui.exam.route import ExamRoute
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Hit
from quizapp.ui.find_questions import QuestionSearch
from quizapp.ui.home.page import HomePage
from quizapp.ui.library.questions_route import QuestionsRoute
from quizapp.ui.program import Services
from quizapp.ui.question_words import category_plural
from quizapp.ui.settings.route import SettingsRoute
from quizapp.ui.shell import SETTINGS
from quizapp.ui.surroundings import Surroundings
from quizapp.ui.widgets.chip import CATEGORY_ICONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The pages that can be gone to, and how that is done."""

    home: HomePage
    exam: ExamRoute
    questions: QuestionsRoute
    settings: SettingsRoute
    begin: Callable[[Plan], None]
    go_library: Callable[[Callable[[], None] | None], None]
    fail: Callable[[Exception], None]


def find_over(
    ways: Ways, services: Services, around: Surroundings, parent: QObject
) -> FindHandling:
    """Return the panel; at the desk it also finds questions, exams, settings and categories."""
    panel = FindHandling(around.actions, around.shell)
    shell, page = around.shell, ways.questions.page
    search = QuestionSearch(
        services.desk.finder, around.runner, panel, lambda: shell.is_at_desk, parent
    )
    search.practised.connect(page.practise_asked)
    search.paused.connect(page.pause_asked)
    search.resumed.connect(page.resume_asked)
    search.failed.connect(ways.fail)

    def look_at(question: int) -> None:
        ways.questions.look_for("")
        ways.go_library(lambda: ways.questions.look_at(question))

    def look_for(text: str) -> None:
        ways.questions.look_for(text)
        ways.go_library(None)

    def more() -> list[Hit]:
        if not shell.is_at_desk:
            return []
        show_settings = around.actions[SETTINGS].trigger
        return [
            *_categories(ways),
            *ways.exam.hits(),
            *ways.settings.hits(show_settings),
        ]

    search.opened.connect(look_at)
    search.listed.connect(look_for)
    panel.more = more
    return panel


def _categories(ways: Ways) -> list[Hit]:
    """Return a round for each category that has something today."""
    today = ways.home.today
    return [
        Hit(
            text=_("Øv {category}").format(category=category_plural(category.name)),
            icon=CATEGORY_ICONS.get(category.name, "target"),
            act=partial(ways.begin, Plan(categories=(category.name,))),
            note=_("{n} i dag").format(n=number_text(category.due)) if category.due else "",
        )
        for category in (today.categories if today is not None else ())
        if category.due or category.new
    ]
