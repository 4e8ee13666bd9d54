"""Marking by kind: dispatch, picks, self-rating, scores and what is said."""

from dataclasses import fields
from decimal import Decimal

import pytest

from quizapp.base.ids import QuestionId
from quizapp.base.texts import say
from quizapp.grading.grade import WrongAnswerShapeError, grade
from quizapp.grading.options import MarkingOptions
from quizapp.grading.verdict import Outcome
from quizapp.notation.dates import Century, DateValue, Day, Precision, Span, Year
from quizapp.notation.written import WrittenDate, WrittenNumber
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
from quizapp.questions.codec import decode
from quizapp.questions.keys import DateKey, Gap, ListedWording, NumberKey, TermKey
from quizapp.questions.kinds import (
    Category,
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
    Question,
    Term,
    WrongOption,
)

ID, TERM = QuestionId("q"), Category.TERM
DATE = Date(
    id=ID,
    category=TERM,
    prompt="",
    key=DateKey(value=WrittenDate("5. juni 1849", Day(1849, 6, 5)), precision=Precision.DAY),
)


def _dated(value: DateValue, precision: Precision, text: str = "x") -> Date:
    key = DateKey(value=WrittenDate(text, value), precision=precision)
    return Date(id=ID, category=TERM, prompt="", key=key)


KNOWN_YEAR = _dated(Day(1849, 6, 5), Precision.YEAR)
AUTUMN = _dated(Day(1905, 9, 5), Precision.DAY)
PERIOD = _dated(Span(Year(1848), Year(1851)), Precision.RANGE)
EARLY = _dated(Year(-44), Precision.YEAR)
EARLY_CENTURY = _dated(Century(-400), Precision.CENTURY)
CENTURY = _dated(Century(1800), Precision.CENTURY)
MANY_PEOPLE = Number(
    id=ID, category=TERM, prompt="", key=NumberKey(value=WrittenNumber("1.500", Decimal(1500)))
)
NUMBER = Number(
    id=ID, category=TERM, prompt="", key=NumberKey(value=WrittenNumber("5", Decimal(5)))
)
NAME = Term(
    id=ID,
    category=TERM,
    prompt="",
    key=TermKey(
        answers=("København",),
        almost=(ListedWording("Sjælland", "Øen passer."),),
        reject=(ListedWording("Kiel", "Det ligger i Tyskland."),),
    ),
)
LIST = Enumeration(id=ID, category=TERM, prompt="", answers=(("Norge",), ("Sverige",)))
CHOICE = Choice(
    id=ID,
    category=TERM,
    prompt="",
    right="Norge",
    wrong=(WrongOption("Sverige", "Den kom til senere."), WrongOption("Finland")),
)
MANY = MultipleChoice(
    id=ID,
    category=TERM,
    prompt="",
    right=("a", "b", "c"),
    wrong=(WrongOption("d", "Ikke d."), WrongOption("e")),
)
ORDER = Ordering(id=ID, category=TERM, prompt="", sequence=(("a",), ("b",), ("c",)))
PAIRS = Matching(
    id=ID, category=TERM, prompt="", pairs=(("a", "1"), ("b", "2"), ("c", "3")), spare=("4",)
)
CLOZE = Cloze(
    id=ID, category=TERM, prompt="", parts=("Før ", Gap(key=NAME.key), " og ", Gap(key=NUMBER.key))
)
CARD = Flashcard(id=ID, category=TERM, prompt="", back="b")
OPEN = Open(id=ID, category=TERM, prompt="", model="m")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (DATE, Typed("5/6 1849")),
        (NUMBER, Typed("fem")),
        (NAME, Typed("Kbh.")),
        (LIST, TypedList(("Norge", "Sverige"))),
        (LIST, Typed("Norge og Sverige")),
        (CHOICE, Picked("Norge")),
        (MANY, PickedMany(("c", "a", "b"))),
        (ORDER, Ordered(("a", "b", "c"))),
        (PAIRS, Matched((("a", "1"), ("b", "2"), ("c", "3")))),
        (CLOZE, TypedList(("København", "5"))),
        (CARD, Rated(3)),
        (OPEN, WrittenAndRated("tekst", 4)),
    ],
)
def test_the_right_answer_of_every_kind_is_right(question: Question, answer: Answer) -> None:
    verdict = grade(question, answer)
    assert (verdict.outcome, verdict.score) == (Outcome.CORRECT, 1.0)
    assert say(verdict.message)


