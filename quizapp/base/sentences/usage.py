"""Sentences for a command that cannot be carried out as it was given."""

from quizapp.base.texts import N_, Sentence

SENTENCES: dict[str, Sentence] = {
    "arguments": N_("{command}: {detail}. Prøv »{command} --help«."),
    "unknown_pack": N_("Der er ingen pakke, der hedder »{pack}«. Se dem med »quizapp packs«."),
    "unknown_pack_near": N_("Der er ingen pakke, der hedder »{pack}«. Mente du {near}?"),
    "unknown_topic": N_("Der er intet emne, der hedder »{topic}«, i pakkerne."),
    "unknown_topic_near": N_("Der er intet emne, der hedder »{topic}«. Mente du {near}?"),
    "unknown_question": N_(
        "Der er intet spørgsmål, der hedder »{question}«. Skriv pakke/spørgsmål."
    ),
    "unknown_category": N_("Kategorien »{value}« kendes ikke. Vælg mellem {known}."),
    "study_needs_jsonl": N_(
        "Skriv »quizapp study --jsonl«, eller start vinduet med »quizapp« alene."
    ),
    "mark_one_file": N_("Skriv navnet på én fil, eller brug »--question«."),
    "missing_file": N_("{path} findes ikke. Er drevet tilsluttet?"),
    "unreadable_file": N_("{path} kan ikke læses. Giv adgang, eller vælg en anden fil."),
    "not_written": N_("{path} kan ikke skrives. Er mappen der, og er der plads?"),
    "no_such_form": N_(
        "»{path}« kan ikke skrives. Vælg .xlsx, .csv eller .quizpack; ods kan kun læses."
    ),
    "choose_edition": N_(
        "{why} Intet er ændret. Vælg: --keep-both (behold begge), {switch} (brug filens i stedet)."
    ),
    "not_typed": N_("»{question}« besvares ikke ved at skrive, så der er intet at bedømme."),
    "no_backup": N_("Der er ingen sikkerhedskopi af {file}."),
    "unknown_exam": N_(
        "Der er ingen eksamen, der hedder »{exam}«. Se dem med »quizapp exam list«."
    ),
    "exam_needs_date": N_("Skriv, hvornår eksamen er, fx »--at 2026-12-10T09:00«."),
    "exam_needs_name": N_("Skriv, hvilken eksamen det er. Se dem med »quizapp exam list«."),
    "exam_minutes": N_("Skriv ét tal for alle dage, eller syv fra mandag."),
    "no_hint": N_("Der er intet hint til spørgsmålet."),
    "nothing_to_undo": N_("Der er ikke noget svar at tage tilbage i denne runde."),
    "nothing_asked": N_("Der er ikke noget spørgsmål at svare på lige nu."),
    "nothing_judged": N_("Der er ikke noget svar at ændre lige nu."),
    "no_mock_questions": N_("Der er ingen spørgsmål til en prøveeksamen i det, du har valgt."),
    "mock_handed_in": N_("Prøveeksamenen er afleveret."),
    "mock_not_handed_in": N_("Prøveeksamenen er ikke afleveret endnu."),
    "mock_time_up": N_("Tiden er gået, så prøveeksamenen kan ikke åbnes igen."),
}
