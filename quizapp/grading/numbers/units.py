"""Units: which are the same, which convert exactly (N10), which contradict (N7)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quizapp.grading.terms.inflection import stems_of
from quizapp.notation.edits import allowed_edits, edits_within
from quizapp.notation.normalise import normalise
from quizapp.notation.vocabulary import word_set

SHORT_NOUN: Final = 5
SHORT_UNIT: Final = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A known unit: what it measures, and how many of the smallest exact unit it is."""

    measures: str
    factor: Decimal


_TABLE: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "kalendertid": (
        ("måned måneder måneders mdr md mdr. månederne maaned maaneder", "1"),
        ("kvartal kvartaler", "3"),
        ("halvår halvåret", "6"), ("år året årene års årig årige aar aarene", "12"),
        ("årti årtier årtiers tiår aarti aartier", "120"),
        ("århundrede århundreder århundredes årh aarhundrede aarhundreder", "1200"),
        ("årtusinde årtusinder årtusind", "12000"),
    ),
    "døgntid": (
        ("sekund sekundet sekunder sek s", "1"), ("minut minuttet minutter min", "60"),
        ("time timen timer timers t h", "3600"),
        ("døgn døgnet doegn dag dagen dage dages dagene", "86400"),
        ("uge uger ugers ugerne", "604800"),
    ),
    "længde": (
        ("mm millimeter", "1"), ("cm centimeter", "10"), ("dm decimeter", "100"),
        ("m meter metre", "1000"), ("km kilometer kilometre kilometers", "1000000"),
    ),
    "længde i mil": (("mil", "1"),), "længde i engelske mil": (("mile miles", "1"),),
    "længde i sømil": (("sømil", "1"),), "længde i fod": (("fod", "12"), ("tomme tommer", "1")),
    "længde i alen": (("alen", "1"),),
    "vægt": (
        ("mg milligram", "1"), ("g gram", "1000"), ("kg kilo kiloet kilogram", "1000000"),
        ("ton tons", "1000000000"),
    ),
    "vægt i pund": (("pund", "1"),),
    "areal": (
        ("m2 m^2 kvadratmeter kvm", "1"), ("ha hektar", "10000"),
        ("km2 km^2 kvadratkilometer kvkm", "1000000"),
    ),
    "areal i tønder land": (("tdr", "1"),),
    "rumfang": (
        ("ml milliliter", "1"), ("cl centiliter", "10"), ("dl deciliter", "100"),
        ("l liter ltr", "1000"), ("m3 m^3 kubikmeter", "1000000"),
    ),
    "rumfang i tønder": (("tønde tønder", "1"),),
    "andel": (("promille ‰", "0.001"), ("% procent pct procenter", "0.01"),
              ("andel", "1")),
    "procentpoint": (("procentpoint procentpoints procentpointene %-point pp", "1"),),
    "kroner": (("øre", "1"), ("kr kroner krone dkk kronerne", "100")),
    "dollar": (("$ dollar dollars usd", "1"),), "euro": (("€ euro eur", "1"),),
    "mark": (("mark rigsmark guldmark", "1"),), "rubler": (("rubel rubler", "1"),),
    "yen": (("yen", "1"),), "rigsdaler": (("rigsdaler daler dalere", "1"),),
    "sterling": (("£ sterling", "1"),), "franc": (("franc francs", "1"),),
    "grader": (("° grader grad celsius °c", "1"),),
    "grader fahrenheit": (("fahrenheit °f", "1"),), "kelvin": (("kelvin °k", "1"),),
    "spænding": (("mv millivolt", "1"), ("v volt volts", "1000"), ("kv kilovolt", "1000000")),
    "strømstyrke": (("ma milliampere", "1"), ("a ampere amp", "1000")),
    "effekt": (("w watt watts", "1"), ("kw kilowatt", "1000"), ("mw megawatt", "1000000")),
    "energi": (("j joule", "1"), ("kj kilojoule", "1000")),
    "forbrug": (("wh watttimer", "1"), ("kwh kilowatttimer kilowattimer", "1000")),
    "kraft": (("n newton", "1"), ("kn kilonewton", "1000")),
    "frekvens": (("hz hertz", "1"), ("khz kilohertz", "1000"), ("mhz megahertz", "1000000")),
    "tryk": (("pa pascal", "1"), ("hpa hektopascal", "100"), ("kpa kilopascal", "1000")),
    "modstand": (("ohm ω", "1"),),
    "fart": (("knob", "1"),),
    "point": (("point points", "1"),),
    "skibe": (("skib skibe krigsskib krigsskibe fartøj fartøjer", "1"),
              ("slagskib slagskibe fregat fregatter krydser krydsere ubåd ubåde", "1")),
    "fly": (("fly flyvemaskine flyvemaskiner bombefly", "1"),),
    "våben": (("kanon kanoner gevær geværer våben", "1"),),
    "køretøjer": (("kampvogn kampvogne bil biler tank tanks", "1"),),
    "bomber": (("bombe bomber granat granater missil missiler", "1"),),
    "dyr": (("hest heste", "1"), ("ko køer", "1"), ("får", "1"), ("svin grise gris", "1"),
            ("hund hunde", "1"), ("elefant elefanter", "1")),
    "bygninger": (("hus huse", "1"), ("gård gårde", "1"), ("kirke kirker", "1"),
                  ("borg borge slot slotte", "1")),
    "byer": (("by byer", "1"), ("landsby landsbyer", "1")),
    "lande": (("land lande stat stater", "1"),),
    "øer": (("ø øer", "1"),), "bøger": (("bog bøger", "1"), ("side sider", "1")),
    "krige": (("krig krige", "1"), ("slag", "1")), "gange": (("gang gange", "1"),),
    "koner": (("kone koner hustru hustruer", "1"),), "konger": (("konge konger", "1"),),
    "døde": (("døde dræbte faldne omkomne dødsofre ofre", "1"),), "sårede": (("sårede", "1"),),
    "fanger": (("fanger krigsfanger tilfangetagne", "1"),), "savnede": (("savnede", "1"),),
    "flygtninge": (("flygtning flygtninge", "1"),), "kvinder": (("kvinde kvinder", "1"),),
    "børn": (("barn børn", "1"),), "stemmer": (("stemme stemmer", "1"), ("mandat mandater", "1")),
    "familier": (("familie familier", "1"),), "hære": (("hær hære division divisioner", "1"),),
}  # fmt: skip
_EXACT: Final = frozenset(
    {"kalendertid", "døgntid", "længde", "længde i fod", "vægt", "areal", "rumfang", "andel"}
    | {"kroner", "spænding", "strømstyrke", "effekt", "energi", "forbrug", "kraft", "frekvens"}
    | {"tryk"}
)


