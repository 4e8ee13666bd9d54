"""pakke.yaml ⇄ manifest, media and questions, with every mistake at its place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from quizapp.base.texts import Message
from quizapp.packs.manifest import decode_manifest, decode_medium, encode_manifest, encode_medium
from quizapp.packs.problems import Edit, Problem, Repair
from quizapp.packs.yaml_faults import SECTIONS, Fault, quote_value
from quizapp.packs.yaml_outline import Outline, outline
from quizapp.packs.yaml_places import edit_of, place_of
from quizapp.packs.yaml_tree import (
    MOST_NODES,
    At,
    Entries,
    Items,
    Leaf,
    Node,
    TooBigError,
    TreeMistake,
    plain,
)
from quizapp.packs.yaml_writer import block, items
from quizapp.questions.codec import Decoded, decode, encode
from quizapp.questions.codec_mistakes import Mistake, Plain, Remedy, RenameKey, Severity
from quizapp.questions.codec_words import ALL_KEYS, near
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Manifest, Medium, Pack

MOST_QUESTIONS: Final = 10_000
_HERE: Final = At(0, 0)


@dataclass(slots=True)
class YamlPack:
    """What a pakke.yaml holds."""

    file: str
    lines: list[str]
    manifest: Manifest | None = None
    media: list[Medium] = field(default_factory=list)
    decoded: list[Decoded] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    manifest_node: Node | None = None
    media_nodes: dict[str, Node] = field(default_factory=dict)

    @property
    def questions(self) -> list[Question | None]:
        """The questions, None for each that cannot be used."""
        return [one.question for one in self.decoded]

    def note(self, node: Node, mistakes: Iterable[Mistake]) -> None:
        """Turn mistakes in a part of the file into problems."""
        for mistake in mistakes:
            at = place_of(node, mistake, self.lines)
            edit = edit_of(node, mistake, self.lines)
            self.problems.append(self.problem_of(mistake, at, edit))

    def note_manifest(self, mistakes: Iterable[Mistake]) -> None:
        """Turn mistakes in what the pack says of itself into problems."""
        if self.manifest_node is not None:
            self.note(self.manifest_node, mistakes)

    def note_question(self, position: int, mistakes: Iterable[Mistake]) -> None:
        """Turn mistakes in a question into problems."""
        self.note(self.nodes[position], mistakes)

    def note_at(self, at: At, mistake: Mistake, edit: Edit | None = None) -> None:
        """Turn a mistake at a known place into a problem."""
        self.problems.append(self.problem_of(mistake, at, edit))

    def line_of(self, position: int) -> str:
        """Return the line of a question, as sentences name it."""
        return str(self.nodes[position].start.line + 1)

    def problem_of(self, mistake: Mistake, at: At, edit: Edit | None = None) -> Problem:
        """Return the problem that a mistake at a place is."""
        fields = dict(mistake.fields)
        if mistake.other is not None:
            fields["other"] = self.line_of(mistake.other)
        remedy = mistake.remedy
        label = Message(f"packs.repair.{remedy.code}", remedy.fields) if remedy else None
        return Problem(
            file=self.file,
            code=mistake.code,
            severity=mistake.severity,
            message=Message(f"packs.{mistake.code}", fields),
            line=at.line + 1,
            column=at.column + 1,
            excerpt=self.lines[at.line] if at.line < len(self.lines) else "",
            repair=Repair(label, edit) if label else None,
        )


def read_yaml(text: str, file: str) -> YamlPack:
    """Read a pakke.yaml; every mistake is found in one run."""
    if text.count("\n") > MOST_NODES:
        pack = YamlPack(file, [])
        pack.note_at(_HERE, Mistake(code="too_complex"))
        return pack
    pack = YamlPack(file, text.split("\n"))
    try:
        found = outline(text)
    except TooBigError:
        pack.note_at(_HERE, Mistake(code="too_complex"))
        return pack
    _note_faults(pack, found)
    if found.has_sections:
        _note_sections(pack, found)
        _take_manifest(pack, found)
        _take_media(pack, found)
    else:
        pack.note_at(_HERE, Mistake(code="not_a_pack_file"))
    _take_questions(pack, found)
    return pack


def write_yaml(pack: Pack) -> str:
    """Write manifest, media and questions the way they are read."""
    sections = ["pakke:\n" + block(encode_manifest(pack.manifest), 2)]
    media: dict[str, Plain] = {one.name: encode_medium(one) for one in pack.media}
    if media:
        sections.append("medier:\n" + block(media, 2))
    if pack.questions:
        written = items([encode(question) for question in pack.questions], 0)
        sections.append("spørgsmål:\n" + written)
    return "\n".join(sections)


def _note_faults(pack: YamlPack, found: Outline) -> None:
    for fault in found.faults:
        pack.problems.append(_fault_problem(pack, fault))
    for mistake in found.mistakes:
        pack.problems.append(_tree_problem(pack, mistake))


def _fault_problem(pack: YamlPack, fault: Fault) -> Problem:
    edit = None
    if fault.edit:
        start, end, text = fault.edit
        line = fault.at.line + 1
        edit = Edit(line, start + 1, line, end + 1, text)
    problem = pack.problem_of(Mistake(code=fault.code, fields=fault.fields), fault.at, edit)
    if fault.label:
        repair = Repair(Message(f"packs.repair.{fault.label}"), edit)
        return replace(problem, repair=repair)
    return problem


def _tree_problem(pack: YamlPack, mistake: TreeMistake) -> Problem:
    at = mistake.at
    code = mistake.code
    if code == "key_twice":
        in_question = mistake.key in ALL_KEYS and at.column > 0
        code = "key_twice" if in_question else "entry_twice"
        other = str((mistake.line or 0) + 1)
        fields = {"key": mistake.key, "other": other}
        return pack.problem_of(Mistake(code=code, fields=fields), at, None)
    problem = pack.problem_of(Mistake(code=code), at, None)
    quoted = quote_value(pack.lines[at.line]) if code == "yaml_feature" else None
    if not quoted:
        return problem
    start, end, text = quoted
    edit = Edit(at.line + 1, start + 1, at.line + 1, end + 1, text)
    return replace(problem, repair=Repair(Message("packs.repair.quote"), edit))


def _note_sections(pack: YamlPack, found: Outline) -> None:
    for name, (key, _) in found.sections.items():
        if name not in SECTIONS:
            meant = near(name, SECTIONS)
            code = "unknown_section_near" if meant else "unknown_section"
            fields = {"key": name, "near": meant}
            remedy = Remedy("change_to", RenameKey(meant), fields) if meant else None
            edit = Edit(*_from_one(key.start), *_from_one(key.end), meant) if meant else None
            pack.note_at(key.start, Mistake(code=code, fields=fields, remedy=remedy), edit)


def _from_one(at: At) -> tuple[int, int]:
    return at.line + 1, at.column + 1


def _take_manifest(pack: YamlPack, found: Outline) -> None:
    if "pakke" not in found.sections:
        pack.note_at(_HERE, Mistake(code="no_manifest"))
        return
    key, node = found.sections["pakke"]
    if not isinstance(node, Entries):
        pack.note_at(key.start, Mistake(code="no_manifest"))
        return
    fields = plain(node)
    manifest, mistakes = decode_manifest(fields if isinstance(fields, dict) else {})
    pack.note(node, mistakes)
    pack.manifest = manifest
    pack.manifest_node = node


def _take_media(pack: YamlPack, found: Outline) -> None:
    if "medier" not in found.sections:
        return
    key, node = found.sections["medier"]
    if not isinstance(node, Entries):
        if not (isinstance(node, Leaf) and not node.value):
            pack.note_at(key.start, Mistake(code="media_not_mapping"))
        return
    for name, value in node.values.items():
        fields = plain(value)
        if not isinstance(fields, dict):
            pack.note_at(value.start, Mistake(code="media_not_mapping"))
            fields = {}
        medium, mistakes = decode_medium(name, fields)
        for mistake in mistakes:
            pack.note(value if mistake.path else node.keys[name], [mistake])
        pack.media.append(medium)
        pack.media_nodes[name] = node.keys[name]


def _take_questions(pack: YamlPack, found: Outline) -> None:
    if not found.items:
        if found.has_sections:
            _note_no_questions(pack, found)
        return
    if len(found.items) > MOST_QUESTIONS:
        at = found.items[MOST_QUESTIONS].start
        pack.note_at(at, Mistake(code="too_many", fields={"n": len(found.items)}))
    for position, item in enumerate(found.items[:MOST_QUESTIONS]):
        _take_question(pack, item, is_patched=position in found.patched)


def _note_no_questions(pack: YamlPack, found: Outline) -> None:
    listed = found.sections.get("spørgsmål")
    if listed is None:
        pack.note_at(_HERE, Mistake(code="no_questions"))
        return
    key, node = listed
    is_empty = isinstance(node, Items) or (isinstance(node, Leaf) and not node.value)
    pack.note_at(key.start, Mistake(code="no_questions" if is_empty else "questions_not_list"))


def _take_question(pack: YamlPack, item: Node, *, is_patched: bool) -> None:
    fields = plain(item)
    pack.nodes.append(item)
    if not isinstance(fields, dict):
        pack.note_at(item.start, Mistake(code="question_not_mapping"))
        pack.decoded.append(Decoded(None, ()))
        return
    decoded = decode(fields)
    hidden = {"missing_key"} if is_patched else set()
    pack.note(item, (one for one in decoded.mistakes if one.code not in hidden))
    pack.decoded.append(decoded)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem keeps the pack from being used."""
    return any(problem.severity is Severity.ERROR for problem in problems)
