"""Broken packs: the codes to be found, and the text in which ¤ stands before each place.

A text without »pakke:« is the body of one question list; warnings about missing explanations and
sources are left out of the comparison.
"""

from typing import Final

HEADER: Final = (
    "pakke:\n  id: prøve.en\n  titel: Prøve\n  version: 1\n  licens: CC0-1.0\nspørgsmål:\n"
)
HEAD: Final = HEADER.replace("prøve.en", "proeve.en")

SYNTAX: Final[dict[str, tuple[str, str]]] = {
    "colon in a prompt": (
        "colon",
        "- id: a\n  type: skriv\n  kategori: begreb\n"
        "  spørgsmål: Regn¤: hvad er 2 + 2?\n  svar: fire\n",
    ),
    "colon in an option": (
        "colon",
        "- id: a\n  type: valg\n  kategori: begreb\n  spørgsmål: Hvad?\n  rigtigt: en\n"
        "  forkerte:\n  - to: det var¤: forkert\n  - tre\n",
    ),
    "colon in an answer": (
        "colon",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: Ur¤: et\n",
    ),
    "tab instead of blanks": (
        "tab",
        "- id: a\n  type: skriv\n  kategori: begreb\n¤\tspørgsmål: Hvad?\n  svar: en\n",
    ),
    "tab after blanks": (
        "tab",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n ¤\tsvar: en\n",
    ),
    "line too far in": (
        "indent",
        "- id: a\n  type: skriv\n  kategori: begreb\n    ¤spørgsmål: Hvad?\n  svar: en\n",
    ),
    "line too far out": (
        "indent",
        "- id: a\n  type: skriv\n  kategori: begreb\n ¤spørgsmål: Hvad?\n  svar: en\n",
    ),
    "last line too far out": (
        "indent",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n ¤svar: en\n",
    ),
    "double quote left open": (
        "quote",
        '- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤"Hvad?\n  svar: en\n',
    ),
    "single quote left open": (
        "quote",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤'Hvad?\n  svar: en\n",
    ),
    "quote left open before another quoted text": (
        "quote",
        '- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤"Hvad?\n  svar: "en"\n',
    ),
    "text goes on after a quote": (
        "quote_inside",
        '- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: "Enigt"¤ og tro?\n  svar: en\n',
    ),
    "apostrophe inside single quotes": (
        "quote_inside",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvem?\n  svar: 'd'¤Espèrey'\n",
    ),
    "list left open": (
        "bracket",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  også: ¤[to, tre\n  hint: ja\n",
    ),
    "list left open at the end": (
        "bracket",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  også: ¤[to, tre\n",
    ),
    "mapping left open": (
        "bracket",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  næsten: ¤{to: nej\n  hint: ja\n",
    ),
    "no blank after the colon": (
        "colon_space",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål¤:Hvad?\n  svar: en\n",
    ),
    "no blank after the last colon": (
        "colon_space",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar¤:en\n",
    ),
    "colon left out": (
        "missing_colon",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål¤ Hvad?\n  svar: en\n",
    ),
    "no blank after the dash": (
        "dash_space",
        "¤-id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "text begins with at": (
        "special_start",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤@dk\n",
    ),
    "text begins with percent": (
        "special_start",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤%-tegnet hedder?\n  svar: en\n",
    ),
    "text goes on after a list": (
        "special_start",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤[x] er hvad?\n  svar: en\n",
    ),
    "text that belongs nowhere": (
        "stray_text",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n¤og hvem\n  svar: en\n",
    ),
    "text begins with a star": (
        "yaml_feature",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤*stjerne\n",
    ),
    "anchor": (
        "yaml_feature",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤&x en\n",
    ),
    "tag": (
        "yaml_feature",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤!!str en\n",
    ),
    "key twice": (
        "key_twice",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n  ¤svar: to\n",
    ),
    "entry twice": (
        "entry_twice",
        "- id: a\n  type: par\n  kategori: person\n  spørgsmål: Hvem?\n  par:\n"
        "    a: b\n    c: d\n    ¤a: e\n",
    ),
    "key that is a list": (
        "key_not_text unknown_key",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n  ¤¤[x]: y\n",
    ),
}

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "misspelt key": (
        "unknown_key_near",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  ¤tollerance: 1\n",
    ),
    "key without Danish letters": (
        "missing_key unknown_key_near",
        "- ¤id: a\n  type: skriv\n  kategori: begreb\n  ¤spoergsmaal: Hvad?\n  svar: en\n",
    ),
    "key of another kind": (
        "key_elsewhere",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  ¤tolerance: 1\n",
    ),
    "unknown key": (
        "unknown_key",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n  ¤zzz: 1\n",
    ),
    "no id": (
        "missing_key",
        "- ¤type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "no type": ("missing_key", "- ¤id: a\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"),
    "no category": ("missing_key", "- ¤id: a\n  type: skriv\n  spørgsmål: Hvad?\n  svar: en\n"),
    "no prompt": ("missing_key", "- ¤id: a\n  type: skriv\n  kategori: begreb\n  svar: en\n"),
    "empty answer": (
        "missing_key",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  ¤svar:\n".replace(
            "¤svar:", "svar:¤"
        ),
    ),
    "bad id": (
        "bad_id",
        "- id: ¤Én to\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "unknown kind": (
        "unknown_kind_near",
        "- id: a\n  type: ¤skrift\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "wild kind": (
        "unknown_kind",
        "- id: a\n  type: ¤quiz\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "unknown category": (
        "unknown_category_near",
        "- id: a\n  type: skriv\n  kategori: ¤begreber\n  spørgsmål: Hvad?\n  svar: en\n",
    ),
    "neither yes nor no": (
        "yes_no",
        "- id: a\n  type: kort\n  kategori: begreb\n  forside: Hvad?\n  bagside: en\n"
        "  begge veje: ¤true\n",
    ),
    "text where a list belongs": (
        "list_expected",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n  også: ¤to\n",
    ),
    "list where a text belongs": (
        "text_expected",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤[en, to]\n",
    ),
    "empty item": (
        "empty_text",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  også: [to, ¤'']\n",
    ),
    "mapping where a text belongs": (
        "colon",
        "- id: a\n  type: åbent\n  kategori: begreb\n  spørgsmål: Hvad?\n  modelsvar: en\n"
        "  rubrik:\n  - ¤nævner: erstatning\n",
    ),
    "difficulty beyond five": (
        "whole_number",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  sværhed: ¤6\n",
    ),
    "unknown basis": (
        "unknown_basis",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  grundlag: ¤bogen\n",
    ),
    "hidden character": (
        "hidden_character",
        '- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: ¤"e\\x07n"\n',
    ),
}

ANSWERS: Final[dict[str, tuple[str, str]]] = {
    "day that no month has": (
        "impossible_date",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: ¤31. september 1905\n",
    ),
    "unreadable date": (
        "unreadable_date",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: ¤engang i maj\n",
    ),
    "unreadable date among others": (
        "unreadable_date",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: 1849\n"
        "  også: [1848, ¤i går]\n",
    ),
    "unreadable date with a remark": (
        "unreadable_date",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: 1849\n"
        "  næsten: {1848: tæt, ¤før: nej}\n",
    ),
    "precision finer than the answer": (
        "precision_too_fine",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: 1849\n"
        "  nøjagtighed: ¤dag\n",
    ),
    "unknown precision": (
        "unknown_precision_near",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: 1849\n"
        "  nøjagtighed: ¤århundred\n",
    ),
    "unreadable number": (
        "unreadable_number",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: ¤mange\n",
    ),
    "tolerance without a number": (
        "bad_tolerance",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  tolerance: ¤lidt\n",
    ),
    "tolerance larger than the answer": (
        "tolerance_large",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  tolerance: ¤7\n",
    ),
    "range the wrong way round": (
        "bad_range",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  godtag: ¤[6, 4]\n",
    ),
    "range of three": (
        "bad_range",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n"
        "  godtag: ¤[4, 5, 6]\n",
    ),
    "range without the answer": (
        "outside_range",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  godtag: ¤[6, 8]\n",
    ),
    "unit accepted and rejected": (
        "unit_both",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 5\n  enhed: m\n"
        "  afvis enheder: [km, ¤m]\n",
    ),
    "rejected term is the answer": (
        "reject_accepted",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: En\n"
        "  afvis: [to, ¤en]\n",
    ),
    "rejected number within the tolerance": (
        "reject_accepted",
        "- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: Hvad?\n  svar: 50\n  tolerance: 10 %\n"
        "  afvis: [¤54]\n",
    ),
    "rejected date is the answer": (
        "reject_accepted",
        "- id: a\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: 5. juni 1849\n"
        "  afvis: [¤5/6 1849]\n",
    ),
    "answer twice": (
        "answer_twice",
        "- id: a\n  type: liste\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: [en, to, ¤En]\n",
    ),
    "more required than there are": (
        "whole_number",
        "- id: a\n  type: liste\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: [en, to]\n"
        "  kræves: ¤3\n",
    ),
    "wrong option is right": (
        "wrong_is_right",
        "- id: a\n  type: valg\n  kategori: begreb\n  spørgsmål: Hvad?\n  rigtigt: En\n"
        "  forkerte: [to, ¤en]\n",
    ),
    "same option twice": (
        "same_option",
        "- id: a\n  type: valg\n  kategori: begreb\n  spørgsmål: Hvad?\n  rigtigt: en\n"
        "  forkerte:\n  - to\n  - ¤To.: nej\n",
    ),
    "no right option": (
        "no_right",
        "- ¤id: a\n  type: flervalg\n  kategori: begreb\n  spørgsmål: Hvad?\n  forkerte: [to, tre]\n",
    ),
    "one option only": (
        "few_options",
        "- ¤id: a\n  type: valg\n  kategori: begreb\n  spørgsmål: Hvad?\n  rigtigt: en\n",
    ),
    "right option much longer": (
        "giveaway",
        "- id: a\n  type: valg\n  kategori: begreb\n  spørgsmål: Hvad?\n"
        "  rigtigt: ¤fordi kongen ikke længere kunne betale sine soldater\n"
        "  forkerte: [fordi det regnede, fordi han døde]\n",
    ),
    "order of one": (
        "order_short",
        "- id: a\n  type: rækkefølge\n  kategori: dato\n  spørgsmål: Hvad?\n  rækkefølge: ¤[en]\n",
    ),
    "item twice in an order": (
        "order_twice",
        "- id: a\n  type: rækkefølge\n  kategori: dato\n  spørgsmål: Hvad?\n"
        "  rækkefølge: [en, [to, ¤en]]\n",
    ),
    "one pair only": (
        "few_pairs",
        "- id: a\n  type: par\n  kategori: person\n  spørgsmål: Hvad?\n  par: ¤{en: to}\n",
    ),
    "right side in two pairs": (
        "pair_twice",
        "- id: a\n  type: par\n  kategori: person\n  spørgsmål: Hvad?\n"
        "  par:\n  - en: to\n  - ¤tre: to\n",
    ),
    "pair without a right side": (
        "pair_without_right",
        "- id: a\n  type: par\n  kategori: person\n  spørgsmål: Hvad?\n  par:\n    en: to\n"
        "    ¤tre:\n",
    ),
    "spare item belongs to a pair": (
        "spare_in_pair",
        "- id: a\n  type: par\n  kategori: person\n  spørgsmål: Hvad?\n"
        "  par: {en: to, tre: fire}\n  overskydende: [¤fire]\n",
    ),
    "text without a gap": (
        "no_gap",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: ¤Ingen huller.\n",
    ),
    "brace left open": (
        "gap_open",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: Et {hul} og ¤{et til.\n",
    ),
    "brace left open in a block": (
        "gap_open",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: |\n    Et {hul} og\n"
        "    så ¤{et til.\n",
    ),
    "empty gap": (
        "gap_empty",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: Et {hul} og {¤}.\n",
    ),
    "misspelt kind of gap": (
        "gap_kind_near",
        '- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: "I {¤datoo: 1849}."\n',
    ),
    "unreadable number in a gap": (
        "unreadable_number",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: |\n    Der var\n    {tal:¤ mange}.\n",
    ),
    "misspelt key in a gap": (
        "unknown_key_near",
        "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: |\n    Der var {tal: 5::tolerence:¤ 1}.\n",
    ),
    "passage that is not there": (
        "no_passage",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  læs: ¤afsnit-3\n",
    ),
    "picture that is not there": (
        "no_picture",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n"
        "  billede: ¤kort.png\n",
    ),
}

TOGETHER: Final[dict[str, tuple[str, str]]] = {
    "same id twice": (
        "id_twice",
        "- id: a\n  type: kort\n  kategori: begreb\n  forside: x\n  bagside: y\n"
        "- id: ¤a\n  type: kort\n  kategori: begreb\n  forside: z\n  bagside: w\n",
    ),
    "one question gives another away": (
        "twin",
        "- id: a\n  type: skriv\n  kategori: person\n"
        "  spørgsmål: Hvem ledte den russiske hær ved Mukden?\n  svar: ¤Kuropatkin\n"
        "- id: b\n  type: dato\n  kategori: dato\n"
        "  spørgsmål: I hvilket år ledte Kuropatkin den russiske hær ved Mukden?\n  svar: 1905\n",
    ),
    "a mistake in each of several questions": (
        "colon quote indent unreadable_date unknown_key_near",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Nu¤: hvad?\n  svar: en\n"
        '- id: b\n  type: skriv\n  kategori: begreb\n  spørgsmål: ¤"Hvad?\n  svar: en\n'
        "- id: c\n  type: skriv\n  kategori: begreb\n   ¤spørgsmål: Hvad?\n  svar: en\n"
        "- id: d\n  type: dato\n  kategori: dato\n  spørgsmål: Hvad?\n  svar: ¤aldrig\n"
        "- id: e\n  type: skriv\n  kategori: begreb\n  spørgsmål: Hvad?\n  svar: en\n  ¤himt: x\n",
    ),
    "several mistakes in one question": (
        "bad_id colon unreadable_number tab whole_number",
        "- id: ¤A!\n  type: tal\n  kategori: tal\n  spørgsmål: Nu¤: hvad?\n  svar: ¤mange\n"
        "¤\thint: x\n  sværhed: ¤9\n",
    ),
    "two syntax mistakes in one question": (
        "colon quote_inside",
        "- id: a\n  type: skriv\n  kategori: begreb\n  spørgsmål: Nu¤: hvad?\n"
        '  svar: "en"¤ og to\n',
    ),
}

WHOLE: Final[dict[str, tuple[str, str]]] = {
    "no manifest": (
        "no_manifest",
        "¤spørgsmål:\n- id: a\n  type: kort\n  kategori: begreb\n  forside: x\n  bagside: y\n",
    ),
    "no questions": (
        "no_questions",
        "¤pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n",
    ),
    "no title": (
        "missing_field no_questions",
        "pakke:\n  ¤id: a.b\n  version: 1\n  licens: CC0-1.0\n¤spørgsmål:\n",
    ),
    "no licence": (
        "no_licence no_questions",
        "pakke:\n  ¤id: a.b\n  titel: T\n  version: 1\n¤spørgsmål:\n",
    ),
    "bad name of a pack": (
        "bad_pack_id no_questions",
        "pakke:\n  id: ¤Min pakke\n  titel: T\n  version: 1\n  licens: CC0-1.0\n¤spørgsmål:\n",
    ),
    "version that is no number": (
        "whole_number no_questions",
        "pakke:\n  id: a.b\n  titel: T\n  version: ¤1.2\n  licens: CC0-1.0\n¤spørgsmål:\n",
    ),
    "misspelt section": (
        "no_questions unknown_section_near",
        "¤pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n¤spørgsmal:\n- id: a\n",
    ),
    "colon in the title": (
        "colon no_questions",
        "pakke:\n  id: a.b\n  titel: Del 1¤: krigen\n  version: 1\n  licens: CC0-1.0\n¤spørgsmål:\n",
    ),
    "questions that are no list": (
        "questions_not_list",
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n¤spørgsmål:\n  a: b\n",
    ),
    "a question that is a text": (
        "question_not_mapping",
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\nspørgsmål:\n- ¤hvad?\n",
    ),
    "picture without origin": (
        "no_picture picture_without_alt picture_without_creator picture_without_license"
        " picture_without_source no_questions",
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n"
        "medier:\n  ¤¤¤¤¤a.png: {titel: x}\n¤spørgsmål:\n",
    ),
    "retired id": (
        "retired_id",
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n  udgåede: [a]\n"
        "spørgsmål:\n- id: ¤a\n  type: kort\n  kategori: begreb\n  forside: x\n  bagside: y\n",
    ),
    "second document": (
        "second_document",
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\nspørgsmål:\n"
        "- id: a\n  type: kort\n  kategori: begreb\n  forside: x\n  bagside: y\n¤---\na: b\n",
    ),
}

ALL: Final = {
    **{name: (codes, HEAD + text) for name, (codes, text) in SYNTAX.items()},
    **{name: (codes, HEAD + text) for name, (codes, text) in FIELDS.items()},
    **{name: (codes, HEAD + text) for name, (codes, text) in ANSWERS.items()},
    **{name: (codes, HEAD + text) for name, (codes, text) in TOGETHER.items()},
    **WHOLE,
}
