"""Choice, multiple choice, matching and order: rules V1, M1, P1, O1 and O2."""

from collections.abc import Sequence
from typing import Final

from quizapp.base.texts import Message
from quizapp.grading.options import MarkingOptions
from quizapp.grading.verdict import Outcome, PartVerdict, Verdict
from quizapp.questions.kinds import Choice, Matching, MultipleChoice, Ordering

HALF: Final = 0.5


def mark_choice(question: Choice, option: str) -> Verdict:
    """V1: the right option, or wrong; the author's line on a wrong option goes with it."""
    is_right = option == question.right
    comment = next((wrong.why for wrong in question.wrong if wrong.text == option), "")
    outcome = Outcome.CORRECT if is_right else Outcome.WRONG
    code = "grading.V1.right" if is_right else "grading.V1.wrong"
    if not option.strip():
        code = "grading.G2.nothing"
    return Verdict(
        outcome=outcome,
        score=float(is_right),
        rule="V1",
        message=Message(code, {"given": option}),
        comment="" if is_right else comment,
        parts=(PartVerdict(given=option, outcome=outcome, expected=question.right),),
    )


def share_outcome(score: float, options: MarkingOptions) -> Outcome:
    """K1, M1, P1: all is correct, more than half is almost."""
    if score >= 1:
        return Outcome.CORRECT
    is_enough = score >= HALF if options.half_is_almost else score > HALF
    return Outcome.ALMOST if is_enough else Outcome.WRONG


def mark_selection(
    question: MultipleChoice,
    picked: Sequence[str],
    options: MarkingOptions,
    require: int | None = None,
) -> Verdict:
    """M1: hits less false ticks, as a share of what was to be found."""
    chosen = list(dict.fromkeys(picked))
    hits = [option for option in chosen if option in question.right]
    extras = [option for option in chosen if option not in question.right]
    asked = require or len(question.right)
    cost = len(extras) if options.extras_cost else 0
    score = max(0.0, (min(len(hits), asked) - cost) / asked) if asked else 0.0
    outcome = share_outcome(score, options)
    is_everything = len(chosen) >= len(question.right) + len(question.wrong) and bool(extras)
    fields = {"n": asked, "hits": len(hits), "extras": len(extras)}
    if is_everything:
        why = "everything"
    else:
        is_required = require is not None
        why = found_words(outcome, len(hits), extras=len(extras), is_required=is_required)
    return Verdict(
        outcome=outcome,
        score=score if outcome is not Outcome.WRONG else 0.0,
        rule="M1",
        message=Message(f"grading.M1.{why}", fields),
        comment=_why_wrong(question, extras),
        parts=tuple(_option(question, option) for option in chosen),
    )


def _why_wrong(question: MultipleChoice, extras: Sequence[str]) -> str:
    whys = [wrong.why for wrong in question.wrong if wrong.text in extras and wrong.why]
    return whys[0] if len(extras) == 1 and whys else ""


def _option(question: MultipleChoice, option: str) -> PartVerdict:
    is_right = option in question.right
    outcome = Outcome.CORRECT if is_right else Outcome.WRONG
    why = next((wrong.why for wrong in question.wrong if wrong.text == option), "")
    message = Message("grading.own", {"text": why}) if why else None
    return PartVerdict(given=option, outcome=outcome, message=message)


def found_words(outcome: Outcome, hits: int, *, extras: int, is_required: bool) -> str:
    """Say which sentence of M1 to M3 fits."""
    if outcome is Outcome.CORRECT:
        return "named" if is_required else "right"
    if extras:
        return "extras" if hits else "none"
    return "some" if outcome is Outcome.ALMOST else "few"


def mark_matching(
    question: Matching, pairs: Sequence[tuple[str, str]], options: MarkingOptions
) -> Verdict:
    """P1: all pairs right is correct, more than half almost."""
    chosen = dict(pairs)
    parts = tuple(
        PartVerdict(
            given=chosen.get(left, ""),
            outcome=Outcome.CORRECT if chosen.get(left) == right else Outcome.WRONG,
            expected=right,
        )
        for left, right in question.pairs
    )
    right_pairs = sum(part.outcome is Outcome.CORRECT for part in parts)
    score = right_pairs / len(parts) if parts else 0.0
    outcome = share_outcome(score, options)
    code = "grading.P1.right" if outcome is Outcome.CORRECT else "grading.P1.some"
    return Verdict(
        outcome=outcome,
        score=score if outcome is not Outcome.WRONG else 0.0,
        rule="P1",
        message=Message(code, {"right": right_pairs, "n": len(parts)}),
        parts=parts,
    )


def mark_order(question: Ordering, items: Sequence[str]) -> Verdict:
    """O1: few inverted pairs are almost, ties are free; O2: incomplete or doubled is wrong."""
    places = {item: at for at, tied in enumerate(question.sequence) for item in tied}
    broken = _broken(items, places)
    if broken is not None:
        parts = _order_parts(question, items)
        return Verdict(outcome=Outcome.WRONG, score=0.0, rule="O2", message=broken, parts=parts)
    inverted = [
        (later, earlier)
        for at, earlier in enumerate(items)
        for later in items[at + 1 :]
        if places[earlier] > places[later]
    ]
    allowed = (len(items) - 1) // 2
    pairs = len(items) * (len(items) - 1) / 2
    outcome = Outcome.WRONG
    if len(inverted) <= allowed:
        outcome = Outcome.ALMOST if inverted else Outcome.CORRECT
    return Verdict(
        outcome=outcome,
        score=(1 - len(inverted) / pairs if pairs else 1.0) if outcome else 0.0,
        rule="O1",
        message=_order_message(outcome, inverted, len(items)),
        parts=_order_parts(question, items),
    )


def _broken(items: Sequence[str], places: dict[str, int]) -> Message | None:
    doubled = next((item for at, item in enumerate(items) if item in items[:at]), None)
    if doubled is not None:
        return Message("grading.O2.doubled", {"item": doubled})
    missing = len(places.keys() - set(items))
    if missing:
        return Message("grading.O2.missing", {"n": missing})
    if len(items) != len(places):
        return Message("grading.O1.wrong")
    return None


def _order_message(outcome: Outcome, inverted: list[tuple[str, str]], count: int) -> Message:
    if outcome is Outcome.CORRECT:
        return Message("grading.O1.right")
    if outcome is Outcome.ALMOST:
        return Message("grading.O1.almost", {"a": inverted[0][0], "b": inverted[0][1]})
    two = 2
    return Message("grading.O1.two" if count == two else "grading.O1.wrong")


def _order_parts(question: Ordering, items: Sequence[str]) -> tuple[PartVerdict, ...]:
    wanted = [tied for tied in question.sequence for _ in tied]
    parts = []
    for at, item in enumerate(items):
        tied = wanted[at] if at < len(wanted) else ()
        outcome = Outcome.CORRECT if item in tied else Outcome.WRONG
        parts.append(PartVerdict(given=item, outcome=outcome, expected=" / ".join(tied)))
    return tuple(parts)
