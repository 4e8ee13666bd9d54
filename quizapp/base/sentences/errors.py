"""Sentences of the family ``errors``."""

from quizapp.base.texts import N_, Sentence

SENTENCES: dict[str, Sentence] = {
    # The bank
    "damaged": N_(
        "Filen med dine svar er beskadiget: {file}. Den nyeste sikkerhedskopi er fra {when}. "
        "Gendan den; den beskadigede fil bliver liggende."
    ),
    "damaged_no_copy": N_(
        "Filen med dine svar er beskadiget, og der er ingen sikkerhedskopi: {file}. "
        "Filen er ikke rørt."
    ),
    "too_new": N_(
        "Dine svar er gemt af en nyere version af Quizapp ({theirs}; dette er {ours}). "
        "Filen er ikke rørt. Opdatér programmet."
    ),
    "not_a_bank": N_("{file} er ikke en fil fra Quizapp. Den er ikke rørt. Vælg en anden fil."),
    "disk_full": N_(
        "Disken er fuld, så det seneste svar er ikke gemt. Det står her stadig. "
        "Frigør plads, og prøv igen."
    ),
    "no_permission": N_(
        "Quizapp må ikke skrive i {folder}. Giv adgang, eller vælg en anden mappe."
    ),
    "missing": N_("{path} findes ikke. Er drevet tilsluttet?"),
    "busy": N_("Et andet program bruger filen. Vent lidt, eller luk det."),
    "disk": N_("{file} kan ikke læses eller skrives. Er drevet tilsluttet?"),
    # Packs
    "unknown_pack": N_("Du har ingen pakke, der hedder »{pack}«."),
    "older_version": N_("Filen er version {file}; du har version {yours}. Vil du gå tilbage?"),
    "other_edition": N_("Filen bygger ikke på den udgave, du har. Den er fra {author}."),
    "pack_has_errors": N_("Pakken har fejl, så intet er ændret: {first}"),
    "installation_gone": N_("Den ændring kan ikke fortrydes mere. Intet er ændret."),
    # Learners
    "learner_name": N_("Et navn skal have mindst ét bogstav eller tal og højst {limit} tegn."),
    "learner_exists": N_("Der er allerede en profil, der hedder »{name}«."),
}
