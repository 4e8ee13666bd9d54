"""T2: forms of one Danish word – definite, plural, genitive, adjective -e and -t."""

import re
from functools import lru_cache
from typing import Final

SHORT_STEM: Final = 2

_ENDINGS: Final = (
    "ernes", "erne", "enes", "ene", "ens", "ets", "ers", "en", "et", "er", "es", "e", "s",
)  # fmt: skip
_AFTER_VOWEL: Final = ("rnes", "rne", "nes", "ne", "ns", "ts", "rs", "n", "r", "t")
# Words whose e at the end is no ending: fotosyntes is no form of fotosyntese.
_ENDS_IN_E: Final = re.compile(r".+(?:else|isme|ie|ese|yse|ose|vælde|(?:er|kv|gud)inde)s?")
# Words whose et is no article: plan is no form of planet, nor kvart of kvartet.
_ENDS_IN_ET: Final = re.compile(
    r".*(?:plan|kom|magn|kvart|kvint|sekst|du|son|tromp|klarin|rak|bill|kabin|tabl|kad|po|prof"
    r"|budg|skel|alfab|ball|buk)ets?"
)
_IS_DEFINITE_NEUTER: Final = re.compile(r"(?!haml|margr|elisab).{2,}[^aeiouyæøåh]{2}et")
_VOWELS: Final = "aeiouyæøåéü"
_ADJECTIVES: Final = re.compile(
    r".*(?:ig|sk|el|al|iv|ær|ant|ent|bar|som|fuld|løs|ler|ret|rød|hvid|blå|grå|fri|grøn|sort|stor|ny|lang|høj)t"
)
_SHORTEST_STEM: Final = 3
_LONG_STEM: Final = 5
_IRREGULAR: Final = (
    ("mænd", "mand"), ("bønder", "bonde"), ("stæder", "stad"), ("hænder", "hånd"),
    ("bøger", "bog"), ("fødder", "fod"), ("nætter", "nat"), ("rødder", "rod"), ("tænder", "tand"),
    ("kræfter", "kraft"), ("magter", "magt"), ("brødre", "broder"), ("brødre", "bror"),
    ("sønner", "søn"), ("døtre", "datter"), ("fædre", "fader"), ("mødre", "moder"),
    ("børn", "barn"), ("køer", "ko"), ("gæs", "gås"), ("øjne", "øje"), ("lande", "land"),
    ("ræer", "rå"), ("klæder", "klæde"), ("værker", "værk"),
)  # fmt: skip

