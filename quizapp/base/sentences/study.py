"""Sentences of a sitting: why a card is asked now, and what a line of input lacks."""

from quizapp.base.texts import N_, Sentence

SENTENCES: dict[str, Sentence] = {
    "why.due": N_(
        "Du svarede sidst {when}. Chancen for, at du stadig husker det, er ca. {percent} %."
    ),
    "why.exam": N_("Det fylder meget i planen for »{exam}«."),
    "why.exam_known": N_(
        "Det fylder meget i planen for »{exam}«. Du svarede sidst {when}, og chancen for, at du "
        "stadig husker det, er ca. {percent} %."
    ),
    "why.new": N_("Det er nyt og hører til »{topic}«."),
    "why.new_plain": N_("Det er nyt for dig."),
    "why.failed": N_("Du svarede forkert tidligere i runden."),
    "why.changed": N_("Svaret er ændret i den nye version."),
    "why.practice": N_("Det er med i din frie øvelse."),
    "timeline.right": N_("Datoen er {date}."),
    "timeline.tied": N_("Datoen er {date}. De ligger så tæt, at begge pladser passer."),
    "timeline.later": N_("Datoen er {date}, og det er senere end {other}."),
    "timeline.earlier": N_("Datoen er {date}, og det er tidligere end {other}."),
    "timeline.unknown": N_("Helt i orden – datoen er {date}."),
    "no_answer": N_("Linjen mangler »answer«."),
    "other_card": N_("Der spørges om »{card}«. Skriv det i »card«."),
    "not_json": N_("Linjen er ikke JSON."),
    "not_object": N_('Linjen skal være et JSON-objekt, fx {{"undo": true}}.'),
    "bad_value": N_("Værdien af »{key}« kan ikke bruges."),
    "undo.answer": N_("Svaret er taget tilbage."),
    "undo.suspend": N_("På pause."),
    "undo.bury": N_("Venter til i morgen."),
}