@pytest.mark.parametrize(
    ("question", "answer"),
    [(DATE, Picked("x")), (CHOICE, Typed("Norge")), (CARD, Typed("x")), (MANY, Picked("a"))],
)
def test_another_shape_of_answer_is_a_bug(question: Question, answer: Answer) -> None:
    with pytest.raises(WrongAnswerShapeError):
        grade(question, answer)


@pytest.mark.parametrize("rating", [0, 5])
def test_a_rating_outside_one_to_four_is_a_bug(rating: int) -> None:
    with pytest.raises(WrongAnswerShapeError):
        grade(CARD, Rated(rating))


def test_the_learners_rating_is_the_verdict() -> None:
    outcomes = [grade(CARD, Rated(rating)).outcome for rating in range(1, 5)]
    assert outcomes == [Outcome.WRONG, Outcome.ALMOST, Outcome.CORRECT, Outcome.CORRECT]
    assert grade(OPEN, WrittenAndRated("", 1)).rule == "self"


def test_a_wrong_option_says_why_it_is_wrong() -> None:
    verdict = grade(CHOICE, Picked("Sverige"))
    assert (verdict.outcome, verdict.comment) == (Outcome.WRONG, "Den kom til senere.")
    assert grade(CHOICE, Picked("x")).outcome is Outcome.WRONG


def test_no_option_at_all_is_not_called_an_option() -> None:
    verdict = grade(CHOICE, Picked(""))
    assert (verdict.outcome, verdict.message.code) == (Outcome.WRONG, "grading.G2.nothing")


def test_the_authors_words_follow_a_reject_and_a_half_answer() -> None:
    assert grade(NAME, Typed("Kiel")).comment == "Det ligger i Tyskland."
    assert grade(NAME, Typed("Sjælland")).comment == "Øen passer."


@pytest.mark.parametrize(
    ("text", "score"),
    [("København", 1.0), ("Kobenhavn", 0.9), ("Køenhavn", 0.9), ("Sjælland", 0.6), ("Kiel", 0.0)],
)
def test_a_slip_of_form_scores_more_than_half_an_answer(text: str, score: float) -> None:
    assert grade(NAME, Typed(text)).score == score


def test_each_gap_has_its_own_verdict() -> None:
    parts = grade(CLOZE, TypedList(("Kobenhavn", "6"))).parts
    assert [part.outcome for part in parts] == [Outcome.ALMOST, Outcome.WRONG]
    assert [part.expected for part in parts] == ["København", "5"]


def test_a_missing_gap_is_an_empty_gap() -> None:
    assert grade(CLOZE, TypedList(())).parts[1].given == ""


def test_answers_beyond_the_last_gap_make_a_cloze_wrong() -> None:
    assert grade(CLOZE, TypedList(("København", "5", "x"))).outcome is Outcome.WRONG


def test_a_cloze_without_gaps_has_no_right_answer() -> None:
    bare = Cloze(id=ID, category=TERM, prompt="", parts=("tekst",))
    assert grade(bare, TypedList(())).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("picked", "code"),
    [
        (("a", "b", "c"), "grading.M1.right"),
        (("a", "b"), "grading.M1.some"),
        (("a",), "grading.M1.few"),
        (("a", "b", "c", "d"), "grading.M1.extras"),
        (("a", "b", "c", "d", "e"), "grading.M1.everything"),
    ],
)
def test_a_selection_says_how_many_were_found(picked: tuple[str, ...], code: str) -> None:
    assert grade(MANY, PickedMany(picked)).message.code == code


def test_one_false_tick_is_explained() -> None:
    assert grade(MANY, PickedMany(("a", "b", "c", "d"))).comment == "Ikke d."


def test_a_pair_that_is_missing_is_wrong() -> None:
    verdict = grade(PAIRS, Matched((("a", "1"), ("b", "2"))))
    assert (verdict.outcome, verdict.parts[2].given) == (Outcome.ALMOST, "")
    assert verdict.score == pytest.approx(2 / 3)
    assert grade(PAIRS, Matched((("a", "1"),))).outcome is Outcome.WRONG


def test_an_order_with_a_foreign_item_is_wrong() -> None:
    assert grade(ORDER, Ordered(("a", "b", "c", "x"))).rule == "O2"
    assert grade(ORDER, Ordered(("a", "a", "b"))).message.code == "grading.O2.doubled"
    assert grade(ORDER, Ordered(("a", "b"))).message.code == "grading.O2.missing"


