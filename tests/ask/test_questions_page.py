"""ontology/questions.md and the query files mirror one another."""

import re
from pathlib import Path

from coldgraph.ask.questions import questions

PAGE = (Path(__file__).resolve().parents[2] / "ontology" / "questions.md").read_text(encoding="utf-8")


def test_the_page_names_each_question_with_its_words() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == [q.name for q in questions()]
    assert [q.name for q in questions() if q.question not in PAGE] == []


def test_the_page_names_each_parameter() -> None:
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
    for asked in questions():
        rows = re.findall(r"^\| (\w+) \| (required|optional) \|", sections[asked.name], re.MULTILINE)
        assert rows == [(p.name, "required" if p.required else "optional") for p in asked.parameters]
