"""The decisions that a teacher may dispute, each a switch of the pack or of the learner."""

from dataclasses import dataclass, fields, replace
from typing import Final, Self

from quizapp.grading.verdict import Finding, Outcome

_WORDS: Final = {
    "year_for_day": "årstal for dag",
    "near_day": "en dag ved siden af",
    "false_detail": "forkert detalje",
    "range_end_off": "ende ved siden af",
    "missing_era": "uden f.kr.",
    "hundreds_form": "1800'erne er rigtigt",
    "english_separators": "engelske tal",
    "bare_magnitude": "uden størrelse",
    "dyslexia_friendly": "ordblindevenlig",
    "free_inflection": "fri bøjning",
    "trusted_extra_words": "ekstra ord",
    "free_doubt": "fri tvivl",
    "half_is_almost": "halvt er næsten",
    "extras_cost": "ekstra koster",
}
_YES: Final = "ja"
_NO: Final = "nej"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingOptions:
    """Switches, in the order of the list in the marking rules; the defaults are the rules."""

    year_for_day: bool = True
    near_day: bool = True
    false_detail: bool = True
    range_end_off: bool = True
    missing_era: bool = True
    hundreds_form: bool = False
    english_separators: bool = True
    bare_magnitude: bool = False
    dyslexia_friendly: bool = False
    free_inflection: bool = True
    trusted_extra_words: bool = True
    free_doubt: bool = True
    half_is_almost: bool = False
    extras_cost: bool = True

    def to_text(self) -> str:
        """Write what differs from the rules: »ordblindevenlig: ja; engelske tal: nej«."""
        changed = [
            f"{_WORDS[field.name]}: {_YES if getattr(self, field.name) else _NO}"
            for field in fields(self)
            if getattr(self, field.name) != field.default
        ]
        return "; ".join(changed)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read what ``to_text`` wrote; raises ``ValueError`` for an unknown switch or value."""
        names = {word: name for name, word in _WORDS.items()}
        chosen: dict[str, bool] = {}
        for part in filter(None, (part.strip() for part in text.split(";"))):
            word, _, value = (piece.strip().casefold() for piece in part.partition(":"))
            if word not in names or value not in {_YES, _NO}:
                raise ValueError(part)
            chosen[names[word]] = value == _YES
        return cls(**chosen)


DEFAULT: Final = MarkingOptions()

# What a switch turns: rule, how the reason begins, and the outcome once turned.
_STRICTER: Final = (
    ("year_for_day", "D3", ("missing_day_year",), Outcome.WRONG),
    ("near_day", "D8", ("near",), Outcome.WRONG),
    ("false_detail", "D4", ("false_detail",), Outcome.WRONG),
    ("range_end_off", "D9", ("one_off",), Outcome.WRONG),
    ("missing_era", "D10", ("missing", "minus"), Outcome.WRONG),
    ("english_separators", "N2", ("comma", "decimal_point"), Outcome.WRONG),
    ("free_inflection", "T2", ("right",), Outcome.ALMOST),
    ("trusted_extra_words", "T8", ("right",), Outcome.ALMOST),
    ("free_doubt", "G5", ("right",), Outcome.ALMOST),
)
_MILDER: Final = (
    ("hundreds_form", "D11", ("hundreds",), Outcome.CORRECT),
    ("bare_magnitude", "N4", ("missing",), Outcome.ALMOST),
    ("dyslexia_friendly", "T3", ("spelling",), Outcome.CORRECT),
    ("dyslexia_friendly", "T4", ("spelling",), Outcome.CORRECT),
    ("dyslexia_friendly", "N3", ("spelling",), Outcome.CORRECT),
    ("dyslexia_friendly", "D15", ("spelling",), Outcome.CORRECT),
)


def adjusted(finding: Finding, options: MarkingOptions) -> Finding:
    """Return the finding as the switches have it."""
    if options == DEFAULT:
        return finding
    for table, turned in ((_STRICTER, False), (_MILDER, True)):
        for name, rule, reasons, outcome in table:
            is_turned = getattr(options, name) is turned
            if is_turned and finding.rule == rule and finding.why.startswith(reasons):
                return _turned(finding, outcome)
    return finding


# Where the sentence must be another one, once the switch is turned.
_RETOLD: Final = frozenset({("G5", "right"), ("T2", "right"), ("T8", "right"),
                            ("T3", "spelling"), ("T4", "spelling")})  # fmt: skip


def _turned(finding: Finding, outcome: Outcome) -> Finding:
    is_retold = (finding.rule, finding.why) in _RETOLD
    return replace(
        finding, outcome=outcome, why=f"{finding.why}_turned" if is_retold else finding.why
    )
