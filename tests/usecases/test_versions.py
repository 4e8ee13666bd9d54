"""Whatever versions a teacher publishes, no answer is lost, and each can be undone."""

import tempfile
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.bank import Bank
from quizapp.bank.values import CardMemory
from quizapp.library.install import install_pack, preview, undo_installation
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.pack import Pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Phase
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    PACK,
    a_bank,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    rows_of,
    with_reading_text,
)
from tests.usecases.progress import LATER

KEYS: Final = ("sp-1", "sp-2", "sp-3", "sp-4", "sp-5")
TODAY: Final = study_day(LATER)

FORMS = st.fixed_dictionaries(
    {
        "svar": st.sampled_from(["Et svar", "Et andet svar"]),
        "hint": st.sampled_from(["", "Et hint"]),
        "nulstil": st.booleans(),
        "emner": st.sampled_from([[], ["Krige"], ["Krige/1864", "Konger"]]),
        "kategori": st.sampled_from(["begreb", "sted"]),
    }
)
VERSIONS = st.dictionaries(st.sampled_from(KEYS), FORMS, min_size=1).flatmap(
    lambda forms: st.permutations(list(forms.items()))
)


def version(number: int, forms: list[tuple[str, dict[str, Plain]]]) -> Pack:
    """Return a version of the pack with these questions, and a reading text of its own."""
    questions = (
        a_question(key, **{name: said for name, said in form.items() if said})
        for key, form in forms
    )
    return with_reading_text(a_pack(*questions, version=number), f"Tekst {number}")


def install(bank: Bank, pack: Pack) -> int | None:
    return install_pack(bank, pack, LATER, TODAY).installation


def answer_everything(bank: Bank, pack: Pack) -> None:
    with bank.transaction() as tx:
        for question in pack.questions:
            answer_card(tx, card_id(tx, question.id))


def memories(bank: Bank) -> dict[str, CardMemory]:
    """Return the memory of every question that there has ever been."""
    with bank.read() as reader:
        record = reader.pack(PACK)
        rows = [] if record is None else reader.questions_of(record.pack_id)
        return {row.key: reader.memory(card_id(reader, row.key)) for row in rows}


@settings(max_examples=15)
@given(versions=st.lists(VERSIONS, min_size=2, max_size=5))
def test_installations_are_undone_to_the_very_rows(
    versions: list[list[tuple[str, dict[str, Plain]]]],
) -> None:
    # Retracted events stay in the log, and so do the revisions they name.
    log = LOG | {"revision"}
    with tempfile.TemporaryDirectory() as folder:
        bank = a_bank(Path(folder))
        bank.pragma("synchronous = OFF")
        first = version(1, versions[0])
        install(bank, first)
        answer_everything(bank, first)
        undoable = []
        for number, forms in enumerate(versions[1:], 2):
            before = rows_of(bank.path, log)
            installation = install(bank, version(number, forms))
            assert installation is not None
            undoable.append((installation, before))
        for installation, before in reversed(undoable):
            undo_installation(bank, installation, LATER)
            assert difference(before, rows_of(bank.path, log)) == {}
        assert replay(bank, check_only=True).changed == 0
        bank.close()


@settings(max_examples=15)
@given(versions=st.lists(VERSIONS, min_size=2, max_size=5))
def test_only_a_changed_answer_or_a_reset_costs_what_was_learnt(
    versions: list[list[tuple[str, dict[str, Plain]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bank = a_bank(Path(folder))
        bank.pragma("synchronous = OFF")
        given_answers = 0
        seen: dict[str, dict[str, Plain]] = {}
        for number, forms in enumerate(versions, 1):
            pack = version(number, forms)
            before = memories(bank)
            foreseen = preview(bank, pack)
            done = install_pack(bank, pack, LATER, TODAY)
            assert (done.retested, done.removed) == (foreseen.retested, foreseen.removed)
            after = memories(bank)
            for key, form in forms:
                if key not in before or before[key].state.phase == Phase.NEW:
                    continue
                was = seen[key]
                is_changed = form["svar"] != was["svar"]
                is_reset = bool(form["nulstil"]) and not was["nulstil"]
                kept = after[key].state == before[key].state
                assert kept is not (is_changed or is_reset)
                if is_changed:
                    assert after[key].due_day == TODAY
            seen |= dict(forms)
            answer_everything(bank, pack)
            given_answers += len(pack.questions)
            with bank.read() as reader:
                assert reader.log_size()[1] == given_answers
        assert replay(bank, check_only=True).changed == 0
        bank.close()