def test_a_list_over_five_hundred_characters_is_wrong() -> None:
    assert grade(LIST, TypedList(("Norge", "x" * 500))).rule == "G3"
    assert grade(LIST, TypedList(())).rule == "G2"


@pytest.mark.parametrize(
    ("option", "question", "answer", "turned"),
    [
        ("year_for_day", DATE, Typed("1849"), Outcome.WRONG),
        ("near_day", DATE, Typed("6. juni 1849"), Outcome.WRONG),
        ("dyslexia_friendly", NAME, Typed("Københvn"), Outcome.CORRECT),
        ("dyslexia_friendly", NAME, Typed("Kobenhavn"), Outcome.CORRECT),
        ("free_inflection", NAME, Typed("Københavns"), Outcome.ALMOST),
        ("trusted_extra_words", NAME, Typed("København i 1807"), Outcome.ALMOST),
        ("free_doubt", NAME, Typed("måske København"), Outcome.ALMOST),
        ("false_detail", KNOWN_YEAR, Typed("4. juni 1849"), Outcome.WRONG),
        ("false_detail", KNOWN_YEAR, Typed("maj 1849"), Outcome.WRONG),
        ("range_end_off", PERIOD, Typed("1848-50"), Outcome.WRONG),
        ("missing_era", EARLY, Typed("44"), Outcome.WRONG),
        ("missing_era", EARLY, Typed("-44"), Outcome.WRONG),
        ("missing_era", EARLY_CENTURY, Typed("400-tallet"), Outcome.WRONG),
        ("hundreds_form", CENTURY, Typed("1800'erne"), Outcome.CORRECT),
        ("english_separators", MANY_PEOPLE, Typed("1,500"), Outcome.WRONG),
        ("bare_magnitude", MANY_PEOPLE, Typed("1,5"), Outcome.ALMOST),
        ("dyslexia_friendly", MANY_PEOPLE, Typed("halvanden tusin"), Outcome.CORRECT),
        ("dyslexia_friendly", AUTUMN, Typed("5. septembr 1905"), Outcome.CORRECT),
        ("half_is_almost", CLOZE, TypedList(("København",)), Outcome.ALMOST),
        ("extras_cost", MANY, PickedMany(("a", "b", "c", "d")), Outcome.CORRECT),
    ],
)
def test_every_disputable_decision_can_be_turned(
    option: str, question: Question, answer: Answer, turned: Outcome
) -> None:
    default = getattr(MarkingOptions(), option)
    options = MarkingOptions(**{option: not default})
    assert grade(question, answer).outcome is not turned
    verdict = grade(question, answer, options)
    assert verdict.outcome is turned
    assert say(verdict.message)


def test_options_read_back_from_their_text() -> None:
    options = MarkingOptions(dyslexia_friendly=True, near_day=False)
    assert options.to_text() == "en dag ved siden af: nej; ordblindevenlig: ja"
    assert MarkingOptions.from_text(options.to_text()) == options
    assert MarkingOptions.from_text("") == MarkingOptions()


@pytest.mark.parametrize("text", ["ukendt: ja", "ordblindevenlig: måske", "ordblindevenlig"])
def test_an_unknown_option_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        MarkingOptions.from_text(text)


def test_each_option_that_was_picked_has_its_verdict_and_the_authors_reason() -> None:
    parts = grade(MANY, PickedMany(("a", "d", "e"))).parts
    assert [(part.given, part.outcome) for part in parts] == [
        ("a", Outcome.CORRECT),
        ("d", Outcome.WRONG),
        ("e", Outcome.WRONG),
    ]
    assert [part.message and say(part.message) for part in parts] == [None, "Ikke d.", None]


@pytest.mark.parametrize("picked", [("a", "b", "c"), ("a", "b", "c", "d", "e"), ("a", "b", "e")])
def test_only_one_false_tick_is_explained(picked: tuple[str, ...]) -> None:
    assert grade(MANY, PickedMany(picked)).comment == ""


@pytest.mark.parametrize(
    ("picked", "score"),
    [(("a", "b", "c"), 1.0), (("a", "b"), 2 / 3), (("a", "b", "c", "d"), 2 / 3), (("a",), 0.0)],
)
def test_a_selection_scores_its_share(picked: tuple[str, ...], score: float) -> None:
    assert grade(MANY, PickedMany(picked)).score == pytest.approx(score)


def test_to_tick_all_is_no_guess_where_all_are_right() -> None:
    question = MultipleChoice(id=ID, category=TERM, prompt="", right=("a", "b"), wrong=())
    assert grade(question, PickedMany(("a", "b"))).message.code == "grading.M1.right"


