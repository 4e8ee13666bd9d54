"""Sentences of the family ``packs``: mistakes in packs, their places and their repairs."""

from quizapp.base.texts import N_, P_, Sentence

PLACES: dict[str, Sentence] = {
    "at_line": N_("{file}, linje {line}, tegn {column}:"),
    "at_cell": N_("{file}, ark »{sheet}«, række {row}, kolonne {column}:"),
    "summary": P_("{n} fejl og {m} advarsel.", "{n} fejl og {m} advarsler.", "m"),
    "clean": N_("Ingen fejl i {n} spørgsmål."),
}

SYNTAX: dict[str, Sentence] = {
    "colon": N_("Der er et kolon i teksten."),
    "indent": N_("Linjen er rykket {n} mellemrum ind; der skal være {m}."),
    "tab": N_("Linjen begynder med en tabulator."),
    "odd_blank": N_(
        "Linjen begynder med et særligt mellemrum, som ikke kan bruges til indrykning."
    ),
    "quote": N_("Der mangler et anførselstegn til sidst."),
    "bad_escape": N_("Skriv \\\\ to gange, når teksten står i anførselstegn."),
    "quote_inside": N_("Teksten går videre efter anførselstegnet."),
    "bracket": N_("Der mangler en {close} til den {open}, der står her."),
    "colon_space": N_("Der mangler et mellemrum efter kolonet."),
    "missing_colon": N_("Der mangler et kolon efter »{key}«."),
    "other_dash": N_("Et spørgsmål begynder med en almindelig bindestreg: »- id:«."),
    "conflict_marker": N_(
        "Linjen er sat af git, fordi to har rettet det samme. Vælg det ene, og slet linjen."
    ),
    "file_end": N_("Linjen »...« slutter filen, før den er slut. Slet den."),
    "dash_space": N_("Der mangler et mellemrum efter bindestregen."),
    "stray_text": N_(
        "Linjen hører ikke til noget felt. Ryk den ind under det felt, den hører til."
    ),
    "special_start": N_(
        "En tekst kan ikke begynde med {character}, medmindre den står i anførselstegn."
    ),
    "syntax": N_("Linjen kan ikke læses. Se efter tegn, der mangler eller er for mange."),
    "yaml_feature": N_("»&«, »*« og »!« kan ikke bruges her."),
    "second_document": N_("Linjen »---« begynder en ny fil. Slet den."),
    "key_not_text": N_("Et felt skal have et navn, der er en tekst."),
    "key_twice": N_("»{key}« står to gange i samme spørgsmål, også i linje {other}."),
    "entry_twice_in_sheet": N_("»{key}« står to gange, også i række {other}."),
    "entry_twice": N_("»{key}« står to gange, også i linje {other}."),
    "too_deep": N_("Her står for mange lister inde i hinanden."),
    "extra_bracket": N_("Der er en {close} for meget."),
    "missing_comma": N_("Der mangler et komma før det, der står her."),
    "too_complex": N_("Filen er bygget op i for mange led til at være en pakke."),
}

