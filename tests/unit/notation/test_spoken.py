"""Numbers, dates and abbreviations are said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.notation.spoken import spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hvad skete der?", "Hvad skete der?"),
        ("5. september 1905", "femte september nitten hundrede og fem"),
        ("5/9", "femte september"),
        ("5/9 1905", "femte september nitten hundrede og fem"),
        ("05.09.1905", "femte september nitten hundrede og fem"),
        ("17.–18. marts", "syttende til attende marts"),
        ("den 21. juni", "den enogtyvende juni"),
        ("31/12", "enogtredivte december"),
        ("13/13", "tretten/tretten"),
        ("i 1900", "i nitten hundrede"),
        ("1066", "et tusind og seksogtres"),
        ("2026", "to tusind og seksogtyve"),
        ("1904–1905", "nitten hundrede og fire til nitten hundrede og fem"),
        ("44 f.Kr.", "fireogfyrre før Kristus"),
        ("ca. 60.000", "cirka tres tusind"),
        ("1,5 mio.", "en komma fem millioner"),
        ("90 %", "halvfems procent"),
        ("1720’erne", "syttenhundredetyverne"),
        ("60'erne", "tresserne"),
        ("1900'erne", "nittenhundrederne"),
        ("1300-tallet", "trettenhundredetallet"),
        ("Christian 9. døde", "Christian den niende døde"),
        ("2. verdenskrig", "anden verdenskrig"),
        ("bl.a. England", "blandt andet England"),
        ("Rusland ___ Japan", "Rusland hul Japan"),
        ("kl. 16.30", "klokken seksten.tredive"),
        ("A → B", "A , så B"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_a_text_is_said(text: str, said: str) -> None:
    assert spoken(text) == said


@given(st.integers(min_value=1, max_value=31), st.integers(min_value=1, max_value=12))
def test_no_date_keeps_a_digit(day: int, month: int) -> None:
    assert not any(character.isdigit() for character in spoken(f"{day}/{month} 1864"))


@given(st.integers(min_value=0, max_value=999_999_999))
def test_no_whole_number_keeps_a_digit(number: int) -> None:
    assert not any(character.isdigit() for character in spoken(str(number)))


@given(st.text(max_size=60))
def test_any_text_can_be_said(text: str) -> None:
    assert spoken(text) == " ".join(spoken(text).split())
