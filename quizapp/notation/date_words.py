"""The words of Danish dates: months, seasons, parts of a period, and what is not part of a date."""

import re
from typing import Final

from quizapp.notation.partial import Era
from quizapp.notation.vocabulary import word_set

MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december",
)  # fmt: skip
MONTH_NUMBERS: Final = {name: number for number, name in enumerate(MONTHS, start=1)}
_SHORT: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Read, but not the Danish spelling.
FOREIGN_MONTHS: Final = {
    "january": 1, "februari": 2, "february": 2, "march": 3, "mars": 3, "may": 5, "june": 6,
    "july": 7, "october": 10, "dezember": 12,
}  # fmt: skip
MONTH_WORDS: Final = MONTH_NUMBERS | _SHORT

# First month, and how many; winter of a year is its January, February and December.
SEASONS: Final = {
    "forår": (3, 4, 5), "foråret": (3, 4, 5), "sommer": (6, 7, 8), "sommeren": (6, 7, 8),
    "efterår": (9, 10, 11), "efteråret": (9, 10, 11), "høst": (9, 10, 11), "høsten": (9, 10, 11),
    "vinter": (1, 2, 12), "vinteren": (1, 2, 12),
}  # fmt: skip
WINTER: Final = (1, 2, 12)

THIRDS: Final = {
    "primo": 0, "begyndelsen": 0, "begyndelse": 0, "starten": 0, "start": 0, "først": 0,
    "tidligt": 0, "tidlig": 0, "tidlige": 0, "medio": 1, "midten": 1, "midt": 1, "midte": 1,
    "ultimo": 2, "slutningen": 2, "slutning": 2, "slut": 2, "sidst": 2, "sent": 2, "sen": 2,
    "sene": 2, "enden": 2, "afslutningen": 2,
}  # fmt: skip
HALF_WORDS: Final = frozenset({"halvdel", "halvdelen", "halvår", "halvåret", "del", "delen"})
LAST_WORDS: Final = frozenset({"sidste", "senere"})

FILLERS: Final = word_set(
    "det den d der de var er blev i år året årstallet årene anno dato datoen på om skete "
    "fandt sted af the of som hen ca omtrent omkring cirka circa måske vistnok jeg tror nok "
    "sikkert vel formentlig antagelig antageligt muligvis sandsynligvis at svaret mener "
    "gætter gæt mit et en natten præcis nemlig man månedsskiftet ad anslået end"
)
BEFORE_OR_AFTER: Final = word_set(
    "før efter inden siden senest tidligst over under mindst højst op senere tidligere"
)
FROM_WORDS: Final = frozenset({"fra", "mellem", "imellem"})
TO_WORDS: Final = frozenset({"til", "indtil", "frem"})

BCE: Final = "\ue000"
CE: Final = "\ue001"
MINUS: Final = "\ue002"
ERAS: Final[dict[str, Era]] = {BCE: "bce", CE: "ce", MINUS: "minus"}

