"""What the library says of a question: how far the learner is, and when it comes again."""

from datetime import date, timedelta

from quizapp.base.texts import N_, _, day_text, ngettext, number_text
from quizapp.study.found import Found, Hit, Order, State
from quizapp.ui.question_words import category_word

STATES = {
    State.NEW: N_("Nye"),
    State.LEARNING: N_("I gang"),
    State.KNOWN: N_("Lærte"),
    State.PAUSED: N_("På pause"),
    State.FAILING: N_("Driller"),
}
ORDERS = {
    Order.QUESTION: N_("Spørgsmål"),
    Order.RECALL: N_("Husker du"),
    Order.DUE: N_("Næste gang"),
}
NOT_YET = "–"
_LONGEST_QUERY = 40


def recall_text(hit: Hit) -> str:
    """Return »58 %«, or »nyt« for a question that was never asked."""
    if hit.recall is None:
        return _("nyt")
    return _("{n} %").format(n=round(100 * hit.recall))


def next_text(hit: Hit, today: date) -> str:
    """Return when a question comes again, as short as a column has room for."""
    if hit.is_paused:
        return _("på pause")
    if hit.days_until is None:
        return NOT_YET
    return day_text(today + timedelta(days=max(hit.days_until, 0)), today)


def line_text(hit: Hit, today: date) -> str:
    """Return the second line of a row: »Dato · husker 31 % · i dag«."""
    parts = [category_word(hit.category.value)]
    if hit.recall is None:
        parts.append(_("nyt"))
    else:
        parts.append(_("husker {n} %").format(n=round(100 * hit.recall)))
    if hit.is_paused or hit.days_until is not None:
        parts.append(next_text(hit, today))
    return " · ".join(parts)


def spoken_text(hit: Hit, today: date) -> str:
    """Return a row as a screen reader says it."""
    parts = [hit.prompt, line_text(hit, today).replace(" · ", ", ")]
    if hit.has_note:
        parts.append(_("med note"))
    if hit.is_failing:
        parts.append(_("driller"))
    return " ".join(part if part[-1:] in ".?!:" else f"{part}." for part in parts)


def count_text(found: Found) -> str:
    """Return how many questions fit, for the end of the search field."""
    shown = number_text(len(found.questions))
    if len(found.questions) == found.total:
        return shown
    return _("{n} af {total}").format(n=shown, total=number_text(found.total))


def spoken_count(found: Found) -> str:
    """Return how many questions fit, as a screen reader says it."""
    n = len(found.questions)
    return ngettext("{n} spørgsmål passer", "{n} spørgsmål passer", n).format(n=number_text(n))


def missing_text(found: Found) -> str:
    """Return that nothing fits, and what it does not fit."""
    query = found.wanted.text.strip()
    if query:
        return _("Ingen spørgsmål passer på »{query}«.").format(query=query[:_LONGEST_QUERY])
    return _("Ingen spørgsmål passer på filtrene.")


def practise_text(count: int, most: int) -> str:
    """Return the words of the button that practises what is shown."""
    if count > most:
        return _("Øv {n} af de viste").format(n=number_text(most))
    return ngettext("Øv det ene viste", "Øv de {n} viste", count).format(n=number_text(count))
