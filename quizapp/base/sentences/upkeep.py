"""Sentences of the family ``upkeep``."""

from quizapp.base.texts import N_, P_, Sentence

SENTENCES: dict[str, Sentence] = {
    "integrity_ok": N_("Filen er hel."),
    "integrity_bad": P_(
        "Filen har {n} fejl. Gendan den nyeste sikkerhedskopi.",
        "Filen har {n} fejl. Gendan den nyeste sikkerhedskopi.",
    ),
    "foreign_keys_ok": N_("Alle henvisninger i filen passer."),
    "foreign_keys_bad": P_(
        "{n} henvisning i filen passer ikke. Gendan den nyeste sikkerhedskopi.",
        "{n} henvisninger i filen passer ikke. Gendan den nyeste sikkerhedskopi.",
    ),
    "log_ok": N_("Alle svar stemmer med det, der er rettet i dem."),
    "log_bad": P_(
        "{n} svar stemmer ikke med det, der er rettet i det.",
        "{n} svar stemmer ikke med det, der er rettet i dem.",
    ),
    "memory_ok": N_("Det, du har lært, stemmer med dine svar."),
    "memory_bad": P_(
        "Ved {n} spørgsmål stemmer det, du har lært, ikke med dine svar.",
        "Ved {n} spørgsmål stemmer det, du har lært, ikke med dine svar.",
    ),
    "memory_repair": N_("Beregn igen ud fra svarene"),
    "day_counts_ok": N_("Antallet af svar pr. dag stemmer."),
    "day_counts_bad": P_(
        "{n} tal for svar pr. dag stemmer ikke.", "{n} tal for svar pr. dag stemmer ikke."
    ),
    "day_counts_repair": N_("Tæl svarene igen"),
    "future_days_ok": N_("Ingen svar ligger langt ude i fremtiden."),
    "future_days_bad": P_(
        "{n} svar ligger over et år ude i fremtiden. Computerens ur har vist gået forkert.",
        "{n} svar ligger over et år ude i fremtiden. Computerens ur har vist gået forkert.",
    ),
    "future_days_repair": N_("Tag de svar tilbage"),
    "backups_none": N_("Der er ingen sikkerhedskopi endnu."),
    "backups_ok": P_(
        "Der er {n} sikkerhedskopi, fra {when}.",
        "Der er {n} sikkerhedskopier, den nyeste fra {when}.",
    ),
    "backups_bad": N_("Den nyeste sikkerhedskopi, fra {when}, kan ikke bruges. Lav en ny."),
    "disk_ok": N_("Der er plads nok på disken ({megabytes} MB)."),
    "disk_bad": N_("Disken er næsten fuld: Der er {megabytes} MB tilbage. Frigør plads."),
}
