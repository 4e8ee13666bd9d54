"""What stands in a view now, and a view filled with what stood there before."""

from typing import assert_never

from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Rated,
    Typed,
    TypedList,
    WrittenAndRated,
)
from quizapp.study.flow import Shown
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.choice_view import ChoiceView, MultipleChoiceView
from quizapp.ui.study.cloze_view import ClozeView
from quizapp.ui.study.list_view import ListView
from quizapp.ui.study.matching_view import MatchingView
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.study.typed_view import TypedView
from quizapp.ui.widgets.options import OptionList, OptionState


def answer_in(  # noqa: PLR0911 - one line a kind
    view: AnswerView, shown: Shown
) -> Answer | None:
    """Return the answer that stands in a view; None for a blank.

    Items to put in order always stand in some order: whether it is an answer, the caller knows.
    """
    if not (isinstance(view, ChoiceView) or view.can_submit()):
        return None
    match view:
        case TypedView():
            return Typed(view.field.text())
        case ListView():
            return TypedList(view.field.answers())
        case ClozeView():
            return TypedList(view.text.answers())
        case OrderingView():
            return Ordered(tuple(shown.options[at] for at in view.rows.order()))
        case MatchingView():
            pairs = sorted(view.board.pairs().items())
            return Matched(tuple((shown.left[one], shown.right[other]) for one, other in pairs))
        case ChoiceView() | MultipleChoiceView():
            return _picked(view, shown)
        case _:
            return None


def put_back(  # noqa: C901 - one case a shape
    view: AnswerView, answer: Answer, shown: Shown
) -> None:
    """Fill a view with an answer given before."""
    match answer:
        case Typed():
            if isinstance(view, TypedView):
                view.field.set_text(answer.text)
        case TypedList():
            _put_texts(view, answer.texts)
        case Picked() | PickedMany():
            _pick(view, answer, shown)
        case Ordered():
            if isinstance(view, OrderingView):
                view.rows.set_order([shown.options.index(item) for item in answer.items])
        case Matched():
            if isinstance(view, MatchingView):
                pairs = {shown.left.index(a): shown.right.index(b) for a, b in answer.pairs}
                view.board.set_pairs(pairs)
        case Rated() | WrittenAndRated():
            pass
        case _:
            assert_never(answer)


def chosen_in(options: OptionList) -> list[int]:
    """Return the places of the options that are chosen."""
    return [at for at, row in enumerate(options.rows) if row.mark.state is OptionState.CHOSEN]


def _picked(view: ChoiceView | MultipleChoiceView, shown: Shown) -> Answer | None:
    texts = tuple(shown.options[at] for at in chosen_in(view.options))
    if isinstance(view, MultipleChoiceView):
        return PickedMany(texts)
    return Picked(texts[0]) if texts else None


def _put_texts(view: AnswerView, texts: tuple[str, ...]) -> None:
    if isinstance(view, ListView):
        view.field.set_answers(texts)
    elif isinstance(view, ClozeView):
        view.text.set_answers(texts)


def _pick(view: AnswerView, answer: Picked | PickedMany, shown: Shown) -> None:
    texts = answer.options if isinstance(answer, PickedMany) else (answer.option,)
    places = [shown.options.index(text) for text in texts]
    if isinstance(view, MultipleChoiceView):
        view.set_picked(places)
    elif isinstance(view, ChoiceView):
        view.options.set_chosen(places)
