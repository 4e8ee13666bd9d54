"""T8: a term inside a longer answer, and when the longer answer is about something else."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.grading.terms.inflection import is_genitive_of
from quizapp.grading.terms.letters import folded
from quizapp.grading.terms.match import same_words
from quizapp.grading.terms.spelling import Misspelling, misspelling
from quizapp.grading.terms.words import ARTICLES, TITLES, Phrase, Word, essential, phrase
from quizapp.notation.vocabulary import word_set

SMALLEST_YEAR: Final = 100
LONGEST_ENDING: Final = 6
TWO_WORDS: Final = 2
SHORTEST_PHRASE: Final = 2
MOST_NAMES: Final = 3
# No slip, ending or other spelling of a name takes more letters away than these.
MOST_MISSING: Final = 4

MOST_EXTRA_WORDS: Final = 8
_UNCOUNTED: Final = ARTICLES | TITLES
_JOINTS: Final = frozenset({"og", "eller", "samt", "plus", "til"})
_LEADING: Final = word_set(
    "det den der var er blev hed hedder kaldes kaldtes kaldet som at han hun de man svaret "
    "navnet jo bare altså nemlig vi i på"
)
# What stands for someone or something else when it leads to the term.
_AWAY: Final = word_set(
    "efter før inden nær bag foran syd nord øst vest nærheden siden udenfor undtagen modsat "
    "uden tæt langt nærved end kontra versus vs grænser grænsende sydfor nordfor udover"
)
_OF: Final = word_set("til af mod imod for over fra efter før under med hos ved i på nær om")
_STRICT_OF: Final = word_set("til af mod imod efter før nær for over fra")
_SOMEONE_ELSE: Final = word_set(
    "manden kvinden personen ham hende den dem han hun en nogen dronning dronningen kong konge "
    "kongen kejser kejseren præsident præsidenten zar zaren pave paven kansler kansleren "
    "landet by byen byer byerne ø øen øer øerne lande landene floder floderne bjerge bjergene "
    "havne havnene søer søerne folkene stater staterne kyster kysterne dyr planter efterfølger "
    "efterfølgeren forgænger forgængeren modstander modstanderen modstandere modstanderne "
    "fjende fjenden fjender nabo naboen naboland nabolandet naboer søn sønnen datter datteren "
    "far faren fader faderen mor moren moder moderen bror broren broder broderen søster "
    "søsteren fætter fætteren nevø nevøen barnebarn barnebarnet kone konen hustru hustruen "
    "mand enke enken ven vennen rival rivalen elev eleven lærer læreren rådgiver rådgiveren "
    "minister ministeren general generalen tilhænger tilhængeren tilhængere tilhængerne "
    "allieret allierede leder lederen stifter stifteren grundlægger grundlæggeren morder "
    "morderen del dele provins provinsen hovedstad hovedstaden havn havnen område området egn "
    "egnen sted stedet kritiker kritikeren kritikere modsætning modsætningen modsatte modstand "
    "modstanden afskaffelse afskaffelsen ophævelse ophævelsen indførelse indførelsen opløsning "
    "opløsningen frygt frygten had hadet arving arvingen arvtager arvtageren stedfortræder "
    "biograf slægtning forfader oldefar bedstefar farfar morfar svigersøn svigerfar onkel "
    "tante kollega assistent sekretær offer offeret ofre ofrene fange fangen gidsel slave "
    "slaven tjener tjeneren ansat ambassadør forsvarer kopi udgave version følge følgen følger "
    "følgerne årsag årsagen årsager resultat resultatet konsekvens konsekvensen grund grunden "
    "begyndelse begyndelsen slutning slutningen mindesmærke statue statuen bog bogen breve "
    "brev brevet tale talen skilsmisse bryllup død døden mordet drabet attentatet fald faldet "
    "valget befolkning befolkningen folket indbyggere forløber forløberen alternativ "
    "alternativet protest protesten forstad forstaden forstæder bydel bydelen biflod bifloden "
    "beundrer beundreren beundrere hader haderen discipel disciplen disciple arvefjende "
    "arvefjenden hovedmodstander hovedmodstanderen medarbejder medarbejderen partner partneren "
    "makker makkeren kæreste kæresten elsker elskeren elskerinde elskerinden niece niecen "
    "kusine kusinen svoger svogeren svigerinde svigerinden stedfar stedfaren stedmor stedmoren "
    "oldebarn bedstemor bedstemoren forlovede ægtefælle ægtefællen følgesvend følgesvenden "
    "træner træneren manager agent læge lægen tolk vejleder vejlederen oversætter oversætteren "
    "udgiver udgiveren forlægger forløberne efterkommer efterkommeren efterkommere nabobyen "
    "naboøen vicepræsident vicepræsidenten viceformand nabostat nabostaten søsterby tvilling "
    "tvillingen tvillingebror tvillingesøster livvagt livvagten konkurrent konkurrenten "
    "veninde veninden bekendt opkomling imitator efterligner efterligneren sidemand sidemanden "
    "opland oplandet kammerat kammeraten hund hunden hest hesten dræber modpart modparten "
    "ekskone ekskonen ekskæreste afløser opponent opponenten anklager fortolker mester "
    "mesteren lærling lærlingen undersåt undersåtten vasal vasallen gesandt gesandten spion "
    "spionen officer officeren soldat soldaten tilhængerskare lakaj"
)
# Nouns for people by what they do: livlægen is listed, chaufføren and statholderen are not.
_AGENT: Final = re.compile(
    r".{2,}(?:eren|oren|ør|øren|ist|isten|ant|anten|fælle|fællen|inden|inde"
    r"|(?:mand|kvind|læg|hund|hest|far|mor|bror|søster|datter|sønn?|kon|venn?|fjend|led|chef"
    r"|konge?|dronning|minister|præsident|nabo|rival|elev)(?:en|n|er|e|ren|ne)?)"
)
# Events: at a place they still name it, but not before, after or against it.
_EVENTS: Final = word_set(
    "krigen kampen kamp krig angreb angrebet sejr sejren nederlag nederlaget traktaten freden "
    "aftalen slaget tiden årene perioden dagen året oprør oprøret"
)
_AUXILIARIES: Final = word_set("blev bliver er var har havde fik blevet være skulle kunne")
_VERBS: Final = word_set(
    "skrevet ledet malet bygget opfundet grundlagt underskrevet styret stiftet erobret "
    "besejret dræbt myrdet skudt opdaget opført holdt givet udført kaldet oprettet startet "
    "indført afskaffet ophævet ejet forfattet udgivet komponeret vundet tabt født valgt "
    "udnævnt udarbejdet foreslået fremsat lavet skabt sat taget brugt begået planlagt kom gik "
    "tog gav fik lod stod slog vandt drog løb sejlede faldt skrev blev var er sendt flyttet "
    "solgt overdraget afstået overgivet rejst navngivet opkaldt mistet angrebet besat befriet "
    "kæmpet drevet foretaget iværksat krævet ønsket forhandlet mæglet bombarderet ramt "
    "indtaget døde kommer går tager giver ligger bor boede hører hørte sluttet begyndt "
    "begyndte"
)
_NO_COMPANIONS: Final = word_set(
    "hans hendes deres han hun de det den dets dens så dermed derfor andre flere mange resten "
    "nogle alle blev var er havde fik gav ikke også der som endte førte begyndte sluttede"
)


# What is no part of a name: after it, the term stands for itself.
_NO_NAMES_BEFORE: Final = _AUXILIARIES | _VERBS | _LEADING | _JOINTS

_COMPOUND_END: Final = re.compile(
    r"(?:kris|mur|traktat|kongress|pagt|krig|fred|aftal|plan|konferenc|revolution|union|doktrin"
    r"|blokad|korridor|massakr|linj|erklæring|skandal|affær|process|attentat|kupp?|opstand|oprør"
    r"|dynasti|slægt|parti|regering|republikk|rig|pulje|kanal|kommun|styr|hjælp|jugend|tid|stil"
    r"|tilhænger|modstander|fjend|ven|elev|søn|datter|familie|politik|teori|ism|bevægels)"
    r"(?:en|et|ene|erne|er|n|t|e)?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in an answer: words before, itself, words after; and how misspelt."""

    before: tuple[Word, ...]
    found: tuple[Word, ...]
    after: tuple[Word, ...]
    misspelt: Misspelling | None = None

    @property
    def extra_words(self) -> int:
        """How many words the answer has besides the term, its opening phrase not counted."""
        before = list(self.before)
        while before and before[0].letters in _LEADING | ARTICLES:
            before.pop(0)
        return len(before) + len(self.after)