_KRISTUS = r"kr(?:ist(?:us|i(?: f(?:ø|oe|o)dsel)?))?\b\.?"
_TIDSREGNING = r"v(?:ores|or|\.)? ?t(?:ids(?:regning(?:en)?(?:s begyndelse)?)?)?\b\.?"
_BCE_TEXT = re.compile(
    rf"(?<![^\W\d_])(?:f(?:(?:ø|oe)r)?\.? ?(?:{_KRISTUS}|{_TIDSREGNING})|bce?\b\.?"
    r"|b\.? ?c\.?(?: ?e\.?)?(?![^\W\d_]))"
)
_CE_TEXT = re.compile(
    rf"(?<![^\W\d_])(?:e(?:fter)?\.? ?(?:{_KRISTUS}|{_TIDSREGNING})|(?:i )?vor tidsregning|ce\b"
    r"|a\.? ?d\.?(?![^\W\d_])|c\. ?e\.?(?![^\W\d_]))"
)
_YEARS_BEFORE_ERA = re.compile(rf"(\d) år(?= +[{BCE}{CE}])")
_NEGATIVE = re.compile(r"(?:(?<=^)|(?<=fra )|(?<=til )|(?<=og )|(?<=år )|(?<=mellem ))-(\d+)")
_RELATIVE = re.compile(r"\bår (?:siden|efter|før|senere|tidligere)\b")
_OLD_STYLE = re.compile(
    r"\(?\b(?:(?:efter |i )?(?:den )?(?:gammel|gamle|gl\.?) (?:russiske? )?"
    r"(?:stil|tidsregning|kalender)|"
    r"g\. ?s\b\.?|gs\b|o\. ?s\b\.?|(?:efter |i )?(?:den )?julianske? ?(?:kalender|stil|tid)?|"
    r"old style)\)?"
)
_NEW_STYLE = re.compile(
    r"\(?\b(?:(?:efter |i )?(?:den )?nye? (?:stil|tidsregning|kalender)|n\. ?s\b\.?|"
    r"(?:efter |i )?(?:den )?gregorianske? ?(?:kalender|stil|tid)?|new style)\)?"
)
_TIME_OF_DAY = re.compile(
    r"\b(?:kl(?:okken)?\.? ?(?:\d{1,2}(?:[.:]\d\d)?|\w+)(?: uhr)?"
    r"|natten til(?: den)?|(?:om |på |tidligt? om |sent om |tidligt |sent )?(?:den )?"
    r"(?:morgenen|formiddagen|eftermiddagen|aftenen|natten|formiddag|eftermiddag)(?! mellem)"
    r"|\d{1,2}:\d\d(?: uhr)?"
    r"|ved (?:middagstid|daggry|midnat|solopgang|solnedgang|midnatstid)|midnat|middag)\b"
)
_HOLY_DAYS = re.compile(
    r"\b(?:skærtorsdag|langfredag|palmesøndag|påske(?:dag|morgen|søndag|lørdag|mandag|aften|n)?|"
    r"(?:(?:1|2|første|anden)\.? )?(?:påskedag|juledag|pinsedag)|jule(?:n|aften|dag|aftensdag)|"
    r"nytårs(?:dag|aften|aftensdag|morgen)|pinse(?:dag|n|morgen)?|(?:store )?bededag|"
    r"(?:kristi )?himmelfartsdag|sank(?:t|te) ?hans(?: ?aften| ?dag)?|grundlovsdag|fastelavn|"
    r"kyndelmisse|mortens ?aften|allehelgens(?:dag|aften)|helligtrekongers(?: ?dag|aften)?)\b,?"
)
_WEEKDAYS = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|loerdag|soendag)(?:en|s)?\b,?"
)
_YEAR = re.compile(r"\d{3}|tallet|erne|århundred|\d[./-] ?\d+[./ -]+\d")
_PARENTHESIS = re.compile(r"[(\[][^()\[\]]*[)\]]?")


def mark_eras(text: str) -> str:
    """Replace every notation of f.Kr. and e.Kr., and a minus, by one sign after the year."""
    text = _CE_TEXT.sub(f" {CE} ", _BCE_TEXT.sub(f" {BCE} ", text))
    text = _YEARS_BEFORE_ERA.sub(r"\1 ", text)
    return _NEGATIVE.sub(rf"\1 {MINUS} ", text)


def is_relative(text: str) -> bool:
    """Whether a text counts years from something else: for 44 år siden, to år efter."""
    return _RELATIVE.search(text) is not None


def take_styles(text: str) -> tuple[str, bool, bool]:
    """Take the labels »gammel stil« and »ny stil« out of a text: (rest, is old, is new)."""
    without_old, old = _OLD_STYLE.subn(" ", text)
    without_new, new = _NEW_STYLE.subn(" ", without_old)
    return without_new, bool(old), bool(new)


def drop_unasked(text: str) -> str:
    """Drop times of day, holy days, weekdays (D16) and parentheses without an era (G9)."""
    has_year = _YEAR.search(_PARENTHESIS.sub(" ", text)) is not None
    text = _PARENTHESIS.sub(_era_inside if has_year else _year_inside, text)
    for unasked in (_HOLY_DAYS, _WEEKDAYS, _TIME_OF_DAY):
        text = unasked.sub(" ", text)
    return text


def _year_inside(match: re.Match[str]) -> str:
    """Keep the year of »9. april (1940)«, which stands nowhere else."""
    year = re.fullmatch(r"[(\[](?:i |år |i år )?(\d{3,4})[)\]]?", match[0])
    return f" {year[1]} " if year else _era_inside(match)


def _era_inside(match: re.Match[str]) -> str:
    return next((sign for sign in ERAS if sign in match[0]), " ")