# Heads of capitalised names that are still common nouns: Kalmarunion(en), Trediveårskrig(en).
_COMMON_HEADS: Final = re.compile(
    r".*(?:krig|(?:nord|syd)pol|jord|(?:øster|nord|vester)sø|union|revolution|traktat|(?<!al)(?<!man)fred|slag|pag?t|plan|(?:grund|lands|arve|valg|konge|straffe|skole|race|berg)lov|mur|isme|ist|tion|sion|tid|vælde"
    r"|skab|hed|dom|ting|dag|aften|nat|parti|republik|(?<!sve)rige|forbund|råd|møde|kongres|konference|opstand"
    r"|oprør|bevægelse|forlig|aftale|bombe|blokade|korridor|hær|flåde|bane|vej|gade|sten|kirke|tårn|slot"
    r"|bro|folk|stat|krise|doktrin|erklæring|ordning|reform|ning|(?<!ni)else|kompagni|komite|komité|bånd"
    r"|hoveri|kvinde|kupp?|attentat|mord|massakre|depression|krak|valg|grundlov|forfatning|enevælde|monarki"
    r"|diktatur|demokrati|kongedømme|kejserdømme|fyrstendømme|hertugdømme|imperium|koloni|provins|kanal"
    r"|bugt|sund|hav|flod|bjerg|halvø|pulje|liga|alliance|entente|akse|protokol|akt|bulle|edikt"
    r"|charter|resolution|dekret|manifest|tese|skole|universitet|akademi|bibliotek|museum|monument|statue"
    r"|sag|affære|skandale|proces|dommer|præst|konge|dronning|kejser|fyrste|hertug|adel|bonde|borger"
    r"|arbejder|soldat|ridder|munk|nonne|viking|riger|jernbane|skib|fly|våben|kanon|ubåd|bølge|epoke"
    r"|periode|alder|sekel|renæssance|oplysning|barok|romantik|gotik|kultur|kunst|religion|kult"
    r"|grav|brug|skifte|legende|leding|hird|mand|ejer|forening|tysker|herred|sogn|gods|kors|bibel"
    r"|salme|kloster|abbedi|avis|telefon|telegraf|maskine|motor|raket|satellit|flag|sang|bog"
    r"|krønike|saga|mønt|krone|korn|slave|følge|årsag|aktie|børs|bank|fabrik|mølle|plov|hjul"
    r"|lejr|ghetto|flygtning|deportation|boykot|strejke|lockout|forbud|censur|folkevandring"
    r"|verden|kontinent|marked|fællesskab|samarbejde|politik|system|økonomi|handel|industri|told|skat"
    r"|styre|regime|regering|domstol|parlament|rigsdag|folketing|landsting|senat|kammer|ministerium"
    r"|rådhus|palads|fæstning|skanse|vold|grav|høj|dysse|tempel|pyramide|bånd|jern|tæppe|linje|front"
    r"|zone|grænse|stilling|offensiv|operation|felttog|tog|marts?ch?|march|belejring|invasion|landgang"
    r"|besættelse|befrielse|genforening|afståelse|deling|folkeafstemning|afstemning|kapitulation|våbenhvile)"
)


# Nouns of other subjects that authors write with a capital because the answer begins with them.
_SCHOOL_HEADS: Final = re.compile(
    r"(?:sol|gen|kor|art|ilt|vand|hud|bil|zar|tsar|pave|masse|linse|dame|nerve|ven[eo]"
    r"|apostel|profet|kalif|sultan|shah|imam|radio|kompas|orgel|talmud|tora)"
    r"|.*(?:måne|stjerne|planet|galakse|strøm|vulkan|ørken|skov|koran|evangelie?"
    r"|disciple?|djævel|moske|synagoge"
    r"|celle|kerne|hjerte|lever|lunge|nyre|hjerne|kranie?|skelet|muskel|arterie?|blodåre"
    r"|mavesæk|tarm|knogle|enzym|kromosom|mitokondrie?|ribosom|kloroplast|membran|bakterie?"
    r"|virus|slægt|fotosyntese|respiration|atom|elektron|proton|neutron|molekyle?"
    r"|(?:kul|kvæl)stof|kraft|energi|magnet|metafor|novelle|roman|sonet|ordsprog|eventyr|fortæller"
    r"|rytme|melodi|harmoni|violin|klaver|tromme|fløjte|guitar|cello|symfoni|opera"
    r"|løber|springer|rokade|kommune|region|minister|borgmester|inflation|kartoffel"
    r"|elpære|cykel|computer|højttaler|brille|kikkert|trekant|firkant|cirkel"
    r"|radius|diameter|brøk|ligning|vinkel|median|gennemsnit|variabel)"
)


@lru_cache(maxsize=8192)
def is_common_noun(word: str, *, is_capital: bool) -> bool:
    """Whether a word of the key may be inflected freely; a proper name takes genitive -s only."""
    if not is_capital:
        return True
    if word.endswith(("erne", "erns")) or _IS_DEFINITE_NEUTER.fullmatch(word):
        return True
    return any(
        _COMMON_HEADS.fullmatch(stem) or _SCHOOL_HEADS.fullmatch(stem) for stem in stems_of(word)
    )


@lru_cache(maxsize=8192)
def stems_of(word: str) -> frozenset[str]:
    """Return the word without each ending it may carry, doubled consonants undoubled."""
    return _plain_stems(word) | frozenset(
        single for stem in _plain_stems(word) if stem != word for single in _undoubled(stem)
    )