def _known_units() -> dict[str, Unit]:
    """Return every form; what does not convert exactly measures something of its own."""
    known: dict[str, Unit] = {}
    for measures, rows in _TABLE.items():
        for at, (forms, factor) in enumerate(rows):
            name = measures if measures in _EXACT or not at else f"{measures} {at}"
            known |= {form: Unit(name, Decimal(factor)) for form in forms.split()}
    return known


_KNOWN: Final = _known_units()
_PEOPLE: Final = word_set(
    "person personer menneske mennesker folk mand mænd individ individer indbygger indbyggere "
    "borger borgere beboer beboere sjæl sjæle tilskuer tilskuere deltager deltagere jøder "
    "jøde soldat soldater tropper krigere kriger rytter ryttere mandskab bonde bønder slave "
    "slaver"
)
_PEOPLE_ENDINGS: Final = ("ere", "mænd", "folk", "ister", "inger", "boer")
_PARTS_OF_PEOPLE: Final = frozenset(
    {"døde", "sårede", "fanger", "savnede", "flygtninge", "kvinder", "børn", "konger"}
)
SHARE: Final = Unit("andel", Decimal(1))
# What all units below a line divide, so that km/t and m/s convert without a remainder.
_WHOLE: Final = {"døgntid": Decimal(604800), "kalendertid": Decimal(12000)}
_SHOWN: Final = {
    "a": "A", "ma": "mA", "v": "V", "mv": "mV", "kv": "kV", "w": "W", "kw": "kW", "mw": "MW",
    "j": "J", "kj": "kJ", "kwh": "kWh", "wh": "Wh", "n": "N", "kn": "kN", "hz": "Hz", "khz": "kHz",
    "mhz": "MHz", "pa": "Pa", "hpa": "hPa", "kpa": "kPa", "ω": "Ω", "m2": "m²", "m3": "m³",
    "km2": "km²", "dkk": "DKK", "usd": "USD", "eur": "EUR", "°c": "°C", "°f": "°F", "°k": "K",
}  # fmt: skip
_PER: Final = re.compile(" (?:pr|per|i|om) | ?/ ?")
_JOINED: Final = {"kmt": "km/t", "kmh": "km/t"}


