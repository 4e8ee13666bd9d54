"""Sentences of the family ``errors``."""

from quizapp.base.texts import N_, Sentence

SENTENCES: dict[str, Sentence] = {
    "review_log_empty": N_("Loggen har ingen rækker. Vælg en fil med mindst ét svar."),
    "review_log_no_card": N_("Linje {line}: Der står intet kort. Ret linjen, og prøv igen."),
    "review_log_no_column": N_(
        "Kolonnen »{column}« mangler. Loggen skal have kolonnerne card og rating "
        "og enten review_time_ms eller delta_days."
    ),
    "review_log_no_number": N_(
        "Linje {line}: »{value}« i kolonnen {column} er ikke et tal. Ret linjen, og prøv igen."
    ),
    "review_log_rating": N_("Linje {line}: »{value}« er ikke 1, 2, 3 eller 4. Ret rating."),
    "review_log_too_short": N_(
        "Loggen er for kort. Der skal være mindst to svar, som er givet en dag eller mere efter "
        "kortets forrige svar."
    ),
    "review_log_unreadable": N_(
        "{file} kan ikke læses som tekst. Gem loggen som CSV i UTF-8, og prøv igen."
    ),
}
