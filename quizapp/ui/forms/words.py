"""The words of a form: what each field is called there, and what is said of it."""

from dataclasses import dataclass

from quizapp.base.texts import N_, _
from quizapp.library.editing.form_shapes import Filled, Way
from quizapp.notation.dates import Precision
from quizapp.questions.kinds import Basis, Category, Kind
from quizapp.ui.question_words import category_word


@dataclass(frozen=True, slots=True)
class Words:
    """A field's label, a note beside it, and the heads of its columns if it has rows."""

    label: str
    note: str = ""
    columns: tuple[str, ...] = ()


_GAPS = "{9. april|d. 9. april}"
_WORDS = {
    "spørgsmål": Words(N_("Spørgsmål")),
    "svar": Words(N_("Svar")),
    "også": Words(N_("Godkend også"), N_("andre rigtige svar"), (N_("Andet rigtigt svar"),)),
    "næsten": Words(
        N_("Næsten rigtigt"), "", (N_("Svar, der er tæt på"), N_("Det siger du til eleven"))
    ),
    "afvis": Words(N_("Afvis"), "", (N_("Svar, der er forkert"), N_("Det siger du til eleven"))),
    "nøjagtighed": Words(N_("Så nøjagtigt skal svaret være")),
    "næsten nøjagtighed": Words(N_("Næsten, når svaret er på")),
    "gammel stil": Words(N_("Dato i gammel stil")),
    "år givet": Words(N_("Årstallet står i spørgsmålet")),
    "margin år": Words(N_("Godkend så mange år ved siden af")),
    "margin dage": Words(N_("Næsten ved så mange dage ved siden af")),
    "enhed": Words(N_("Enhed")),
    "tolerance": Words(N_("Tolerance")),
    "enheder": Words(N_("Andre godkendte enheder"), N_("komma imellem")),
    "afvis enheder": Words(N_("Enheder, der er forkerte"), N_("komma imellem")),
    "enhed kræves": Words(N_("Enheden skal skrives")),
    "godtag": Words(N_("Godkend fra og til"), N_("to tal, komma imellem")),
    "næsten interval": Words(N_("Næsten fra og til"), N_("to tal, komma imellem")),
    "kræves": Words(N_("Hvor mange skal nævnes?"), N_("tomt: alle")),
    "rigtigt": Words(N_("Rigtigt svar")),
    "rigtige": Words(N_("Rigtige svar"), "", (N_("Rigtig svarmulighed"),)),
    "forkerte": Words(
        N_("Forkerte svar"), "", (N_("Forkert svarmulighed"), N_("Hvorfor er den forkert?"))
    ),
    "bland": Words(N_("Bland svarene")),
    "rækkefølge": Words(
        N_("I rigtig rækkefølge"),
        N_("skriv = mellem to, der er samtidige"),
        (N_("Det næste i rækken"),),
    ),
    "par": Words(N_("Par"), "", (N_("Til venstre"), N_("Hører sammen med"))),
    "overskydende": Words(
        N_("Svar til højre uden makker"), "", (N_("Hører ikke sammen med noget"),)
    ),
    "tekst": Words(N_("Tekst med huller"), N_("sæt klammer om svarene: {example}")),
    "huller": Words(N_("Huller")),
    "forside": Words(N_("Forside")),
    "bagside": Words(N_("Bagside")),
    "begge veje": Words(N_("Spørg begge veje")),
    "modelsvar": Words(N_("Modelsvar")),
    "rubrik": Words(N_("Det skal svaret have med"), "", (N_("Svaret nævner …"),)),
    "forklaring": Words(N_("Forklaring"), N_("vises efter svaret")),
    "kilde": Words(N_("Kilder"), "", (N_("Titel"), N_("Adresse på nettet"), N_("Set den"))),
    "hint": Words(N_("Hint")),
    "emner": Words(N_("Emner"), N_("komma imellem")),
    "læs": Words(N_("Sted i teksten")),
    "grundlag": Words(N_("Hvor står svaret?")),
    "billede": Words(N_("Billede")),
    "billeder": Words(N_("Billeder")),
    "forklaringsbillede": Words(N_("Billede til forklaringen")),
    "kildekritik": Words(N_("Kildekritik")),
    "faktum": Words(N_("Samme viden som"), N_("samme ord på de spørgsmål, der spørger om ét")),
    "bemærkning": Words(N_("Bemærkning"), N_("kun til dig")),
    "nulstil": Words(N_("Lad eleverne begynde forfra med spørgsmålet")),
}
_OF_KIND = {
    (Kind.ENUMERATION, "svar"): Words(
        N_("Svar, der skal nævnes"), "", (N_("Svar"), N_("Også, delt med ;"))
    ),
    (Kind.CLOZE, "spørgsmål"): Words(N_("Opgave"), N_("må være tom")),
    (Kind.DATE, "svar"): Words(N_("Svar"), N_("fx 17. marts 1725")),
    (Kind.NUMBER, "tolerance"): Words(N_("Tolerance"), N_("fx 5 eller 1 %")),
}
_PRECISIONS = {
    "": N_("Som svaret"),
    Precision.DAY.value: N_("Dag"),
    Precision.MONTH.value: N_("Måned"),
    Precision.YEAR.value: N_("År"),
    Precision.DECADE.value: N_("Årti"),
    Precision.CENTURY.value: N_("Århundrede"),
    Precision.RANGE.value: N_("Periode"),
}
_KINDS = {
    Kind.DATE: N_("Dato"),
    Kind.NUMBER: N_("Tal"),
    Kind.TERM: N_("Ord eller navn"),
    Kind.ENUMERATION: N_("Opremsning"),
    Kind.CHOICE: N_("Valg"),
    Kind.MULTIPLE_CHOICE: N_("Flervalg"),
    Kind.ORDERING: N_("Rækkefølge"),
    Kind.MATCHING: N_("Par"),
    Kind.CLOZE: N_("Indsæt"),
    Kind.FLASHCARD: N_("Kort"),
    Kind.OPEN: N_("Åbent spørgsmål"),
}


def words_of(kind: Kind, key: str) -> Words:
    """Return what a field is called in the form of a kind, in the language in force."""
    found = _OF_KIND.get((kind, key)) or _WORDS[key]
    note = _(found.note).replace("{example}", _GAPS) if found.note else ""
    return Words(_(found.label), note, tuple(_(one) for one in found.columns))


def author_kind(kind: str) -> str:
    """Return a kind in an author's words; what is no kind as it stands."""
    return next((_(words) for one, words in _KINDS.items() if one.value == kind), kind)


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds as they are chosen among."""
    return [(kind.value, _(words)) for kind, words in _KINDS.items()]


def category_choices() -> list[tuple[str, str]]:
    """Return the categories as they are chosen among."""
    return [(one.value, category_word(one.value)) for one in Category]


def difficulty_choices() -> list[tuple[str, str]]:
    """Return how hard a question may be said to be."""
    ends = {1: _("1 – let"), 5: _("5 – svær")}
    return [("", "–"), *((str(step), ends.get(step, str(step))) for step in range(1, 6))]


def choices_of(way: Way | Filled) -> list[tuple[str, str]]:
    """Return the choices of a field that is chosen; none for any other."""
    match way:
        case Way.PRECISION:
            return [(value, _(words)) for value, words in _PRECISIONS.items()]
        case Way.GAPS:
            return [("", _("Alle huller på én gang")), ("hver for sig", _("Et hul ad gangen"))]
        case Way.BASIS:
            return [("", _("I læseteksten")), (Basis.EXTERNAL.value, _("Ud over teksten"))]
        case _:
            return []
