"""The editor in every state, built from values."""

from pathlib import Path
from random import Random

from PySide6.QtWidgets import QWidget

from quizapp.base.ids import PackId
from quizapp.base.texts import _
from quizapp.library.editing.document import Document
from quizapp.library.editing.findings import look_through
from quizapp.library.editing.packs import OwnPack
from quizapp.library.editing.store import Content
from quizapp.library.editing.trials import try_text
from quizapp.packs.yaml_format import write_yaml
from quizapp.questions.kinds import Kind, Question, kind_of
from quizapp.questions.pack import Author, Manifest, Pack
from quizapp.ui.editor.bulk_form import BulkForm
from quizapp.ui.editor.new_page import NewPage
from quizapp.ui.editor.notices import offer_rescued
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.packs_page import PacksPage
from quizapp.ui.editor.page import FORM, LIST, PREVIEW, PROBLEMS, EditorPage
from quizapp.ui.editor.preview import previewed
from quizapp.ui.editor.problem_strip import severities
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.question_list import list_line
from quizapp.ui.editor.raw_form import RawForm
from quizapp.ui.editor.text_desk import TextDesk
from quizapp.ui.shell import AUTHORING
from tests.screens import samples as s
from tests.screens.scenes import Scene, at_desk

FOLDER = Path("Quizapp/packs/portsmouth")
QUESTIONS: tuple[Question, ...] = (
    s.DATE,
    s.NUMBER,
    s.TERM,
    s.CHOICE,
    s.MULTIPLE,
    s.ORDERING,
    s.MATCHING,
    s.CLOZE,
    s.ENUMERATION,
    s.FLASHCARD,
    s.OPEN,
)
MANIFEST = Manifest(
    id=PackId("dk.historie.portsmouth"),
    title=s.TITLE,
    version=2,
    description="Krigen mellem Rusland og Japan, og freden efter den.",
    authors=(Author(name="Historiefaggruppen", place="Eksempel Gymnasium"),),
    license="CC-BY-SA-4.0",
)


def a_document() -> Document:
    """Return a pack with a question of each kind, and a misspelt field."""
    pack = Pack(manifest=MANIFEST, questions=QUESTIONS)
    text = write_yaml(pack).replace("  enhed: soldater", "  enhed: soldater\n  tollerance: 5", 1)
    return Document(text, Random(1))


def an_editor(document: Document, chosen: int | None) -> EditorPage:
    """Return the editor with a question chosen, by its place."""
    page = EditorPage()
    looked = look_through(Content(document.text), FOLDER)
    worst = severities(looked.findings)
    uids = [one.uid for one in document.questions]
    lines = [
        list_line(uid, place + 1, document.fields(uid), worst.get(place, ""))
        for place, uid in enumerate(uids)
    ]
    page.list.show_lines(lines, [] if chosen is None else [uids[chosen]])
    page.problems.show_looked(looked)
    page.header.set_texts(s.TITLE, _("Gemt for et øjeblik siden"))
    page.show_history(can_undo=True, can_redo=False)
    return page


def writing(place: int, tab: str = FORM, *, tried: str = "") -> Scene:
    """Return a scene of a question being written."""

    def build() -> QWidget:
        document = a_document()
        page = an_editor(document, place)
        uid = document.questions[place].uid
        fields = document.fields(uid) or {}
        form = QuestionForm(kind_of(QUESTIONS[place]), s.PASSAGES)
        form.show_fields(fields, FOLDER)
        page.show_form(form)
        shown = previewed(uid, fields, MANIFEST)
        page.preview.show_previewed(shown)
        if tried and shown.question is not None:
            page.preview.field.set_text(tried)
            page.preview.show_trial(tried, try_text(shown.question, tried, ""))
        page.show_tab(tab)
        return at_desk(page, AUTHORING)

    return build


def beside(form: str) -> Scene:
    """Return a scene of the editor with another form than that of a question."""

    def build() -> QWidget:
        page = an_editor(a_document(), None)
        page.preview.show_nothing(_("Vælg ét spørgsmål for at se det her."))
        match form:
            case "pack":
                about = PackForm()
                about.show_manifest(MANIFEST)
                page.show_form(about)
            case "bulk":
                bulk = BulkForm()
                bulk.show_count(4)
                page.show_form(bulk)
            case _:
                raw = RawForm()
                raw.show_text('- id: a\n  type: skriv\n  spørgsmål: "Hvad\n')
                page.show_form(raw)
        return at_desk(page, AUTHORING)

    return build


def reading_text(*bodies: str, tab: str = FORM) -> Scene:
    """Return a scene of the reading text being written."""

    def build() -> QWidget:
        document = a_document()
        for body in bodies:
            document.add_passage(body=body, heading="" if document.reading.passages else "Krigen")
        page = an_editor(document, None)
        desk = TextDesk(page, document, page)
        desk.open()
        desk.refresh()
        page.show_tab(tab)
        return at_desk(page, AUTHORING)

    return build


def rescued() -> QWidget:
    """Return the editor with work that was rescued."""
    desk = writing(0)()
    [page] = desk.findChildren(EditorPage)
    offer_rescued(page.notice, 2)
    return desk


def packs(*found: OwnPack) -> Scene:
    """Return a scene of the packs that one writes."""

    def build() -> QWidget:
        page = PacksPage()
        page.show_packs(found)
        return at_desk(page, AUTHORING)

    return build


def a_new_pack() -> QWidget:
    """Return the page on which a pack begins."""
    page = NewPage(Path("Quizapp/packs"), "Historiefaggruppen")
    page.title.set_text("Enevælden")
    return at_desk(page, AUTHORING)


OWN = (
    OwnPack(folder=FOLDER, title=s.TITLE, questions=106),
    OwnPack(folder=Path("Quizapp/packs/enevaelden"), title="Enevælden", questions=20),
)
_PLACES = {kind_of(one): place for place, one in enumerate(QUESTIONS)}
assert set(_PLACES) == set(Kind)

WRITING: dict[str, Scene] = {
    **{f"21_skriv_{kind.value}": writing(place) for kind, place in _PLACES.items()},
    "21_skriv_vis": writing(_PLACES[Kind.DATE], PREVIEW, tried="5/9 05"),
    "21_skriv_listen": writing(_PLACES[Kind.DATE], LIST),
    "21_skriv_fejl": writing(_PLACES[Kind.NUMBER], PROBLEMS),
    "21_skriv_om_pakken": beside("pack"),
    "21_skriv_flere": beside("bulk"),
    "21_skriv_linjer": beside("raw"),
    "21_skriv_reddet": rescued,
    "21_skriv_laesetekst": reading_text(*(one.body for one in s.PASSAGES)),
    "21_skriv_laesetekst_ingen": reading_text(),
    "21_skriv_pakker": packs(*OWN),
    "21_skriv_ingen": packs(),
    "21_ny_pakke": a_new_pack,
}