FILES: dict[str, Sentence] = {
    "file_missing": N_("{file} findes ikke."),
    "file_unreadable": N_("{file} kan ikke læses. Giv adgang til filen, eller vælg en anden."),
    "file_too_big": N_("Filen fylder over {limit} MB."),
    "unpacked_too_big": N_("Filen fylder over {limit} MB, når den pakkes ud."),
    "swells": N_(
        "Filen vokser alt for meget, når den pakkes ud. Spørg den, du har den fra. Intet er ændret."
    ),
    "too_many_files": N_("Der er over {limit} filer i pakken."),
    "link": N_("{file} er en genvej ud af pakken, og det må en pakke ikke have."),
    "not_a_pack": N_("»{file}« er ikke en pakke."),
    "not_a_quizpack": N_("»{file}« er ikke en pakke. Intet er ændret."),
    "newer_format": N_(
        "Pakken kræver en nyere Quizapp ({theirs}). Opdatér programmet. Intet er ændret."
    ),
    "broken_file": N_("Filen er ødelagt undervejs. Hent den igen. Intet er ændret."),
    "contains_link": N_(
        "Filen indeholder en genvej ud af pakken, og det må en pakke ikke."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "contains_locked": N_(
        "Filen indeholder låst indhold, og det må en pakke ikke."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "contains_program": N_(
        "Filen indeholder et program, og det må en pakke ikke."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "contains_names": N_(
        "Filen indeholder filnavne, der ikke er tilladt, og det må en pakke ikke."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "contains_extra": N_(
        "Filen indeholder mere, end en pakke må. Spørg den, du har den fra. Intet er ændret."
    ),
    "reading_slow": N_(
        "»{file}« tager for lang tid at læse, så den er lagt fra igen."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "reading_heavy": N_(
        "»{file}« kræver for meget hukommelse, så den er lagt fra igen."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "reading_failed": N_(
        "»{file}« kunne ikke læses. Den er ødelagt eller lavet forkert."
        " Spørg den, du har den fra. Intet er ændret."
    ),
    "sheet_too_big": N_("Regnearket har for mange rækker eller kolonner; højst {limit} rækker."),
    "broken_sheet": N_("Filen kan ikke læses som et regneark. Gem den igen som CSV."),
    "no_header": N_(
        "Der er ingen række med kolonnenavne. Den skal mindst have »id«, »type«, »kategori«,"
        " »spørgsmål« og »svar«."
    ),
    "cell_is_error": N_(
        "Regnearket kunne ikke regne cellen ud: {value}. Begynder teksten med = eller -,"
        " så skriv en apostrof foran."
    ),
    "cell_without_heading": N_(
        "Kolonnen har intet navn øverst, så teksten her bliver ikke læst. Er rækken forskudt?"
    ),
    "sheet_without_columns": N_(
        "Arket »{sheet}« har ingen række med kolonnenavne, så det bliver ikke læst."
    ),
    "sheet_picture": N_(
        "Et regneark kan ikke have billeder og lyd med, så »{file}« mangler."
        " Skriv pakken som mappe, hvis den skal med."
    ),
    "cell_is_date": N_("Regnearket har gjort cellen til en dato. Den er læst som {value}."),
    "sheet_locked": N_("Regnearket har adgangskode. Fjern den i Excel, og prøv igen."),
    "sheet_not_read": N_(
        "»{file}« er et regneark i en form, der ikke kan læses. Gem det som xlsx, ods eller CSV."
    ),
    "not_a_pack_file": N_("Filen er ikke en pakke. Den skal begynde med »pakke:«."),
    "no_pack_file": N_("Der er ingen pakke.yaml i mappen »{file}«."),
    "not_text": N_("Filen er ikke en tekstfil."),
    "not_utf8": N_("Tegnet her er ikke gemt som UTF-8. Gem filen igen som UTF-8."),
    "hidden_character": N_("Der er et usynligt tegn her ({character}). Slet det."),
    "invisible_character": N_("Teksten har et tegn, som ingen kan se ({character})."),
    "lost_letters": N_("Der er mange spørgsmålstegn midt i ord. Gem igen som UTF-8."),
    "doubled_letters": N_("Æ, ø og å er blevet til to tegn hver. Gem igen som UTF-8."),
    "bad_file_name": N_("»{file}« kan ikke bruges som filnavn."),
    "picture_too_large": N_(
        "Billedet »{file}« har for mange punkter. Gør det mindre: højst 40 millioner punkter."
    ),
    "false_sound": N_("Lyden »{file}« er ikke hel. Gem den igen som WAV, ogg eller mp3."),
    "media_type": N_("»{file}« er hverken et billede eller en lyd, som en pakke kan have."),
}

PACK: dict[str, Sentence] = {
    "no_manifest": N_("Der mangler et afsnit »pakke:« med id, titel og version."),
    "no_questions": N_("Pakken har ingen spørgsmål."),
    "questions_not_list": N_(
        "»spørgsmål« skal være en liste, hvor hvert spørgsmål begynder med »- id:«."
    ),
    "question_not_mapping": N_("Et spørgsmål skal have felter: id, type, kategori og flere."),
    "media_not_mapping": N_(
        "Under »medier« skal hver fil have felter: titel, skaber, kilde, licens, alt."
    ),
    "unknown_section": N_(
        "Afsnittet »{key}« findes ikke. Der kan være »pakke«, »medier« og »spørgsmål«."
    ),
    "unknown_section_near": N_("Afsnittet »{key}« findes ikke. Mente du »{near}«?"),
    "bad_pack_id": N_(
        "En pakkes id må kun have a–z, 0–9, bindestreg og punktum, højst 100 tegn, ikke »{value}«."
    ),
    "bad_language": N_("Sproget skrives med to bogstaver, fx da, ikke »{value}«."),
    "bad_previous": N_("»forrige« skrives af programmet og skal ikke rettes i hånden."),
    "retired_twice": N_("»{id}« står to gange under »udgåede«."),
    "no_licence": N_("Pakken har ingen licens og er kun til eget brug."),
    "too_many": N_("Der er {n} spørgsmål; en pakke kan højst have 10.000."),
    "bad_mark": N_("»{mark}« kan ikke være et mærke. Brug små bogstaver, tal og bindestreg."),
    "mark_twice_in_sheet": N_("Mærket »{mark}« er brugt i række {other}."),
    "mark_twice": N_("Mærket »{mark}« er brugt i linje {other}."),
    "picture_without_creator": N_("Billedet »{file}« mangler oprindelse: skaber."),
    "picture_without_source": N_("Billedet »{file}« mangler oprindelse: kilde."),
    "picture_without_license": N_("Billedet »{file}« mangler oprindelse: licens."),
    "picture_without_alt": N_("Billedet »{file}« mangler en beskrivelse."),
    "picture_broken": N_("Billedet »{file}« er i stykker. Gem det igen i et billedprogram."),
    "medium_misnamed": N_("»{file}« er i virkeligheden en {ending}-fil. Giv den det navn."),
    "medium_unused": N_("Ingen spørgsmål bruger »{file}«."),
    "media_left_lying": N_("I mappen media ligger filer, som ingen spørgsmål bruger: {files}."),
    "picture_undeclared": N_("Billedet »{file}« mangler oprindelse. Skriv den under »medier«."),
}

FIELDS: dict[str, Sentence] = {
    "unknown_key": N_("Feltet »{key}« findes ikke."),
    "unknown_key_near": N_("Feltet »{key}« findes ikke. Mente du »{near}«?"),
    "key_elsewhere": N_("Feltet »{key}« hører ikke til denne type spørgsmål."),
    "key_elsewhere_near": N_(
        "Feltet »{key}« hører ikke til denne type spørgsmål. Mente du »{near}«?"
    ),
    "missing_key": N_("Spørgsmålet mangler »{key}«."),
    "missing_field": N_("»{key}« mangler."),
    "bad_id": N_("Et id må kun have a–z, 0–9 og bindestreg, højst 40 tegn."),
    "id_twice_in_sheet": N_("Id’et »{id}« er brugt i række {other}."),
    "id_twice": N_("Id’et »{id}« er brugt i linje {other}."),
    "retired_id": N_("Id’et »{id}« står under »udgåede«."),
    "unknown_kind": N_("Typen »{value}« findes ikke. Der er: {known}."),
    "unknown_kind_near": N_("Typen »{value}« findes ikke. Mente du »{near}«?"),
    "unknown_category": N_("Kategorien »{value}« kendes ikke. Der er: {known}."),
    "unknown_category_near": N_("Kategorien »{value}« kendes ikke. Mente du »{near}«?"),
    "unknown_basis": N_("»grundlag« skal være tekst eller ekstern, ikke »{value}«."),
    "unknown_basis_near": N_("»{value}« kendes ikke. Mente du »{near}«?"),
    "unknown_precision": N_("Nøjagtigheden »{value}« findes ikke. Der er: {known}."),
    "unknown_precision_near": N_("Nøjagtigheden »{value}« findes ikke. Mente du »{near}«?"),
    "unknown_gap_mode": N_("»huller« skal være »hver for sig« eller »samlet«, ikke »{value}«."),
    "unknown_gap_mode_near": N_("»{value}« kendes ikke. Mente du »{near}«?"),
    "yes_no": N_("Her skal der stå ja eller nej, ikke »{value}«."),
    "whole_number": N_("»{key}« skal være et helt tal fra {least} til {most}."),
    "too_many_items": N_("Her står {n} ting; der kan højst være {most}."),
    "list_expected": N_("»{key}« skal være en liste."),
    "text_expected": N_("Her skal der stå en tekst."),
    "empty_field": N_("»{key}« er tomt. Skriv noget, eller slet linjen."),
    "bad_address": N_("»{value}« er ikke en adresse på nettet. Den skal begynde med https://."),
    "bad_topic": N_("»{topic}« har et tomt led. Skriv fx »krig/forløb«."),
    "topic_twice": N_("Emnet »{topic}« står to gange."),
    "empty_text_in_sheet": N_("Mellem to | eller lighedstegn står der ikke noget."),
    "empty_text": N_("Her står der ikke noget."),
    "own_gaps": N_("Hvert hul er et spørgsmål for sig, så der skal være lige så mange som før."),
    "text_too_long": N_("Teksten fylder over {limit} KB."),
}

ANSWERS: dict[str, Sentence] = {
    "impossible_date": P_(
        "{value} findes ikke. {month} har {n} dag.", "{value} findes ikke. {month} har {n} dage."
    ),
    "unreadable_date": N_("»{value}« kan ikke læses som en dato. Skriv fx 17. marts 1725."),
    "precision_too_fine": N_("Svaret er mindre præcist end »nøjagtighed: {value}«."),
    "unreadable_number": N_("»{value}« kan ikke læses som et tal. Skriv fx 60.000 eller 1,5."),
    "bad_tolerance": N_("Tolerancen skal være et tal eller en procent."),
    "tolerance_large": N_("Tolerancen er større end svaret."),
    "bad_range": N_("»{key}« skal have to tal, det mindste først."),
    "outside_range": N_("»{value}« og »godtag« er begge godkendt, men siger hver sit."),
    "almost_range_inside": N_(
        "»næsten interval« skal nå længere ud end det, der er rigtigt, til begge sider."
    ),
    "unit_missing": N_("»enhed kræves« er ja, men der står ingen enhed."),
    "almost_rejected": N_("»{value}« står både under »næsten« og »afvis«."),
    "unit_both": N_("Enheden »{unit}« står både som godkendt og afvist."),
    "reject_accepted": N_(
        "»{value}« er afvist, men bliver godkendt, fordi det også passer med svaret."
    ),
    "bad_marking": N_(
        "»{value}« under »bedømmelse« kan ikke læses. Skriv fx »en dag ved siden af: nej«."
    ),
    "almost_accepted": N_("»{wording}« står under »næsten«, men bliver godkendt."),
    "answer_not_accepted": N_("»{wording}« er et svar, men bliver ikke godkendt."),
    "answers_contradict": N_("»{a}« og »{b}« er begge godkendt, men siger hver sit."),
    "same_answer_twice": N_("»{a}« og »{b}« er det samme svar."),
    "prompt_gives_answer": N_(
        "»{wording}« er svaret, men står allerede i et spørgsmål om det samme."
    ),
    "hint_gives_answer": N_("Hintet siger svaret: »{wording}«."),
    "one_form_of_name": N_("»{name}« har kun én skrivemåde. Skriv de andre under »også«."),
    "answer_twice": N_("»{item}« står to gange blandt svarene."),
    "wrong_is_right": N_("»{option}« står både som rigtigt og forkert svar."),
    "same_option": N_("To svarmuligheder er ens: »{option}«."),
    "no_right": N_("Ingen svarmulighed er rigtig."),
    "few_options": N_("Der skal være mindst to svarmuligheder."),
    "giveaway": N_("Det rigtige svar er meget længere end de andre og røber sig selv."),
    "twin_in_sheet": N_("Spørgsmålet i række {other} røber svaret."),
    "twin": N_("Spørgsmålet i linje {other} røber svaret."),
    "order_short": N_("En rækkefølge skal have mindst to led."),
    "order_of_two": N_("Med kun to led kan man gætte rækkefølgen. Skriv gerne et til."),
    "back_is_front": N_("Der står det samme på begge sider af kortet."),
    "asked_twice_in_sheet": N_("Det samme spørgsmål står i række {other}."),
    "asked_twice": N_("Det samme spørgsmål står i linje {other}."),
    "order_twice": N_("»{item}« står to gange i rækkefølgen."),
    "few_pairs": N_("Der skal være mindst to par."),
    "pair_twice": N_("»{item}« er brugt i to par. Hvert par skal have sit eget."),
    "pair_without_right": N_("»{item}« mangler en, der hører til."),
    "spare_in_pair": N_("»{item}« er overskydende, men hører også til et par."),
    "no_gap": N_("Teksten har intet hul. Sæt {{ }} om det, der skal udfyldes."),
    "gap_open": N_("Der mangler en }} til den {{, der står her."),
    "stray_brace": N_("Der er en }} for meget. Skriv \\}}, hvis den skal stå i teksten."),
    "gap_empty": N_("Hullet er tomt. Skriv svaret mellem {{ og }}."),
    "gap_kind": N_("Et hul kan være »dato«, »tal« eller »skriv«, ikke »{value}«."),
    "gap_kind_near": N_("Et hul kan ikke være »{value}«. Mente du »{near}«?"),
    "gap_key_twice": N_("»{key}« står to gange i hullet."),
    "no_passage": N_("Læseteksten har intet sted med mærket »{anchor}«."),
    "no_passage_near": N_("Læseteksten har intet sted med mærket »{anchor}«. Mente du »{near}«?"),
    "no_picture": N_("Billedet »{file}« findes ikke i mappen."),
    "no_picture_near": N_("Billedet »{file}« findes ikke i mappen. Mente du »{near}«?"),
    "picture_of_no_option": N_("Der er et billede til »{option}«, som ikke kan vælges."),
    "picture_of_no_option_near": N_(
        "Der er et billede til »{option}«, som ikke kan vælges. Mente du »{near}«?"
    ),
    "option_without_picture": N_(
        "»{option}« står alene. Skriv svarmuligheden og billedets fil: »Rundetårn: taarn.jpg«."
    ),
    "option_pictured_twice": N_("»{option}« har to billeder. Det kan kun have ét."),
    "no_explanation": N_("Der er ingen forklaring. Det er den, man lærer mest af."),
    "no_source": N_("Der er ingen kilde til svaret."),
}

REPAIRS: dict[str, Sentence] = {
    "repair.quote": N_("Sæt anførselstegn om"),
    "repair.move": N_("Ryk på plads"),
    "repair.use_dash": N_("Brug en bindestreg"),
    "repair.use_spaces": N_("Brug mellemrum"),
    "repair.double": N_("Skriv den to gange"),
    "repair.insert": N_("Sæt det ind"),
    "repair.change_to": N_("Ret til »{near}«"),
    "repair.insert_field": N_("Indsæt feltet"),
    "repair.remove": N_("Fjern feltet"),
    "repair.remove_one": N_("Fjern den ene"),
    "repair.remove_wrong": N_("Fjern det forkerte"),
    "repair.remove_character": N_("Fjern tegnet"),
    "repair.new_id": N_("Giv et nyt id"),
    "repair.use": N_("Brug »{near}«"),
    "repair.write_ja": N_("Skriv ja"),
    "repair.write_nej": N_("Skriv nej"),
    "repair.make_list": N_("Lav til liste"),
    "repair.swap": N_("Byt om"),
}

GUIDE: dict[str, Sentence] = {
    "guide.id": N_(
        "Lad feltet stå tomt i nye rækker. Programmet giver hvert spørgsmål et id én gang."
    ),
    "guide.type": N_("Hvordan man svarer. Vælg fra listen."),
    "guide.kategori": N_("Hvad spørgsmålet handler om. Vælg fra listen."),
    "guide.spørgsmål": N_("Spørgsmålet. Til et kort forsiden; til indsæt teksten med {{huller}}."),
    "guide.svar": N_("Det rigtige svar. Flere svar skilles med |, og par skrives som a = b."),
    "guide.også": N_("Andre svar, der er lige så rigtige, skilt med |."),
    "guide.næsten": N_("Svar, der er tæt på. Skriv en besked efter =, hvis du vil."),
    "guide.afvis": N_("Svar, der skal være forkerte. Skriv en besked efter =, hvis du vil."),
    "guide.forkerte": N_("Forkerte svarmuligheder, skilt med |. Skriv hvorfor efter =."),
    "guide.nøjagtighed": N_("Hvor præcis en dato skal være. Vælg fra listen."),
    "guide.tolerance": N_("Hvor langt et tal må ligge fra svaret: 0,5 eller 1 %."),
    "guide.enhed": N_("Tallets enhed, fx m eller mand."),
    "guide.hint": N_("Et hint, som man kan bede om."),
    "guide.forklaring": N_("Vises efter svaret. Det er den, man lærer mest af."),
    "guide.kildekritik": N_("Hvad kilderne er uenige om."),
    "guide.emner": N_("Emner, skilt med |. Skråstreg laver underemner."),
    "guide.læs": N_("Mærket på det sted i læseteksten, hvor svaret står."),
    "guide.kilde": N_("Kilder, skilt med |. En adresse skrives efter =."),
    "guide.grundlag": N_("tekst, hvis læseteksten giver svaret, ellers ekstern."),
    "guide.sværhed": N_("Fra 1 til 5."),
    "guide.billede": N_("Navnet på en fil i mappen media."),
    "guide.bemærkning": N_("En note til kolleger. Eleverne ser den ikke."),
}

SENTENCES: dict[str, Sentence] = PLACES | SYNTAX | FILES | PACK | FIELDS | ANSWERS | REPAIRS | GUIDE
