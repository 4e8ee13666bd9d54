"""Which view a kind of question is answered in."""

from typing import assert_never

from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Term,
)
from quizapp.study.flow import Asking
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.choice_view import ChoiceView, MultipleChoiceView
from quizapp.ui.study.cloze_view import ClozeView
from quizapp.ui.study.flashcard_view import FlashcardView
from quizapp.ui.study.list_view import ListView
from quizapp.ui.study.matching_view import MatchingView
from quizapp.ui.study.open_view import OpenView
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.study.typed_view import TypedView


def view_for(asking: Asking) -> AnswerView:  # noqa: C901, PLR0911 - one line a kind
    """Return the means to answer a question."""
    question, shown = asking.question, asking.shown
    match question:
        case Date() | Number() | Term():
            return TypedView(question)
        case Choice():
            return ChoiceView(question, shown.options, shown.at_options)
        case MultipleChoice():
            return MultipleChoiceView(question, shown.options, shown.at_options)
        case Ordering():
            return OrderingView(question, shown.options, shown.at_options)
        case Matching():
            return MatchingView(question, shown.left, shown.right, shown.at_options)
        case Cloze():
            return ClozeView(question)
        case Enumeration():
            return ListView(question)
        case Flashcard():
            return FlashcardView(question, has_picture=shown.picture is not None)
        case Open():
            return OpenView(question)
        case _:
            assert_never(question)