@lru_cache(maxsize=4096)
def known_unit(word: str) -> Unit | None:
    """Return what a word measures, if it is a known unit or two of them with a line between."""
    top, line, bottom = _JOINED.get(word, word).partition("/")
    if not line:
        return _KNOWN.get(word)
    one, power = _KNOWN.get(top), bottom.endswith("2")
    other = _KNOWN.get(bottom.removesuffix("2").removesuffix("^") if power else bottom)
    if one is None or other is None:
        return None
    share = _WHOLE.get(other.measures, Decimal(1)) / other.factor
    squared = "²" if power else ""
    factor = one.factor * (share * share if power else share)
    return Unit(f"{one.measures}/{other.measures}{squared}", factor)


def shown_unit(word: str) -> str:
    """Return a unit that was typed as it is written."""
    return _SHOWN.get(word.replace("^", ""), word)


@lru_cache(maxsize=1024)
def normal_unit(text: str) -> str:
    """Return a unit as it is compared: kr. pr. kg is kr/kg."""
    unit = normalise(text).replace(".", "")
    parted = _PER.sub("/", unit)
    return parted if known_unit(parted) is not None else unit


def is_people(word: str) -> bool:
    """Whether a noun counts people in general, or of some origin or trade."""
    return word in _PEOPLE or (len(word) > SHORT_NOUN and word.endswith(_PEOPLE_ENDINGS))


def counts_people(unit: str) -> bool:
    """Whether a unit of the key is people, in general or in some state."""
    known = known_unit(normal_unit(unit))
    is_part = known is not None and known.measures in _PARTS_OF_PEOPLE
    return is_part or is_people(normal_unit(unit))


def same_unit(word: str, unit: str) -> bool:
    """Whether a word is a unit of the key: its forms, its other names, a small slip."""
    unit = normal_unit(unit)
    if word == unit:
        return True
    one, other = known_unit(word), known_unit(unit)
    if one is not None and other is not None:
        return one == other
    if one is None and other is None and not stems_of(word).isdisjoint(stems_of(unit)):
        return True
    if one is None and _is_kind_of(word, unit):
        return True
    is_slip = (
        len(unit) > SHORT_UNIT and edits_within(word, unit, allowed_edits(len(unit))) is not None
    )
    return one is None and is_slip


def _is_kind_of(word: str, unit: str) -> bool:
    """Whether a compound ends in the unit: medlemslande are lande."""
    is_end = len(unit) > SHORT_UNIT and len(word) > len(unit) + 1 and word.endswith(unit)
    return is_end and word.isalpha() and not word.startswith(("halv", "kvart", "ikke"))


def contradicts(word: str, unit: str) -> bool:
    """N7: whether a word names a known unit that is not the key's and does not convert to it."""
    other = known_unit(word)
    own = known_unit(normal_unit(unit))
    if other is None:
        is_thing = own is not None and own.measures not in _PARTS_OF_PEOPLE
        return is_thing and is_people(word)
    if own is not None:
        return own.measures != other.measures
    if is_people(normal_unit(unit)):
        return other.measures not in _PARTS_OF_PEOPLE
    return True
