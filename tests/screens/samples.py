"""Values to show: one question of each kind, and every state a sitting can be in."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.base.texts import Message
from quizapp.grading.verdict import Outcome, PartVerdict, Verdict
from quizapp.notation.dates import Day, Precision
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.answers import Answer
from quizapp.questions.keys import DateKey, Gap, NumberKey, TermKey
from quizapp.questions.kinds import (
    Basis,
    Category,
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Source,
    Term,
    WrongOption,
)
from quizapp.questions.pack import Passage
from quizapp.scheduling.day import day_of
from quizapp.study.flow import Asking, Finished, Judged, Missed, Progress, Shown, Summary
from quizapp.study.today import HomeState, Standing, Today

PACK = PackId("portsmouth-1905")
TITLE = "Portsmouth-traktaten 1905"
STUDY_DAY = day_of(date(2026, 11, 24))

DATE = Date(
    id=QuestionId("po-01"),
    category=Category.DATE,
    prompt="På hvilken dato blev Portsmouth-traktaten underskrevet?",
    hint="Det var sidst på sommeren, et halvt år efter slaget ved Mukden.",
    explanation=(
        "Witte og Komura skrev under kl. 15.50 lokal tid på flådeværftet uden for Portsmouth."
        " Samme dag begyndte optøjerne i Tokyo."
    ),
    source_criticism=(
        "Rusland brugte stadig den julianske kalender, »gammel stil«, som i 1900-tallet var"
        " 13 dage bagud. 23. august og 5. september er den samme dag – begge datoer står i"
        " samtidens kilder."
    ),
    passage="afsnit-1",
    sources=(Source(title="FRUS 1905, dok. 915"),),
    basis=Basis.EXTERNAL,
    key=DateKey(value=WrittenDate("5. september 1905", Day(1905, 9, 5)), precision=Precision.DAY),
)
NUMBER = Number(
    id=QuestionId("po-02"),
    category=Category.NUMBER,
    prompt="Hvor mange soldater mistede russerne ifølge teksten i slaget ved Mukden?",
    explanation=(
        "Slaget ved Mukden (februar–marts 1905) var krigens største landslag."
        " Teksten angiver 60.000 russere og 41.000 japanere."
    ),
    source_criticism="»Mistede« dækker i ældre værker både døde, sårede og fangne.",
    passage="afsnit-3",
    key=NumberKey(value=WrittenNumber("60.000", Decimal(60000)), unit="soldater"),
)
TERM = Term(
    id=QuestionId("po-03"),
    category=Category.TERM,
    prompt="Hvad hedder den del af Kina, som Rusland besatte i 1900?",
    explanation="Manchuriet er det nordøstlige Kina med jernbanen til Port Arthur.",
    passage="afsnit-3",
    key=TermKey(answers=("Manchuriet",)),
)
CHOICE = Choice(
    id=QuestionId("po-04"),
    category=Category.CONSEQUENCE,
    prompt="Hvorfor blev folk i Tokyo så vrede over fredsaftalen?",
    hint="Tænk på, hvad sejrherrer plejede at få udbetalt.",
    explanation=(
        "Mange mente, at Japan havde vundet krigen, og så det som en fornærmelse,"
        " at Rusland slap for at betale."
    ),
    passage="afsnit-7",
    right="De syntes, at sejren burde give erstatning",
    wrong=(
        WrongOption("De var imod, at Japan fik Korea", "Korea var netop Japans vigtigste mål."),
        WrongOption("De ville have krigen stoppet tidligere", "De fleste ville kæmpe videre."),
        WrongOption(
            "De var vrede over, at Roosevelt fik Nobels fredspris",
            "Den pris fik han først i december 1906.",
        ),
    ),
)
MULTIPLE = MultipleChoice(
    id=QuestionId("po-05"),
    category=Category.MOTIVE,
    prompt="Hvilke mål havde den japanske forhandler?",
    explanation="Korea, det sydlige Manchuriet og erstatning stod øverst på Komuras liste.",
    passage="afsnit-5",
    right=("Kontrol i Korea", "Krigserstatning", "Kontrol i det sydlige Manchuriet"),
    wrong=(
        WrongOption("At beholde sin flåde i Stillehavet", "Det var Ruslands ønske."),
        WrongOption("Overtagelse af Vladivostok", "Byen blev aldrig krævet."),
        WrongOption("Et forbund med Kina", "Kina var ikke med ved bordet."),
    ),
)
ORDERING = Ordering(
    id=QuestionId("po-06"),
    category=Category.DATE,
    prompt="Sæt begivenhederne i kronologisk rækkefølge, den ældste først.",
    explanation="Meiji-restaurationen kom først, og krigen mod Kina fulgte i 1894.",
    sequence=(
        ("Meiji-restaurationen",),
        ("Krigen mellem Japan og Kina",),
        ("Den tredobbelte intervention",),
        ("Japans angreb på Port Arthur",),
        ("Forhandlingerne i Portsmouth",),
        ("Traktaten underskrives",),
    ),
)
MATCHING = Matching(
    id=QuestionId("po-07"),
    category=Category.CAUSE,
    prompt="Forbind årsag og virkning.",
    explanation="Den manglende erstatning gav uro i Tokyo.",
    pairs=(
        ("Den tredobbelte intervention", "Japan opgav krav på Liaodong-halvøen"),
        ("Store tab og dyr krigsførelse", "Begge lande søgte fred"),
        ("Ingen krigserstatning til Japan", "Protester og optøjer i Tokyo"),
        ("Afståelsen af halvdelen af Sakhalin", "Utilfredshed i Rusland"),
    ),
    spare=("Korea blev delt i nord og syd",),
)
CLOZE = Cloze(
    id=QuestionId("po-08"),
    category=Category.CONSEQUENCE,
    prompt="Udfyld teksten om freden.",
    explanation="Delingen af Sakhalin var det sidste, de blev enige om.",
    parts=(
        "Japan fik den ",
        Gap(key=TermKey(answers=("sydlige",))),
        " halvdel af øen ",
        Gap(key=TermKey(answers=("Sakhalin",)), hint="En lang ø nord for Japan"),
        ", men ingen ",
        Gap(key=TermKey(answers=("krigserstatning", "erstatning"))),
        ".",
    ),
)
ENUMERATION = Enumeration(
    id=QuestionId("po-09"),
    category=Category.TERM,
    prompt="Hvilke tre stormagter stod bag den tredobbelte intervention?",
    explanation="De tre »rådede« Japan til at give Liaodong-halvøen tilbage.",
    answers=(("Rusland",), ("Tyskland", "Det Tyske Kejserrige"), ("Frankrig",)),
)
FLASHCARD = Flashcard(
    id=QuestionId("po-10"),
    category=Category.TERM,
    prompt="Meiji-restaurationen",
    back="Omvæltningen i Japan i 1868",
    explanation="Kejseren fik magten tilbage, og landet blev moderniseret fra grunden.",
    passage="afsnit-2",
    both_ways=True,
)
OPEN = Open(
    id=QuestionId("po-11"),
    category=Category.CONSEQUENCE,
    prompt="Hvem vandt krigen – og hvem vandt freden?",
    passage="afsnit-7",
    model=(
        "Militært vandt Japan og fik Korea, Port Arthur, jernbanen og det sydlige Sakhalin."
        " Men freden blev et kompromis: Rusland betalte intet og beholdt det nordlige Sakhalin."
        " USA fik sin magtbalance. Korea og Kina blev slet ikke spurgt."
    ),
    rubric=(
        "Skelner mellem krigens og fredens resultat",
        "Nævner mindst to konkrete gevinster eller tab fra teksten",
        "Inddrager mere end ét lands synsvinkel",
        "Tager stilling og begrunder",
    ),
)
ALL_KINDS: tuple[Question, ...] = (
    DATE,
    NUMBER,
    TERM,
    CHOICE,
    MULTIPLE,
    ORDERING,
    MATCHING,
    CLOZE,
    ENUMERATION,
    FLASHCARD,
    OPEN,
)

SHOWN = {
    CHOICE.id: Shown(
        options=(CHOICE.wrong[0].text, CHOICE.wrong[1].text, CHOICE.right, CHOICE.wrong[2].text)
    ),
    MULTIPLE.id: Shown(
        options=(
            MULTIPLE.wrong[0].text,
            MULTIPLE.right[0],
            MULTIPLE.right[1],
            MULTIPLE.wrong[1].text,
            MULTIPLE.right[2],
            MULTIPLE.wrong[2].text,
        )
    ),
    ORDERING.id: Shown(options=tuple(ORDERING.items[index] for index in (0, 2, 3, 1, 4, 5))),
    MATCHING.id: Shown(
        left=tuple(left for left, _ in MATCHING.pairs),
        right=(
            MATCHING.pairs[2][1],
            MATCHING.pairs[0][1],
            MATCHING.spare[0],
            MATCHING.pairs[1][1],
            MATCHING.pairs[3][1],
        ),
    ),
}

PASSAGES = tuple(
    Passage(mark=f"afsnit-{number}", heading=heading, body=body)
    for number, (heading, body) in enumerate(
        (
            ("Freden", "Den 5. september 1905 blev freden underskrevet på et flådeværft."),
            ("Optakten", "Japan havde forandret sig hurtigt efter 1868 og slog Kina i 1895."),
            ("Krigen", "Slaget ved Mukden i 1905 var krigens største landslag."),
            ("Udmattelse", "Begge lande var trætte af krigen, og begge manglede penge."),
            ("Målene", "Komura ville have Korea, Manchuriet og penge. Witte ville intet betale."),
            (
                "Et kompromis om Sakhalin",
                (
                    "Da forhandlingerne gik i stå, foreslog Roosevelt, at Rusland købte den"
                    " nordlige halvdel af Sakhalin tilbage. Det afviste russerne. Til sidst"
                    " nøjedes Japan med den sydlige halvdel og fik ingen penge."
                ),
            ),
            (
                "Vrede på begge sider",
                (
                    "Freden gav Japan frie hænder i Korea. Alligevel følte mange japanere sig"
                    " snydt. De mente, at krigen var vundet, og at der burde følge en erstatning"
                    " med sejren. Da vilkårene blev kendt, brød der optøjer ud i Tokyo."
                ),
            ),
            ("Opinionen i USA", "Gennem hele krigen holdt de fleste amerikanere med Japan."),
            ("Efter freden", "Traktaten blev et vendepunkt for magten i Østasien."),
        ),
        start=1,
    )
)


def asking(question: Question, *, done: int = 7, hint: str = "", is_new: bool = False) -> Asking:
    """Return the state in which a question waits for its answer."""
    return Asking(
        card=CardKey(PACK, question.id),
        question=question,
        pack_title=TITLE,
        is_new=is_new,
        shown=SHOWN.get(question.id, Shown()),
        reason=REASON,
        progress=Progress(done=done, total=26, seconds_left=660),
        hint=hint,
    )


REASON = Message("study.why.due", {"when": "den 18. november", "percent": 58})


def judged(  # noqa: PLR0913 - a builder names what a test cares for
    question: Question,
    answer: Answer,
    outcome: Outcome,
    *,
    feedback: str,
    correct: str,
    parts: tuple[PartVerdict, ...] = (),
    rule: str = "G1",
    days: int = 2,
    is_overruled: bool = False,
) -> Judged:
    """Return the state after an answer; a wrong one comes back in the same sitting."""
    wrong = outcome is Outcome.WRONG
    return Judged(
        asking=asking(question),
        answer=answer,
        verdict=Verdict(
            outcome=outcome,
            score={Outcome.WRONG: 0.0, Outcome.ALMOST: 0.6, Outcome.CORRECT: 1.0}[outcome],
            rule=rule,
            message=Message("grading.G1.correct"),
            parts=parts,
        ),
        review=UUID(int=1),
        rating=1 if wrong else 3,
        due_day=STUDY_DAY + (0 if wrong else days),
        days_until=0 if wrong else days,
        returns_today=wrong,
        correct=correct,
        feedback=feedback,
        progress=Progress(done=8, total=26, seconds_left=640),
        is_overruled=is_overruled,
    )


FINISHED = Finished(
    summary=Summary(
        reviews=26,
        outcomes={Outcome.CORRECT: 19, Outcome.ALMOST: 4, Outcome.WRONG: 3},
        elapsed_ms=17 * 60_000,
        by_category={"dato": (5, 8), "begreb": (7, 7), "tal": (3, 6), "konsekvens": (4, 5)},
        missed=tuple(CardKey(PACK, QuestionId(f"po-0{n}")) for n in range(1, 8)),
        again=(
            Missed(
                card=CardKey(PACK, QuestionId("po-01")),
                prompt="På hvilken dato blev Portsmouth-traktaten underskrevet?",
                correct="5. september 1905",
            ),
            Missed(
                card=CardKey(PACK, QuestionId("po-02")),
                prompt="Hvor mange artikler har traktaten?",
                correct="15",
            ),
        ),
        tomorrow=3,
        this_week=4,
    )
)


def today(state: HomeState = HomeState.HALF_WAY, **figures: int | None) -> Today:
    """Return the home page's values."""
    values: dict[str, int | None] = {
        "due": 14,
        "new": 5,
        "minutes": 11,
        "done": 7,
        "minutes_done": 7,
        "next_day": STUDY_DAY + 1,
    }
    values |= figures
    return Today(
        state=state,
        study_day=STUDY_DAY,
        packs=(
            standing(TITLE, 106, 82, 71.0, 14, 5, PACK),
            standing("Historiekanonen på tidslinje", 92, 46, 38.0, 5, 0, PackId("kanon")),
            standing(
                "Danmarkshistorie 1: enevælde og grundlov", 48, 48, 45.0, 0, 0, PackId("dk-1")
            ),
        ),
        categories=(
            standing("dato", 40, 30, 25.6, 5, 2),
            standing("begreb", 30, 28, 24.3, 3, 1),
            standing("tal", 20, 14, 9.6, 4, 1),
            standing("konsekvens", 16, 12, 11.5, 2, 1),
        ),
        last_days=(9, 0, 20, 4, 0, 10, 18, 0, 31, 12, 0, 17, 0, 7),
        has_text=state is HomeState.FIRST_START,
        **values,  # type: ignore[arg-type]  # the keys are those of Today
    )


def standing(  # noqa: PLR0913, PLR0917 - a row of figures
    name: str,
    total: int,
    begun: int,
    remembered: float,
    due: int,
    new: int,
    pack: PackId | None = None,
) -> Standing:
    """Return one row of the home page."""
    return Standing(
        name=name, total=total, begun=begun, remembered=remembered, due=due, new=new, pack=pack
    )
