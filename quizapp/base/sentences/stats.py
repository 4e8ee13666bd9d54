"""Sorts of mistake, in a few words for a chart."""

from quizapp.base.texts import N_, Sentence

SENTENCES: dict[str, Sentence] = {
    "blank": N_("Ikke besvaret"),
    "spelling": N_("Stavning"),
    "notation": N_("Skrivemåde"),
    "vague_date": N_("Datoen for upræcis"),
    "date": N_("Datoen ved siden af"),
    "period": N_("Tidsrum"),
    "number": N_("Tallet ved siden af"),
    "magnitude": N_("Størrelsen, fx tusind"),
    "unit": N_("Enheden"),
    "digits": N_("Cifre byttet om"),
    "partial": N_("Kun noget af svaret"),
    "term": N_("Et andet ord"),
    "missing": N_("Nævnte ikke alle"),
    "choice": N_("Valgte forkert"),
    "order": N_("Rækkefølgen"),
    "pairs": N_("Parrene"),
    "gaps": N_("Hullerne"),
    "forgotten": N_("Huskede ikke"),
}
