"""Why a question comes again on just that day, in plain words."""

from quizapp.base.texts import _
from quizapp.study.flow import FlowState, Judged


def why_that_day(state: FlowState | None) -> str:
    """Return why what was just answered comes again when it does."""
    if isinstance(state, Judged) and state.returns_today:
        return _(
            "Det, du lige har set svaret på, sidder bedst, hvis du selv finder det frem igen."
            " Derfor kommer det en gang til i denne runde."
        )
    return _(
        "Dagen er valgt, så du bliver spurgt, lige før du ellers ville glemme det."
        " Svarer du rigtigt igen, går der længere tid til næste gang."
    )
