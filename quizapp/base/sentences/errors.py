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
    "no_room": N_(
        "Disken er fuld, så det kunne ikke gemmes. Intet er ændret. Frigør plads, og prøv igen."
    ),
    "no_room_for_pack": N_(
        "Disken er fuld, så pakken ikke kunne installeres. Intet er ændret. "
        "Frigør plads, og prøv igen."
    ),
    "no_room_to_remove": N_(
        "Disken er fuld, så pakken ikke kunne fjernes. Intet er ændret. Frigør plads, og prøv igen."
    ),
    "no_room_for_copy": N_(
        "Disken er fuld, så der ikke kunne laves en sikkerhedskopi. Intet er ændret. "
        "Frigør plads, og prøv igen."
    ),
    "no_room_to_restore": N_(
        "Disken er fuld, så kopien ikke kunne gendannes. Dine svar er, som de var. "
        "Frigør plads, og prøv igen."
    ),
    "no_room_for_exam": N_(
        "Disken er fuld, så eksamen ikke kunne gemmes. Intet er ændret. Frigør plads, og prøv igen."
    ),
    "no_room_to_hand_in": N_(
        "Disken er fuld, så prøven ikke kunne afleveres. Dine svar står her stadig. "
        "Frigør plads, og prøv igen."
    ),
    "no_permission": N_(
        "Quizapp må ikke skrive i {folder}. Giv adgang, eller vælg en anden mappe."
    ),
    "missing": N_("{path} findes ikke. Er drevet tilsluttet?"),
    "busy": N_("Et andet program bruger filen. Vent lidt, eller luk det."),
    "not_told": N_("Resultatet kan ikke skrives ud. Er der plads på disken?"),
    "disk": N_("{file} kan ikke læses eller skrives. Er drevet tilsluttet?"),
    # Packs
    "older_version": N_("Filen er version {file}; du har version {yours}. Vil du gå tilbage?"),
    "other_edition": N_("Filen bygger ikke på den udgave, du har. Den er fra {author}."),
    "pack_has_errors": N_("Pakken har fejl, så intet er ændret: {first}"),
    "file_not_saved": N_("{path} kan ikke gemmes. Vælg en anden mappe. Intet er ændret."),
    "no_room_for_file": N_(
        "Disken er fuld, så {path} ikke kunne gemmes. Intet er ændret. "
        "Frigør plads, eller vælg en anden mappe."
    ),
    "installation_gone": N_("Den ændring kan ikke fortrydes mere. Intet er ændret."),
    # Packs that are written
    "not_editable": N_(
        "Filen er skrevet på en måde, som Skriv pakker ikke kan rette i. Hvert spørgsmål skal"
        " begynde på sin egen linje. Filen er ikke rørt."
    ),
    "not_opened": N_("{path} kan ikke læses. Er drevet tilsluttet? Intet er ændret."),
    "changed_on_disk": N_("{file} er ændret af et andet program. Begge udgaver er der endnu."),
    "not_saved": N_("{path} kan ikke skrives. Det, du har skrevet, er gemt i Quizapps mappe."),
    "not_saved_full": N_(
        "Disken er fuld, så {path} ikke kunne gemmes. Det, du har skrevet, står her stadig. "
        "Frigør plads, før du lukker."
    ),
    "not_brought_in": N_("»{file}« kunne ikke læses som en pakke. Intet er ændret."),
    "folder_taken": N_("Mappen {folder} findes allerede. Vælg en anden."),
    "bad_picture": N_("»{file}« er ikke et billede eller en lyd, som en pakke kan have."),
    "picture_broken": N_("Billedet »{file}« er i stykker. Gem det igen i et billedprogram."),
    "picture_too_large": N_(
        "Billedet »{file}« har for mange punkter. Gør det mindre: højst 40 millioner punkter."
    ),
    "false_sound": N_("Lyden »{file}« er ikke hel. Gem den igen som WAV, ogg eller mp3."),
    "picture_too_big": N_("»{file}« fylder over {limit} MB. Gør den mindre, og prøv igen."),
    # Learners
    "learner_name": N_("Et navn skal have mindst ét bogstav eller tal og højst {limit} tegn."),
    "learner_gone": N_("Den profil er her ikke længere."),
    "learner_exists": N_("Der er allerede en profil, der hedder »{name}«."),
    # Fitting
    "fit_lost": N_("De nye tal passede ikke bedre, så alt er som før."),
    "fit_outdated": N_(
        "Der er kommet andre tal til imens, så intet er ændret. Tilpas igen, hvis du vil."
    ),
    "fit_nothing_to_undo": N_("Tallene er ikke tilpasset, så der er ikke noget at gå tilbage til."),
    "fit_ended": N_("Tilpasningen blev afbrudt. Alt er som før. Prøv igen."),
    # Review logs
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
    "no_home": N_(
        "Computeren kender ingen hjemmemappe for dig. Sæt QUIZAPP_HOME til en mappe, "
        "hvor Quizapp må gemme."
    ),
    "no_screen": N_("Der er ingen skærm at vise vinduet på. Prøv »quizapp study --jsonl«."),
}