class _Windows:
    """The phrases of a text's windows, each made once for all terms that are looked for."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = words
        self._made: dict[tuple[int, int], Phrase] = {}

    def at(self, start: int, size: int) -> Phrase:
        """Return the phrase of a window."""
        made = self._made.get((start, size))
        if made is None:
            made = phrase(essential(self._words[start : start + size]))
            self._made[start, size] = made
        return made


@lru_cache(maxsize=16)
def _windows(words: tuple[Word, ...]) -> _Windows:
    return _Windows(words)


def places_of(words: tuple[Word, ...], wanted: Phrase, *, spelt: bool = True) -> list[Place]:
    """Return where a term stands in an answer: as it should be, or (``spelt`` false) misspelt.

    Windows of a very different length are passed over unread: that keeps long answers cheap.
    """
    places: list[Place] = []
    if len(words) < SHORTEST_PHRASE or len(wanted.letters - _letters_in(words)) > MOST_MISSING:
        return places
    length = len(wanted.words)
    letters = [0]
    for word in words:
        letters.append(letters[-1] + len(word.letters))
    own = sum(len(word.letters) for word in wanted.words)
    windows = _windows(words)
    for size in range(max(1, length - 1), length + 3):
        for at in range(len(words) - size + 1):
            if abs(letters[at + size] - letters[at] - own) > LONGEST_ENDING:
                continue
            if size > length and words[at].letters in _UNCOUNTED:
                continue
            fit = _fit(windows.at(at, size), wanted, spelt=spelt)
            if fit is not None:
                parts = (words[:at], words[at : at + size], words[at + size :])
                places.append(Place(*parts, fit if fit.edits else None))
    return places


@lru_cache(maxsize=64)
def _letters_in(words: tuple[Word, ...]) -> frozenset[str]:
    return phrase(words).letters


def _fit(window: Phrase, wanted: Phrase, *, spelt: bool) -> Misspelling | None:
    """Return how a window misspells a term, no edits if it is the term; None if it is another."""
    if spelt:
        return Misspelling(0) if same_words(window, wanted) else None
    return misspelling(window, wanted)


def reversed_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """T8: turn »Roosevelt, Theodore« round."""
    if len(words) == TWO_WORDS:
        return words[1], words[0]
    if len(words) > TWO_WORDS and words[1].joint == ",":
        return (*words[1:], words[0])
    return ()


def is_about_another(place: Place, wanted: Phrase) -> bool:
    """Whether the term only serves to describe something else, or another number joins it."""
    return (
        _is_genitive_before_noun(place, wanted)
        or _describes(place)
        or _is_joined_by_number(place, wanted)
        or (bool(place.before) and place.before[-1].is_hanging)
        or _begins_compound(place)
    )


def _begins_compound(place: Place) -> bool:
    """Say whether a split compound names something else: Berlin muren is not Berlin."""
    if not place.after or place.after[0].joint or place.found[-1].number is not None:
        return False
    return _COMPOUND_END.fullmatch(place.after[0].letters) is not None


def _is_genitive_before_noun(place: Place, wanted: Phrase) -> bool:
    """Japans nabo is not Japan."""
    if not place.after or place.after[0].joint:
        return False
    if place.found[-1].is_genitive:
        return True
    if not place.found[-1].letters:
        return False
    last, own = place.found[-1], wanted.words[-1]
    is_genitive = is_genitive_of(folded(last.letters), folded(own.letters)) or (
        last.letters.endswith(("s", "'")) and not own.letters.endswith("s")
    )
    return is_genitive and place.after[0].letters not in _OF | _JOINTS | _LEADING


def _describes(place: Place) -> bool:
    """Manden efter X, nabo til X, efter X: the term is led to by what is not the term."""
    before = [word for word in place.before if word.letters not in ARTICLES | TITLES]
    if place.found[0].joint == "," or not before:
        return False
    last = before[-1]
    if last.number is not None or last.letters not in _OF | _AWAY:
        return _describes_a_longer_name(before)
    if last.letters in _AWAY:
        return True
    head = before[-2] if len(before) > 1 else None
    raw = list(place.before)
    while raw[-1].letters in _UNCOUNTED:
        raw.pop()
    title = next((word for word in reversed(raw[:-1]) if word.letters in TITLES), None)
    if title is not None and raw.index(title) == len(raw) - 2:
        return True
    if head is None or last.joint:
        return False
    return _is_someone_else(head) or (head.letters in _EVENTS and last.letters in _STRICT_OF)


def _describes_a_longer_name(before: list[Word]) -> bool:
    """Efterfølgeren til George Washington: other names may stand before the term."""
    for back in range(1, min(len(before), MOST_NAMES + 1)):
        name, leading = before[-back], before[-back - 1]
        if name.number is not None or name.joint or name.letters in _NO_NAMES_BEFORE:
            return False
        if leading.letters in _AWAY:
            return len(before) == back + 1
        if leading.letters in _STRICT_OF:
            head = before[-back - 2] if len(before) > back + 1 else None
            return head is not None and _is_someone_else(head)
    return False


def _is_someone_else(head: Word) -> bool:
    letters = head.letters
    return letters in _SOMEONE_ELSE or letters in _AWAY or _AGENT.fullmatch(letters) is not None


def may_be_about_another(place: Place) -> bool:
    """Whether an unknown noun leads to the term, or a second name is joined on by og."""
    return _has_unknown_head(place) or _has_companion(place)


def _has_unknown_head(place: Place) -> bool:
    before = [word for word in place.before if word.letters not in ARTICLES | TITLES]
    if len(before) < TWO_WORDS or place.found[0].joint or before[-1].letters not in _STRICT_OF:
        return False
    head = before[-2]
    if head.number is not None:
        return before[-1].letters == "af"
    is_verb = head.letters in _VERBS or head.letters.endswith(("ede", "te", "edes", "tes"))
    has_auxiliary = any(word.letters in _AUXILIARIES for word in before[:-2])
    return not (is_verb or has_auxiliary or head.letters in _LEADING)


def _has_companion(place: Place) -> bool:
    """Frankrig og Rusland names two; Princip og hans venner still names Princip."""
    after = [word for word in place.after if word.letters not in ARTICLES]
    before = place.before
    if any(word.letters == "mellem" for word in before):
        return True
    if after and after[0].letters == "og" and len(after) in {2, 3}:
        return after[1].letters not in _NO_COMPANIONS and after[-1].letters not in _VERBS
    return len(before) == TWO_WORDS and before[1].letters == "og" and bool(before[0].letters)


def _is_joined_by_number(place: Place, wanted: Phrase) -> bool:
    """1. og 2. verdenskrig is not 2. verdenskrig; Christian 4. og 5. is not Christian 4."""
    if _leads_with_number(place) or _is_among_numbers(place, wanted):
        return True
    rest = place.after
    if rest and rest[0].is_numeral and _is_small(rest[0]) and not rest[0].joint:
        return wanted.words[-1].number is None or rest[0].is_ordinal
    if len(rest) > 1 and rest[0].letters in _JOINTS and _is_small(rest[1]):
        return bool(wanted.numbers) or rest[1].is_ordinal
    return bool(wanted.numbers) and _has_other_number(rest, wanted)


def _is_among_numbers(place: Place, wanted: Phrase) -> bool:
    """1863 og 1864 is not 1864: a term that is a number stands for itself alone."""
    if not all(word.is_numeral for word in wanted.words):
        return False
    neighbours = (*place.before[-2:], *place.after[:2])
    return any(word.is_numeral for word in neighbours)


def _leads_with_number(place: Place) -> bool:
    before = place.before
    if not before:
        return False
    if before[-1].is_numeral and _is_small(before[-1]) and before[-1].is_ordinal:
        return True
    is_joint = before[-1].letters in _JOINTS
    return len(before) > 1 and is_joint and before[-2].is_numeral and _is_small(before[-2])


def _has_other_number(rest: tuple[Word, ...], wanted: Phrase) -> bool:
    """Whether a second name with a number is joined on: Christian 4. og Frederik 3."""
    if not rest or (rest[0].letters not in _JOINTS and rest[0].joint not in {"/", "+", ","}):
        return False
    return any(
        word.is_numeral
        and word.is_ordinal
        and _is_small(word)
        and word.number not in wanted.numbers
        for word in rest[:4]
    )


def _is_small(word: Word) -> bool:
    return word.number is not None and word.number < SMALLEST_YEAR
