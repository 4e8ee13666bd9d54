"""A question with a picture is asked with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.library.install import install_pack, undo_installation
from quizapp.library.whole_pack import whole_pack
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import images_of
from quizapp.questions.pack import Medium
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.found import Wanted
from quizapp.study.leaves import leaves_of
from quizapp.study.mock_exams import MockExams
from quizapp.study.mock_values import MockWish
from quizapp.study.plan import Plan
from tests.builders import (
    MONDAY,
    PACK,
    a_bank,
    a_clock,
    a_pack,
    a_question,
    next_version,
    rows_of,
    with_picture,
)

MEDIUM = Medium(name="kort.png", creator="Mig", license="CC0-1.0", alt="Et kort")


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path, a_clock())
    question = a_question("a", billede="kort.png")
    pack = with_picture(a_pack(question, a_question("b")), "kort.png", b"png")
    pack = replace(pack, media=(MEDIUM,))
    install_pack(opened, pack, MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def asked(bank: Bank) -> list[Asking]:
    sitting = Desk(bank, a_clock()).begin(Plan())
    found: list[Asking] = []
    while isinstance(state := sitting.state, Asking):
        found.append(state)
        sitting.skip()
        if len(found) == 2:
            break
    return found


def test_the_file_and_its_alt_text_are_shown_beside_the_question(asked: list[Asking]) -> None:
    [picture] = [one.shown.picture for one in asked if one.card.question == "a"]
    assert picture is not None
    assert picture.path.read_bytes() == b"png"
    assert picture.medium == MEDIUM


def test_a_timeline_shows_the_picture_of_a_date(tmp_path: Path) -> None:
    bank = a_bank(tmp_path / "line", a_clock())
    dated = {"type": "dato", "kategori": "dato", "nøjagtighed": "år"}
    with_one = a_question("a", svar="1905", billede="kort.png", **dated)
    pack = a_pack(with_one, a_question("b", svar="1868", **dated))
    pack = replace(with_picture(pack, "kort.png", b"png"), media=(MEDIUM,))
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    line = Desk(bank, a_clock()).timeline(Plan(mode=Mode.PRACTICE, seed=3)).line
    found = {str(event.card.question): event.shown.picture for event in (*line.laid, *line.coming)}
    bank.close()
    assert found["b"] is None
    assert found["a"] is not None
    assert found["a"].medium == MEDIUM


def test_a_question_without_a_picture_shows_none(asked: list[Asking]) -> None:
    assert [one.shown.picture for one in asked if one.card.question == "b"] == [None]


def test_a_paper_asks_with_the_same_picture_as_a_sitting(bank: Bank, asked: list[Asking]) -> None:
    paper = MockExams(bank, a_clock()).begin(MockWish(plan=Plan(), count=2, seed=1))
    on_paper = {it.asking.card: it.asking.shown.picture for it in paper.sheets}
    assert on_paper == {it.card: it.shown.picture for it in asked}


KINDS: dict[str, dict[str, Plain]] = {
    "valg": {"type": "valg", "svar": None, "rigtigt": "Ja", "forkerte": ["Nej"]},
    "flervalg": {"type": "flervalg", "svar": None, "rigtige": ["Ja"], "forkerte": ["Nej"]},
    "orden": {"type": "rækkefølge", "svar": None, "rækkefølge": ["Ja", "Nej"]},
    "par": {"type": "par", "svar": None, "par": [{"Ja": "1"}, {"Nej": "2"}]},
}


@pytest.fixture(params=KINDS)
def pictured(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path, a_clock())
    pictures: dict[str, Plain] = {
        "billeder": [{"Ja": "kort.png"}],
        "forklaringsbillede": "svar.svg",
    }
    question = a_question("a", **KINDS[request.param], **pictures)
    pack = with_picture(a_pack(question), "kort.png", b"png")
    pack = replace(with_picture(pack, "svar.svg", b"<svg"), media=(MEDIUM,))
    install_pack(opened, pack, MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


def test_options_and_explanation_are_shown_with_their_pictures(pictured: Bank) -> None:
    state = Desk(pictured, a_clock()).begin(Plan()).state
    assert isinstance(state, Asking)
    assert {text: one.medium for text, one in state.shown.at_options.items()} == {"Ja": MEDIUM}
    assert state.shown.explaining is not None
    assert state.shown.explaining.path.read_bytes() == b"<svg"
    assert state.shown.explaining.path.suffix == ".svg"
    assert state.shown.picture is None


def test_the_library_and_leafing_show_the_same_pictures(pictured: Bank) -> None:
    desk = Desk(pictured, a_clock())
    state = desk.begin(Plan()).state
    assert isinstance(state, Asking)
    [number] = desk.finder.find(Wanted()).questions
    detail = desk.finder.detail(number)
    assert detail is not None
    with pictured.read() as reader:
        [leaf] = leaves_of(reader, Plan(), 1)
    for shown in (detail.shown, leaf.shown):
        assert shown.at_options == state.shown.at_options
        assert shown.explaining == state.shown.explaining


def test_a_revision_remembers_each_of_its_pictures(pictured: Bank) -> None:
    rows = rows_of(pictured.path)["revision_media"]
    assert sorted(str(row[1]) for row in rows) == ["kort.png", "svar.svg"]


def at_options(bank: Bank) -> dict[str, bytes]:
    state = Desk(bank, a_clock()).begin(Plan()).state
    assert isinstance(state, Asking)
    return {text: one.path.read_bytes() for text, one in state.shown.at_options.items()}


def test_an_update_changes_a_picture_and_undo_brings_the_old_one_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path, a_clock())
    question = a_question("a", **KINDS["valg"], billeder=[{"Ja": "a.png"}])
    pack = with_picture(a_pack(question), "a.png", b"gammelt")
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    moved = a_question("a", **KINDS["valg"], billeder=[{"Nej": "a.png"}])
    newer = replace(next_version(pack, moved), files={"a.png": b"nyt"})
    done = install_pack(bank, newer, MONDAY, study_day(MONDAY))
    assert (done.changed, done.retested) == (1, 0)
    assert at_options(bank) == {"Nej": b"nyt"}
    assert done.installation is not None
    undo_installation(bank, done.installation, MONDAY)
    assert at_options(bank) == {"Ja": b"gammelt"}
    bank.close()


def test_an_installed_pack_is_shared_with_all_its_pictures(pictured: Bank) -> None:
    whole = whole_pack(pictured, PACK)
    assert sorted(whole.files) == ["kort.png", "svar.svg"]
    [question] = whole.questions
    assert images_of(question) == ("kort.png", "svar.svg")
