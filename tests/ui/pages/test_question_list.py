"""The list of questions in the editor keeps in sight what is being written."""

from pytestqt.qtbot import QtBot

from quizapp.ui.editor.question_list import QuestionList, list_line


def test_the_chosen_question_stays_in_sight_while_room_comes_and_goes(qtbot: QtBot) -> None:
    part = QuestionList()
    qtbot.addWidget(part)
    part.resize(226, 500)
    part.show()
    fields = {"type": "skriv", "spørgsmål": "Hvad?"}
    part.show_lines([list_line(uid, uid, fields, "") for uid in range(1, 15)], [14])
    for height in (544, 500, 420, 500):
        part.resize(226, height)
        qtbot.wait(1)
        place = part.view.visualRect(part.view.currentIndex())
        assert part.view.viewport().rect().contains(place)
