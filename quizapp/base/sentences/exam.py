"""Sentences of the exam plan: what to expect, what would change it, and what the days hold."""

from quizapp.base.texts import N_, P_, Sentence

SENTENCES: dict[str, Sentence] = {
    "reachable": P_(
        "Målet kan nås: Med {m} minut om dagen kan du regne med ca. {p} % rigtige – mellem {low} "
        "og {high} %.",
        "Målet kan nås: Med {m} minutter om dagen kan du regne med ca. {p} % rigtige – mellem "
        "{low} og {high} %.",
        by="m",
    ),
    "near": N_("Målet ligger lige på grænsen: Regn med ca. {p} % – mellem {low} og {high} %."),
    "above": P_(
        "Planen giver mere end dit mål. Du kan nøjes med {m} minut om dagen.",
        "Planen giver mere end dit mål. Du kan nøjes med {m} minutter om dagen.",
        by="m",
    ),
    "out_of_reach": P_(
        "Målet på {goal} % kan ikke nås med {m} minut om dagen. Regn med ca. {p} % – mellem {low} "
        "og {high} %.",
        "Målet på {goal} % kan ikke nås med {m} minutter om dagen. Regn med ca. {p} % – mellem "
        "{low} og {high} %.",
        by="m",
    ),
    "expected": P_(
        "Med {m} minut om dagen kan du regne med ca. {p} % rigtige – mellem {low} og {high} %.",
        "Med {m} minutter om dagen kan du regne med ca. {p} % rigtige – mellem {low} og {high} %.",
        by="m",
    ),
    "not_all": P_(
        "Du når {seen} af {total} spørgsmål inden {date}; planen tager det vigtigste først.",
        "Du når {seen} af {total} spørgsmål inden {date}; planen tager de vigtigste først.",
        by="total",
    ),
    "if.minutes": P_(
        "{n} minut mere om dagen: ca. {p} %.", "{n} minutter mere om dagen: ca. {p} %."
    ),
    "if.no_days_off": N_("Uden fridage: ca. {p} %."),
    "if.without_topic": N_("Uden »{topic}«: ca. {p} % i resten – men emnet er stadig pensum."),
    "if.start": N_("Begynder du først {when}: ca. {p} %."),
    "if.goal": N_("Mål på {goal} % i stedet: kan nås."),
    "today": P_(
        "I dag: {m}, {n} spørgsmål, heraf {k} nyt.",
        "I dag: {m}, {n} spørgsmål, heraf {k} nye.",
        by="k",
    ),
    "off": N_("Fri i dag."),
    "at_risk": N_("Emner, der halter: {topics}."),
    "coverage": N_("{seen} af {total} nået."),
    "past": N_("Eksamensdatoen er passeret. Vælg en ny dato, eller afslut planen."),
    "no_minutes": N_("Der er ingen minutter i planen endnu. Vælg mindst én dag."),
    "no_cards": N_("Der er ingen spørgsmål i det pensum, du har valgt."),
    "unsure": N_("Tallet er et skøn og bliver sikrere, når du har svaret på flere spørgsmål."),
    "shared": N_("To eksamener deler dine minutter: »{a}« får {p} % af tiden i dag."),
    "shared_by_more": N_("{n} eksamener deler dine minutter: »{a}« får {p} % af tiden i dag."),
}