@pytest.mark.parametrize(
    ("items", "score"),
    [(("a", "b", "c"), 1.0), (("b", "a", "c"), 2 / 3), (("c", "b", "a"), 0.0), (("a", "b"), 0.0)],
)
def test_an_order_scores_by_the_pairs_that_stand_right(
    items: tuple[str, ...], score: float
) -> None:
    assert grade(ORDER, Ordered(items)).score == pytest.approx(score)


def test_an_order_of_one_is_right() -> None:
    alone = Ordering(id=ID, category=TERM, prompt="", sequence=(("a",),))
    verdict = grade(alone, Ordered(("a",)))
    assert (verdict.outcome, verdict.score) == (Outcome.CORRECT, 1.0)


def test_each_place_of_an_order_is_told() -> None:
    parts = grade(ORDER, Ordered(("b", "a", "c"))).parts
    assert [(part.given, part.outcome is Outcome.CORRECT, part.expected) for part in parts] == [
        ("b", False, "a"),
        ("a", False, "b"),
        ("c", True, "c"),
    ]


def test_half_of_the_pairs_is_too_little_unless_the_pack_says_so() -> None:
    pairs = Matching(id=ID, category=TERM, prompt="", pairs=(("a", "1"), ("b", "2")), spare=())
    half = Matched((("a", "1"), ("b", "1")))
    assert grade(pairs, half).outcome is Outcome.WRONG
    assert grade(pairs, half, MarkingOptions(half_is_almost=True)).outcome is Outcome.ALMOST
    assert grade(pairs, half).message.code == "grading.P1.some"
    assert grade(PAIRS, Matched(PAIRS.pairs)).message.code == "grading.P1.right"


def test_a_choice_says_which_option_was_meant() -> None:
    wrong, right = grade(CHOICE, Picked("Finland")), grade(CHOICE, Picked("Norge"))
    assert (wrong.message.code, wrong.comment) == ("grading.V1.wrong", "")
    assert (right.message.code, right.parts[0].expected) == ("grading.V1.right", "Norge")


def test_every_switch_is_written_and_read_both_ways() -> None:
    names = [one.name for one in fields(MarkingOptions)]
    for name in names:
        turned = MarkingOptions(**{name: not getattr(MarkingOptions(), name)})
        assert MarkingOptions.from_text(turned.to_text()) == turned
        assert turned.to_text().endswith(": ja" if getattr(turned, name) else ": nej")


def test_only_what_a_switch_names_is_turned() -> None:
    options = MarkingOptions(missing_era=False, english_separators=False)
    assert grade(EARLY, Typed("40'erne f.Kr."), options).outcome is Outcome.ALMOST
    assert grade(MANY_PEOPLE, Typed("tusin fem hundrede"), options).outcome is Outcome.ALMOST


def test_a_cloze_with_one_gap_is_told_as_its_gap() -> None:
    single = Cloze(id=ID, category=TERM, prompt="", parts=(Gap(key=NAME.key),))
    assert grade(single, TypedList(("Kobenhavn",))).message.code == "grading.T4.spelling"


@pytest.mark.parametrize("given", ["5. september", "5/9", "d. 5. sept."])
def test_a_rejected_date_of_another_year_takes_no_answer_that_only_lacks_the_year(
    given: str,
) -> None:
    rejected = decode(
        {
            "id": "a",
            "type": "dato",
            "kategori": "dato",
            "spørgsmål": "Hvornår?",
            "svar": "5. september 1905",
            "afvis": ["5. september 1904"],
            "næsten": [{"5. september 1906": "Et år for sent."}],
        }
    ).question
    assert rejected is not None
    verdict = grade(rejected, Typed(given), MarkingOptions())
    assert (verdict.outcome, verdict.message.code) == (Outcome.ALMOST, "grading.D5.missing")
    whole = grade(rejected, Typed(f"{given} 1904"), MarkingOptions())
    assert whole.outcome is Outcome.WRONG


def test_a_point_is_taught_with_a_point_however_the_author_wrote_the_number() -> None:
    bare = WrittenNumber("60000", Decimal(60000))
    question = Number(id=ID, category=TERM, prompt="", key=NumberKey(value=bare))
    verdict = grade(question, Typed("60,000"), MarkingOptions())
    assert say(verdict.message) == "60,000 er tres på dansk – med punktum bliver det 60.000."