@lru_cache(maxsize=8192)
def _plain_stems(word: str) -> frozenset[str]:
    """Return the word without each ending it may carry, its consonants as they are."""
    stems = {word}
    stems |= {word[: -len(ending)] for ending in _ENDINGS if _has_ending(word, ending)}
    stems |= {word[: -len(ending)] for ending in _AFTER_VOWEL if _has_short_ending(word, ending)}
    if word.endswith(("erne", "ernes")):
        stems.add(word[: word.rindex("ne")])
    if _ADJECTIVES.fullmatch(word):
        stems.add(word[:-1])
    changed = {regular for stem in stems for regular in _irregular(stem)}
    return frozenset(stems | changed | {full for stem in stems - {word} for full in _filled(stem)})


def _has_ending(word: str, ending: str) -> bool:
    if not word.endswith(ending) or len(word) - len(ending) < _least(ending):
        return False
    if ending in {"et", "ets"} and _ENDS_IN_ET.fullmatch(word):
        return False
    if not any(letter in _VOWELS for letter in word[: -len(ending)]):
        return False
    is_plain = ending[0] == "e" and len(ending) <= SHORT_STEM
    return not (is_plain and (_ENDS_IN_E.fullmatch(word) or word.endswith("ee")))


def _has_short_ending(word: str, ending: str) -> bool:
    """Whether n, r or t ends a word; a short one has an e before it: pat is no form of par."""
    stem = word.removesuffix(ending)
    if stem in {word, ""} or (ending in {"t", "ts"} and _ENDS_IN_ET.fullmatch(word)):
        return False
    if stem[-1] in "eé":
        return len(stem) >= _SHORTEST_STEM
    return len(stem) >= _LONG_STEM and stem[-1] in _VOWELS


def _least(ending: str) -> int:
    if ending in {"en", "er", "ens", "erne", "ernes"}:
        return 1
    return _SHORTEST_STEM if len(ending) == 1 else _SHORTEST_STEM - 1


def _undoubled(stem: str) -> set[str]:
    is_doubled = len(stem) > SHORT_STEM and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if stem.endswith(("ionn", "ingg")):
        return {stem}
    return {stem, stem[:-1]} if is_doubled else {stem}


def _irregular(stem: str) -> list[str]:
    """Undo a change of vowel: mænd, bønder."""
    return [
        stem.removesuffix(plural) + singular
        for plural, singular in _IRREGULAR
        if stem.endswith(plural)
    ]


def _filled(stem: str) -> list[str]:
    """Put back the e that falls away in midler and adlen."""
    contracted = re.fullmatch(r"(.*[^aeiouyæøå])([lrn])", stem)
    if not contracted or len(stem) < _SHORTEST_STEM or contracted[1][-1] == contracted[2]:
        return []
    head, tail = contracted[1], contracted[2]
    return [f"{head}e{tail}", f"{head}{head[-1]}e{tail}"]


def is_genitive_of(given: str, name: str) -> bool:
    """Whether a word is a name with genitive -s, or an apostrophe after s, x and z."""
    if name.endswith(("s", "x", "z")) and given in {name + "'", name + "'s"}:
        return True
    return given == name + "s" and not name.endswith("s")


def same_word(given: str, wanted: str, *, is_common: bool) -> bool:
    """Whether two spellings are forms of one word."""
    if not is_common:
        return is_genitive_of(given, wanted)
    one, other = _plain_stems(given), _plain_stems(wanted)
    return (
        not one.isdisjoint(other) or _is_doubled_of(given, wanted) or _is_doubled_of(wanted, given)
    )


def _is_doubled_of(longer: str, shorter: str) -> bool:
    """Whether a consonant is doubled before an ending (bussen), the other word being without."""
    singles = stems_of(longer) - _plain_stems(longer)
    return shorter in singles or shorter.removesuffix("s") in singles
